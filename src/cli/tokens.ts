/** Tokens as the models of OpenAI count them; the tokenizer is large, and read only when something is counted. */
import type { Encode } from '../prompt/counting.ts'

/** The encoding, for people. */
export const TOKENIZER = 'o200k_base of gpt-tokenizer'

/** The tokens of a text; control words in it are words like all others. */
export const encoding = async (): Promise<Encode> => {
  const { encode } = await import('gpt-tokenizer/encoding/o200k_base')
  const options = { disallowedSpecial: new Set<string>() }
  return (text) => encode(text, options)
}

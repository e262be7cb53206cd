/** What cannot be an answer. */
import type { Words } from '../../words/words.ts'

/** Above this share of control characters a text is a picture or a program rather than words. */
const MOST_CONTROLS = 0.3

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/g

/** Why a text is not taken, as Markdown; nothing when it is. */
export const refusal = (text: string, longest: number, words: Words): string | undefined => {
  if (text.length > longest) return words.terminal.tooLong({ length: text.length, longest })
  const controls = text.match(CONTROLS)?.length ?? 0
  if (controls <= text.length * MOST_CONTROLS) return undefined
  return words.terminal.notText
}

/** What is said to somebody whose command could not be understood. */
import type { Words } from '../words/words.ts'
import { nearest } from './nearest.ts'
import type { Parsed } from './parse.ts'
import { quoted } from './usage.ts'

/** What was wrong and what to type instead, as Markdown; `prefix` stands before a command's name. */
export const misheard = (
  parsed: Exclude<Parsed, { args: unknown }>,
  prefix: string,
  words: Words,
): string => {
  const { help, misuse } = words
  if ('fault' in parsed) return typedWith(`${parsed.fault(words)} ${parsed.mend(words)}`, prefix)
  const { unknown, nearest } = parsed
  const offer = nearest
    ? help.meant({ command: `${prefix}${nearest}` })
    : help.listsAll({ command: `${prefix}help` })
  return `${help.noCommand({ command: quoted(prefix + unknown, misuse.nothing) })} ${offer}`
}

/** The one of these words that was probably meant, if any. */
export const nearestTo = (typed: string, words: readonly string[]): string | undefined =>
  nearest(typed, words)

/** Commands are quoted with a plain `/` until it is known where they are typed. */
const typedWith = (text: string, prefix: string): string => text.replaceAll('`/', `\`${prefix}`)

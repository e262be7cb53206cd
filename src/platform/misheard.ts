/** What is said to somebody whose command could not be understood. */
import type { Parsed } from './parse.ts'
import { quoted } from './usage.ts'

/** What was wrong and what to type instead, as Markdown; `prefix` stands before a command's name. */
export const misheard = (parsed: Exclude<Parsed, { args: unknown }>, prefix: string): string => {
  if ('fault' in parsed) return typedWith(`${parsed.fault} ${parsed.mend}`, prefix)
  const { unknown, nearest } = parsed
  const offer = nearest ? `Did you mean \`${prefix}${nearest}\`?` : `\`${prefix}help\` lists all.`
  return `There is no command ${quoted(prefix + unknown)}. ${offer}`
}

/** Commands are quoted with a plain `/` until it is known where they are typed. */
const typedWith = (text: string, prefix: string): string => text.replaceAll('`/', `\`${prefix}`)

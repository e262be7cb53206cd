/** Commands among the words that were said. */
import type { CommandSpec } from '../platform/command.ts'
import { findCommand } from '../platform/commands.ts'
import { type Parsed, parseCommand } from '../platform/parse.ts'
import type { Heard } from '../platform/platform.ts'

/** What no command could be made of. */
export type Misread = Exclude<Parsed, { args: unknown }>

/** What was heard, as a command where it is one; `wrong` where it looks like one, with its sign or without. */
export type Typed = { heard: Heard; wrong?: Misread; signed?: boolean }

/**
 * Reads what begins with the sign of a command, and words said to the bot itself. Of these, what might be an answer is one,
 * unless `freely`: where every word is said to the bot, only a command's own name alone is taken for it; where it was
 * called by its name, a command and values of one word each.
 */
export const typed = (heard: Heard, freely: boolean): Typed => {
  if (heard.type !== 'message' || heard.manner === undefined) return { heard }
  const line = heard.text.trim()
  const signed = SIGN.test(line)
  if (heard.manner === 'overheard' && !signed) return { heard }
  const parsed = parseCommand(line.replace(BARE, '/mlsd'))
  if (!('args' in parsed)) return { heard, wrong: parsed, signed }
  if (!freely && !signed && !(heard.alone ? isName(line.toLowerCase()) : isShort(parsed.args)))
    return { heard }
  const { text: _, manner: __, link: ___, ...where } = heard
  return { heard: { ...where, type: 'command', ...parsed } }
}

const SIGN = /^(?:\/|mlsd(?=\s|$))/i
const BARE = /^mlsd(?=\s|$)/i

const isShort = (args: Readonly<Record<string, string>>): boolean =>
  Object.values(args).every((value) => !/\s/.test(value))

/** "time" alone is a fair answer to many a question, and so is "data", as is every tool's name. */
const isName = (word: string): boolean =>
  word === 'status' || (word !== 'time' && isOwn(findCommand(word), word))

const isOwn = (spec: CommandSpec | undefined, word: string): boolean =>
  spec?.name === word && spec.group !== 'tools'

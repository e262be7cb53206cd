/** From a line of words to a command and its arguments. */
import { type Misuse, readArguments } from './arguments.ts'
import { COMMAND_WORDS, findCommand } from './commands.ts'
import { nearest } from './nearest.ts'
import { readRaw } from './raw.ts'
import { tokenise } from './tokens.ts'

export type Parsed =
  | { command: string; args: Readonly<Record<string, string>> }
  | { unknown: string; nearest?: string }
  | (Misuse & { command: string })

const PREFIX = /^\s*(?:\/mlsd(?=\s|$)\s*\/?|\/)?\s*/i

/**
 * Reads a command with or without a leading `/` or `/mlsd`, and never throws. Nothing but `/mlsd`, or nothing at all,
 * asks for `start`; a lone `/` asks for help.
 */
export const parseCommand = (line: string): Parsed => {
  const begin = PREFIX.exec(line)?.[0].length ?? 0
  const word = /^\S+/.exec(line.slice(begin, begin + 100))?.[0]
  if (word === undefined) return { command: line.trim() === '/' ? 'help' : 'start', args: {} }
  const spec = findCommand(word)
  if (!spec) return unknownWord(word)
  if (spec.args.some(({ raw }) => raw)) {
    const rest = line.slice(begin + word.length)
    return ASKS_HELP.test(rest)
      ? { command: 'help', args: { command: spec.name } }
      : { command: spec.name, args: readRaw(spec, rest) }
  }
  const tokens = tokenise(line, begin + word.length)
  if (!tokens) return { command: spec.name, ...UNCLOSED }
  if (tokens.some((token) => token.type === 'option' && token.name.toLowerCase() === 'help')) {
    return { command: 'help', args: { command: spec.name } }
  }
  return { command: spec.name, ...readArguments(spec, tokens, line) }
}

const ASKS_HELP = /^\s*--help\s*$/i

const UNCLOSED: Misuse = {
  fault: ({ misuse }) => misuse.unclosed,
  mend: ({ misuse }) => misuse.closeIt,
}

const unknownWord = (word: string): Parsed => {
  const meant = nearest(word, COMMAND_WORDS)
  return { unknown: word.slice(0, 40), ...(meant !== undefined && { nearest: meant }) }
}

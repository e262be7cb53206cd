/** The arguments of a command, read by its row in the table. */
import type { Words } from '../words/words.ts'
import { aboutCommand } from './about.ts'
import type { Argument, CommandSpec } from './command.ts'
import { nearest } from './nearest.ts'
import type { Token } from './tokens.ts'
import { alternatives, quoted } from './usage.ts'

/** A sentence of Markdown, in the language of these words. */
type Says = (words: Words) => string

/** What was wrong with a line and what to write instead, a sentence each. */
export type Misuse = { fault: Says; mend: Says }

type Values = Record<string, string>

/** The values that the tokens of `line` give to the command's arguments, or the first thing wrong with them. */
export const readArguments = (
  spec: CommandSpec,
  tokens: Token[],
  line: string,
): { args: Values } | Misuse => {
  const args: Values = {}
  return take(spec, tokens, line, args) ?? missing(spec, args) ?? { args }
}

const take = (spec: CommandSpec, tokens: Token[], line: string, args: Values): Misuse | undefined => {
  for (let rest = tokens; rest[0]; ) {
    const option = optionOf(spec, rest[0])
    if (option && 'fault' in option) return option
    if (option) rest = rest.slice(1)
    const argument = option ?? spec.args.find(({ name, flag }) => !flag && args[name] === undefined)
    if (!argument) return tooMuch(spec, rest[0])
    if (args[argument.name] !== undefined) return twice(argument)
    const words = wordsFor(spec, argument, rest)
    const value = textOf(words, line)
    if (value === '') return misused(spec, ({ misuse }) => misuse.needsValue({ argument: nameOf(argument) }))
    const fitting = canonical(spec, argument, value)
    if (typeof fitting !== 'string') return fitting
    args[argument.name] = fitting
    rest = rest.slice(words.length)
  }
  return undefined
}

/** The argument that a token names; nothing when it is a value. */
const optionOf = (spec: CommandSpec, token: Token | undefined): Argument | Misuse | undefined => {
  if (!token || (token.type === 'word' && (token.quoted || !/^--[a-z]/i.test(token.text)))) return undefined
  const name = token.type === 'option' ? token.name.toLowerCase() : token.text
  const options = spec.args.filter(({ flag }) => flag)
  const known = options.find((argument) => argument.name === name)
  if (known || (token.type === 'option' && token.typographic)) return known
  const meant = nearest(
    name,
    options.map((argument) => argument.name),
  )
  const fault: Says = ({ misuse }) =>
    misuse.noOption({
      command: called(spec),
      option: quoted(token.text.replace(/=$/, ''), misuse.nothing),
    })
  if (meant) return { fault, mend: ({ misuse }) => misuse.optionMeant({ option: quoted(`--${meant}`) }) }
  const all = options.map((argument) => quoted(`--${argument.name}`))
  if (all.length === 0) return { fault, mend: ({ misuse }) => misuse.hasNoOptions }
  return { fault, mend: ({ misuse }) => misuse.hasOptions({ options: alternatives(all, misuse.and) }) }
}

const wordsFor = (spec: CommandSpec, argument: Argument, tokens: Token[]): Token[] => {
  const end = tokens.findIndex((token) => optionOf(spec, token) !== undefined)
  const free = end < 0 ? tokens : tokens.slice(0, end)
  return argument.rest ? free : free.slice(0, 1)
}

/** One quoted text is taken out of its quotation marks; several words stay as they were typed. */
const textOf = (words: readonly Token[], line: string): string => {
  const [first] = words
  if (words.length === 1 && first) return first.text.trim()
  return line.slice(first?.from ?? line.length, words.at(-1)?.to).trim()
}

/** The value in its canonical words. */
const canonical = (spec: CommandSpec, argument: Argument, value: string): string | Misuse => {
  if (argument.number) {
    if (/^0*[1-9]\d{0,5}$/.test(value)) return String(Number(value))
    return misused(spec, ({ misuse }) =>
      misuse.notNumber({ argument: nameOf(argument), value: quoted(value, misuse.nothing) }),
    )
  }
  const { choices } = argument
  if (!choices) return value
  const words = argument.rest ? value.split(/[\s,]+/).filter(Boolean) : [value]
  const chosen = words.map((word) => choices.find((choice) => choice === word.toLowerCase()))
  const wrong = words.find((_, index) => chosen[index] === undefined)
  if (wrong === undefined && words.length > 0) return chosen.join(' ')
  return misused(spec, ({ misuse }) =>
    misuse.notChoice({
      argument: nameOf(argument),
      choices: alternatives(
        choices.map((choice) => quoted(choice)),
        misuse.or,
      ),
      value: quoted(wrong ?? value, misuse.nothing),
    }),
  )
}

const missing = (spec: CommandSpec, args: Values): Misuse | undefined => {
  const absent = spec.args.find(({ name, optional }) => !optional && args[name] === undefined)
  if (!absent) return undefined
  return misused(spec, (words) => {
    const about = aboutCommand(spec.name, words).options[absent.name] ?? ''
    return words.misuse.lacks({ command: called(spec), about })
  })
}

const tooMuch = (spec: CommandSpec, token: Token | undefined): Misuse =>
  spec.args.length > 0
    ? misused(spec, ({ misuse }) =>
        misuse.tooMuch({ command: called(spec), value: quoted(token?.text ?? '', misuse.nothing) }),
      )
    : {
        fault: ({ misuse }) => misuse.takesNothing({ command: called(spec) }),
        mend: ({ misuse }) => misuse.typeAlone,
      }

const twice = (argument: Argument): Misuse => ({
  fault: ({ misuse }) => misuse.givenTwice({ argument: nameOf(argument) }),
  mend: ({ misuse }) => misuse.leaveOneOut,
})

const misused = (spec: CommandSpec, fault: Says): Misuse => ({
  fault,
  mend: ({ misuse }) => misuse.forExample({ command: quoted(`/${spec.example}`) }),
})

const called = ({ name }: CommandSpec): string => quoted(`/${name}`)

const nameOf = ({ flag, name }: Argument): string => quoted(flag ? `--${name}` : name)

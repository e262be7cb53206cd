/** How commands are written, in words. */
import type { Argument, CommandSpec } from './command.ts'
import { findCommand } from './commands.ts'

/** How a command is called, such as `start [problem] [--minutes N]`. */
export const usage = (spec: CommandSpec): string =>
  [
    spec.name,
    ...spec.args.map((argument) => (argument.optional ? `[${slot(argument)}]` : slot(argument))),
  ].join(' ')

/** A command with these arguments, written as a person would type it. */
export const commandLine = (command: string, args: Readonly<Record<string, string>> = {}): string => {
  const row: readonly Pick<Argument, 'name' | 'flag'>[] =
    findCommand(command)?.args ?? Object.keys(args).map((name) => ({ name }))
  const given = row.flatMap(({ name, flag }) => {
    const value = args[name]
    return value ? [flag ? `--${name} ${typed(value)}` : typed(value)] : []
  })
  return [command, ...given].join(' ')
}

/** A short text as Markdown code, so that nothing in it is formatting; `nothing` where there is none. */
export const quoted = (text: string, nothing = '(nothing)'): string => {
  const flat = text.replace(/[`\s]+/g, ' ').trim()
  return `\`${(flat.length > 60 ? `${flat.slice(0, 59)}…` : flat).toWellFormed() || nothing}\``
}

/** "a, b or c", with the word for "or" or "and" in the language that is spoken. */
export const alternatives = (words: readonly string[], link: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${link} ${words.at(-1)}`

const slot = ({ name, flag, choices, number, rest }: Argument): string => {
  const value = choices?.join('|') ?? (number ? 'N' : flag ? 'text' : name)
  return `${flag ? `--${name} ` : ''}${value}${rest && choices ? ' ...' : ''}`
}

const typed = (value: string): string => {
  if (!/[\s"“”]|^[-—–]/.test(value)) return value
  return value.includes('"') ? `“${value}”` : `"${value}"`
}

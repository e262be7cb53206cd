/** Help, printed from the table of commands. */
import { type Words, wordsIn } from '../words/words.ts'
import { aboutCommand } from './about.ts'
import type { Argument, CommandSpec } from './command.ts'
import { COMMAND_WORDS, COMMANDS, findCommand } from './commands.ts'
import { nearest } from './nearest.ts'
import { quoted, usage } from './usage.ts'

/** Markdown about all commands, or about one; `prefix` is what is typed before a command's name. */
export const helpText = (command?: string, prefix = '/', words: Words = wordsIn(undefined)): string => {
  if (command === undefined) return overview(prefix, words)
  const spec = findCommand(command.replace(/^\//, ''))
  return spec ? detail(spec, prefix, words) : notFound(command, prefix, words)
}

const overview = (prefix: string, words: Words): string =>
  [
    ...COMMANDS.filter(({ group }) => group !== 'tools').map((spec) => listed(spec, prefix, words)),
    '',
    `**${words.help.tools}**`,
    '',
    ...COMMANDS.filter(({ group }) => group === 'tools').map((spec) => listed(spec, prefix, words)),
    '',
    words.help.inDetail({ command: `${prefix}help start` }),
  ].join('\n')

const listed = (spec: CommandSpec, prefix: string, words: Words): string =>
  `- **${prefix}${spec.name}**: ${aboutCommand(spec.name, words).about} ${sample(spec, prefix, words)}`

/** An example is worth its space only where it shows more than the name. */
const sample = (spec: CommandSpec, prefix: string, { help }: Words): string =>
  spec.example === spec.name ? '' : help.sample({ command: `${prefix}${spec.example}` })

const detail = (spec: CommandSpec, prefix: string, words: Words): string => {
  const { help } = words
  const { about, options } = aboutCommand(spec.name, words)
  return [
    `\`${prefix}${usage(spec)}\``,
    '',
    about + (spec.private ? ` ${help.onlyYou}` : ''),
    '',
    ...spec.args.map((argument) => explained(argument, options[argument.name] ?? '', words)),
    ...(spec.args.length > 0 ? [''] : []),
    help.example({ command: `${prefix}${spec.example}` }),
    ...(spec.also
      ? ['', help.also({ commands: spec.also.map((word) => `\`${prefix}${word}\``).join(', ') })]
      : []),
  ].join('\n')
}

const explained = ({ name, flag, choices, optional }: Argument, about: string, { help }: Words): string =>
  `- \`${flag ? '--' : ''}${name}\`: ${about}${choices ? ` (${choices.join(', ')})` : ''}${optional ? `; ${help.optional}` : ''}`

const notFound = (command: string, prefix: string, { help, misuse }: Words): string => {
  const meant = nearest(command, COMMAND_WORDS)
  const offer = meant
    ? help.meant({ command: `${prefix}${meant}` })
    : help.listsAll({ command: `${prefix}help` })
  return `${help.noCommand({ command: quoted(command, misuse.nothing) })} ${offer}`
}

/** Help, printed from the table of commands. */
import type { CommandSpec } from './command.ts'
import { COMMAND_WORDS, COMMANDS, findCommand } from './commands.ts'
import { nearest } from './nearest.ts'
import { quoted, usage } from './usage.ts'

/** Markdown about all commands, or about one; `prefix` is what is typed before a command's name. */
export const helpText = (command?: string, prefix = '/'): string => {
  if (command === undefined) return overview(prefix)
  const spec = findCommand(command.replace(/^\//, ''))
  return spec ? detail(spec, prefix) : notFound(command, prefix)
}

const overview = (prefix: string): string =>
  [
    ...COMMANDS.map((spec) => `- **${prefix}${spec.name}**: ${spec.about} ${sample(spec, prefix)}`),
    '',
    `\`${prefix}help start\` shows one command in detail.`,
  ].join('\n')

/** An example is worth its space only where it shows more than the name. */
const sample = (spec: CommandSpec, prefix: string): string =>
  spec.example === spec.name ? '' : `For example \`${prefix}${spec.example}\`.`

const detail = (spec: CommandSpec, prefix: string): string =>
  [
    `\`${prefix}${usage(spec)}\``,
    '',
    spec.about + (spec.private ? ' Only you see the answer.' : ''),
    '',
    ...spec.args.map(
      ({ name, flag, about, choices, optional }) =>
        `- \`${flag ? '--' : ''}${name}\`: ${about}${choices ? ` (${choices.join(', ')})` : ''}${optional ? '; may be left out' : ''}`,
    ),
    ...(spec.args.length > 0 ? [''] : []),
    `Example: \`${prefix}${spec.example}\``,
    ...(spec.also
      ? ['', `Other words for it: ${spec.also.map((word) => `\`${prefix}${word}\``).join(', ')}`]
      : []),
  ].join('\n')

const notFound = (command: string, prefix: string): string => {
  const meant = nearest(command, COMMAND_WORDS)
  const offer = meant ? `Did you mean \`${prefix}${meant}\`?` : `\`${prefix}help\` lists all.`
  return `There is no command ${quoted(command)}. ${offer}`
}

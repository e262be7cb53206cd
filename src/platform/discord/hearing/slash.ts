/** The slash command and the command in the menu of messages, as commands that were heard. */
import { wordsIn } from '../../../words/words.ts'
import { misheard } from '../../misheard.ts'
import { type Parsed, parseCommand } from '../../parse.ts'
import type { SentFile } from '../../platform.ts'
import { commandLine } from '../../usage.ts'
import { personName } from '../names.ts'
import { GRADE, gradeIn, PERSON, SLASH, TOOLS } from '../registration.ts'
import { type Ask, type Asking, heardFrom } from './asked.ts'
import { contentOf } from './messages.ts'
import type { Given, Interaction } from './payload.ts'
import type { At } from './spots.ts'

/** Takes a command, and says to its person alone what is wrong with it. */
export const slashOf = ({ take, hear }: Ask) => {
  return async (asking: Asking): Promise<void> => {
    const { interaction, at, reply } = asking
    if (interaction.data?.type === MENU) return grade(asking, hear)
    const parsed = read(interaction, at)
    const file = fileIn(interaction)
    if ('args' in parsed && file)
      return hear({ ...heardFrom(asking), type: 'command', ...parsed, file }, asking)
    if ('args' in parsed) return take('command', parsed, asking)
    await reply.say({ tone: 'answer', text: misheard(parsed, `/${SLASH} `, wordsIn(interaction.locale)) })
  }
}

/** The command of the menu is of this type. */
const MENU = 3

/**
 * The options as a line that a person would type, read as every other line is: Discord keeps to what it was told of the
 * commands, but may still show what it was told before.
 */
const read = ({ data }: Interaction, { tenant }: At): Parsed => {
  const subcommand = subcommandIn(data)
  if (!subcommand) return parseCommand('')
  if (data?.options?.[0]?.name === TOOLS.group) return parseCommand(toolLine(subcommand))
  return parseCommand(commandLine(subcommand.name, argsOf(subcommand.options ?? [], tenant)))
}

/** The subcommand, which may stand in a group. */
const subcommandIn = (data: Interaction['data']): Given | undefined => {
  const [first] = data?.options ?? []
  return first?.type === GROUP ? first.options?.[0] : first
}

/** A subcommand that holds others is of this type. */
const GROUP = 2

const toolLine = ({ name, options = [] }: Given): string =>
  `${name} ${String(options.find((option) => option.name === TOOLS.values)?.value ?? '')}`

/** The file that was given to a tool. */
const fileIn = ({ data }: Interaction): SentFile | undefined => {
  const given = subcommandIn(data)?.options?.find(({ name }) => name === TOOLS.file)?.value
  const attached = data?.resolved?.attachments?.[String(given)]
  return attached && contentOf(attached)
}

/** People are called by their names of ours, also where they are mentioned among other words. */
const argsOf = (options: readonly Given[], tenant: string): Record<string, string> =>
  Object.fromEntries(
    options.map(({ name, value }) => {
      const words = String(value ?? '')
        .replace(/\s+/g, ' ')
        .replace(/<@!?(\d{1,20})>/g, (_, id) => personName(tenant, id))
      return [name, name === PERSON && /^\d{1,20}$/.test(words) ? personName(tenant, words) : words]
    }),
  )

/** An answer may be judged for who wrote it, and for nobody else. */
const grade = async (asking: Asking, hear: Ask['hear']): Promise<void> => {
  const { interaction, at, reply } = asking
  const { target_id: message = '', resolved } = interaction.data ?? {}
  const target = resolved?.messages?.[message]
  if (target?.author?.id !== at.user) {
    const { edge } = wordsIn(interaction.locale)
    return reply.say({
      tone: 'answer',
      text: edge.ownAnswersOnly({ grade: gradeIn(interaction.locale) }),
    })
  }
  const heard = { ...heardFrom(asking), type: 'command' as const, command: GRADE.command }
  await hear({ ...heard, args: { message } }, asking)
}

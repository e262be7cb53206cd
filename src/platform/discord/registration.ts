/** The commands as Discord is told about them: one, with a subcommand for each row of the table, and one in the menu of messages. */
import { wordsIn } from '../../words/words.ts'
import { type About, aboutCommand } from '../about.ts'
import type { Argument, CommandSpec } from '../command.ts'
import { COMMANDS } from '../commands.ts'
import { DE } from './locales/de.ts'
import { EN } from './locales/en.ts'
import { ES } from './locales/es.ts'
import { FR } from './locales/fr.ts'
import { JA } from './locales/ja.ts'
import type { Locale } from './locales/locale.ts'
import { PT } from './locales/pt.ts'
import { ZH } from './locales/zh.ts'

/** The name of the slash command. */
export const SLASH = 'mlsd'

/** The name of the command in a message's menu, and of the command that is heard. */
export const GRADE = { menu: EN.grade, command: 'grade' } as const

/** What is written in which of Discord's languages; in all others it is in English. */
export const LOCALES: Readonly<Record<string, Locale>> = {
  de: DE,
  'es-ES': ES,
  'es-419': ES,
  fr: FR,
  'pt-BR': PT,
  ja: JA,
  'zh-CN': ZH,
}

/** What the command in the menu is called for whoever has Discord in this language. */
export const gradeIn = (locale = ''): string => LOCALES[locale]?.grade ?? GRADE.menu

/** An option by which somebody is named, as Discord names people. */
export const PERSON = 'person'

/** An option whose values are proposed while it is typed, from the field of this name in the form `start`. */
export const PROPOSED = 'problem'

type Texts = Record<string, string>
type Described = { name: string; description: string; description_localizations: Texts }
export type Option = Described & {
  type: 3 | 4 | 6 | 11
  required: boolean
  choices?: { name: string; value: string }[]
  min_value?: number
  max_value?: number
  autocomplete?: true
}
export type Subcommand = Described & { type: 1; options: Option[] }
export type Group = Described & { type: 2; options: Subcommand[] }
export type Registered =
  | (Described & { type: 1; options: (Subcommand | Group)[] } & Reach)
  | ({ type: 3; name: string; name_localizations: Texts } & Reach)
/** In which places a command is offered; only one that is registered everywhere says so. */
type Reach = { contexts?: number[]; integration_types?: number[] }

/** All commands: for every guild and direct message, or for one guild. */
export const registered = (
  everywhere: boolean,
  commands: readonly CommandSpec[] = COMMANDS,
): Registered[] => {
  const reach: Reach = everywhere ? { contexts: [GUILD, BOT_DM], integration_types: [GUILD_INSTALL] } : {}
  const descriptions = eachLocale(({ about }) => about)
  return [
    {
      ...{ type: 1, name: SLASH, description: EN.about, description_localizations: descriptions },
      options: [
        ...commands
          .filter(({ group }) => group === undefined)
          .slice(0, MOST_OPTIONS - GROUPS)
          .map(subcommand),
        ...ownOf(commands.filter(({ group }) => group === OWN_GROUP)),
        ...toolsOf(commands.filter(({ group }) => group === 'tools')),
      ],
      ...reach,
    },
    { type: 3, name: GRADE.menu, name_localizations: eachLocale(({ grade }) => grade), ...reach },
  ]
}

const [GUILD, BOT_DM, GUILD_INSTALL] = [0, 1, 0] as const
const [STRING, INTEGER, USER, ATTACHMENT] = [3, 4, 6, 11] as const

/** Discord takes so many subcommands of a command, options of one and choices of an option; */
const MOST_OPTIONS = 25
/** and so many characters in a description. */
const MOST_TEXT = 100
const MOST_NUMBER = 999_999

/** The name of the group of what is a person's own. */
export const OWN_GROUP = 'my'
/** Both groups take a place among the subcommands. */
const GROUPS = 2

const ownOf = (commands: readonly CommandSpec[]): Group[] =>
  commands.length === 0
    ? []
    : [
        {
          ...{ type: 2, name: OWN_GROUP, description: short(EN.own) },
          description_localizations: eachLocale(({ own }) => own),
          options: commands.map(subcommand),
        },
      ]

/** The name of the group of tools, and of the options that each of them takes. */
export const TOOLS = { group: 'tools', values: 'values', file: 'file' } as const

/** Their options are typed in one line: each by itself would not fit into what Discord takes of a command. */
const toolsOf = (tools: readonly CommandSpec[]): Group[] =>
  tools.length === 0
    ? []
    : [
        {
          ...{ type: 2, name: TOOLS.group, description: short(EN.tools.about) },
          description_localizations: eachLocale(({ tools }) => tools.about),
          options: tools.slice(0, MOST_OPTIONS).map(tool),
        },
      ]

const tool = (spec: CommandSpec): Subcommand => ({
  type: 1,
  name: spec.name,
  description: short(EN.tools.commands[spec.name] ?? inEnglish(spec).about),
  description_localizations: eachLocale(({ tools }) => tools.commands[spec.name]),
  options: [
    ...(spec.takes === 'file' ? [toolOption(TOOLS.file, ATTACHMENT)] : []),
    toolOption(TOOLS.values, STRING),
  ],
})

const toolOption = (name: 'values' | 'file', type: 3 | 11): Option => ({
  ...{ type, name, description: short(EN.tools[name]), required: false },
  description_localizations: eachLocale(({ tools }) => tools[name]),
})

const subcommand = (spec: CommandSpec): Subcommand => ({
  type: 1,
  name: spec.name,
  description: short((EN.commands[spec.name]?.about ?? inEnglish(spec).about) || spec.name),
  description_localizations: eachLocale(({ commands }) => commands[spec.name]?.about),
  options: spec.args
    .toSorted((one, other) => Number(one.optional ?? false) - Number(other.optional ?? false))
    .slice(0, MOST_OPTIONS)
    .map((argument) => option(spec, argument)),
})

const option = (spec: CommandSpec, argument: Argument): Option => {
  const { name, choices = [], rest, number } = argument
  const { options } = inEnglish(spec)
  const offered = !rest && choices.length > 0 && choices.length <= MOST_OPTIONS
  return {
    type: name === PERSON ? USER : number ? INTEGER : STRING,
    name,
    description: short(EN.commands[spec.name]?.options?.[name] ?? options[name] ?? name),
    description_localizations: eachLocale(({ commands }) => commands[spec.name]?.options?.[name]),
    required: !argument.optional,
    ...(offered && { choices: choices.map((choice) => ({ name: choice, value: choice })) }),
    ...(number && { min_value: 1, max_value: MOST_NUMBER }),
    ...(name === PROPOSED && { autocomplete: true as const }),
  }
}

const inEnglish = ({ name }: CommandSpec): About => aboutCommand(name, wordsIn('en'))

const eachLocale = (text: (locale: Locale) => string | undefined): Texts =>
  Object.fromEntries(
    Object.entries(LOCALES).flatMap(([code, locale]) => {
      const words = text(locale)
      return words === undefined ? [] : [[code, short(words)]]
    }),
  )

const short = (text: string): string => {
  if (text.length <= MOST_TEXT) return text
  const cut = text.slice(0, MOST_TEXT - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_TEXT / 2)).replace(/[\s,;:.]+$/, '')}…`
}

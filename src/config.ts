/** What can be set from outside, read once. */
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { databaseOf } from './config/database.ts'
import { type DiscordSettings, discordOf } from './config/discord.ts'
import type { Given } from './config/given.ts'
import { type ModelSettings, modelOf } from './config/model.ts'
import { type OpsSettings, opsOf } from './config/ops.ts'
import { type Role, roleOf } from './config/role.ts'
import { type SlackSettings, slackOf } from './config/slack.ts'
import { type WebSettings, webOf } from './config/web.ts'

export type Config = Readonly<{
  /** The folder that holds all data. */
  home: string
  /** The file in it that memory and mailbox share. */
  file: string
  /** The PostgreSQL database that takes the place of the file, by its address. */
  database?: string
  /** The folder of a private bank, beside the one that comes along. */
  flows?: string
  /** Milliseconds after which an abandoned interview closes itself. */
  idle: number
  /** Milliseconds of silence that end an answer typed in a terminal. */
  quiet: number
  /** The same where people chat: they send what they think in several messages, and take longer between them. */
  chatQuiet: number
  /** Whether the terminal may use colour. */
  colour: boolean
  /** The language of whoever sits at the terminal, as a tag such as `de-AT`; absent where none is set. */
  locale?: string
  /** The Slack edge, where it is set up. */
  slack?: SlackSettings
  /** The Discord edge, where it is set up. */
  discord?: DiscordSettings
  /** What this process does of the bot's work. */
  role: Role
  /** What whoever runs the bot can see of it. */
  ops: OpsSettings
  /** Pages over HTTP, where there is a public address. */
  web?: WebSettings
  /** The language model, where one is set. */
  model?: ModelSettings
}>

/** The environment is not usable; the message lists every fault, for whoever set it. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(['The settings cannot be used:', ...faults.map((fault) => `  ${fault}`)].join('\n'))
    this.faults = faults
  }
}

/** Reads the environment; throws a `ConfigError` that names every variable at fault, what it holds and what is wanted. */
export const configOf = (env: Given): Config => {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const read = Settings.safeParse(given)
  const home = homeOf(given)
  const faults = [
    ...(read.success ? [] : read.error.issues.map((issue) => faultOf(issue, given))),
    ...home.faults,
  ]
  const blame = (fault: string): undefined => {
    // Two edges may need the same setting.
    if (!faults.includes(fault)) faults.push(fault)
  }
  const [slack, discord] = [slackOf(given, blame), discordOf(given, blame)]
  const web = slack || discord ? webOf(given, blame) : undefined
  const database = databaseOf(given, blame)
  const [role, model] = [roleOf(given, blame), modelOf(given, blame)]
  const ops = opsOf(given, blame)
  if (!read.success || faults.length > 0) throw new ConfigError(faults)
  const { MLSD_IDLE_HOURS, MLSD_QUIET_SECONDS, MLSD_CHAT_QUIET_SECONDS } = read.data
  return Object.freeze({
    home: home.folder,
    file: join(home.folder, 'mlsd.db'),
    ...(database !== undefined && { database }),
    ...(given.MLSD_FLOWS !== undefined && { flows: resolve(given.MLSD_FLOWS) }),
    idle: MLSD_IDLE_HOURS * 3_600_000,
    quiet: MLSD_QUIET_SECONDS * 1_000,
    chatQuiet: MLSD_CHAT_QUIET_SECONDS * 1_000,
    colour: !env.NO_COLOR,
    ...localeOf(given),
    ...(slack && { slack }),
    ...(discord && { discord }),
    role,
    ops,
    ...(web && { web }),
    ...(model && { model }),
  })
}

/** As the C library reads it: the first of three that is set; `de_AT.UTF-8` is written `de-AT`, and `C` is none. */
const localeOf = ({ LC_ALL, LC_MESSAGES, LANG }: Given): { locale?: string } => {
  const [tag = ''] = (LC_ALL ?? LC_MESSAGES ?? LANG ?? '').split(/[.@]/)
  return /^[a-z]{2,3}(?:[_-]|$)/i.test(tag) ? { locale: tag.replaceAll('_', '-') } : {}
}

const number = (least: number, most: number, preset: number) =>
  z.coerce
    .number(`a number from ${least} to ${most}`)
    .min(least, `a number from ${least} to ${most}`)
    .max(most, `a number from ${least} to ${most}`)
    .default(preset)

/** What is wanted stands in each message. */
const Settings = z.object({
  MLSD_IDLE_HOURS: number(0.1, 8_760, 72),
  MLSD_QUIET_SECONDS: number(0, 60, 2.5),
  MLSD_CHAT_QUIET_SECONDS: number(0, 60, 6),
})

const faultOf = ({ path, message }: z.core.$ZodIssue, given: Given): string => {
  const name = String(path[0])
  return `${name} is "${given[name]}"; wanted is ${message}.`
}

/** The data folder; a relative XDG_DATA_HOME counts as not set, as its specification asks. */
const homeOf = (given: Given): { folder: string; faults: string[] } => {
  const { MLSD_HOME, XDG_DATA_HOME = '', HOME = '' } = given
  if (MLSD_HOME !== undefined) return { folder: resolve(MLSD_HOME), faults: [] }
  if (isAbsolute(XDG_DATA_HOME)) return { folder: join(XDG_DATA_HOME, 'mlsd'), faults: [] }
  if (isAbsolute(HOME)) return { folder: join(HOME, '.local', 'share', 'mlsd'), faults: [] }
  const found = HOME === '' ? 'HOME is not set' : `HOME is "${HOME}"`
  return {
    folder: '',
    faults: [`${found}; wanted is an absolute path, or the folder for all data in MLSD_HOME.`],
  }
}

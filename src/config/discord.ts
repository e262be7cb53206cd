/** The settings of the Discord edge. No fault ever shows what was set: it may be a secret in the wrong place. */
import { addressOf, type Blame, type Given, trimmed } from './given.ts'

export type DiscordSettings = Readonly<{
  /** The bot, in every server that has invited it. */
  token: string
  /** The one server that is told of the slash commands, at once; every server when absent. */
  guild?: string
  /** The one shard that this process listens to, counted from 0, of so many. */
  shard?: { id: number; of: number }
  /** Another base of the REST API, without the version and without a `/` at its end. */
  apiUrl?: string
}>

/** What is set for Discord, or nothing where it is not wanted or cannot be used; `blame` is told each fault. */
export const discordOf = (settings: Given, blame: Blame): DiscordSettings | undefined => {
  const given = trimmed(settings)
  if (given.DISCORD_TOKEN === undefined && given.DISCORD_GUILD_ID === undefined) return undefined
  const token = tokenOf(given, blame)
  const guild = guildOf(given, blame)
  const apiUrl = addressOf('DISCORD_API_URL', given, blame)?.replace(/\/v\d+$/, '')
  const shard = shardOf(given, blame)
  if (token === undefined) return undefined
  return { token, ...(guild && { guild }), ...(shard && { shard }), ...(apiUrl && { apiUrl }) }
}

const shardOf = ({ DISCORD_SHARD: value }: Given, blame: Blame): DiscordSettings['shard'] => {
  if (value === undefined) return undefined
  const [, id, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []
  if (id !== undefined && Number(id) < Number(of)) return { id: Number(id), of: Number(of) }
  return blame(
    `DISCORD_SHARD is "${value}"; wanted is which of how many, counted from 0, such as 0/2 and 1/2 for two processes.`,
  )
}

/** What else somebody may have pasted, so that it can be named without being shown. */
const MISTAKEN: readonly [form: RegExp, what: string][] = [
  [/^["']/, 'begins with a quotation mark, which has to be left out'],
  [/^Bot\s/i, 'begins with the word "Bot", which has to be left out'],
  [/^\d+$/, 'is an id and no token'],
  [/^[0-9a-f]{64}$/, 'is the public key of the application and not the token of its bot'],
  [/^[\w-]{32}$/, 'is the client secret of the application and not the token of its bot'],
]

/** A bot's token has three parts: whose it is, since when, and what proves it. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/

const tokenOf = ({ DISCORD_TOKEN: token }: Given, blame: Blame): string | undefined => {
  if (token === undefined) return blame(`DISCORD_TOKEN is not set; ${WANTED}`)
  if (TOKEN.test(token)) return token
  const what = MISTAKEN.find(([form]) => form.test(token))?.[1] ?? 'is no such token'
  return blame(`DISCORD_TOKEN ${what}; ${WANTED}`)
}

const WANTED = 'wanted is the one that "Reset Token" shows, on the page "Bot" of the application.'

const guildOf = ({ DISCORD_GUILD_ID: guild }: Given, blame: Blame): string | undefined =>
  guild === undefined || /^\d{15,20}$/.test(guild)
    ? guild
    : blame(
        'DISCORD_GUILD_ID is no id of a server; wanted are the 17 to 20 digits that "Copy Server ID" copies.',
      )

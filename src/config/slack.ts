/** The settings of the Slack edge: how Slack reaches the bot, and whose bot it is. No fault ever shows a secret. */
import { addressOf, type Blame, type Given, trimmed } from './given.ts'

export type SlackSettings = Readonly<{
  /** Socket Mode needs no address that Slack can reach; HTTP does, and serves any number of workspaces. */
  transport: { socket: { appToken: string } } | { http: { signingSecret: string; port: number } }
  /** One workspace by its token, or every workspace that installs the app over OAuth. */
  team:
    | { token: string; publicUrl?: string }
    | { clientId: string; clientSecret: string; stateSecret: string; publicUrl?: string }
  /** Another base of the Web API, with a `/` at its end. */
  apiUrl?: string
}>

/** What is set for Slack, or nothing where it is not wanted or cannot be used; `blame` is told each fault. */
export const slackOf = (settings: Given, blame: Blame): SlackSettings | undefined => {
  const given = trimmed(settings)
  const wanted = [...OAUTH, 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']
  if (!wanted.some((name) => given[name] !== undefined)) return undefined
  const transport = transportOf(given, blame)
  const team = teamOf(given, blame)
  const apiUrl = addressOf('SLACK_API_URL', given, blame)
  if (!transport || !team) return undefined
  if ('clientId' in team && 'socket' in transport) {
    return blame(
      'SLACK_APP_TOKEN and SLACK_CLIENT_ID are both set; many workspaces are served over HTTP, ' +
        'which wants SLACK_SIGNING_SECRET in place of SLACK_APP_TOKEN.',
    )
  }
  return { transport, team, ...(apiUrl && { apiUrl: `${apiUrl}/` }) }
}

const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const

const transportOf = (given: Given, blame: Blame): SlackSettings['transport'] | undefined => {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given
  if (appToken && signingSecret) {
    return blame(
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set; ' +
        'keep the first for Socket Mode, or the second for HTTP.',
    )
  }
  if (appToken) return isToken('SLACK_APP_TOKEN', appToken, blame) ? { socket: { appToken } } : undefined
  if (!signingSecret) {
    return blame(
      'Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set; ' +
        'wanted is the first for Socket Mode, or the second for HTTP.',
    )
  }
  const port = portOf(given, blame)
  return port ? { http: { signingSecret, port } } : undefined
}

const portOf = ({ PORT = '3000' }: Given, blame: Blame): number | undefined => {
  const port = /^\d{1,5}$/.test(PORT) ? Number(PORT) : 0
  return port >= 1 && port <= 65_535
    ? port
    : blame(`PORT is "${PORT}"; wanted is a whole number from 1 to 65535.`)
}

const teamOf = (given: Given, blame: Blame): SlackSettings['team'] | undefined => {
  const token = given.SLACK_BOT_TOKEN
  const [some, missing] = [OAUTH.filter((name) => given[name]), OAUTH.filter((name) => !given[name])]
  if (token && some.length > 0) {
    return blame(
      `SLACK_BOT_TOKEN and ${list(some)} are set; keep the first for one workspace, or ${list(OAUTH)} for many.`,
    )
  }
  if (token) {
    const publicUrl = addressOf('PUBLIC_URL', given, blame)
    return isToken('SLACK_BOT_TOKEN', token, blame) ? { token, ...(publicUrl && { publicUrl }) } : undefined
  }
  if (some.length === 0) {
    return blame(
      `SLACK_BOT_TOKEN is not set; wanted is the token of the workspace, or ${list(OAUTH)} for many workspaces.`,
    )
  }
  if (missing.length > 0) {
    return blame(
      `${list(missing)} ${missing.length === 1 ? 'is' : 'are'} not set; OAuth wants ${list(OAUTH)}.`,
    )
  }
  return installing(given, blame)
}

/** OAuth, with all of its three settings there. */
const installing = (given: Given, blame: Blame): SlackSettings['team'] | undefined => {
  const { SLACK_CLIENT_ID: clientId = '', SLACK_CLIENT_SECRET: clientSecret = '' } = given
  const { SLACK_STATE_SECRET: stateSecret = '' } = given
  const publicUrl = addressOf('PUBLIC_URL', given, blame)
  if (stateSecret.length < 16)
    return blame('SLACK_STATE_SECRET is short; wanted are 16 characters or more that nobody can guess.')
  return { clientId, clientSecret, stateSecret, ...(publicUrl && { publicUrl }) }
}

/** What else somebody may have pasted, so that it can be named without being shown. */
const MISTAKEN: readonly [begin: string, what: string][] = [
  ['xoxe', 'is a token that expires; turn token rotation off for one workspace, or use OAuth'],
  ['xoxb-', 'is a bot token, which belongs in SLACK_BOT_TOKEN'],
  ['xapp-', 'is an app-level token, which belongs in SLACK_APP_TOKEN'],
  ['xoxp-', "is a person's token and not the bot's"],
  ['"', 'begins with a quotation mark, which has to be left out'],
]

const isToken = (name: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN', value: string, blame: Blame): boolean => {
  const begin = name === 'SLACK_BOT_TOKEN' ? 'xoxb-' : 'xapp-'
  if (value.startsWith(begin)) return true
  const what = MISTAKEN.find(([start]) => value.startsWith(start))?.[1] ?? 'is no such token'
  blame(`${name} ${what}; wanted is one that begins with ${begin}.`)
  return false
}

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

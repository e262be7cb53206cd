/** Whether Slack takes the tokens, and what they may do. */
import type { Finding } from '../../../finding.ts'
import { isRecord } from '../../outside.ts'
import { askSlack, type Reply } from './ask.ts'

/** The token of the bot: whose it is, and whether it may do all that the bot does, and no more. */
export const checkBot = async (
  apiUrl: string,
  token: string,
  needed: readonly string[],
): Promise<Finding[]> => {
  const reply = await askSlack(apiUrl, 'auth.test', { token })
  if (!reply.ok) return [refused('bot token', reply, BOT)]
  const { user, team, team_id: id } = reply.told
  const whose = { what: 'bot token', ok: true as const, says: `@${user} in ${team} (${id})` }
  return [whose, scopes(reply.scopes ?? [], needed)]
}

/** The token of the app, by which Socket Mode is opened. */
export const checkApp = async (apiUrl: string, token: string): Promise<Finding> => {
  const reply = await askSlack(apiUrl, 'apps.connections.open', { token })
  return reply.ok
    ? { what: 'app token', ok: true, says: 'Socket Mode can be opened' }
    : refused('app token', reply, APP)
}

/** Whether both tokens are of one app, as far as Slack tells; nothing where it does not. */
export const checkPair = async (apiUrl: string, token: string, appToken: string): Promise<Finding[]> => {
  const own = /^xapp-\d+-(A[A-Z0-9]+)(?:-|$)/.exec(appToken)?.[1]
  const who = await askSlack(apiUrl, 'auth.test', { token })
  if (own === undefined || !who.ok) return []
  const reply = await askSlack(apiUrl, 'bots.info', { token, form: { bot: String(who.told.bot_id) } })
  const bot = reply.ok && isRecord(reply.told.bot) ? reply.told.bot.app_id : undefined
  if (typeof bot !== 'string') return []
  const what = 'both tokens'
  if (bot === own) return [{ what, ok: true, says: `are of the app ${own}` }]
  const says = `are of two apps: that of the bot is of ${bot}, that of the app of ${own}`
  return [{ what, ok: false, says, mend: `Copy both from the pages of one app, ${bot} or ${own}.` }]
}

/** The client of OAuth: Slack looks at its secret before it looks at a code, and this code is none. */
export const checkClient = async (apiUrl: string, id: string, secret: string): Promise<Finding> => {
  const form = { client_id: id, client_secret: secret, code: 'mlsd-doctor' }
  const reply = await askSlack(apiUrl, 'oauth.v2.access', { form })
  return reply.ok || reply.error === 'invalid_code'
    ? { what: 'OAuth client', ok: true, says: 'Slack knows it and its secret' }
    : refused('OAuth client', reply, CLIENT)
}

const scopes = (granted: readonly string[], needed: readonly string[]): Finding => {
  const [missing, idle] = [needed.filter((scope) => !granted.includes(scope)), notIn(granted, needed)]
  if (missing.length > 0) {
    const mend = `Paste slack-manifest.yaml into "App Manifest" of the app once more, then install the app again.`
    return { what: 'scopes', ok: false, says: `missing: ${missing.join(', ')}`, mend }
  }
  if (idle.length > 0) {
    const mend = 'Remove them under "OAuth & Permissions", or paste slack-manifest.yaml once more.'
    return { what: 'scopes', ok: 'warning', says: `granted and never used: ${idle.join(', ')}`, mend }
  }
  return { what: 'scopes', ok: true, says: `all ${needed.length}, and no more` }
}

const notIn = (granted: readonly string[], needed: readonly string[]): string[] =>
  granted.filter((scope) => scope !== '' && !needed.includes(scope))

type Mends = Readonly<Record<string, string>> & { otherwise: string }

/** What Slack said, and what to do about it. */
const refused = (what: string, { error, told }: Reply & { ok: false }, mends: Mends): Finding => {
  if (error === 'ratelimited') {
    return { what, ok: 'warning', says: 'Slack wants a pause', mend: 'Look again in a minute.' }
  }
  if (error === 'unreachable') return { what, ok: false, says: String(told.what), mend: OUTSIDE }
  return { what, ok: false, says: `Slack answers ${error}`, mend: mends[error] ?? mends.otherwise }
}

/** When Slack itself cannot be reached. */
export const OUTSIDE =
  'Look at the network of this machine, its proxy and SLACK_API_URL; then at status.slack.com.'

const AGAIN = 'Copy the "Bot User OAuth Token" once more, from "OAuth & Permissions" of the app.'

const BOT: Mends = {
  otherwise: AGAIN,
  account_inactive: 'Install the app into the workspace again, and take its new token.',
  token_revoked: 'Install the app into the workspace again, and take its new token.',
  token_expired: 'Turn off "Token Rotation" by installing anew from slack-manifest.yaml, or use OAuth.',
  team_access_not_granted: 'Ask an admin of the organisation to add the app to this workspace.',
  access_denied: 'Ask an admin of the workspace to approve the app.',
}

const LEVEL = 'under "Basic Information", "App-Level Tokens", with the scope connections:write'

const APP: Mends = {
  otherwise: `Make an app-level token ${LEVEL}, and see that "Socket Mode" is on.`,
  missing_scope: `The token lacks connections:write. Make another one ${LEVEL}.`,
}

const CLIENT: Mends = {
  otherwise: 'Copy "Client ID" and "Client Secret" once more, from "Basic Information" of the app.',
}

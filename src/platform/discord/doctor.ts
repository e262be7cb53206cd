/** A look at everything that the Discord edge needs, for whoever sets it up. */
import type { Finding } from '../../finding.ts'
import { checkApplication } from './doctor/application.ts'
import { API_URL, askDiscord, type Caller, type Reply } from './doctor/ask.ts'
import { checkGateway } from './doctor/gateway.ts'
import { checkGuild } from './doctor/guild.ts'

/** What is looked at; with a guild, also what the bot may do there. */
export type Looked = Caller & { guild?: string }

/** Looks at Discord, the token and what the bot may do, and changes nothing anywhere. */
export const checkDiscord = async (options: Looked): Promise<Finding[]> => {
  const me = await askDiscord(options, '/users/@me')
  const api = checkApi(options, me)
  if (!me.ok) return api.ok === true ? [api, refused(me)] : [api]
  const { username, id } = me.told
  const found = await Promise.all([
    checkApplication(options),
    checkGateway(options),
    ...(options.guild === undefined ? [] : [checkGuild(options, options.guild, String(id))]),
  ])
  return [api, { what: BOT, ok: true, says: `@${username} (${id})` }, ...found.flat()]
}

const checkApi = ({ apiUrl = API_URL }: Looked, reply: Reply): Finding => {
  const what = `Discord's API at ${apiUrl}`
  if (reply.ok || reply.status !== 0) return { what, ok: true, says: 'answers' }
  const mend =
    'Look at the network of this machine, its proxy and DISCORD_API_URL; then at discordstatus.com.'
  return { what, ok: false, says: reply.says, mend }
}

const BOT = 'Discord bot'

const refused = ({ status, says }: Reply & { ok: false }): Finding => {
  if (status === 429) return { what: BOT, ok: 'warning', says, mend: 'Look again in some minutes.' }
  const mend =
    status === 401
      ? 'Press "Reset Token" on the page "Bot" of the application, and set the new one as DISCORD_TOKEN.'
      : 'Look again in a minute; then at discordstatus.com.'
  return { what: BOT, ok: false, says, mend }
}

/** One line about where the bot runs, for whoever has just started it. */
import { PlatformFault } from '../platform.ts'
import { askDiscord } from './doctor/ask.ts'
import type { Looked } from './doctor.ts'

/** Who the bot is and in which servers; throws a `PlatformFault` where Discord does not take its token. */
export const whereabouts = async (options: Looked): Promise<string> =>
  `Discord: ${await who(options)}, over the gateway.`

const who = async (options: Looked): Promise<string> => {
  const me = await askDiscord(options, '/users/@me')
  if (me.ok) return `@${me.told.username}, ${await where(options)}`
  if (me.status !== 401) return 'cannot be asked yet who it is there'
  throw new PlatformFault(
    'refused',
    'Discord does not take DISCORD_TOKEN (401). "mlsd doctor" says what to do.',
  )
}

const where = async (options: Looked): Promise<string> => {
  const { guild } = options
  if (guild === undefined) return 'in every server that has invited it'
  const there = await askDiscord(options, `/guilds/${guild}`)
  return `with its commands in ${there.ok ? `${there.told.name} (${guild})` : `server ${guild}`} alone`
}

/** The chat platforms that are set up; each is imported only then. */
import type { Served } from '../cli/app.ts'
import type { Clock } from '../clock.ts'
import type { DiscordSettings } from '../config/discord.ts'
import type { SlackSettings } from '../config/slack.ts'
import type { Config } from '../config.ts'
import { shelfOf } from '../host/shelf.ts'
import type { Log } from '../host/world.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'
import type { Memory } from '../memory/memory.ts'

/** `shared`: others may speak for this process, or it for others. `again` is told of each call that is made once more. */
type Around = {
  clock: Clock
  memory: Memory
  mailbox: Mailbox
  log: Log
  shared: boolean
  again?: ((platform: string) => void) | undefined
}

/** Every one of them, side by side; none of them listens yet. */
export const platformsIn = async ({ slack, discord }: Config, around: Around): Promise<Served[]> =>
  Promise.all([...(slack ? [slackIn(slack, around)] : []), ...(discord ? [discordIn(discord, around)] : [])])

const slackIn = async (
  settings: SlackSettings,
  { clock, memory, mailbox, log, again }: Around,
): Promise<Served> => {
  const [{ slack }, { whereabouts }] = await Promise.all([
    import('../platform/slack/slack.ts'),
    import('../platform/slack/whereabouts.ts'),
  ])
  const where = await whereabouts(settings)
  const shelf = shelfOf({ memory, mailbox }, 'installation')
  return { platform: slack({ ...settings, shelf, clock, log, again: () => again?.('slack') }), where }
}

const discordIn = async (
  settings: DiscordSettings,
  { clock, memory, mailbox, log, shared, again }: Around,
): Promise<Served> => {
  const [{ discord }, { whereabouts }] = await Promise.all([
    import('../platform/discord/discord.ts'),
    import('../platform/discord/whereabouts.ts'),
  ])
  const where = await whereabouts(settings)
  const shelf = shelfOf({ memory, mailbox }, 'discord')
  const around = { shelf, clock, log, again: () => again?.('discord') }
  return { platform: discord({ ...settings, ...around, ...(shared && { shared }) }), where }
}

/** Which guild a direct message is about: the latest one for which something was said there. */
import { recallOf } from '../recall.ts'
import type { Shelf } from '../shelf.ts'
import { guildIn, tenantName } from './names.ts'

export type About = {
  /** Something is said there for this tenant; what belongs to no guild changes nothing. */
  note(channel: string, tenant: string): Promise<void>
  /** The tenant that is meant by what is heard there. */
  tenantOf(channel: string): Promise<string>
}

const MOST = 10_000

export const aboutOf = (shelf: Shelf): About => {
  const known = recallOf<string>(MOST)

  const load = async (channel: string): Promise<string | undefined> => {
    const kept = await shelf.load(`dm:${channel}`)
    return typeof kept === 'string' && /^\d{1,20}$/.test(kept) ? kept : undefined
  }

  const guildOf = async (channel: string): Promise<string> => {
    const guild = known.get(channel) ?? (await load(channel)) ?? ''
    known.set(channel, guild)
    return guild
  }

  return {
    async note(channel, tenant) {
      const guild = guildIn(tenant)
      if (guild === undefined || (await guildOf(channel)) === guild) return
      await shelf.save(`dm:${channel}`, guild)
      known.set(channel, guild)
    },
    tenantOf: async (channel) => tenantName(await guildOf(channel)),
  }
}

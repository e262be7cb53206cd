/** Which guilds a direct message is about: those for which something was said there, the latest one before all. */

import { recallOf } from '../../recall.ts'
import { chainsOf } from '../chains.ts'
import type { Shelf } from '../shelf.ts'
import { guildIn, NO_GUILD, tenantName } from './names.ts'

export type About = {
  /** Something is said there for this tenant; what belongs to no guild changes nothing. */
  note(channel: string, tenant: string): Promise<void>
  /** The tenant that is meant by what is heard there. */
  tenantOf(channel: string): Promise<string>
  /** All for which something was said there. */
  tenantsOf(channel: string): Promise<readonly string[]>
  /** Whether something was said there for this tenant; what belongs to no guild may be said everywhere. */
  includes(channel: string, tenant: string): Promise<boolean>
}

const MOST = 10_000

/** Nobody is in more guilds than this. */
const MOST_GUILDS = 200

export const aboutOf = (shelf: Shelf): About => {
  const known = recallOf<readonly string[]>(MOST)
  const notes = chainsOf()

  /** The guilds, the latest one first. */
  const guildsOf = async (channel: string): Promise<readonly string[]> => {
    const there = known.get(channel)
    if (there) return there
    const kept = guildsIn(await shelf.load(`dm:${channel}`))
    // What was noted while it was loaded is later than what was kept.
    const guilds = known.get(channel) ?? kept
    known.set(channel, guilds)
    return guilds
  }

  return {
    async note(channel, tenant) {
      const guild = guildIn(tenant)
      if (guild === undefined) return
      await notes.run(channel, async () => {
        const before = await guildsOf(channel)
        if (before[0] === guild) return
        const guilds = [guild, ...before.filter((other) => other !== guild)].slice(0, MOST_GUILDS)
        await shelf.save(`dm:${channel}`, guilds)
        known.set(channel, guilds)
      })
    },
    tenantOf: async (channel) => tenantName((await guildsOf(channel))[0]),
    tenantsOf: async (channel) => (await guildsOf(channel)).map(tenantName),
    async includes(channel, tenant) {
      return tenant === NO_GUILD || (await guildsOf(channel)).includes(guildIn(tenant) ?? '')
    },
  }
}

/** What was kept: a list, or the latest alone. */
const guildsIn = (kept: unknown): string[] =>
  (Array.isArray(kept) ? kept : [kept]).filter(
    (guild) => typeof guild === 'string' && /^\d{1,20}$/.test(guild),
  )

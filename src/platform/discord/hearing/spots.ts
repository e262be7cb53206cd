/** Where something happens, and who did it. */

import { recallOf } from '../../../recall.ts'
import { type Desk, type Talk, tenantOf } from '../../platform.ts'
import type { About } from '../about.ts'
import { directName, NO_GUILD, personName, placeName, tenantName } from '../names.ts'
import type { Wire } from '../saying/wire.ts'
import type { Known } from './known.ts'
import { type Channel, isThread, type Member, type User } from './payload.ts'

/** A place as everything from outside is attributed. */
export type Spot = {
  tenant: string
  place: string
  guild?: string
  channel: string
  alone?: true
  thread?: true
}

/** A person somewhere, and what they are called there. */
export type At = Spot & { user: string; person: string; called?: string; roles?: readonly string[] }

export type Spots = {
  /**
   * The place that a channel is; asks Discord where the gateway has not told. What is used in direct messages may have
   * been `shown` for a tenant, which counts where something was said there for it, and else stands for no guild.
   */
  spot(channel: string, guild: string | undefined, given?: Channel, shown?: string): Promise<Spot>
  /** A person there, with their name and the names of their roles. */
  at(spot: Spot, user: User, member: Member | undefined): At
}

const REMEMBERED = 10_000

export const spotsOf = (needs: {
  known: Known
  wire: Wire
  about: Pick<About, 'tenantOf' | 'tenantsOf' | 'includes'>
  desk: Pick<Desk, 'talkAt'>
}): Spots => {
  const { known, wire, about, desk } = needs
  const parents = recallOf<string | null>(REMEMBERED)
  /** The places at which talks were found in direct messages, by what those were about then. */
  const found = recallOf<{ tenant: string; places: readonly string[] }>(REMEMBERED)

  const parentOf = async (channel: string, given?: Channel): Promise<string | null> => {
    if (given && isThread(given) && given.parent_id) return given.parent_id
    if (given?.type !== undefined && !isThread(given)) return null
    const told = known.parentOf(channel) ?? parents.get(channel)
    if (told !== undefined) return told
    const asked = await wire.call<Channel>(
      { what: 'look at the channel' },
      { verb: 'get', route: `/channels/${channel}` },
    )
    const parent = isThread(asked) ? (asked.parent_id ?? null) : null
    parents.set(channel, parent)
    return parent
  }

  /** Where talks may run in direct messages; looked up anew only when what those are about has changed. */
  const placesIn = async (channel: string, tenant: string): Promise<readonly string[]> => {
    const before = found.get(channel)
    if (before?.tenant === tenant) return before.places
    const tenants = [...(await about.tenantsOf(channel)), NO_GUILD]
    return tenants.map((each) => directName(each, channel))
  }

  /** A talk that runs in direct messages goes on there, whatever they are about since. */
  const runningIn = async (channel: string, tenant: string): Promise<string | undefined> => {
    const own = directName(tenant, channel)
    const others = (await placesIn(channel, tenant)).filter((place) => place !== own)
    const running: Talk[] = []
    for (const place of others.length > 0 ? [own, ...others] : []) {
      const talk = await desk.talkAt(place)
      if (talk) running.push(talk)
    }
    found.set(channel, { tenant, places: running.map(({ place }) => place) })
    const [latest] = running.toSorted((one, other) => other.since - one.since)
    return latest && tenantOf(latest.place)
  }

  const tenantAt = async (channel: string): Promise<string> => {
    const tenant = await about.tenantOf(channel)
    return (await runningIn(channel, tenant)) ?? tenant
  }

  const shownFor = async (channel: string, tenant: string): Promise<string> =>
    (await about.includes(channel, tenant)) ? tenant : NO_GUILD

  return {
    async spot(channel, guild, given, shown) {
      if (guild === undefined) {
        const tenant = await (shown === undefined ? tenantAt(channel) : shownFor(channel, shown))
        return { tenant, place: directName(tenant, channel), channel, alone: true }
      }
      const tenant = tenantName(guild)
      const parent = await parentOf(channel, given)
      return parent === null
        ? { tenant, place: placeName(tenant, channel), guild, channel }
        : { tenant, place: placeName(tenant, parent, channel), guild, channel, thread: true }
    },
    at(spot, user, { nick, roles = [] } = {}) {
      const { guild } = spot
      const called = nick || user.global_name || user.username
      const names = guild === undefined ? [] : roles.flatMap((role) => known.roleName(guild, role) ?? [])
      return {
        ...spot,
        user: user.id,
        person: personName(spot.tenant, user.id),
        ...(called && { called }),
        ...(names.length > 0 && { roles: names }),
      }
    },
  }
}

/** Where something happens, and who did it. */

import { type Desk, type Talk, tenantOf } from '../../platform.ts'
import { recallOf } from '../../recall.ts'
import type { About } from '../about.ts'
import { directName, personName, placeName, spotOf, tenantName } from '../names.ts'
import type { Wire } from '../saying/wire.ts'
import type { Known } from './known.ts'
import { type Channel, isThread, type User } from './payload.ts'

/** A place as everything from outside is attributed. */
export type Spot = {
  tenant: string
  place: string
  guild?: string
  channel: string
  alone?: true
  thread?: true
}

/** A person somewhere. */
export type At = Spot & { user: string; person: string; roles?: readonly string[] }

export type Spots = {
  /** The place that a channel is; asks Discord where the gateway has not told. */
  spot(channel: string, guild: string | undefined, given?: Channel): Promise<Spot>
  /** A person there, with the names of their roles. */
  at(spot: Spot, user: Pick<User, 'id'>, roles: readonly string[] | undefined): At
}

const REMEMBERED = 10_000

export const spotsOf = (needs: {
  known: Known
  wire: Wire
  about: Pick<About, 'tenantOf'>
  desk: Pick<Desk, 'talks'>
}): Spots => {
  const { known, wire, about, desk } = needs
  const parents = recallOf<string | null>(REMEMBERED)
  /** What direct messages were found to be about. */
  const settled = recallOf<string>(REMEMBERED)

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

  /** A talk that runs in direct messages goes on there, whatever they are about since. */
  const runningIn = async (channel: string): Promise<string | undefined> => {
    let latest: Talk | undefined
    for await (const talk of desk.talks()) {
      const spot = spotOf(talk.place)
      const here = spot.type === 'direct' && spot.channel === channel
      if (here && talk.since >= (latest?.since ?? 0)) latest = talk
    }
    return latest && tenantOf(latest.place)
  }

  const tenantAt = async (channel: string): Promise<string> => {
    const tenant = await about.tenantOf(channel)
    if (settled.get(channel) === tenant) return tenant
    const running = await runningIn(channel)
    if (running === undefined || running === tenant) settled.set(channel, tenant)
    return running ?? tenant
  }

  return {
    async spot(channel, guild, given) {
      if (guild === undefined) {
        const tenant = await tenantAt(channel)
        return { tenant, place: directName(tenant, channel), channel, alone: true }
      }
      const tenant = tenantName(guild)
      const parent = await parentOf(channel, given)
      return parent === null
        ? { tenant, place: placeName(tenant, channel), guild, channel }
        : { tenant, place: placeName(tenant, parent, channel), guild, channel, thread: true }
    },
    at(spot, user, roles = []) {
      const { guild } = spot
      const names = guild === undefined ? [] : roles.flatMap((role) => known.roleName(guild, role) ?? [])
      return {
        ...spot,
        user: user.id,
        person: personName(spot.tenant, user.id),
        ...(names.length > 0 && { roles: names }),
      }
    },
  }
}

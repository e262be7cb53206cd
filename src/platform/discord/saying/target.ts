/** Where something is sent: Discord's own id of the channel, and what the place is called. */

import { recallOf } from '../../../recall.ts'
import type { Opened, Receipt } from '../../platform.ts'
import type { About } from '../about.ts'
import { directName, linkTo, NO_GUILD, placeName, type Spot } from '../names.ts'
import type { Wire } from './wire.ts'

/** `channel` is what messages are sent to: the thread where there is one. */
export type Target = { type: 'channel' | 'thread' | 'direct'; tenant: string; channel: string; place: string }

/** A channel, a thread or a direct message; nothing for a person. */
export const targetOf = (spot: Exclude<Spot, { type: 'person' }>): Target => {
  const { tenant, channel } = spot
  if (spot.type === 'direct') return { type: 'direct', tenant, channel, place: directName(tenant, channel) }
  if (spot.thread === undefined)
    return { type: 'channel', tenant, channel, place: placeName(tenant, channel) }
  return { type: 'thread', tenant, channel: spot.thread, place: placeName(tenant, channel, spot.thread) }
}

/** Where the messages of a card are; the link leads to the first, which may stand in another channel. */
export const receiptOf = (target: Target, ids: readonly string[], channel = target.channel): Receipt => {
  const tenant = target.type === 'direct' ? NO_GUILD : target.tenant
  return { place: target.place, id: ids.join(','), link: linkTo(tenant, channel, ids[0] ?? '') }
}

export type Channels = {
  /** The direct message with a person, opened where there is none yet. */
  direct(tenant: string, user: string): Promise<Target>
  /** What a person is called, where it was told of late. */
  nameOf(user: string): string | undefined
  /** Who can read what is said there; everyone where that cannot be found out. */
  audience(target: Target): Promise<Opened['audience']>
}

const MOST = 2_000

export const channelsOf = ({ wire, about }: { wire: Wire; about: About }): Channels => {
  const directs = recallOf<Direct>(MOST)
  const audiences = recallOf<Opened['audience']>(MOST)

  const open = async (user: string): Promise<string> => {
    const known = directs.get(user)
    if (known !== undefined) return known.id
    const { id, recipients } = await wire.call<{ id: string; recipients?: readonly Recipient[] }>(
      { what: 'open direct messages' },
      { verb: 'post', route: '/users/@me/channels', body: { recipient_id: user } },
    )
    const own = recipients?.find((one) => one.id === user)
    directs.set(user, { id, name: own?.global_name || own?.username || undefined })
    return id
  }

  return {
    async direct(tenant, user) {
      const channel = await open(user)
      await about.note(channel, tenant)
      return targetOf({ type: 'direct', tenant, channel })
    },
    nameOf: (user) => directs.get(user)?.name,
    async audience({ type, tenant, channel }) {
      if (type === 'direct') return 'you'
      const known = audiences.get(channel)
      if (known) return known
      const found = await wire
        .call<Channel>({ what: 'look at the channel' }, { verb: 'get', route: `/channels/${channel}` })
        .catch(() => undefined)
      const audience = audienceIn(found ?? {}, tenant)
      if (found) audiences.set(channel, audience)
      return audience
    },
  }
}

/** A direct message, and what the person there is called. */
type Direct = { id: string; name: string | undefined }
type Recipient = { id?: string; username?: string; global_name?: string | null }

type Channel = { type?: number; permission_overwrites?: readonly { id?: string; deny?: string }[] }

const PRIVATE_THREAD = 12
const VIEW_CHANNEL = 1n << 10n

/** The role of everybody has the guild's own id. */
const audienceIn = (
  { type, permission_overwrites: rules = [] }: Channel,
  tenant: string,
): Opened['audience'] => {
  if (type === PRIVATE_THREAD) return 'members'
  const denied = BigInt(rules.find(({ id }) => tenant.endsWith(`:${id}`))?.deny ?? 0)
  return (denied & VIEW_CHANNEL) === 0n ? 'everyone' : 'members'
}

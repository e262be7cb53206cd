/** Where something is sent: a channel, or a thread in it, and what is known of channels. */
import type { Clock } from '../../../clock.ts'
import { recallOf } from '../../../recall.ts'
import type { Opened } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import type { Answer } from '../api/methods.ts'
import { isDirect } from '../names.ts'

export type Target = { tenant: string; channel: string; thread?: string }

export type Channels = {
  /** The direct message with a person, opened where there is none yet. */
  direct(tenant: string, user: string): Promise<string>
  /** Who can read what is said in a channel; everyone of the tenant where that cannot be found out. */
  audience(tenant: string, channel: string): Promise<Opened['audience']>
  /** Whether a channel is the direct message with this person; in a `hurry`, it is asked at once or not at all. */
  isWith(tenant: string, channel: string, user: string, hurry?: boolean): Promise<boolean>
}

/** Channels seldom change who can see them. */
const FRESH_MS = 10 * 60_000
const MOST = 2_000

export const channelsOf = ({ api, clock }: { api: Api; clock: Clock }): Channels => {
  const directs = recallOf<string>(MOST)
  const partners = recallOf<string>(MOST)
  const audiences = recallOf<{ audience: Opened['audience']; until: number }>(MOST)

  const look = async (tenant: string, channel: string, hurry = false): Promise<Info> => {
    const how = hurry ? ({ hurry } as const) : {}
    const { channel: info } = await api.call(tenant, 'conversations.info', { channel }, how)
    return info
  }

  return {
    async direct(tenant, user) {
      const known = directs.get(`${tenant}/${user}`)
      if (known !== undefined) return known
      const { channel } = await api.call(tenant, 'conversations.open', { users: user })
      const id = channel?.id ?? ''
      directs.set(`${tenant}/${user}`, id)
      partners.set(`${tenant}/${id}`, user)
      return id
    },
    async audience(tenant, channel) {
      if (isDirect(channel)) return 'you'
      const key = `${tenant}/${channel}`
      const known = audiences.get(key)
      if (known && known.until > clock.now()) return known.audience
      const info = await look(tenant, channel).catch(() => undefined)
      const audience = audienceIn(info)
      if (info) audiences.set(key, { audience, until: clock.now() + FRESH_MS })
      return audience
    },
    async isWith(tenant, channel, user, hurry) {
      if (!isDirect(channel)) return false
      const key = `${tenant}/${channel}`
      const known = partners.get(key)
      if (known !== undefined) return known === user
      // The SDK's types leave out whose direct message it is.
      const partner = ((await look(tenant, channel, hurry)) as { user?: string } | undefined)?.user
      if (partner !== undefined) partners.set(key, partner)
      return partner === user
    },
  }
}

type Info = Answer<'conversations.info'>['channel']

const audienceIn = (info: Info): Opened['audience'] => {
  if (info?.is_im) return 'you'
  if (info?.is_ext_shared || info?.is_pending_ext_shared) return 'outsiders'
  return info?.is_private || info?.is_mpim || info?.is_group ? 'members' : 'everyone'
}

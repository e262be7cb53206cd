/** What has been posted at a place already, read back from it. */
import type { Api } from '../api/api.ts'
import { pageOf } from '../api/pages.ts'
import type { Target } from './target.ts'

/** Every post says which card it shows, and which part of it where it is shown in several messages. */
export const metadataOf = (id: string, part: number): Metadata => ({
  event_type: EVENT,
  event_payload: { id, part },
})

export type Metadata = { event_type: string; event_payload: { id: string; part: number } }

/** A message of the bot's, as far as it is read back. */
export type Post = {
  ts: string
  metadata?: { event_type?: string; event_payload?: { id?: unknown; part?: unknown } }
  files?: { id?: string; name?: string }[]
  streaming_state?: string
}

/** The card that a message shows, and which part of it. */
export const cardIn = ({ metadata }: Post): { id: unknown; part: number } | undefined => {
  const { event_type: type, event_payload: payload } = metadata ?? {}
  return type === EVENT ? { id: payload?.id, part: Number(payload?.part) } : undefined
}

/** The message that shows a part of a card, if it is there and not from before `since`. */
export const messageOf = async (
  api: Api,
  target: Target,
  { id, part, since }: { id: string; part: number; since?: string | undefined },
): Promise<{ ok: true; ts: string } | undefined> => {
  for await (const post of postsAt(api, target, since)) {
    const card = cardIn(post)
    if (card?.id === id && card.part === part) return { ok: true, ts: post.ts }
  }
  return undefined
}

/** What the bot has said since a message, or ever: all of a thread, which comes oldest first, or the latest of a channel. */
export async function* postsAt(api: Api, target: Target, since?: string): AsyncGenerator<Post> {
  const { botUserId } = await api.bot(target.tenant)
  let next: string | undefined
  for (let page = 0; page < (target.thread === undefined ? CHANNEL_PAGES : THREAD_PAGES); page++) {
    const read = await pageOf(api, target, { oldest: since, metadata: true }, next)
    // The SDK's types do not say what the payload of metadata holds; what is read of it is compared, not trusted.
    for (const message of read.messages as readonly (Post & { user?: string })[]) {
      if (message.user === botUserId) yield message
    }
    next = read.next
    if (next === undefined) return
  }
}

const EVENT = 'mlsd_card'
/** An interview is far from so long. */
const THREAD_PAGES = 10
/** What was posted a moment ago, or before a restart, is among the latest. */
const CHANNEL_PAGES = 2

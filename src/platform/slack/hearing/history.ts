/** What people said at a place since a moment, read back from Slack. */
import type { Api } from '../api/api.ts'
import type { Message } from '../drawing/payload.ts'
import { personName, type Spot, spotOf, tsAt } from '../names.ts'
import type { Ear } from './ear.ts'
import type { Missed } from './gap.ts'
import { editIn, saidIn } from './messages.ts'

/** Read a little more than was missed: what was said before may have been changed meanwhile. */
const MARGIN_MS = 300_000

const PAGE = 200

/** Reads a place and takes what these people said there, in order. Throws a `PlatformFault`. */
export const readBack = async (
  { place, since, people }: Missed,
  { api, ear }: { api: Pick<Api, 'call' | 'bot'>; ear: Pick<Ear, 'takeNow'> },
): Promise<void> => {
  const spot = spotOf(place)
  if (spot.type !== 'channel') return
  const { tenant, channel } = spot
  const origin = { tenant, bot: await api.bot(tenant) }
  for await (const message of messagesOf(spot, tsAt(since - MARGIN_MS), api)) {
    if (!people.has(personName(tenant, message.user ?? ''))) continue
    const heard = [...saidIn(message, channel, origin), ...editIn(message, channel, origin)]
    await ear.takeNow(heard.filter((each) => each.place === place))
  }
}

type Channel = Extract<Spot, { type: 'channel' }>

/** The messages of a thread come oldest first, those of a channel newest first. */
async function* messagesOf(spot: Channel, oldest: string, api: Pick<Api, 'call'>): AsyncGenerator<Message> {
  const held: Message[] = []
  let cursor: string | undefined
  do {
    const page = { channel: spot.channel, oldest, inclusive: true, limit: PAGE, ...(cursor && { cursor }) }
    const answer =
      spot.thread === undefined
        ? await api.call(spot.tenant, 'conversations.history', page)
        : await api.call(spot.tenant, 'conversations.replies', { ...page, ts: spot.thread })
    const messages = (answer.messages ?? []) as readonly Message[]
    if (spot.thread === undefined) held.push(...messages)
    else yield* messages
    cursor = answer.response_metadata?.next_cursor || undefined
  } while (cursor !== undefined)
  yield* held.toReversed()
}

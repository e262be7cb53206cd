/** What people said at a place since a moment, read back from Discord. */
import type { Ear } from '../../ear.ts'
import type { Missed } from '../../gap.ts'
import { guildIn, personName, snowflakeAt, spotOf, timeOf } from '../names.ts'
import type { Wire } from '../saying/wire.ts'
import type { Messages } from './messages.ts'
import type { Message } from './payload.ts'
import type { Spot } from './spots.ts'

type Needs = {
  wire: Wire
  ear: Pick<Ear, 'takeNow'>
  messages: Messages
}

/** Read a little more than was missed: what was said before may have been changed meanwhile. */
const MARGIN_MS = 300_000

const PAGE = 100

/** Reads a place and takes what these people said there, in order, and took back. Throws a `PlatformFault`. */
export const readBack = async ({ place, since, people, fresh }: Missed, needs: Needs): Promise<void> => {
  const spot = readable(place)
  if (!spot) return
  const there = new Set<string>()
  const from = Math.min(since - MARGIN_MS, ...fresh.map(({ id }) => timeOf(messageIn(id)) - 1))
  for await (const message of messagesSince(spot.channel, snowflakeAt(from), needs)) {
    for (const id of idsIn(message)) there.add(id)
    if (!people.has(personName(spot.tenant, message.author?.id ?? ''))) continue
    const said = needs.messages.said(message, spot)
    await needs.ear.takeNow([...said, ...needs.messages.changed(message, spot)])
  }
  const gone = fresh.filter(({ id }) => !there.has(id))
  await needs.ear.takeNow(gone.map(({ id, person }) => needs.messages.withdrawn(id, spot, person)))
}

const idsIn = ({ id, attachments = [] }: Message): string[] => [
  id,
  ...attachments.map((file) => `${id}.${file.id}`),
]

/** A file is called after the message with which it came. */
const messageIn = (id: string): string => id.split('.', 1)[0] ?? id

const readable = (place: string): Spot | undefined => {
  const spot = spotOf(place)
  if (spot.type === 'person') return undefined
  const { tenant } = spot
  if (spot.type === 'direct') return { tenant, place, channel: spot.channel, alone: true }
  const guild = guildIn(tenant)
  return { tenant, place, channel: spot.thread ?? spot.channel, ...(guild !== undefined && { guild }) }
}

/** Page by page, oldest first; Discord gives each page newest first. */
async function* messagesSince(channel: string, since: string, needs: Needs): AsyncGenerator<Message> {
  let after = since
  let page: readonly Message[]
  do {
    const query = new URLSearchParams({ after, limit: String(PAGE) })
    const answer = await needs.wire.call<readonly Message[]>(
      { what: 'read back what was said', needs: ['ViewChannel', 'ReadMessageHistory'] },
      { verb: 'get', route: `/channels/${channel}/messages`, query },
    )
    page = answer.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
    yield* page
    after = page.at(-1)?.id ?? after
  } while (page.length === PAGE)
}

/** Threads: places of their own for talks, under a card in a channel, or hidden from those who are not in them. */
import type { Card } from '../../card.ts'
import type { Outlet } from '../../outlet.ts'
import type { Opening as How, Opened } from '../../platform.ts'
import { guildIn, placeName, type Spot, spotOf } from '../names.ts'
import { CODES, codeIn } from './fault.ts'
import { type Headings, headed } from './heading.ts'
import { markOf, messageWith } from './posted.ts'
import type { Posting } from './posting.ts'
import type { Saying } from './saying.ts'
import { type Channels, receiptOf, type Target, targetOf } from './target.ts'
import type { Wire } from './wire.ts'

export type Opening = { open(spot: Spot, card: Card, id: string, how?: How): Promise<Opened> }

type Needs = {
  wire: Wire
  outlet: Outlet
  channels: Channels
  posting: Posting
  headings: Headings
  saying: Saying
}

export const openingOf = (needs: Needs): Opening => {
  const { wire, outlet, channels, posting, headings, saying } = needs

  const threadIn = (parent: Target, thread: string): Target => ({
    ...{ type: 'thread', tenant: parent.tenant, channel: thread },
    place: placeName(parent.tenant, parent.channel, thread),
  })

  /** Opens the thread under a message; answers whether there is one, which some kinds of channels do not have. */
  const begin = async ({ channel }: Target, message: string, name: string): Promise<boolean> => {
    const route = `/channels/${channel}/messages/${message}/threads` as const
    const body = { name, auto_archive_duration: A_WEEK }
    try {
      await wire.call(OPEN, { verb: 'post', route, body })
    } catch (fault) {
      if (codeIn(fault) === CODES.wrongKind) return false
      if (codeIn(fault) !== CODES.hasThread) {
        if (codeIn(fault) !== undefined) await posting.discard(channel, message)
        throw fault
      }
    }
    headings.opened(message, name)
    return true
  }

  /** The first message stands in the channel, what does not fit into it in the thread itself. */
  const openly = async (parent: Target, card: Card, id: string, again: boolean): Promise<Opened> => {
    const audience = channels.audience(parent)
    const [message] = await posting.draw(card)
    if (!message) throw new Error('A card without a message cannot be opened.')
    const mark = markOf(id, 0)
    const there = again ? await messageWith(wire, parent.channel, mark) : undefined
    const first = there ?? (await posting.send(parent, message, mark))
    const hasThread = await begin(parent, first, nameOf(card))
    const target = hasThread ? threadIn(parent, first) : parent
    const ids = await posting.post(target, card, id, again, { first })
    return { ...receiptOf(target, ids, parent.channel), audience: await audience }
  }

  /** A thread that an earlier attempt has opened: one of this name that shows the card. */
  const thereOf = async ({ tenant, channel }: Target, name: string, id: string) => {
    const { threads } = await wire.call<{ threads: readonly Thread[] }>(
      { what: 'look for the thread' },
      { verb: 'get', route: `/guilds/${guildIn(tenant)}/threads/active` },
    )
    const named = threads.filter(
      (one) => one.type === PRIVATE && one.parent_id === channel && one.name === name,
    )
    for (const { id: thread } of named.slice(0, MOST_LOOKED_AT))
      if ((await messageWith(wire, thread, markOf(id, 0))) !== undefined) return thread
    return undefined
  }

  const hidden = async (parent: Target, card: Card, id: string, how: How): Promise<Opened> => {
    const name = nameOf(card)
    const there = how.again ? await thereOf(parent, name, id) : undefined
    const thread = there ?? (await create(parent, name))
    const target = threadIn(parent, thread)
    headings.opened(thread, name)
    try {
      if (how.person !== undefined) await add(thread, how.person)
      const ids = await posting.post(target, card, id, how.again)
      return { ...receiptOf(target, ids), audience: 'members' }
    } catch (fault) {
      if (codeIn(fault) !== undefined) await takeBack(thread)
      throw fault
    }
  }

  const create = async ({ channel }: Target, name: string): Promise<string> => {
    const body = { name, type: PRIVATE, invitable: false, auto_archive_duration: A_WEEK }
    const { id } = await wire.call<{ id: string }>(HIDE, {
      ...{ verb: 'post', route: `/channels/${channel}/threads`, body },
    })
    return id
  }

  const add = async (thread: string, person: string): Promise<void> => {
    const spot = spotOf(person)
    if (spot.type !== 'person') return
    await wire.call(
      { what: 'add the person to the thread', needs: ['SendMessagesInThreads'] },
      { verb: 'put', route: `/channels/${thread}/thread-members/${spot.user}` },
    )
  }

  /** Where the bot may not take it away, an empty thread that nobody sees stays behind, and closes in a week. */
  const takeBack = async (thread: string): Promise<void> => {
    await wire
      .call({ what: 'take the thread away' }, { verb: 'delete', route: `/channels/${thread}` })
      .catch((fault: unknown) => {
        if (codeIn(fault) === undefined) throw fault
      })
  }

  return {
    async open(spot, card, id, how = {}) {
      if (spot.type === 'channel' && spot.thread === undefined) {
        const parent = targetOf(spot)
        return outlet.inTurn(parent.place, () =>
          how.privately ? hidden(parent, card, id, how) : openly(parent, card, id, how.again ?? false),
        )
      }
      const receipt = await saying.say(spot, card, id, how.again)
      const audience = spot.type === 'channel' ? await channels.audience(targetOf(spot)) : 'you'
      return { ...receipt, audience }
    },
  }
}

type Thread = { id: string; type?: number; parent_id?: string | null; name?: string }

const PRIVATE = 12
/** In minutes: as long as a talk can rest before its thread is folded away. */
const A_WEEK = 10_080
const MOST_LOOKED_AT = 10

const OPEN = { what: 'open a thread', needs: ['ViewChannel', 'CreatePublicThreads'] } as const
const HIDE = { what: 'open a private thread', needs: ['ViewChannel', 'CreatePrivateThreads'] } as const

const nameOf = ({ head, title }: Card): string => headed(head?.name ?? title ?? '')

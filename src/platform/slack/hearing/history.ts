/** What people said at a place since a moment, read back from Slack. */
import type { Ear } from '../../ear.ts'
import type { Missed } from '../../gap.ts'
import type { Heard } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import { unlessRefused } from '../api/fault.ts'
import { pageOf } from '../api/pages.ts'
import type { Message, Origin } from '../drawing/payload.ts'
import { personName, type Spot, spotOf, timeOf, tsAt } from '../names.ts'
import { vouched } from './admin.ts'
import { editIn, saidIn, withdrawnAt } from './messages.ts'

/**
 * Reads a place and takes what these people said there, in order, and then what they took back. Throws a `PlatformFault`;
 * asked again for the same, it goes on after the last page that it was given, since some apps are given one a minute.
 */
export type ReadBack = (missed: Missed) => Promise<void>

/** Read a little more than was missed: what was said before may have been changed meanwhile. */
const MARGIN_MS = 300_000

type Channel = Extract<Spot, { type: 'channel' }>

/** How far a place was read: where it goes on, what was there, and what is to be taken once all of it is known. */
type Progress = { next?: string | undefined; there: Set<string>; held: Message[] }

export const readBackOf = (needs: {
  api: Pick<Api, 'call' | 'bot'>
  ear: Pick<Ear, 'takeNow'>
}): ReadBack => {
  const { api, ear } = needs
  const begun = new WeakMap<Missed, Progress>()

  /** Where Slack will not tell who somebody is, nobody vouches for them. */
  const vouch = (heard: Heard): Promise<Heard> => unlessRefused(vouched(api, heard), () => heard)

  const take = async (message: Message, channel: string, origin: Origin, place: string): Promise<void> => {
    const heard = [...saidIn(message, channel, origin), ...editIn(message, channel, origin)]
    await ear.takeNow(await Promise.all(heard.filter((each) => each.place === place).map(vouch)))
  }

  /** The messages of a thread come oldest first and are taken at once, those of a channel newest first. */
  const read = async (spot: Channel, missed: Missed, progress: Progress): Promise<void> => {
    const { place, since, people, fresh } = missed
    const { tenant, channel, thread } = spot
    const origin = { tenant, bot: await api.bot(tenant) }
    const oldest = tsAt(
      Math.min(since - MARGIN_MS, ...fresh.filter(isWritten).map(({ id }) => timeOf(tsIn(id)) - 1)),
    )
    do {
      const page = await pageOf(api, spot, { oldest }, progress.next)
      for (const message of page.messages as readonly Message[]) {
        for (const { id } of saidIn(message, channel, origin)) progress.there.add(id)
        if (!people.has(personName(tenant, message.user ?? ''))) continue
        if (thread === undefined) progress.held.push(message)
        else await take(message, channel, origin, place)
      }
      progress.next = page.next
    } while (progress.next !== undefined)
    for (const message of progress.held.toReversed()) await take(message, channel, origin, place)
    const gone = fresh.filter((one) => isWritten(one) && !progress.there.has(one.id))
    await ear.takeNow(gone.map(({ id, person }) => withdrawnAt(place, person, id, since)))
  }

  return async (missed) => {
    const spot = spotOf(missed.place)
    if (spot.type !== 'channel') return
    const progress = begun.get(missed) ?? { there: new Set(), held: [] }
    begun.set(missed, progress)
    try {
      await read(spot, missed, progress)
    } finally {
      // Whatever failed after the last page, all is read anew.
      if (progress.next === undefined) begun.delete(missed)
    }
  }
}

/** Whether something was said as a message, or as a file with one, which is called after it. */
const isWritten = ({ id }: { id: string }): boolean => /^\d+\.\d{6}(?:\.|$)/.test(id)

const tsIn = (id: string): string => id.split('.', 2).join('.')

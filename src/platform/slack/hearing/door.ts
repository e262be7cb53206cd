/**
 * Where all that Slack delivers comes in. Slack's library acknowledges an event before anybody has looked at it; here the
 * acknowledgement is held back until it is handled, and does not happen where that failed, so that Slack sends it again.
 */
import type { App, ReceiverEvent } from '@slack/bolt'
import { reasonOf } from '../../../reason.ts'
import type { Complaints } from '../../complaints.ts'
import { PlatformFault } from '../../platform.ts'
import type { Waits } from '../../waits.ts'
import { isReadable } from './shape.ts'

export type Door = {
  /** Handles a delivery; rejects when it must not be acknowledged. */
  processEvent(event: ReceiverEvent): Promise<void>
  /** Keeps the door open for work that goes on after an acknowledgement. */
  busy(work: Promise<unknown>): void
  isClosed(): boolean
  /** Lets nothing in any more; resolves once what is in hand is done, or has had its time. */
  close(): Promise<void>
}

/** What is in hand when the program ends has so long; what is not acknowledged by then comes again. */
const LAST_MOMENTS_MS = 8_000

export const doorOf = (
  app: Pick<App, 'processEvent'>,
  { complain }: Pick<Complaints, 'complain'>,
  waits: Waits,
): Door => {
  const inHand = new Set<Promise<unknown>>()
  let closed = false

  const busy = (work: Promise<unknown>): void => {
    const done: Promise<unknown> = work.then(
      () => inHand.delete(done),
      () => inHand.delete(done),
    )
    inHand.add(done)
  }

  const handle = async (event: ReceiverEvent): Promise<void> => {
    let acknowledged = false
    /** What does not arrive there is sent again by Slack, and taken once. */
    const ack: ReceiverEvent['ack'] = async (answer) => {
      acknowledged = true
      await event
        .ack(answer)
        .catch((error: unknown) => complain('warn', UNHEARD, { reason: reasonOf(error) }))
    }
    // Sent once more it would have the same shape.
    if (!isReadable(event.body)) {
      complain('warn', UNREADABLE)
      return ack()
    }
    const isEvent = event.body.event !== undefined
    await app.processEvent({ ...event, ack: isEvent ? LATER : ack })
    if (!acknowledged) await ack()
  }

  return {
    busy,
    isClosed: () => closed,
    async processEvent(event) {
      if (closed) throw new PlatformFault('busy', 'the bot is being stopped')
      const work = handle(event)
      busy(work)
      try {
        await work
      } catch (error) {
        complain('error', NOT_TAKEN, { reason: reasonOf(error) })
        throw error
      }
    },
    async close() {
      closed = true
      const settled = (async () => {
        while (inHand.size > 0) await Promise.all(inHand)
      })()
      await Promise.race([settled, waits.pause(LAST_MOMENTS_MS)])
    },
  }
}

const NOT_TAKEN =
  'Something that was said in Slack could not be taken, and was not acknowledged: Slack sends it again.'

const UNREADABLE =
  'Slack delivered something in a shape that it does not have; it was left out. A newer version of mlsd may be needed.'

const LATER = (): Promise<void> => Promise.resolve()

const UNHEARD = 'An acknowledgement did not reach Slack; what it was for was taken.'

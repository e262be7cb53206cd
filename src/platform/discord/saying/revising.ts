/** Changing what was shown. */
import type { Clock } from '../../../clock.ts'
import { recallOf } from '../../../recall.ts'
import type { Card } from '../../card.ts'
import type { Log } from '../../log.ts'
import type { Outlet } from '../../outlet.ts'
import type { Receipt } from '../../platform.ts'
import { type Spot, spotOf } from '../names.ts'
import { CODES, codeIn } from './fault.ts'
import type { Headings } from './heading.ts'
import { anew, markOf } from './posted.ts'
import type { Posting } from './posting.ts'
import type { Saying } from './saying.ts'
import { receiptOf, type Target, targetOf } from './target.ts'

export type Revising = {
  /** Changes a card, and the thread that it is the head of; does nothing where somebody has deleted it. */
  revise(receipt: Receipt, card: Card): Promise<Receipt>
}

type Needs = {
  outlet: Outlet
  posting: Posting
  headings: Headings
  saying: Saying
  clock: Clock
  log: Log
}

const MOST_TOLD = 1_000

export const revisingOf = (needs: Needs): Revising => {
  const { outlet, posting, headings, saying, clock, log } = needs
  const told = recallOf<true>(MOST_TOLD)

  /** Puts each message in the place of the one that was there; says what is over, takes away what is left over. */
  const replace = async (spot: Placed, target: Target, ids: readonly string[], card: Card) => {
    const messages = await posting.draw(card, target)
    const now: string[] = []
    for (const [part, message] of messages.entries()) {
      const id = ids[part]
      if (id === undefined) {
        const mark = anew(markOf(ids.join(), part), clock.now())
        now.push(await posting.send(target, message, mark))
      } else {
        await posting.change(channelOf(spot, id), id, message)
        now.push(id)
      }
    }
    for (const id of ids.slice(messages.length)) await posting.discard(channelOf(spot, id), id)
    return now
  }

  /** In a closed thread nothing can be changed, so it is opened first. */
  const woken = async <T>(
    { type, channel }: Target,
    { head }: Card,
    change: () => Promise<T>,
  ): Promise<T> => {
    if (type === 'thread' && head?.open && headings.isClosed(channel)) await headings.wake(channel)
    try {
      return await change()
    } catch (fault) {
      if (type !== 'thread' || codeIn(fault) !== CODES.archived) throw fault
      await headings.wake(channel)
      return change()
    }
  }

  const reviseAt = async (spot: Placed, receipt: Receipt, card: Card): Promise<Receipt> => {
    const ids = receipt.id.split(',')
    const target = targetOf(spot)
    try {
      const now = await woken(target, card, () => replace(spot, target, ids, card))
      return receiptOf(target, now, channelOf(spot, now[0] ?? ''))
    } catch (fault) {
      if (codeIn(fault) !== CODES.noMessage) throw fault
      const key = `${receipt.place} ${receipt.id}`
      if (!told.get(key))
        log('info', 'a card that was to be changed has been deleted', { place: receipt.place })
      told.set(key, true)
      return receipt
    } finally {
      if (target.type === 'thread' && card.head) await headings.settle(target.channel, card.head)
    }
  }

  return {
    async revise(receipt, card) {
      const spot = spotOf(receipt.place)
      const ephemeral = card.only !== undefined && spot.type === 'channel'
      if (spot.type === 'person' || ephemeral) return saying.say(spot, card, `${receipt.id}.anew`)
      return outlet.inTurn(receipt.place, () => reviseAt(spot, receipt, card))
    },
  }
}

type Placed = Exclude<Spot, { type: 'person' }>

/** A thread is called by the message that it began with, which stands in the channel. */
const channelOf = (spot: Placed, message: string): string => {
  if (spot.type === 'direct' || spot.thread === undefined) return spot.channel
  return message === spot.thread ? spot.channel : spot.thread
}

/** Changing what was shown. */

import { recallOf } from '../../../recall.ts'
import type { Card } from '../../card.ts'
import type { Log } from '../../log.ts'
import type { Outlet } from '../../outlet.ts'
import type { Receipt } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import { errorIn, unlessRefused } from '../api/fault.ts'
import type { Message } from '../drawing/blocks.ts'
import { isDirect, spotOf } from '../names.ts'
import type { Easel } from './easel.ts'
import type { Posting } from './posting.ts'
import type { Saying } from './saying.ts'
import type { Target } from './target.ts'

export type Revising = {
  /** Changes a card; says it anew where it cannot be changed, and does nothing where somebody has deleted it. */
  revise(receipt: Receipt, card: Card): Promise<Receipt>
}

const MOST_TOLD = 1_000

type Needs = { api: Api; outlet: Outlet; easel: Easel; posting: Posting; saying: Saying; log: Log }

export const revisingOf = ({ api, outlet, easel, posting, saying, log }: Needs): Revising => {
  const told = recallOf<true>(MOST_TOLD)

  /** Puts each message in the place of the one that was there; says what is over, takes away what is left over. */
  const replace = async (
    target: Target,
    ids: readonly string[],
    messages: readonly Message[],
  ): Promise<string[]> => {
    const { tenant, channel } = target
    const now: string[] = []
    for (const [part, message] of messages.entries()) {
      const ts = ids[part]
      if (ts === undefined) now.push(await posting.send(target, message, ids.join(), part))
      else {
        await api.call(tenant, 'chat.update', { channel, ts, ...message })
        now.push(ts)
      }
    }
    for (const ts of ids.slice(messages.length))
      await unlessRefused<unknown>(api.call(tenant, 'chat.delete', { channel, ts }), () => undefined)
    return now
  }

  const reviseAt = async (target: Target, receipt: Receipt, card: Card): Promise<Receipt> => {
    const ids = receipt.id.split(',')
    try {
      const now = await easel.show(target.tenant, card, (messages) => replace(target, ids, messages))
      return saying.receiptOf(target, now)
    } catch (fault) {
      if (FIXED.has(errorIn(fault))) {
        const anew = await posting.post(target, card, `${receipt.id}.anew`)
        return saying.receiptOf(target, anew)
      }
      if (errorIn(fault) !== 'message_not_found') throw fault
      const key = `${receipt.place} ${receipt.id}`
      if (!told.get(key))
        log('info', 'a card that was to be changed has been deleted', { place: receipt.place })
      told.set(key, true)
      return receipt
    }
  }

  return {
    async revise(receipt, card) {
      const spot = spotOf(receipt.place)
      const ephemeral = card.only !== undefined && spot.type === 'channel' && !isDirect(spot.channel)
      if (spot.type !== 'channel' || ephemeral) return saying.say(spot, card, `${receipt.id}.anew`)
      return outlet.inTurn(receipt.place, () => reviseAt(spot, receipt, card))
    },
  }
}

/** Messages that cannot be changed, or not any more. */
const FIXED: ReadonlySet<string | undefined> = new Set(['cant_update_message', 'edit_window_closed'])

/** Threads: a card in a channel under which a talk is held. */
import type { Card } from '../../card.ts'
import type { Opened } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import type { Outlet } from '../api/outlet.ts'
import type { Message } from '../drawing/blocks.ts'
import { isDirect, placeName, type Spot } from '../names.ts'
import type { Easel } from './easel.ts'
import { messageOf } from './posted.ts'
import type { Posting } from './posting.ts'
import type { Saying } from './saying.ts'
import type { Channels, Target } from './target.ts'

export type Opening = { open(spot: Spot, card: Card, id: string, again?: boolean): Promise<Opened> }

type Needs = { api: Api; outlet: Outlet; channels: Channels; easel: Easel; posting: Posting; saying: Saying }

export const openingOf = ({ api, outlet, channels, easel, posting, saying }: Needs): Opening => {
  /** Begins a thread; what does not fit into its first message, and files, stand in the thread itself. */
  const begin = async (
    target: Target,
    card: Card,
    id: string,
    again: boolean,
  ): Promise<Target & { ids: string[] }> => {
    const there = again ? await messageOf(api, target, id, 0) : undefined
    const first = async ([message = NOTHING]: readonly Message[]) => ({
      ts: await posting.send(target, message, id, 0),
    })
    const { ts } = there ?? (await easel.show(target.tenant, card, first))
    const thread = { ...target, thread: ts }
    return { ...thread, ids: await posting.post(thread, card, id, again, { first: ts }) }
  }

  return {
    async open(spot, card, id, again = false) {
      if (spot.type === 'channel' && spot.thread === undefined && !isDirect(spot.channel)) {
        const { tenant, channel } = spot
        const audience = channels.audience(tenant, channel)
        const { ids, ...thread } = await outlet.inTurn(placeName(tenant, channel), () =>
          begin({ tenant, channel }, card, id, again),
        )
        return { ...(await saying.receiptOf(thread, ids)), audience: await audience }
      }
      const receipt = await saying.say(spot, card, id, again)
      const audience = spot.type === 'channel' ? await channels.audience(spot.tenant, spot.channel) : 'you'
      return { ...receipt, audience }
    },
  }
}

const NOTHING: Message = { text: '…', blocks: [] }

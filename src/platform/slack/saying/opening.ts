/** Threads: a card in a channel under which a talk is held. */
import type { Card } from '../../card.ts'
import type { Outlet } from '../../outlet.ts'
import type { Opened } from '../../platform.ts'
import { isDirect, placeName, type Spot } from '../names.ts'
import type { Posting } from './posting.ts'
import type { Saying } from './saying.ts'
import type { Channels, Target } from './target.ts'

export type Opening = { open(spot: Spot, card: Card, id: string, again?: boolean): Promise<Opened> }

type Needs = { outlet: Outlet; channels: Channels; posting: Posting; saying: Saying }

export const openingOf = ({ outlet, channels, posting, saying }: Needs): Opening => {
  /** Begins a thread; what does not fit into its first message, and files, stand in the thread itself. */
  const begin = async (
    target: Target,
    card: Card,
    id: string,
    again: boolean,
  ): Promise<Target & { ids: string[] }> => {
    const first = await posting.begin(target, card, id, again)
    const thread = { ...target, thread: first }
    return { ...thread, ids: await posting.post(thread, card, id, again, { first }) }
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

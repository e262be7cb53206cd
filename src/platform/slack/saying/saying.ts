/** Where a card goes: to a place, to a person, to one person at a place, to a Home tab; in the order in which it is said. */
import type { Card } from '../../card.ts'
import type { Outlet } from '../../outlet.ts'
import { PlatformFault, type Receipt } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import { homeOf } from '../drawing/blocks.ts'
import { homeName, isDirect, linkTo, placeName, type Spot, spotOf } from '../names.ts'
import type { Posting } from './posting.ts'
import type { Channels, Target } from './target.ts'
import type { Thoughts } from './thinking.ts'
import type { Whisper } from './whisper.ts'

export type Saying = {
  say(spot: Spot, card: Card, id: string, again?: boolean): Promise<Receipt>
  /** Where the messages of a card are. */
  receiptOf(target: Target, ids: readonly string[]): Promise<Receipt>
}

type Needs = {
  api: Api
  outlet: Outlet
  channels: Channels
  posting: Posting
  thoughts: Pick<Thoughts, 'take'>
  whisper: Whisper
}

export const sayingOf = ({ api, outlet, channels, posting, thoughts, whisper }: Needs): Saying => {
  const receiptOf = async (target: Target, ids: readonly string[]): Promise<Receipt> => {
    const { tenant, channel, thread } = target
    const { url } = await api.bot(tenant)
    const [first] = ids
    const receipt = { place: placeName(tenant, channel, thread), id: ids.join(',') }
    return url && first ? { ...receipt, link: linkTo(url, channel, first, thread) } : receipt
  }

  const sayAt = (target: Target, card: Card, id: string, again?: boolean): Promise<Receipt> => {
    const taken = card.continues === undefined ? undefined : thoughts.take(card.continues)
    return outlet.inTurn(placeOf(target), async () => {
      const begun = { draft: taken?.draft(), lost: taken?.isUncertain() }
      const ids = await posting.post(target, card, id, again, begun)
      taken?.done()
      return receiptOf(target, ids)
    })
  }

  const sayTo = async (tenant: string, user: string, card: Card, id: string, again?: boolean) =>
    sayAt({ tenant, channel: await channels.direct(tenant, user) }, card, id, again)

  /** What is said in a direct message is for one person anyway; it is made sure that it is the right one. */
  const sayAlone = async (target: Target, user: string, card: Card, id: string, again?: boolean) => {
    const { tenant, channel } = target
    if (await channels.isWith(tenant, channel, user)) return sayAt(target, card, id, again)
    const elsewhere = () => sayTo(tenant, user, card, id, again)
    if (isDirect(channel)) return elsewhere()
    return outlet.inTurn(placeOf(target), () => whisper.whisper(target, user, card, elsewhere))
  }

  const publish = (tenant: string, user: string, card: Card): Promise<Receipt> => {
    const place = homeName(tenant, user)
    return outlet.inTurn(place, async () => {
      const { view } = await api.call(tenant, 'views.publish', { user_id: user, view: homeOf(card) })
      return { place, id: view?.id ?? 'home' }
    })
  }

  return {
    receiptOf,
    async say(spot, card, id, again) {
      const { tenant } = spot
      const only = card.only === undefined ? undefined : userIn(card.only, tenant)
      if (spot.type === 'home') return publish(tenant, spot.user, card)
      if (spot.type === 'person') return sayTo(tenant, only ?? spot.user, card, id, again)
      return only === undefined ? sayAt(spot, card, id, again) : sayAlone(spot, only, card, id, again)
    },
  }
}

const placeOf = ({ tenant, channel, thread }: Target): string => placeName(tenant, channel, thread)

/** The person for whom alone a card is, who must be one of this tenant's. */
const userIn = (person: string, tenant: string): string => {
  const spot = spotOf(person)
  if (spot.type === 'person' && spot.tenant === tenant) return spot.user
  throw new PlatformFault(
    'refused',
    `A card for ${person} alone cannot be shown among the people of ${tenant}.`,
  )
}

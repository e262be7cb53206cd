/** Where a card goes: to a place, to a person, to one person at a place; in the order in which it is said. */
import { wordsIn } from '../../../words/words.ts'
import type { Card } from '../../card.ts'
import type { Outlet } from '../../outlet.ts'
import { PlatformFault, type Receipt } from '../../platform.ts'
import { escaped } from '../drawing/safe.ts'
import { type Spot, spotOf } from '../names.ts'
import { CODES, codeIn } from './fault.ts'
import type { Headings } from './heading.ts'
import type { Posting } from './posting.ts'
import { type Channels, receiptOf, type Target, targetOf } from './target.ts'
import type { Thoughts } from './thinking.ts'
import type { Whisper } from './whisper.ts'

export type Saying = { say(spot: Spot, card: Card, id: string, again?: boolean): Promise<Receipt> }

type Needs = {
  outlet: Outlet
  channels: Channels
  posting: Posting
  headings: Pick<Headings, 'said'>
  thoughts: Pick<Thoughts, 'take'>
  whisper: Whisper
}

export const sayingOf = (needs: Needs): Saying => {
  const { outlet, channels, posting, headings, thoughts, whisper } = needs
  const sayAt = (target: Target, card: Card, id: string, again?: boolean): Promise<Receipt> => {
    const taken = card.continues === undefined ? undefined : thoughts.take(card.continues)
    return outlet.inTurn(target.place, async () => {
      const look = again || taken?.isUncertain()
      const ids = await posting.post(target, card, id, look, { draft: taken?.draft() })
      taken?.done()
      if (target.type === 'thread') headings.said(target.channel)
      return receiptOf(target, ids)
    })
  }

  const sayTo = async (tenant: string, user: string, card: Card, id: string, again?: boolean) =>
    sayAt(await channels.direct(tenant, user), card, id, again)

  /** Where direct messages are closed, the place learns that there is something, and nothing of what it is. */
  const sayElsewhere = async (target: Target, user: string, card: Card, id: string, again?: boolean) => {
    try {
      return await sayTo(target.tenant, user, card, id, again)
    } catch (fault) {
      if (codeIn(fault) !== CODES.closed) throw fault
      return sayAt(target, undelivered(card, channels.nameOf(user)), `${id}.undelivered`, again)
    }
  }

  /** What is said in a direct message is for one person anyway; it is made sure that it is the right one. */
  const sayAlone = async (spot: Placed, user: string, card: Card, id: string, again?: boolean) => {
    const target = targetOf(spot)
    if (spot.type === 'direct') {
      const own = await channels.direct(spot.tenant, user)
      return sayAt(own.channel === spot.channel ? target : own, card, id, again)
    }
    const ids = await outlet.inTurn(target.place, () =>
      whisper.whisper(target.place, card.only ?? '', card, id, again),
    )
    return ids ? { place: target.place, id: ids.join(',') } : sayElsewhere(target, user, card, id, again)
  }

  return {
    async say(spot, card, id, again) {
      const only = card.only === undefined ? undefined : userIn(card.only, spot.tenant)
      if (spot.type === 'person') return sayTo(spot.tenant, only ?? spot.user, card, id, again)
      if (only === undefined) return sayAt(targetOf(spot), card, id, again)
      return sayAlone(spot, only, card, id, again)
    },
  }
}

type Placed = Exclude<Spot, { type: 'person' }>

/** A name calls nobody here: it is no mention. */
const undelivered = ({ language }: Card, name: string | undefined): Card => {
  const { edge } = wordsIn(language)
  const text =
    name === undefined ? edge.somebodyUnreachable : edge.unreachable({ name: escaped(name, MOST_NAME) })
  return { tone: 'notice', text, ...(language !== undefined && { language }) }
}

const MOST_NAME = 80

/** The person for whom alone a card is, who must be one of this tenant's. */
const userIn = (person: string, tenant: string): string => {
  const spot = spotOf(person)
  if (spot.type === 'person' && spot.tenant === tenant) return spot.user
  throw new PlatformFault(
    'refused',
    `A card for ${person} alone cannot be shown among the people of ${tenant}.`,
  )
}

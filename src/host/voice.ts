/** Speaking where somebody is: a place begins with the name of its platform. */
import type { Card } from '../platform/card.ts'
import type { Receipt } from '../platform/platform.ts'
import type { World } from './world.ts'

export const platformOf = (place: string): string => place.split(':', 1)[0] ?? place

/** What shows a card at a place; throws at once where this process does not serve its platform. */
export const voiceAt = (
  { platforms }: Pick<World, 'platforms'>,
  place: string,
): ((card: Card, id: string) => Promise<Receipt>) => {
  const platform = platforms.get(platformOf(place))
  if (!platform) throw new Error(`This process does not serve ${platformOf(place)}, where ${place} is.`)
  return (card, id) => platform.say(place, card, id)
}

/** Speaking where somebody is: a place begins with the name of its platform. */
import { NotNow } from '../mailbox/mailbox.ts'
import type { Card } from '../platform/card.ts'
import type { Receipt } from '../platform/platform.ts'
import type { World } from './world.ts'

export const platformOf = (place: string): string => place.split(':', 1)[0] ?? place

/** The platform of a place or a person; throws `NotNow` where this process does not serve it, as another one may. */
export const platformAt = ({ platforms }: Pick<World, 'platforms'>, place: string) => {
  const platform = platforms.get(platformOf(place))
  if (!platform) throw new NotNow(`This process does not serve ${platformOf(place)}, where ${place} is.`)
  return platform
}

/** What is typed before a command's name at a place. */
export const prefixAt = (world: Pick<World, 'platforms'>, place: string): string =>
  platformAt(world, place).prefix(place)

/** What shows a card at a place; `again` says that it may have been shown before. */
export const voiceAt = (
  world: Pick<World, 'platforms'>,
  place: string,
): ((card: Card, id: string, again?: boolean) => Promise<Receipt>) => {
  const platform = platformAt(world, place)
  return (card, id, again) => platform.say(place, card, id, again)
}

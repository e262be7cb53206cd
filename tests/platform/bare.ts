/** A platform that can do everything and shows nothing by itself: what `say` is to do is given. */
import type { Card } from '../../src/platform/card.ts'
import type { Limits, Platform } from '../../src/platform/platform.ts'

const LIMITS: Limits = {
  characters: 1_000_000,
  edits: true,
  buttons: true,
  forms: true,
  files: true,
  links: 'What is shown has no address.',
  streaming: 'A card is shown once it is whole.',
}

export const bare = (name: string, show: (card: Card, id: string, place: string) => void): Platform => ({
  name,
  limits: LIMITS,
  start: async () => {},
  open: async (place) => place,
  say: async (place, card, id) => {
    show(card, id, place)
    return { place, id }
  },
  revise: async (receipt) => receipt,
  stop: async () => {},
})

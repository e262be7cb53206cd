/**
 * A platform that can do everything and shows nothing by itself: what `say` is to do is given. A file's reference is its
 * content.
 */
import type { Card } from '../../src/platform/card.ts'
import type { Desk, Limits, Platform, Talk } from '../../src/platform/platform.ts'

const LIMITS: Limits = {
  characters: 1_000_000,
  edits: true,
  buttons: true,
  forms: true,
  files: true,
  links: 'What is shown has no address.',
  streaming: 'A card is shown once it is whole.',
  places: 'There is one place.',
  hiding: 'There is one place.',
  removal: 'There is one place.',
  privacy: 'There is one person.',
  history: 'Nothing is said while nobody listens.',
}

/** A desk with these talks, looked up anew each time, and no form. */
export const deskWith = (talks: () => readonly Talk[]): Desk => ({
  form: async () => undefined,
  async *talks() {
    yield* talks()
  },
  talkAt: async (at) => talks().find(({ place }) => place === at),
})

/** Nothing runs and no form can be had. */
export const EMPTY_DESK: Desk = deskWith(() => [])

export const bare = (name: string, show: (card: Card, id: string, place: string) => void): Platform => ({
  name,
  limits: LIMITS,
  prefix: () => '/',
  start: async () => {},
  open: async (place, card, id) => {
    show(card, id, place)
    return { place, id, audience: 'you' }
  },
  say: async (place, card, id) => {
    show(card, id, place)
    return { place, id }
  },
  revise: async (receipt) => receipt,
  think: () => ({ add: () => {}, drop: async () => {} }),
  remove: async () => {},
  fetch: async (_, ref) => new TextEncoder().encode(ref),
  stop: async () => {},
})

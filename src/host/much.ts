/** How much of one person is heard: a bound that nobody reaches who talks, and that keeps the store from being filled. */
import type { Message } from '../mailbox/mailbox.ts'
import type { Card } from '../platform/card.ts'
import { type Heard, tenantOf } from '../platform/platform.ts'
import { tell } from './aside.ts'
import { saidIn, wordsFor } from './language.ts'
import type { Letter } from './letter.ts'
import { keys } from './record.ts'
import { keyOf } from './resolve.ts'
import { platformOf } from './voice.ts'
import type { Working, World } from './world.ts'

/** So much in a minute by the platform's time, and so many people in it; those silent for longest are let go. */
export const MOST = { minute: 120, people: 20_000 } as const

export type Measure = {
  /** Whether it may be heard. What is known by its id is heard however often it comes, and so is what takes words back. */
  admits(heard: Heard): boolean
  /** How many words are remembered: none for much longer than the minute that they count for. */
  held(): number
}

/** The words of one person by id, each with its time, in the order in which they came; and the time of the last. */
type Mine = { words: Map<string, number>; last: number }

/** A measure for this process, in its memory. At a terminal nobody sits but its owner. */
export const measureOf = ({ minute, people }: { minute: number; people: number } = MOST): Measure => {
  /** By person, whoever spoke last at the end. */
  const taken = new Map<string, Mine>()

  const letGo = (at: number): void => {
    for (const [person, { last }] of taken) {
      if (at - last < MINUTE && taken.size <= people) break
      taken.delete(person)
    }
  }

  return {
    admits(heard) {
      if (heard.type === 'withdrawal' || platformOf(heard.person) === 'terminal') return true
      const { person, at } = heard
      const { words, last } = taken.get(person) ?? { words: new Map<string, number>(), last: at }
      const id = `${heard.place} ${heard.id}`
      taken.delete(person)
      taken.set(person, { words, last: Math.max(last, at) })
      letGo(at)
      if (words.has(id)) return true
      prune(words, at, minute)
      if (words.size >= minute) return false
      words.set(id, at)
      return true
    },
    held: () => [...taken.values()].reduce((sum, { words }) => sum + words.size, 0),
  }
}

const MINUTE = 60_000

const prune = (words: Map<string, number>, at: number, most: number): void => {
  for (const [id, time] of words) {
    if (at - time < MINUTE) break
    words.delete(id)
  }
  // Words that came out of order, or of a clock that was ahead, keep nobody from being heard for longer than the others.
  if (words.size >= most) for (const [id, time] of words) if (Math.abs(at - time) >= MINUTE) words.delete(id)
}

/** Sees to it that somebody who is not heard is told so, once a minute; not of what was meant for nobody. */
export const turnAway = async (world: World, heard: Heard): Promise<void> => {
  const { person, place, locale, at } = heard
  world.meter?.heard(platformOf(place)).over('too-much')
  const key = keys.visit(person)
  const id = `${person} too much ${Math.floor(at / MINUTE)}`
  if ((await keyOf(world, heard)) === undefined) return
  const home = tenantOf(place) === tenantOf(person) ? place : person
  const letter: Letter = { type: 'much', person, place: home, ...(locale !== undefined && { locale }) }
  if (await world.mailbox.post(letter, { key, id }))
    world.log('info', 'somebody sends more than is heard', { person, most: MOST.minute })
}

/** Tells them. */
export const tellMuch = async (
  world: Working,
  letter: Extract<Letter, { type: 'much' }>,
  { id, attempt }: Message,
): Promise<void> => {
  const words = await wordsFor(world, letter)
  const card: Card = { tone: 'answer', text: words.answers.tooMuch({ most: MOST.minute }) }
  await tell(world, letter, saidIn(card, words), `${id} answer`, attempt > 1)
}

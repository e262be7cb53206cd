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

/** So much in a minute by the platform's time, and so many people at once; those silent for longest are let go. */
export const MOST = { minute: 120, people: 20_000 } as const

export type Measure = {
  /** Whether it may be heard. What is known by its id is heard however often it comes, and so is what takes words back. */
  admits(heard: Heard): boolean
}

/** A measure for this process, in its memory. At a terminal nobody sits but its owner. */
export const measureOf = ({ minute, people }: { minute: number; people: number } = MOST): Measure => {
  const taken = new Map<string, Map<string, number>>()
  return {
    admits(heard) {
      if (heard.type === 'withdrawal' || platformOf(heard.person) === 'terminal') return true
      const { person, at } = heard
      const mine = taken.get(person) ?? new Map<string, number>()
      const id = `${heard.place} ${heard.id}`
      taken.delete(person)
      taken.set(person, mine)
      if (taken.size > people) taken.delete(taken.keys().next().value ?? '')
      if (mine.has(id)) return true
      if (mine.size >= minute)
        for (const [one, time] of mine) if (Math.abs(at - time) >= MINUTE) mine.delete(one)
      if (mine.size >= minute) return false
      mine.set(id, at)
      return true
    },
  }
}

const MINUTE = 60_000

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

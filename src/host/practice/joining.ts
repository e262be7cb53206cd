/** What was practised under several names, as one person's. */
import type { Memory } from '../../memory/memory.ts'
import type { Deck } from '../../practice/recall.ts'
import { update } from '../update.ts'
import { type Practice, practiceKey } from './kept.ts'

/** Brings what is kept under `from` into what is kept under `owner`; repeated, it changes nothing. */
export const joinPractice = async (memory: Memory, owner: string, from: readonly string[]): Promise<void> => {
  for (const name of from) {
    const kept = (await memory.load<Practice>(practiceKey(name)))?.value
    if (kept === undefined) continue
    await update<Practice>(memory, practiceKey(owner), (known) => (known ? joined(known, kept) : kept))
    await memory.forget(practiceKey(name))
  }
}

/** Both together; what stands in both stands in it once, and of two cards the one that was reviewed last. */
export const joined = (one: Practice, other: Practice): Practice => ({
  deck: later(one.deck, other.deck),
  heard: inOrder([...one.heard, ...other.heard], ({ at, criterion }) => `${at} ${criterion}`),
  practised: inOrder([...one.practised, ...other.practised], ({ at, of }) => `${at} ${of}`),
  seen: [...one.seen, ...other.seen.filter((id) => !one.seen.includes(id))],
  past: inOrder([...one.past, ...other.past], ({ id }) => id),
  counted: union(one.counted, other.counted),
  dailies: union(one.dailies, other.dailies),
  boards: union(one.boards, other.boards),
  ...((one.zone ?? other.zone) && { zone: one.zone ?? other.zone }),
  ...(one.shares && other.shares && { shares: true }),
})

const union = (one: readonly string[] = [], other: readonly string[] = []): string[] => [
  ...new Set([...one, ...other]),
]

const later = (one: Deck, other: Deck): Deck =>
  Object.fromEntries(
    Object.entries({ ...other, ...one }).map(([id, card]) => {
      const second = other[id]
      return [id, second && second.last > card.last ? second : card]
    }),
  )

const inOrder = <T extends { at: number }>(all: readonly T[], nameOf: (one: T) => string): T[] =>
  [...new Map(all.map((one) => [nameOf(one), one])).values()].toSorted((a, b) => a.at - b.at)

/** What is kept of a person's practice: their cards, when they practised, on which problems, and how interviews went. */
import type { Memory } from '../../memory/memory.ts'
import type { Past } from '../../practice/history.ts'
import { dayIn } from '../../practice/occurrence.ts'
import { type Deck, type Heard, reviewed } from '../../practice/recall.ts'
import type { Practised } from '../../practice/streak.ts'
import { ownerOf } from '../identity/selves.ts'
import { update } from '../update.ts'

export type Practice = {
  deck: Deck
  /** Every criterion that was heard, newest last. */
  heard: readonly { at: number; criterion: string; verdict: 0 | 1 | 2 }[]
  /** With the id of what was practised, where it was noted. */
  practised: readonly (Practised & { of?: string })[]
  /** Ids of problems as they were met, newest last. */
  seen: readonly string[]
  past: readonly Past[]
  /** Ids of what was counted, newest last: each counts once. */
  counted: readonly string[]
  /** Whose daily questions they have set or answered, other than their own. */
  dailies?: readonly string[]
  /** The zone that their days are told in; UTC until they say. */
  zone?: string
  /** Tenants on whose boards they stand. */
  boards?: readonly string[]
  /** Their best answers in channels may be shown to the others when the day is over. */
  shares?: true
}

export const NOTHING: Practice = { deck: {}, heard: [], practised: [], seen: [], past: [], counted: [] }

/** So much is kept of each list, so that a record does not grow without end. */
const MOST = { heard: 2_000, practised: 2_000, seen: 100, past: 500, counted: 500 } as const

/** One for all names of a person. */
export const practiceKey = (owner: string): string => `practice:${owner}`

export const practiceOf = async (memory: Memory, person: string): Promise<Practice> =>
  (await memory.load<Practice>(practiceKey(await ownerOf(memory, person))))?.value ?? NOTHING

/** Changes what is kept, once more where the person was joined with another of their names meanwhile. */
export const changePractice = async (
  memory: Memory,
  person: string,
  change: (kept: Practice) => Practice,
): Promise<Practice> => {
  const owner = await ownerOf(memory, person)
  const changed = await update<Practice>(memory, practiceKey(owner), (kept = NOTHING) => change(kept))
  return (await ownerOf(memory, person)) === owner ? changed : changePractice(memory, person, change)
}

/** One time of practice: an interview that is over, or an answer to a daily question. */
export type Session = {
  /** The same for the same session, whenever it is noted. */
  id: string
  at: number
  problem: string
  heard: readonly Heard[]
  past?: Past
}

/** Notes a session; one that was noted before changes nothing. */
export const notePractice = (memory: Memory, person: string, session: Session): Promise<Practice> =>
  changePractice(memory, person, (kept) =>
    kept.counted.includes(session.id) ? kept : withSession(kept, session),
  )

const withSession = (kept: Practice, { id, at, problem, heard, past }: Session): Practice => ({
  ...kept,
  deck: reviewed(kept.deck, heard, at),
  heard: last(
    [...kept.heard, ...heard.map(({ criterion, verdict }) => ({ at, criterion, verdict }))],
    MOST.heard,
  ),
  practised: last([...kept.practised, { at, day: dayIn(kept.zone ?? 'UTC', at), of: id }], MOST.practised),
  seen: last([...kept.seen, problem], MOST.seen),
  past: past ? last([...kept.past, past], MOST.past) : kept.past,
  counted: last([...kept.counted, id], MOST.counted),
})

const last = <T>(all: readonly T[], most: number): readonly T[] => all.slice(-most)

/** Keeps the zone in which a person's days are told from now on. */
export const keepZone = (memory: Memory, person: string, zone: string): Promise<Practice> =>
  changePractice(memory, person, (kept) => (kept.zone === zone ? kept : { ...kept, zone }))

/** Notes that a person has to do with the daily question of a channel, so that they can be taken out of it. */
export const noteDaily = (memory: Memory, person: string, subscriber: string): Promise<Practice> =>
  changePractice(memory, person, (kept) =>
    subscriber === person || kept.dailies?.includes(subscriber)
      ? kept
      : { ...kept, dailies: [...(kept.dailies ?? []), subscriber] },
  )

/** Takes one session out of what is kept, with the cards that nothing later has taught anything. */
export const forgetSession = async (memory: Memory, person: string, id: string): Promise<void> => {
  const key = practiceKey(await ownerOf(memory, person))
  await update<Practice | undefined>(memory, key, (kept) =>
    kept?.counted.includes(id) ? without(kept, id) : kept,
  )
}

const without = (kept: Practice, id: string): Practice => {
  const at = kept.practised.find(({ of }) => of === id)?.at
  return {
    ...kept,
    deck: Object.fromEntries(Object.entries(kept.deck).filter(([, { last }]) => last !== at)),
    heard: kept.heard.filter((one) => one.at !== at),
    practised: kept.practised.filter(({ of }) => of !== id),
    past: kept.past.filter((one) => one.id !== id),
    counted: kept.counted.filter((one) => one !== id),
  }
}

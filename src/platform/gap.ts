/**
 * What was said while nobody listened is read back before what is said now: in the talks of lately at once, in any other
 * one when somebody speaks there again.
 */
import type { Clock } from '../clock.ts'
import { reasonOf } from '../reason.ts'
import { recallOf } from '../recall.ts'
import type { Chains } from './chains.ts'
import type { Complaints } from './complaints.ts'
import { type Desk, PlatformFault, type Talk } from './platform.ts'
import { turnsOf } from './turns.ts'
import { growing, type Waits } from './waits.ts'

/** A place that is to be read from a moment on, for these people; what they said as `fresh` may have been withdrawn. */
export type Missed = {
  place: string
  since: number
  people: ReadonlySet<string>
  fresh: readonly { id: string; person: string }[]
}

export type Gap = {
  /** Something may be said now that is not heard: what is heard from now on waits for `close`. */
  open(): void
  /** It is listened again: the talks of lately are looked up, and each is read before anything new is taken at its place. */
  close(desk: Talks): Promise<void>
  /**
   * Resolves once something new may be taken at this place, behind what is read back. Rejects where too much waits: that
   * is read back as well.
   */
  closed(place: string): Promise<void>
  /** Lets nobody wait any longer: what waits is not taken. */
  stop(): void
}

type Talks = Pick<Desk, 'talks' | 'talkAt'>

type Needs = {
  chains: Chains
  /** Reads one place and takes what was said there. */
  read(missed: Missed): Promise<void>
  complaints: Pick<Complaints, 'complain'>
  waits: Waits
  clock: Pick<Clock, 'now'>
  chance?: () => number
}

/** So many places are read at a time: no platform lets many be read at once. */
const AT_ONCE = 4

/** A place holds back what is said there for so many attempts; then it is read when the platform lets us. */
const PATIENT_ATTEMPTS = 3
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 900_000

/** More than this is not kept in mind while nothing can be taken. */
const MOST_WAITING = 5_000

/** While the talks are not known nothing can be taken at all. */
const LOOK_AGAIN_MS = 10_000

/** Of so many places it is known that nothing is to be read there any more. */
const REMEMBERED = 20_000

export const gapOf = ({ chains, read, complaints, waits, clock, chance = Math.random }: Needs): Gap => {
  let gate: PromiseWithResolvers<void> | undefined
  let waiting = 0
  let round = 0
  /** Since the last gap: when it ended, where to look talks up, and at which places that was done. */
  let since: { ended: number; desk: Talks } | undefined
  const seen = recallOf<Promise<void>>(REMEMBERED)
  const turns = turnsOf(AT_ONCE, chains.waiting)

  /** Whether it was read, or never will be. */
  const attempt = async (missed: Missed): Promise<boolean> => {
    try {
      await read(missed)
      return true
    } catch (error) {
      const gone = error instanceof PlatformFault && (error.kind === 'gone' || error.kind === 'refused')
      complaints.complain(gone ? 'warn' : 'error', gone ? GONE : UNREAD, { reason: reasonOf(error) })
      return gone
    }
  }

  const readSoon = async (missed: Missed): Promise<void> => {
    for (let failures = 0; failures < PATIENT_ATTEMPTS; ) {
      if (await turns.take(missed.place, () => attempt(missed))) return
      failures += 1
      if (!(await waits.pause(growing(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, chance())))) return
    }
    void readLater(missed)
  }

  const readLater = async (missed: Missed): Promise<void> => {
    let read = false
    for (let failures = PATIENT_ATTEMPTS + 1; !read; failures++) {
      if (!(await waits.pause(growing(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, chance())))) return
      const reading = async (): Promise<void> => {
        read = await attempt(missed)
      }
      // Where too much waits already, it is tried after the next pause.
      await chains.run(missed.place, reading).catch(() => undefined)
    }
  }

  const readNow = (missed: Missed): void => {
    chains.run(missed.place, () => readSoon(missed)).catch(() => readLater(missed))
  }

  /** Reads a place before the first that is said there, where a talk runs that was not under way lately. */
  const catchUp = async (place: string, { ended, desk }: { ended: number; desk: Talks }): Promise<void> => {
    try {
      const talk = await desk.talkAt(place)
      if (talk && talk.since < ended) readNow(missedIn(talk))
    } catch (error) {
      // What is said there now is taken, or fails as well; the next word there tries it again.
      seen.delete(place)
      complaints.complain('error', UNLISTED, { reason: reasonOf(error) })
    }
  }

  const lookUp = async (desk: Talks): Promise<Missed[]> => {
    for (let failures = 1; ; failures++) {
      try {
        return await byPlace(desk.talks())
      } catch (error) {
        complaints.complain('error', UNLISTED, { reason: reasonOf(error) })
        if (!(await waits.pause(growing(failures, FIRST_PAUSE_MS, LOOK_AGAIN_MS, chance())))) return []
      }
    }
  }

  return {
    open() {
      round += 1
      since = undefined
      seen.clear()
      if (gate) return
      waiting = 0
      gate = Promise.withResolvers<void>()
      gate.promise.catch(() => undefined)
    },
    async close(desk) {
      const mine = round
      const all = await lookUp(desk)
      for (const missed of all) readNow(missed)
      if (mine !== round) return
      for (const { place } of all) seen.set(place, Promise.resolve())
      since = { ended: clock.now(), desk }
      gate?.resolve()
      gate = undefined
    },
    async closed(place) {
      if (gate) {
        if (waiting >= MOST_WAITING) throw new PlatformFault('busy', 'more is being said than can wait')
        waiting += 1
        await gate.promise
      }
      if (!since) return
      const caughtUp = seen.get(place) ?? catchUp(place, since)
      seen.set(place, caughtUp)
      await caughtUp
    },
    stop() {
      gate?.reject(new PlatformFault('busy', 'the bot is being stopped'))
    },
  }
}

const GONE = 'A talk cannot be read back after a gap, since its place is gone.'
const UNREAD = 'A talk could not be read back yet after a gap; it is tried again.'
const UNLISTED = 'The talks that run could not be looked up after a gap; it is tried again.'

type Gathered = Missed & { people: Set<string>; fresh: { id: string; person: string }[] }

const missedIn = ({ place, person, asker, since, fresh = [] }: Talk): Gathered => ({
  ...{ place, since },
  people: new Set(asker === undefined ? [person] : [person, asker]),
  fresh: fresh.map((id) => ({ id, person })),
})

const byPlace = async (talks: AsyncIterable<Talk>): Promise<Missed[]> => {
  const places = new Map<string, Gathered>()
  for await (const talk of talks) {
    const more = missedIn(talk)
    const before = places.get(talk.place)
    if (!before) places.set(talk.place, more)
    else {
      before.since = Math.min(before.since, more.since)
      for (const person of more.people) before.people.add(person)
      before.fresh.push(...more.fresh)
    }
  }
  return [...places.values()]
}

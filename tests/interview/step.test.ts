/** Laws of `step`, held against conversations that nobody would have: any order, repeats, late results, bent time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Options } from '../../src/interview/context.ts'
import type { Effect } from '../../src/interview/effects.ts'
import type { Event, Timer } from '../../src/interview/events.ts'
import type { Interview } from '../../src/interview/interview.ts'
import { interviewsOf } from '../../src/interview/interview.ts'
import type { Job } from './fake-world.ts'
import { done, elapsed, eventsAt, kindOf, OPTIONS, START, TIMERS, TWO } from './fake-world.ts'

type Reminder = Extract<Effect, { type: 'remind' }>

/** One event and what it did. */
type Step = { before: Interview; event: Event; next: Interview; effects: Effect[] }

/** A conversation so far: the events, all that was asked for, and the reminders that have not arrived. */
type Tape = { interview: Interview; at: number; steps: Step[]; asked: Job[]; reminders: Reminder[] }

type Pick = {
  how: 'answer' | 'steer' | 'any' | 'due' | 'again' | 'late' | 'wild'
  n: number
  leap: number
  wild: Event
}

const { open, step } = interviewsOf(TWO)

describe('any conversation', () => {
  it('never throws and leaves the interview it was given as it was', () => {
    every((tape) => expect(tape.steps.length).toBeGreaterThan(0))
  })

  it('goes on in the same way when it is stored and loaded after every step', () => {
    every(({ steps }) => {
      let stored = copied(steps[0]?.before)
      for (const { event, next, effects } of steps) {
        const [loaded, said] = step(stored as Interview, event)
        stored = copied(loaded)
        expect(said).toEqual(effects)
        expect(stored).toEqual(copied(next))
      }
    })
  })

  it('takes nothing twice: what was heard before changes nothing and asks for nothing', () => {
    every(({ steps, interview }) => {
      for (const { event, next } of steps) {
        if (!('id' in event)) continue
        expect(step(next, event)).toEqual([next, []])
        expect(step(interview, { ...event, at: event.at + 5_000 })).toEqual([interview, []])
      }
    })
  })

  it('numbers its transcript without a gap', () => {
    every(({ steps, interview }) => {
      const numbers = keptIn(steps).map(({ n }) => n)
      expect(numbers).toEqual(numbers.map((_, index) => index))
      expect(interview.snapshot.context.entries).toBe(numbers.length)
    })
  })

  it('keeps each message exactly once while the talk is on, and none before or after', () => {
    every(({ steps }) => {
      const kept = keptIn(steps).filter(
        ({ who, kind }) => who === 'candidate' && kind !== 'edited' && kind !== 'withdrawn',
      )
      const heard = firsts(steps).filter(
        ({ before, event }) => isMessage(event) && TALK.has(kindOf({ interview: before })),
      )
      expect(kept.map(({ id, text }) => [id, text])).toEqual(
        heard.map(({ event }) => isMessage(event) && [event.id, event.text]),
      )
    })
  })

  it('gives every effect an id of its own and every job a number of its own', () => {
    every(({ steps, asked }) => {
      const ids = steps.flatMap(({ effects }) =>
        effects.flatMap((effect) => ('id' in effect ? [effect.id] : [])),
      )
      expect(new Set(ids).size).toBe(ids.length)
      expect(new Set(asked.map(({ job }) => job)).size).toBe(asked.length)
    })
  })

  it('keeps a clock that never runs backwards and stands while nobody talks', () => {
    every(({ steps }) => {
      for (const { before, next } of steps) {
        const { since, spent, pace, last } = next.snapshot.context
        expect(last).toBeGreaterThanOrEqual(before.snapshot.context.last)
        for (const ms of Object.values({ ...spent, ...pace })) expect(ms).toBeGreaterThanOrEqual(0)
        expect(since !== null).toBe(RUNNING.has(kindOf({ interview: next })))
        if (kindOf({ interview: before }) === 'paused' && kindOf({ interview: next }) === 'paused') {
          expect(spent).toEqual(before.snapshot.context.spent)
        }
      }
    })
  })

  it('has one twist at most', () => {
    every(({ steps }) => {
      const twists = steps.filter(
        ({ event, effects }) => event.type === 'replied' && event.move === 'twist' && effects.length > 0,
      )
      const held = twists.filter(({ effects }) => effects.some(({ type }) => type === 'say'))
      expect(held.length).toBeLessThanOrEqual(1)
    })
  })

  it('says on resuming where it was, and no more unless more was waiting', () => {
    every(({ steps }) => {
      for (const { before, event, effects } of firsts(steps)) {
        const { awaiting, held } = before.snapshot.context
        if (event.type !== 'resume' || kindOf({ interview: before }) !== 'paused') continue
        const [first, ...rest] = effects.filter(({ type }) => type !== 'remind')
        expect(first).toMatchObject({ type: 'say', line: { kind: 'resumed' } })
        if (awaiting !== null) expect(rest).toEqual([])
        if (held === null)
          expect(rest.filter((effect) => !isJob(effect) && effect.type !== 'say')).toEqual([])
      }
    })
  })

  it('comes to a report once it is ended and what it asks for is done', () => {
    every((tape) => expect(told(finished(tape, true))).toBe(true))
  })

  it('comes to a report by time alone, also in a retry', () => {
    every((tape) => expect(told(finished(tape, false))).toBe(true))
  })
})

it('has few reminders on their way, however many messages come', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 50, maxLength: 120 })
  fc.assert(
    fc.property(gaps, (lengths) => {
      let tape = play(opening({}), { type: 'begin', at: START, id: 'begin' })
      for (const [n, gap] of lengths.entries()) {
        const at = tape.at + gap
        tape = punctual(tape, at)
        tape = play(tape, { type: 'answered', at, id: `m${n}`, text: `Thought ${n}.` })
        for (const timer of TIMERS)
          expect(tape.reminders.filter((one) => one.timer === timer).length).toBeLessThanOrEqual(2)
      }
      const idle = tape.steps.flatMap(({ effects }) =>
        effects.filter((one) => one.type === 'remind' && one.timer === 'idle'),
      )
      expect(idle.length).toBe(1)
    }),
    { numRuns: 20 },
  )
})

/** States in which messages are kept, and those in which the clock runs. */
const RUNNING = new Set(['listening', 'thinking', 'closing'])
const TALK = new Set([...RUNNING, 'paused'])

const anyAt = fc.integer({ min: START - 3_600_000, max: START + 3_600_000 })
const anyStage = fc.constantFrom('clarify', 'details', 'nowhere', '__proto__', 'constructor')

const wild: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: fc.constant('elapsed' as const),
    at: anyAt,
    timer: fc.constantFrom<Timer>(...TIMERS),
    armed: anyAt,
  }),
  fc.record({ type: fc.constant('retry' as const), at: anyAt, id: fc.uuid(), stage: anyStage }),
  fc.record({
    type: fc.constant('withdrawn' as const),
    at: anyAt,
    id: fc.uuid(),
    of: fc.constantFrom('m1', 'm2', 'm3'),
  }),
  fc.record({
    type: fc.constant('rated' as const),
    at: anyAt,
    id: fc.uuid(),
    ratings: fc.dictionary(anyStage, fc.oneof(fc.integer(), fc.double())),
  }),
  fc.record({
    type: fc.constant('failed' as const),
    at: anyAt,
    job: fc.nat(30),
    stage: anyStage,
    what: fc.constantFrom('ask' as const, 'judge' as const, 'teach' as const),
    reason: fc.string(),
  }),
)

const pick: fc.Arbitrary<Pick> = fc.record({
  how: fc.constantFrom('answer', 'answer', 'answer', 'steer', 'any', 'any', 'due', 'again', 'late', 'wild'),
  n: fc.nat(100_000),
  leap: fc.oneof(
    { weight: 9, arbitrary: fc.nat(20_000) },
    { weight: 1, arbitrary: fc.integer({ min: -3_600_000, max: 3_600_000 }) },
  ),
  wild,
})

const options: fc.Arbitrary<Partial<Options>> = fc.record({
  quiet: fc.constantFrom(0, 2_000),
  mode: fc.constantFrom('coach' as const, 'exam' as const),
})

/** Holds a law against many conversations. */
function every(law: (tape: Tape) => void): void {
  const conversations = fc.tuple(options, fc.array(pick, { minLength: 1, maxLength: 60, size: 'max' }))
  fc.assert(
    fc.property(conversations, ([chosen, picks]) => {
      const begun = play(opening(chosen), { type: 'begin', at: START, id: 'begin' })
      law(picks.reduce((tape, one) => play(tape, eventFor(tape, one)), begun))
    }),
    { numRuns: 150 },
  )
}

const opening = (chosen: Partial<Options>): Tape => ({
  interview: open('talk', { ...OPTIONS, ...chosen }),
  at: START,
  steps: [],
  asked: [],
  reminders: [],
})

/** The tape after an event. The interview is frozen first: a step that wrote on it would throw. */
const play = (tape: Tape, event: Event): Tape => {
  const before = frozen(tape.interview)
  const [next, effects] = step(before, frozen(event))
  return {
    interview: next,
    at: event.at,
    steps: [...tape.steps, { before, event, next, effects }],
    asked: [...tape.asked, ...effects.filter(isJob)],
    reminders: [
      ...tape.reminders.filter(
        ({ timer, at }) => event.type !== 'elapsed' || event.timer !== timer || event.armed !== at,
      ),
      ...effects.filter((effect) => effect.type === 'remind'),
    ],
  }
}

const isJob = (effect: Effect): effect is Job =>
  effect.type === 'ask' || effect.type === 'judge' || effect.type === 'teach'

const eventFor = (tape: Tape, { how, n, leap, wild }: Pick): Event => {
  const at = tape.at + leap
  const awaited = tape.asked.filter((job) => isAwaited(tape, job))
  const due = earliest(tape.reminders)
  const heard = tape.steps.map(({ event }) => event)
  switch (how) {
    case 'answer':
      return awaited[0] ? done(TWO, awaited[0], at) : message(tape, at)
    case 'steer': {
      const type = STEERS[n % STEERS.length] ?? 'next'
      const id = `steered ${tape.steps.length}`
      return type === 'retry'
        ? { type, at, id, stage: n % 2 === 0 ? 'clarify' : 'details' }
        : { type, at, id }
    }
    case 'due':
      return due ? elapsed(due.timer, Math.max(tape.at, due.at), due.at) : message(tape, at)
    case 'again':
      return { ...(heard[n % heard.length] ?? wild), at }
    case 'late': {
      const job = tape.asked[n % tape.asked.length]
      return job ? done(TWO, job, at) : wild
    }
    case 'wild':
      return wild
    case 'any': {
      const events = eventsAt({ flow: TWO, interview: tape.interview, at, jobs: tape.asked, effects: [] })
      return events[n % events.length] ?? wild
    }
  }
}

/** What brings a talk from one state to another. */
const STEERS = ['next', 'next', 'pause', 'resume', 'back', 'end', 'skip', 'retry', 'retry'] as const

const message = ({ steps }: Tape, at: number): Event => ({
  type: 'answered',
  at,
  id: `said ${steps.length}`,
  text: `${steps.length}`,
})

const isAwaited = ({ interview }: Tape, { job, stage }: Job): boolean => {
  const { awaiting, toJudge, teaching } = interview.snapshot.context
  return awaiting?.job === job || teaching === job || toJudge[stage]?.job === job
}

const earliest = (reminders: readonly Reminder[]): Reminder | undefined =>
  [...reminders].sort((a, b) => a.at - b.at)[0]

/** Brings every reminder that is due by then, and answers every job, at its time. */
const punctual = (tape: Tape, until: number): Tape => {
  let now = tape
  for (;;) {
    const job = now.asked.find((one) => isAwaited(now, one))
    const due = earliest(now.reminders)
    if (job) now = play(now, done(TWO, job, now.at + 1))
    else if (due && due.at <= until) now = play(now, elapsed(due.timer, Math.max(now.at, due.at), due.at))
    else return now
  }
}

/** Lets the world do what it is asked for, nothing else, until the interview rests in its report. */
const finished = (tape: Tape, ending: boolean): Tape => {
  let now = ending ? play(tape, { type: 'end', at: tape.at, id: 'the end' }) : tape
  for (let events = 0; kindOf(now) !== 'reported' && events < 200; events += 1) {
    const job = now.asked.find((one) => isAwaited(now, one))
    const due = earliest(now.reminders)
    if (job) now = play(now, done(TWO, job, now.at + 1))
    else if (due) now = play(now, elapsed(due.timer, Math.max(now.at, due.at), due.at))
    else return now
  }
  return now
}

const told = (tape: Tape): boolean =>
  kindOf(tape) === 'reported' &&
  tape.interview.snapshot.context.retrying === null &&
  tape.steps.some(({ effects }) =>
    effects.some((effect) => effect.type === 'say' && effect.line.kind === 'report'),
  )

/** Steps whose event was heard for the first time. */
const firsts = (steps: readonly Step[]): Step[] =>
  steps.filter(({ before, event }) => !('id' in event) || !before.snapshot.context.taken.includes(event.id))

const keptIn = (steps: readonly Step[]) =>
  steps.flatMap(({ effects }) => effects.flatMap((effect) => (effect.type === 'keep' ? [effect.entry] : [])))

const isMessage = (event: Event): event is Extract<Event, { type: 'answered' | 'attached' }> =>
  event.type === 'answered' || event.type === 'attached'

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}

/**
 * Every state decides about every event: here is what each of them does not react to, and why.
 *
 * The tables are a reviewed snapshot. A new event, state or transition makes this file fail until somebody has written
 * down why a state may be deaf to it.
 */
import { describe, expect, it } from 'vitest'
import { transition } from 'xstate'
import type { Options } from '../src/interview/context.ts'
import type { Event } from '../src/interview/events.ts'
import { guards } from '../src/interview/guards.ts'
import { machineOf } from '../src/interview/machine.ts'
import type { Scene } from './interview/fake-world.ts'
import { kindOf, opened, TWO, walk } from './interview/fake-world.ts'

/** Every event of the union: the compiler refuses this list when one is missing. */
const EVENTS = Object.keys({
  answered: true,
  edited: true,
  withdrawn: true,
  attached: true,
  begin: true,
  hint: true,
  next: true,
  back: true,
  skip: true,
  repeat: true,
  think: true,
  time: true,
  pause: true,
  resume: true,
  end: true,
  report: true,
  retry: true,
  rated: true,
  contest: true,
  asked: true,
  marked: true,
  elapsed: true,
  replied: true,
  judged: true,
  taught: true,
  failed: true,
  reconsider: true,
} satisfies Record<Event['type'], true>) as Event['type'][]

type Reasons = Record<string, Partial<Record<Event['type'], string>>>

const FORM = 'the form of a person who interviews is filled in between the end of the talk and the report'
const TALK = 'what a person who interviews says belongs to the talk, and the host keeps it there'
const BEGUN = 'an interview begins once'
const STALE = 'nobody waits for this any more: the turn it belonged to is over, and another has its own job'
const VERDICTS = 'only a finished interview has verdicts that could be judged again; its report asks for it'
const TAUGHT = 'what could have been said is asked for once all is judged, and only the report waits for it'
const RESULT = 'only a failure to judge a contested verdict again counts here'

/** What a state never reacts to. */
const DEAF: Reasons = {
  setup: {
    asked: TALK,
    marked: FORM,
    elapsed: 'no reminder is sent before the beginning',
    replied: 'nothing is asked before the beginning',
    judged: 'nothing is judged before the beginning',
    failed: 'nothing is asked for before the beginning',
    taught: TAUGHT,
    reconsider: VERDICTS,
  },
  listening: { marked: FORM, begin: BEGUN, replied: STALE, taught: TAUGHT, reconsider: VERDICTS },
  thinking: { marked: FORM, begin: BEGUN, taught: TAUGHT, reconsider: VERDICTS },
  closing: {
    marked: FORM,
    begin: BEGUN,
    replied: 'the stage is over; what the next one opens with is asked for anew',
    taught: TAUGHT,
    reconsider: VERDICTS,
  },
  paused: { marked: FORM, begin: BEGUN, taught: TAUGHT, reconsider: VERDICTS },
  debrief: {
    asked: TALK,
    begin: BEGUN,
    replied: 'the talk is over',
    failed: 'the talk is over: nothing waits for this',
    taught: TAUGHT,
    reconsider: VERDICTS,
  },
  grading: {
    asked: TALK,
    marked: FORM,
    begin: BEGUN,
    replied: 'the talk is over',
    taught: TAUGHT,
    reconsider: VERDICTS,
  },
  teaching: {
    asked: TALK,
    marked: FORM,
    begin: BEGUN,
    replied: 'the talk is over',
    reconsider: VERDICTS,
  },
  reported: {
    asked: TALK,
    marked: FORM,
    begin: BEGUN,
    replied: 'the talk is over',
    taught: TAUGHT,
  },
}

/** What a state reacts to at one moment and not at another. */
const AT_TIMES: Reasons = {
  listening: { failed: RESULT },
  thinking: { replied: STALE, failed: STALE },
  closing: { failed: STALE },
  paused: { replied: STALE, failed: STALE },
  grading: { failed: 'the failure of a coverage judgement: the final ones do not rest on it' },
  teaching: {
    taught: 'another one is asked for: this is none of its results',
    failed: 'all is judged: only what the report waits for can still fail',
  },
  reported: {
    judged: 'the report is out: only a contested verdict is judged again',
    failed: RESULT,
  },
}

const SEEDS: Partial<Options>[] = [{}, { quiet: 0 }, { mode: 'exam' }, { peer: true }]

const edges = SEEDS.flatMap((options) => walk(opened(TWO, options)))

describe('a state', () => {
  const heard = tally()

  it('is offered every event in every kind of state', () => {
    expect([...heard.keys()].sort()).toEqual(Object.keys(DEAF).sort())
    for (const [kind, events] of heard)
      expect([kind, [...events.keys()].sort()]).toEqual([kind, [...EVENTS].sort()])
  })

  it('ignores only what it has a reason to ignore', () => {
    expect(listed(heard, ({ taken }) => taken === 0)).toEqual(named(DEAF))
  })

  it('ignores at times only what it has a reason to ignore then', () => {
    expect(listed(heard, ({ taken, ignored }) => taken > 0 && ignored > 0)).toEqual(named(AT_TIMES))
  })

  it('gives a reason each time', () => {
    const reasons = [DEAF, AT_TIMES].flatMap((table) =>
      Object.values(table).flatMap((row) => Object.values(row)),
    )
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(10)
  })
})

it('every guard is asked, and answers both yes and no', () => {
  const answers = new Map<string, Set<boolean>>(Object.keys(guards).map((name) => [name, new Set()]))
  const watched = Object.entries(guards).map(([name, guard]) => [
    name,
    (asked: never, params: never) => {
      const answer = guard(asked, params)
      answers.get(name)?.add(answer)
      return answer
    },
  ])
  const machine = machineOf(TWO).provide({ guards: Object.fromEntries(watched) })
  const onesided = (): string[] => [...answers].filter(([, seen]) => seen.size < 2).map(([name]) => name)
  for (const { from, event } of spread(edges)) {
    if (onesided().length === 0) break
    transition(machine, restored(machine, from), event)
  }
  expect(onesided()).toEqual([])
})

/** All of them, from here and there by turns: neighbours of a walk resemble each other. */
const spread = <T>(all: readonly T[], apart = 97): T[] =>
  Array.from({ length: apart }, (_, from) => all.filter((_, at) => at % apart === from)).flat()

type Count = { taken: number; ignored: number }

/** How often each kind of state reacted to each event, and how often not. */
function tally(): Map<string, Map<Event['type'], Count>> {
  const machine = machineOf(TWO)
  const kinds = new Map<string, Map<Event['type'], Count>>()
  for (const { from, event } of edges) {
    const events = kinds.get(kindOf(from)) ?? new Map<Event['type'], Count>()
    kinds.set(kindOf(from), events)
    const count = events.get(event.type) ?? { taken: 0, ignored: 0 }
    events.set(event.type, count)
    if (machine.getTransitionData(restored(machine, from), event).length > 0) count.taken += 1
    else count.ignored += 1
  }
  return kinds
}

/** The machine's own snapshot at a moment, with the history that a pause goes back by. */
function restored(machine: ReturnType<typeof machineOf>, { interview }: Scene) {
  type Restore = typeof machine.restoreSnapshot
  const [snapshot, scope] = [interview.snapshot as unknown, {}] as Parameters<Restore>
  return machine.restoreSnapshot(snapshot, scope) as ReturnType<typeof machine.resolveState>
}

const listed = (heard: Map<string, Map<string, Count>>, which: (count: Count) => boolean): string[] =>
  [...heard]
    .flatMap(([kind, events]) =>
      [...events].filter(([, count]) => which(count)).map(([type]) => `${kind} ${type}`),
    )
    .sort()

const named = (table: Reasons): string[] =>
  Object.entries(table)
    .flatMap(([kind, events]) => Object.keys(events).map((type) => `${kind} ${type}`))
    .sort()

/**
 * One change in the making: the next context and the effects that go with it.
 *
 * The actions of the machine write on a draft; nested values are replaced, never changed in place, since the
 * context before stays valid.
 */
import type { Context } from './context.ts'
import type { Effect, Line, Note } from './effects.ts'
import type { Event, Timer } from './events.ts'
import type { Plan } from './plan.ts'
import type { Entry } from './transcript.ts'

export type Draft = {
  readonly plan: Plan
  readonly at: number
  /** The next context, free to be assigned to. */
  next: Context
  readonly effects: Effect[]
}

export const draftOf = (plan: Plan, context: Context, event: Event): Draft => {
  const next = { ...context }
  if ('id' in event) {
    next.last = Math.max(context.last, event.at)
    const { idle } = context.timers
    if (idle && idle.due !== null)
      next.timers = { ...context.timers, idle: { ...idle, due: next.last + context.options.idle } }
  }
  return { plan, at: event.at, next, effects: [] }
}

/** A new effect id: the interview's id and a running number, so that a repeated send can be told. */
export const effectId = (d: Draft): string => {
  d.next.effects += 1
  return `${d.next.id}.${d.next.effects}`
}

/** Tells the person something; words that belong to the talk are kept in the transcript as well. */
export const say = (d: Draft, line: Line): void => {
  const id = effectId(d)
  if ('text' in line && line.kind !== 'silence' && line.kind !== 'resumed') {
    keep(d, { who: 'interviewer', kind: 'said', id, text: line.text })
  }
  d.effects.push({ type: 'say', id, line })
}

export const note = (d: Draft, which: Note): void => say(d, { kind: 'note', note: which })

/** Adds to the transcript and answers the entry's index. */
export const keep = (d: Draft, entry: Omit<Entry, 'n' | 'at' | 'stage' | 'attempt'>): number => {
  const n = d.next.entries
  d.next.entries += 1
  const attempt = d.next.retrying === null ? {} : { attempt: d.next.retrying }
  d.effects.push({ type: 'keep', entry: { n, at: d.at, stage: d.next.stage, ...entry, ...attempt } })
  return n
}

/**
 * Sets a timer. Timers are lazy: a reminder already on its way for an earlier moment is left to arrive and is then
 * set anew, so that putting a timer off costs no message.
 */
export const setTimer = (d: Draft, timer: Timer, due: number): void => {
  const armed = d.next.timers[timer]?.armed ?? null
  const arrives = armed !== null && armed <= due ? armed : due
  if (arrives !== armed) d.effects.push({ type: 'remind', id: effectId(d), timer, at: due })
  d.next.timers = { ...d.next.timers, [timer]: { due, armed: arrives } }
}

export const clearTimers = (d: Draft, ...timers: Timer[]): void => {
  for (const timer of timers) {
    const armed = d.next.timers[timer]?.armed ?? null
    d.next.timers = { ...d.next.timers, [timer]: { due: null, armed } }
  }
}

/** Clears the timers that wait for the candidate to speak. */
export const hush = (d: Draft): void => clearTimers(d, 'quiet', 'silence', 'think')

/** Notes that a reminder has arrived, and sends another where the timer was put off meanwhile. */
export const arrived = (d: Draft, timer: Timer, armed: number): void => {
  const was = d.next.timers[timer]
  if (was === undefined || was.armed !== armed) return
  d.next.timers = { ...d.next.timers, [timer]: { due: was.due, armed: null } }
  if (was.due !== null && was.due > d.at) setTimer(d, timer, was.due)
}

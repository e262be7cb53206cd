/** How a verdict of a finished interview is contested, and judged again where a better judge is there. */

import { contestOf, unjudgedIn, waitingFor } from './contested.ts'
import type { Contest } from './context.ts'
import type { Draft } from './draft.ts'
import { effectId, say } from './draft.ts'
import type { Event } from './events.ts'
import { capHelped } from './verdict.ts'

/** Marks a verdict as contested; a later reason takes the place of an earlier one, and what was judged again stays. */
export const contest = (d: Draft, event: Event): void => {
  if (event.type !== 'contest') return
  const { criterion, reason, at } = event
  const why = unjudgedIn(d.plan, d.next, criterion)
  if (why !== undefined) {
    say(d, { kind: 'uncontested', criterion, why })
    return
  }
  set(d, criterion, { ...d.next.contested?.[criterion], reason, at })
  say(d, { kind: 'contested', criterion, says: 'marked' })
  note(d, criterion)
}

/** Has every contested verdict that waits for a better judge judged again, by itself. */
export const reconsider = (d: Draft, event: Event): void => {
  if (event.type !== 'reconsider') return
  for (const criterion of waitingFor(d.plan, d.next, event.by)) {
    const [one, known] = [d.next.contested?.[criterion], d.plan.criteria.get(criterion)]
    if (one === undefined || known === undefined) continue
    d.next.jobs += 1
    const job = d.next.jobs
    const common = { id: effectId(d), job, stage: known.stage.id, by: 'usual' as const, entries: [] }
    set(d, criterion, { ...one, job })
    d.effects.push({ type: 'judge', ...common, scope: 'contest', criterion })
  }
}

/** Takes what the better judge says; what it could not assess waits on. */
export const settle = (d: Draft, event: Event): void => {
  if (event.type !== 'judged') return
  const criterion = contestOf(d.next, event)
  const one = criterion === undefined ? undefined : d.next.contested?.[criterion]
  if (criterion === undefined || one === undefined) return
  const { verdicts, flags, by, assessed } = event.judgement
  const found = verdicts.find((verdict) => verdict.criterion === criterion)
  if (!assessed || found === undefined) {
    waitOn(d, criterion, one)
    return
  }
  const verdict = capHelped(found, d.next.helpedInTalk ?? d.next.helped)
  const mine = flags.filter((flag) => flag.criterion === criterion)
  set(d, criterion, { reason: one.reason, at: one.at, again: { verdict, flags: mine, by } })
  tell(d, criterion, 'judged')
  note(d, criterion)
}

/** Nobody could judge it again: it stays contested. */
export const unsettle = (d: Draft, event: Event): void => {
  const criterion = contestOf(d.next, event)
  const one = criterion === undefined ? undefined : d.next.contested?.[criterion]
  if (criterion !== undefined && one !== undefined) waitOn(d, criterion, one)
}

const waitOn = (d: Draft, criterion: string, { job: _, ...rest }: Contest): void => {
  set(d, criterion, rest)
  tell(d, criterion, 'failed')
}

const set = (d: Draft, criterion: string, one: Contest): void => {
  d.next.contested = { ...d.next.contested, [criterion]: one }
}

/** While a stage is tried again nothing of the talk before comes in between; the report shows it. */
const tell = (d: Draft, criterion: string, says: 'judged' | 'failed'): void => {
  if (d.next.retrying === null) say(d, { kind: 'contested', criterion, says })
}

const note = (d: Draft, criterion: string): void => {
  d.effects.push({ type: 'contested', id: effectId(d), criterion })
}

/** How stages follow one another, and what comes after the last: own rating, grading, report, another go. */
import { setClock } from './clock.ts'
import { judgementsOf } from './contested.ts'
import type { Attempt, Context } from './context.ts'
import type { Draft } from './draft.ts'
import { clearTimers, effectId, hush, note, say, setTimer } from './draft.ts'
import type { Event } from './events.ts'
import { isWornOut, unjudged } from './guards.ts'
import { askMarks, isPeer } from './peer.ts'
import { tellTrouble } from './trouble.ts'
import { capHelped } from './verdict.ts'

/** Welcomes the person and sets the timer that closes an abandoned interview. */
export const begin = (d: Draft): void => {
  d.next.began = d.at
  say(d, { kind: 'welcome' })
  setTimer(d, 'idle', d.at + d.next.options.idle)
}

/** Enters a stage: its clock runs and the interviewer is to open it, or to come back to it. */
export const enter = (d: Draft, stage: string): void => {
  if (d.next.stage !== '') setClock(d, false)
  const been = d.next.opened.includes(stage)
  d.next.stage = stage
  d.next.focus = null
  d.next.question = ''
  if (d.next.retrying === null) visit(d, stage, been)
  d.next.turn = {
    purpose: been && d.next.retrying === null ? 'return' : 'open',
    entries: [],
    judged: true,
    by: 'usual',
  }
  d.next.awaiting = null
  hush(d)
  setClock(d, true)
}

/** Notes the stage as opened or gone back to; a retry leaves the record of the interview itself as it was. */
const visit = (d: Draft, stage: string, been: boolean): void => {
  if (!been) d.next.opened = [...d.next.opened, stage]
  else if (!d.next.returned.includes(stage)) d.next.returned = [...d.next.returned, stage]
}

/** Leaves the stage; words that no judgement has seen are judged for coverage first. */
export const close = (d: Draft): void => {
  const words = [...unjudged(d.next), ...d.next.fresh.map(({ entry }) => entry)]
  d.next.fresh = []
  d.next.turn = { purpose: 'turn', entries: words, judged: words.length === 0 || isPeer(d.next), by: 'usual' }
  d.next.awaiting = null
  hush(d)
}

/** Leaves the stage at the interviewer's wish; a `/next` that crosses it is then not taken for the stage after it. */
export const lead = (d: Draft): void => {
  close(d)
  d.next.led = true
}

/** The person has seen where the interviewer led. */
export const settle = (d: Draft): void => {
  d.next.led = false
}

/** The talk is over. */
export const finish = (d: Draft, how: NonNullable<Context['ended']>): void => {
  fallSilent(d)
  d.next.ended = how
  d.next.pace = d.next.spent
}

/** Stops the clock and lets go of the turn in hand: nothing of it may reach into a later attempt. */
const fallSilent = (d: Draft): void => {
  setClock(d, false)
  hush(d)
  d.next.awaiting = null
  d.next.held = null
  d.next.fresh = []
}

export const askRating = (d: Draft): void => {
  say(d, { kind: 'rate' })
  askMarks(d)
}

export const takeRating = (d: Draft, event: Event): void => {
  if (event.type !== 'rated') return
  const known = Object.entries(event.ratings).filter(
    ([stage, mark]) => d.next.opened.includes(stage) && Number.isInteger(mark) && mark >= 1 && mark <= 4,
  )
  d.next.ratings = Object.fromEntries(known)
}

/** Has every stage that was opened judged, each against the whole talk. */
export const grade = (d: Draft): void => {
  clearTimers(d, 'idle', 'seal')
  for (const stage of d.next.opened) order(d, stage, 'usual')
}

const order = (d: Draft, stage: string, by: 'usual' | 'stand-in'): void => {
  d.next.jobs += 1
  d.next.toJudge = { ...d.next.toJudge, [stage]: { job: d.next.jobs, by } }
  d.effects.push({ type: 'judge', id: effectId(d), job: d.next.jobs, stage, scope: 'stage', by, entries: [] })
}

/** Takes a final judgement. */
export const collect = (d: Draft, event: Event): void => {
  if (event.type !== 'judged') return
  const { [event.stage]: job, ...left } = d.next.toJudge
  d.next.toJudge = left
  if (job?.by === 'stand-in') d.next.standIns += 1
  const verdicts = event.judgement.verdicts.map((verdict) => capHelped(verdict, d.next.helped))
  if (d.next.retrying === null)
    d.next.judged = { ...d.next.judged, [event.stage]: { ...event.judgement, verdicts } }
  else d.next.attempts = settled(d.next, verdicts)
}

const settled = ({ attempts, retrying }: Context, after: Attempt['before']): Attempt[] =>
  attempts.map((attempt) => (attempt.attempt === retrying ? { ...attempt, after } : attempt))

/** A final judgement failed: the stand-in judges, and where that fails the stage stays without one. */
export const regrade = (d: Draft, event: Event): void => {
  if (event.type !== 'failed') return
  const job = d.next.toJudge[event.stage]
  const { [event.stage]: _, ...left } = d.next.toJudge
  d.next.toJudge = left
  if (job?.by !== 'usual') return
  tellTrouble(d, event)
  order(d, event.stage, 'stand-in')
}

export const report = (d: Draft): void => {
  if (d.next.retrying === null) say(d, { kind: 'report' })
  else say(d, { kind: 'report', attempt: d.next.retrying })
  d.next.retrying = null
  d.effects.push({ type: 'close', id: effectId(d) })
}

export const reportAgain = (d: Draft): void => say(d, { kind: 'report' })

/** Opens a stage once more, after the report. */
export const retry = (d: Draft, stage: string): void => {
  const attempt = d.next.attempts.length + 1
  const before = d.next.attempts.findLast((a) => a.stage === stage && a.after !== null)?.after
  d.next.retrying = attempt
  d.next.led = false
  d.next.attempts = [
    ...d.next.attempts,
    {
      stage,
      attempt,
      before: before ?? judgementsOf(d.next)[stage]?.verdicts ?? [],
      after: null,
      from: d.next.entries,
    },
  ]
  const clear = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => d.plan.criteria.get(id)?.stage.id !== stage))
  d.next.helpedInTalk ??= d.next.helped
  d.next.covered = clear(d.next.covered)
  d.next.helped = clear(d.next.helped)
  d.next.hints = clear(d.next.hints)
  d.next.probed = clear(d.next.probed)
  d.next.skipped = d.next.skipped.filter((id) => d.plan.criteria.get(id)?.stage.id !== stage)
  const { [stage]: _, ...warned } = d.next.warned
  d.next.warned = warned
  d.next.spent = { ...d.next.spent, [stage]: 0 }
  setTimer(d, 'idle', d.at + d.next.options.idle)
  enter(d, stage)
}

/** Says what can be done where a stage is not opened once more. */
export const refuseRetry = (d: Draft): void => note(d, isWornOut(d.next) ? 'no-more-retries' : 'finished')

/** The retried stage is over: it is judged by itself. */
export const gradeRetry = (d: Draft): void => {
  fallSilent(d)
  clearTimers(d, 'idle')
  order(d, d.next.stage, 'usual')
}

/** The clock of a stage: it runs while the stage is talked about, nudges at its plan and interrupts past it. */
import type { Draft } from './draft.ts'
import { clearTimers, say, setTimer } from './draft.ts'
import { planned, spentIn } from './pace.ts'

/** Starts or stops the clock of the current stage and the timers that hang on it. */
export const setClock = (d: Draft, run: boolean): void => {
  const { stage } = d.next
  d.next.spent = { ...d.next.spent, [stage]: spentIn(d.next, stage, d.at) }
  d.next.since = run ? d.at : null
  clearTimers(d, 'nudge', 'interrupt')
  if (run) setWarnings(d)
}

const setWarnings = (d: Draft): void => {
  const { clock } = d.plan.flow
  const { stage, warned, options, spent } = d.next
  const plan = planned(d.plan.flow, d.plan.stage(stage), options.minutes)
  const due = (share: number) => d.at + Math.max(0, share * plan - (spent[stage] ?? 0))
  if (warned[stage] === undefined) setTimer(d, 'nudge', due(clock.nudge))
  if (warned[stage] !== 'interrupt') setTimer(d, 'interrupt', due(clock.interrupt))
}

/** Says that the stage has used its plan. */
export const nudge = (d: Draft): void => {
  warn(d, 'nudge')
  say(d, { kind: 'nudge', stage: d.next.stage, ...nextOf(d) })
}

/** Says that the stage is well over; in an exam the talk then moves on, a coach only offers to. */
export const interrupt = (d: Draft): void => {
  warn(d, 'interrupt')
  say(d, { kind: 'interrupt', stage: d.next.stage, ...nextOf(d), moved: d.next.options.mode === 'exam' })
}

const warn = (d: Draft, warning: 'nudge' | 'interrupt'): void => {
  clearTimers(d, warning)
  d.next.warned = { ...d.next.warned, [d.next.stage]: warning }
}

const nextOf = (d: Draft): { next?: string } => {
  const next = d.next.retrying === null ? d.plan.after(d.next.stage) : undefined
  return next ? { next: next.id } : {}
}

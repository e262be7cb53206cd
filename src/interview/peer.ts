/**
 * An interview between two people: one answers, the other asks and judges, the machine keeps time and the order of stages.
 *
 * Neither sees anything of the other's judgement, or of the bot's, until both forms are in or the seal is broken.
 */
import type { Context, PeerForm } from './context.ts'
import type { Draft } from './draft.ts'
import { clearTimers, keep, note, say, setTimer } from './draft.ts'
import type { Event } from './events.ts'

/** After so long the forms that are in are opened without those that are not. In milliseconds. */
export const SEAL = 24 * 3_600_000

/** Whether a person asks; another go at a stage after the report is the bot's again. */
export const isPeer = ({ options, retrying }: Context): boolean => options.peer === true && retrying === null

/** Stages that were reached and that the interviewer has not marked yet, nor with this event. */
export const stagesUnmarked = (context: Context, event?: Event): string[] => {
  const stages = event?.type === 'marked' ? event.stages : []
  const done = new Set([...(context.peer?.stages ?? []), ...stages])
  return context.opened.filter((stage) => !done.has(stage))
}

/** Announces a stage, and leaves the word to the two. */
export const introduce = (d: Draft): void => {
  say(d, { kind: 'part', stage: d.next.stage, returned: d.next.turn.purpose === 'return' })
  d.next.turn = { purpose: 'turn', entries: [], judged: true, by: 'usual' }
}

/** Takes the interviewer's words into the transcript. */
export const noteAsked = (d: Draft, event: Event): void => {
  if (event.type !== 'asked') return
  const { type: _, at: __, ...words } = event
  keep(d, { who: 'interviewer', kind: 'said', ...words })
}

/** The talk is over: the interviewer is given the form, and nobody waits for it for ever. */
export const askMarks = (d: Draft): void => {
  if (!isPeer(d.next)) return
  say(d, { kind: 'marks' })
  clearTimers(d, 'idle')
  setTimer(d, 'seal', d.at + SEAL)
}

/** Takes what the interviewer marked, and asks for the rest. */
export const takeMarks = (d: Draft, event: Event): void => {
  if (event.type !== 'marked') return
  const known = Object.entries(event.marks).filter(([criterion, mark]) => {
    const stage = d.plan.criteria.get(criterion)?.stage.id ?? ''
    return event.stages.includes(stage) && d.next.opened.includes(stage) && [0, 1, 2].includes(mark)
  })
  const form = formOf(d)
  d.next.peer = {
    ...form,
    marks: { ...form.marks, ...Object.fromEntries(known) },
    stages: [...new Set([...form.stages, ...event.stages])],
  }
  say(d, { kind: 'marks' })
}

/** The candidate has rated, or wants to rate nothing: only the interviewer's form is still to come. */
export const awaitMarks = (d: Draft): void => {
  d.next.peer = { ...formOf(d), rated: true }
  note(d, 'awaiting-marks')
}

const formOf = (d: Draft): PeerForm => d.next.peer ?? { marks: {}, stages: [], rated: false }

/** Short words for the transitions of the machine. */
import { isOneQuestion } from '../flow/flow.ts'
import type { Context } from './context.ts'
import type { Note } from './effects.ts'
import { COMMANDS, type Event } from './events.ts'
import type { Plan } from './plan.ts'

export const tell = (note: Note) => ({ type: 'tell' as const, params: { note } })

export const enter = (stage: string) => ({ type: 'enter' as const, params: { stage } })

export const finish = (how: NonNullable<Context['ended']>) => ({ type: 'finish' as const, params: { how } })

/** The same note in answer to several events. */
export const telling = <K extends Event['type']>(note: Note, ...events: K[]) =>
  Object.fromEntries(events.map((event) => [event, { actions: tell(note) }])) as Record<
    K,
    { actions: ReturnType<typeof tell> }
  >

/** All that a person may say, and all that may be asked for. */
export const WORDS = ['answered', 'attached', 'edited', 'withdrawn'] as const
export const WISHES = [...COMMANDS, 'retry', 'rated'] as const

/** The talk is over: the own rating is asked for; after a single question the report follows at once. */
export const over = (plan: Plan, how: 'ended' | 'finished') =>
  isOneQuestion(plan.flow)
    ? { target: '#$grading', actions: [finish(how), 'grade' as const] }
    : { target: '#$debrief', actions: [finish(how), 'askRating' as const] }

/** The person ends the talk, or another go at a stage. */
export const ending = (plan: Plan) => [
  { guard: 'retrying' as const, target: 'grading', actions: ['gradeRetry' as const] },
  over(plan, 'ended'),
]

/** The person leaves their own rating out. */
export const UNRATED = [
  { guard: 'marksAwaited' as const, actions: 'awaitMarks' as const },
  { target: 'grading', actions: 'grade' as const },
]

/** A verdict is contested before there is a report, or while a stage of it is tried again. */
export const CONTESTING = [
  { guard: 'retrying' as const, actions: tell('retry-first') },
  { actions: tell('no-verdicts-yet') },
]

/** A contested verdict could not be judged again: the mark stays, and another report asks once more. */
export const UNSETTLED = { guard: 'isContested' as const, actions: 'unsettle' as const }

/** Nobody has spoken for so long that the talk, or another go at a stage, closes itself. */
export const IDLING = [
  { guard: 'idleRetry' as const, target: 'grading', actions: ['tick' as const, 'gradeRetry' as const] },
  {
    guard: 'idleOver' as const,
    target: 'grading',
    actions: ['tick' as const, finish('idle'), 'grade' as const],
  },
  { actions: ['tick' as const] },
]

/** The same between two people: what they think of it is asked for all the same. */
export const IDLING_PEERS = {
  guard: 'idlePeer' as const,
  target: '#$debrief',
  actions: ['tick' as const, finish('idle'), 'askRating' as const],
}

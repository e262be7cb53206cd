/** The questions that the machine asks before it takes a transition. */

import { contestOf } from './contested.ts'
import type { Context } from './context.ts'
import type { Event, Timer } from './events.ts'
import { isPeer, stagesUnmarked } from './peer.ts'

const isFresh = (context: Context, event: Event): boolean =>
  (event.type === 'edited' || event.type === 'withdrawn') && context.fresh.some(({ id }) => id === event.of)

/** The result that the turn waits for. */
const isAwaited = (context: Context, event: Event): boolean =>
  (event.type === 'replied' || event.type === 'judged' || event.type === 'failed') &&
  context.awaiting?.job === event.job

/** A final judgement that grading waits for. */
const isWanted = (context: Context, event: Event): boolean =>
  (event.type === 'judged' || event.type === 'failed') && context.toJudge[event.stage]?.job === event.job

/** The result that the report waits for. */
const isTeaching = (context: Context, event: Event): boolean =>
  (event.type === 'taught' || event.type === 'failed') && context.teaching === event.job

/** The timer named is due: neither put off nor cleared since its reminder was sent. */
const isDue =
  (timer: Timer) =>
  (context: Context, event: Event): boolean => {
    if (event.type !== 'elapsed' || event.timer !== timer) return false
    const due = context.timers[timer]?.due ?? null
    return due !== null && due <= event.at
  }

/** The awaited reply says that the stage has had enough, and the candidate said nothing meanwhile. */
const isAdvance = (context: Context, event: Event): boolean =>
  isAwaited(context, event) &&
  event.type === 'replied' &&
  event.move === 'advance' &&
  context.fresh.length === 0 &&
  !isBack(context)

/** The same of a reply that came while paused. */
const holdsAdvance = (context: Context): boolean =>
  context.held?.move === 'advance' && context.fresh.length === 0 && !isBack(context)

/** Whether the candidate went back to where they are: in practice they then leave it at their own wish. */
export const isBack = ({ options, opened, stage, retrying }: Context): boolean =>
  options.mode === 'coach' && retrying === null && opened.includes(stage) && opened.at(-1) !== stage

/** Whether the interviewer may close the last stage. */
const mayEnd = (context: Context): boolean => isExam(context) || context.retrying !== null

/** Messages of the turn that no coverage judgement has seen. */
export const unjudged = ({ turn }: Context): number[] => (turn.judged ? [] : turn.entries)

const isExam = (context: Context): boolean => context.options.mode === 'exam'

/** The stand-in was asked already: nobody else is left. */
const isStandIn = (context: Context): boolean => context.turn.by === 'stand-in'

/** So many times the stages of one interview are tried again; what came of each stays in its record. */
const ATTEMPTS = 30

/** No stage of it is tried again any more. */
export const isWornOut = ({ attempts }: Context): boolean => attempts.length >= ATTEMPTS

type Asked = { context: Context; event: Event }

/** Whether the stage that asks is the last one. */
type Place = { last: boolean }

const at = (timer: Timer) => {
  const due = isDue(timer)
  return ({ context, event }: Asked) => due(context, event)
}

/** The guards of the machine by name. */
export const guards = {
  isFresh: ({ context, event }: Asked) => isFresh(context, event),
  isAwaited: ({ context, event }: Asked) => isAwaited(context, event),
  isAdvance: ({ context, event }: Asked, { last }: Place) =>
    isAdvance(context, event) && (!last || mayEnd(context)),
  isWanted: ({ context, event }: Asked) => isWanted(context, event),
  isTeaching: ({ context, event }: Asked) => isTeaching(context, event),
  quietOver: ({ context, event }: Asked) => isDue('quiet')(context, event) && context.fresh.length > 0,
  silenceOver: at('silence'),
  thinkingTimeOver: at('think'),
  nudgeDue: at('nudge'),
  interruptDue: at('interrupt'),
  interruptMoves: ({ context, event }: Asked) => isDue('interrupt')(context, event) && isExam(context),
  idleOver: at('idle'),
  peer: ({ context }: Asked) => isPeer(context),
  marksAwaited: ({ context }: Asked) => isPeer(context) && stagesUnmarked(context).length > 0,
  marksComplete: ({ context, event }: Asked) =>
    event.type === 'marked' && context.peer?.rated === true && stagesUnmarked(context, event).length === 0,
  sealOver: at('seal'),
  idlePeer: ({ context, event }: Asked) => isDue('idle')(context, event) && isPeer(context),
  idleRetry: ({ context, event }: Asked) => isDue('idle')(context, event) && context.retrying !== null,
  everyMessageIsAnAnswer: ({ context }: Asked) => context.options.quiet === 0,
  answerWaits: ({ context, event }: Asked) =>
    isAwaited(context, event) && context.fresh.length > 0 && context.options.quiet === 0,
  awaitsNothing: ({ context }: Asked) => context.awaiting === null,
  closed: ({ context }: Asked) => context.awaiting === null && context.turn.judged,
  retryClosed: ({ context }: Asked) =>
    context.awaiting === null && context.turn.judged && context.retrying !== null,
  holdsAdvance: ({ context }: Asked, { last }: Place) => holdsAdvance(context) && (!last || mayEnd(context)),
  justLed: ({ context }: Asked) => context.led,
  holdsReply: ({ context }: Asked) => context.held !== null,
  standInFailed: ({ context, event }: Asked) => isAwaited(context, event) && isStandIn(context),
  coverageFailed: ({ context, event }: Asked) =>
    isAwaited(context, event) && isStandIn(context) && context.awaiting?.what === 'judge',
  retrying: ({ context }: Asked) => context.retrying !== null,
  isContested: ({ context, event }: Asked) => contestOf(context, event) !== undefined,
  allJudged: ({ context }: Asked) => Object.keys(context.toJudge).length === 0,
  exam: ({ context }: Asked) => isExam(context),
  retries: ({ context, event }: Asked, { stage }: { stage: string }) =>
    event.type === 'retry' && event.stage === stage && !isWornOut(context),
}

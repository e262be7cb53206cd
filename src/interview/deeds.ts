/** The actions of the machine by name: each writes on a draft and hands its effects on as data. */
import { enqueueActions } from 'xstate'
import * as aid from './aid.ts'
import * as clock from './clock.ts'
import * as contest from './contest.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import { draftOf, note } from './draft.ts'
import type { Effect, Note } from './effects.ts'
import * as ending from './ending.ts'
import type { Event } from './events.ts'
import * as peer from './peer.ts'
import type { Plan } from './plan.ts'
import * as talk from './talk.ts'
import * as teaching from './teaching.ts'

/** Wraps a function on a draft as an XState action that executes nothing. */
const deed = <P extends object | undefined>(plan: Plan, write: (d: Draft, event: Event, params: P) => void) =>
  enqueueActions<Context, Event, P, Event, never, { type: 'effect'; params: Effect }, never, never, never>(
    ({ context, event, enqueue }, params) => {
      const d = draftOf(plan, context, event)
      write(d, event, params)
      enqueue.assign(d.next)
      for (const effect of d.effects) enqueue({ type: 'effect', params: effect })
    },
  )

/** Every action that a flow's machine may name. */
export const deeds = (plan: Plan) => {
  const plain = (write: (d: Draft, event: Event) => void) => deed<undefined>(plan, write)
  return {
    hear: plain(talk.hear),
    amend: plain(talk.amend),
    awaitQuiet: plain(talk.awaitQuiet),
    takeUp: plain(talk.takeUp),
    proceed: plain(talk.proceed),
    credit: plain(talk.credit),
    judgedTurn: plain(talk.judgedTurn),
    speak: plain(talk.speak),
    hold: plain(talk.hold),
    speakHeld: plain(talk.speakHeld),
    standIn: plain(talk.standIn),
    trouble: plain(talk.trouble),
    hint: plain(aid.hint),
    skip: plain(aid.skip),
    repeat: plain(aid.repeat),
    breakSilence: plain(aid.breakSilence),
    giveTime: plain(aid.giveTime),
    endThinkingTime: plain(aid.endThinkingTime),
    tick: plain(talk.tick),
    tellTime: plain(talk.tellTime),
    pause: plain(talk.pause),
    resume: plain(talk.resume),
    nudge: plain(clock.nudge),
    interrupt: plain(clock.interrupt),
    begin: plain(ending.begin),
    close: plain(ending.close),
    lead: plain(ending.lead),
    settle: plain(ending.settle),
    askRating: plain(ending.askRating),
    takeRating: plain(ending.takeRating),
    grade: plain(ending.grade),
    gradeRetry: plain(ending.gradeRetry),
    introduce: plain(peer.introduce),
    noteAsked: plain(peer.noteAsked),
    takeMarks: plain(peer.takeMarks),
    awaitMarks: plain(peer.awaitMarks),
    collect: plain(ending.collect),
    regrade: plain(ending.regrade),
    teach: plain(teaching.teach),
    learn: plain(teaching.learn),
    report: plain(ending.report),
    reportAgain: plain(ending.reportAgain),
    refuseRetry: plain(ending.refuseRetry),
    contest: plain(contest.contest),
    reconsider: plain(contest.reconsider),
    unsettle: plain(contest.unsettle),
    enter: deed<{ stage: string }>(plan, (d, _, { stage }) => ending.enter(d, stage)),
    retry: deed<{ stage: string }>(plan, (d, _, { stage }) => ending.retry(d, stage)),
    finish: deed<{ how: NonNullable<Context['ended']> }>(plan, (d, _, { how }) => ending.finish(d, how)),
    tell: deed<{ note: Note }>(plan, (d, _, params) => note(d, params.note)),
  }
}

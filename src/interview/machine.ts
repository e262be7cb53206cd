/**
 * The framework as a conversation: one XState machine per flow.
 *
 * A state per stage in the flow's order, each with the same small talk inside (`stage.ts`), around them setup, paused
 * (which goes back to where it came from), debrief, grading and reported.
 *
 * Nothing here happens: every action writes on a draft, and the effects come out as data. Effects hang on transitions
 * and never on entry, since entering by history must say nothing but where we were.
 */
import { setup } from 'xstate'
import type { Flow } from '../flow/flow.ts'
import type { Context } from './context.ts'
import { deeds } from './deeds.ts'
import type { Effect } from './effects.ts'
import type { Event } from './events.ts'
import { guards } from './guards.ts'
import { planOf } from './plan.ts'
import { stageState } from './stage.ts'
import {
  CONTESTING,
  ending,
  enter,
  IDLING,
  IDLING_PEERS,
  tell,
  telling,
  UNRATED,
  UNSETTLED,
  WISHES,
  WORDS,
} from './ways.ts'

/** Goes into every stored record: a record of another version is carried over by a function, never guessed. */
export const MACHINE_VERSION = 1

/** Builds the machine of a flow. Its input is the context it starts from. */
export const machineOf = (flow: Flow) => {
  const plan = planOf(flow)
  const first = plan.order[0]
  if (first === undefined) throw new Error(`The flow ${flow.id} has no stages.`)
  return setup({
    types: { context: {} as Context, events: {} as Event, input: {} as Context },
    guards,
    actions: { effect: (_, _effect: Effect) => {}, ...deeds(plan) },
  }).createMachine({
    id: flow.id,
    context: ({ input }) => input,
    initial: 'setup',
    states: {
      setup: {
        on: {
          ...telling('not-begun', ...WORDS, ...WISHES, 'contest'),
          begin: { target: `#${first.id}`, actions: ['begin', enter(first.id)] },
        },
      },
      talk: {
        initial: first.id,
        states: {
          ...Object.fromEntries(plan.order.map((stage) => [stage.id, stageState(plan, stage)])),
          $where: { type: 'history', history: 'deep' },
        },
        on: {
          pause: { target: 'paused', actions: 'pause' },
          end: ending(plan),
          time: { actions: 'tellTime' },
          asked: { actions: 'noteAsked' },
          judged: { actions: 'credit' },
          failed: UNSETTLED,
          elapsed: [{ guard: 'nudgeDue', actions: ['tick', 'nudge'] }, ...IDLING],
          ...telling('not-paused', 'resume'),
          ...telling('no-report-yet', 'report', 'retry'),
          contest: CONTESTING,
          ...telling('no-rating-now', 'rated'),
        },
      },
      paused: {
        on: {
          resume: { target: 'talk.$where', actions: 'resume' },
          answered: { actions: ['hear', tell('kept-while-paused')] },
          attached: { actions: ['hear', tell('kept-while-paused')] },
          edited: [{ guard: 'isFresh', actions: 'amend' }, { actions: tell('too-late') }],
          withdrawn: [{ guard: 'isFresh', actions: 'amend' }, { actions: tell('too-late') }],
          asked: { actions: 'noteAsked' },
          end: ending(plan),
          time: { actions: 'tellTime' },
          replied: { guard: 'isAwaited', actions: 'hold' },
          judged: [{ guard: 'isAwaited', actions: ['credit', 'judgedTurn'] }, { actions: 'credit' }],
          failed: [
            { guard: 'standInFailed', actions: 'judgedTurn' },
            { guard: 'isAwaited', actions: 'standIn' },
            UNSETTLED,
          ],
          elapsed: [IDLING_PEERS, ...IDLING],
          ...telling('still-paused', 'pause', 'hint', 'next', 'back', 'skip', 'repeat', 'think'),
          ...telling('no-report-yet', 'report', 'retry'),
          contest: CONTESTING,
          ...telling('no-rating-now', 'rated'),
        },
      },
      debrief: {
        id: '$debrief',
        on: {
          ...telling('rate-first', ...WORDS, ...WISHES),
          ...telling('no-verdicts-yet', 'contest'),
          rated: [
            { guard: 'marksAwaited', actions: ['takeRating', 'awaitMarks'] },
            { target: 'grading', actions: ['takeRating', 'grade'] },
          ],
          skip: UNRATED,
          next: UNRATED,
          end: UNRATED,
          marked: [
            { guard: 'marksComplete', target: 'grading', actions: ['takeMarks', 'grade'] },
            { actions: 'takeMarks' },
          ],
          judged: { actions: 'credit' },
          elapsed: [
            { guard: 'idleOver', target: 'grading', actions: ['tick', 'grade'] },
            { guard: 'sealOver', target: 'grading', actions: ['tick', 'grade'] },
            { actions: 'tick' },
          ],
        },
      },
      grading: {
        id: '$grading',
        always: { guard: 'allJudged', target: 'teaching', actions: 'teach' },
        on: {
          ...telling('grading', ...WORDS, ...WISHES),
          contest: CONTESTING,
          judged: [{ guard: 'isWanted', actions: 'collect' }, { actions: 'credit' }],
          failed: [{ guard: 'isWanted', actions: 'regrade' }, UNSETTLED],
          elapsed: { actions: 'tick' },
        },
      },
      teaching: {
        on: {
          ...telling('grading', ...WORDS, ...WISHES),
          contest: CONTESTING,
          taught: { guard: 'isTeaching', target: 'reported', actions: ['learn', 'report'] },
          judged: { actions: 'credit' },
          failed: [{ guard: 'isTeaching', target: 'reported', actions: ['learn', 'report'] }, UNSETTLED],
          elapsed: { actions: 'tick' },
        },
      },
      reported: {
        on: {
          ...telling('finished', ...WORDS, ...WISHES),
          retry: [
            ...plan.order.map(({ id: stage }) => ({
              guard: { type: 'retries' as const, params: { stage } },
              target: `#${stage}`,
              actions: { type: 'retry' as const, params: { stage } },
            })),
            { actions: 'refuseRetry' },
          ],
          elapsed: { actions: 'tick' },
          report: { actions: 'reportAgain' },
          contest: { actions: 'contest' },
          reconsider: { actions: 'reconsider' },
          judged: { guard: 'isContested', actions: 'credit' },
          failed: UNSETTLED,
        },
      },
    },
  })
}

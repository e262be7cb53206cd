/**
 * The small talk inside every stage.
 *
 *   listening  the candidate has the word; only quiet ends an answer
 *   thinking   what was said is judged for coverage, then the interviewer is asked
 *   closing    the stage is over, its last words are judged before the next one opens
 *
 * Between two people nobody thinks: a stage is announced, and they have the word until one of them goes on.
 *
 * A thinking or closing stage that awaits nothing takes its next step by itself, so that no path, pause or failure
 * can leave it stuck.
 */
import { isOneQuestion, type Stage } from '../flow/flow.ts'
import type { Plan } from './plan.ts'
import { enter, IDLING_PEERS, over, tell, telling } from './ways.ts'

const amending = {
  edited: [{ guard: 'isFresh' as const, actions: ['amend' as const] }, { actions: tell('too-late') }],
  withdrawn: [{ guard: 'isFresh' as const, actions: ['amend' as const] }, { actions: tell('too-late') }],
}

const asking = { guard: 'peer' as const, actions: tell('ask-your-peer') }

const hinting = [{ guard: 'exam' as const, actions: tell('no-hints-in-exam') }, { actions: 'hint' as const }]

const taking = [
  { guard: 'peer' as const, actions: 'hear' as const },
  {
    guard: 'everyMessageIsAnAnswer' as const,
    target: 'thinking',
    actions: ['hear' as const, 'takeUp' as const],
  },
  { actions: ['hear' as const, 'awaitQuiet' as const] },
]

const listening = {
  on: {
    answered: taking,
    attached: taking,
    ...amending,
    hint: [asking, ...hinting],
    repeat: [asking, { actions: 'repeat' as const }],
    think: [asking, { actions: 'giveTime' as const }],
    skip: [asking, { target: 'thinking', actions: ['skip' as const, 'takeUp' as const] }],
    elapsed: [
      { guard: 'quietOver' as const, target: 'thinking', actions: ['tick' as const, 'takeUp' as const] },
      { guard: 'thinkingTimeOver' as const, actions: ['tick' as const, 'endThinkingTime' as const] },
      { guard: 'silenceOver' as const, actions: ['tick' as const, 'breakSilence' as const] },
      IDLING_PEERS,
    ],
  },
}

/**
 * After its last stage a coach listens on: only an exam, another go at the stage, or a talk of one question is closed by the
 * interviewer.
 */
const thinking = (last: boolean) => ({
  always: [
    { guard: 'peer' as const, target: 'listening', actions: 'introduce' as const },
    {
      guard: { type: 'holdsAdvance' as const, params: { last } },
      target: 'closing',
      actions: ['speakHeld' as const, 'lead' as const],
    },
    { guard: 'holdsReply' as const, target: 'listening', actions: 'speakHeld' as const },
    { guard: 'awaitsNothing' as const, actions: 'proceed' as const },
  ],
  on: {
    answered: { actions: 'hear' as const },
    attached: { actions: 'hear' as const },
    ...amending,
    hint: hinting,
    repeat: { actions: 'repeat' as const },
    judged: [
      { guard: 'isAwaited' as const, actions: ['credit' as const, 'judgedTurn' as const] },
      { actions: 'credit' as const },
    ],
    replied: [
      {
        guard: { type: 'isAdvance' as const, params: { last } },
        target: 'closing',
        actions: ['speak' as const, 'lead' as const],
      },
      { guard: 'answerWaits' as const, actions: ['speak' as const, 'takeUp' as const] },
      {
        guard: 'isAwaited' as const,
        target: 'listening',
        actions: ['speak' as const, 'awaitQuiet' as const],
      },
    ],
    failed: [
      { guard: 'coverageFailed' as const, actions: 'judgedTurn' as const },
      {
        guard: 'standInFailed' as const,
        target: 'listening',
        actions: ['trouble' as const, 'awaitQuiet' as const],
      },
      { guard: 'isAwaited' as const, actions: 'standIn' as const },
    ],
    ...telling('moving-on', 'skip', 'think'),
  },
})

const closing = (plan: Plan, stage: Stage) => {
  const next = plan.after(stage.id)
  return {
    always: [
      { guard: 'retryClosed' as const, target: '#$grading', actions: ['gradeRetry' as const] },
      next === undefined
        ? { guard: 'closed' as const, ...over(plan, 'finished') }
        : { guard: 'closed' as const, target: `#${next.id}`, actions: [enter(next.id)] },
      { guard: 'awaitsNothing' as const, actions: 'proceed' as const },
    ],
    on: {
      answered: { actions: 'hear' as const },
      attached: { actions: 'hear' as const },
      ...amending,
      judged: [
        { guard: 'isAwaited' as const, actions: ['credit' as const, 'judgedTurn' as const] },
        { actions: 'credit' as const },
      ],
      failed: [
        { guard: 'standInFailed' as const, actions: 'judgedTurn' as const },
        { guard: 'isAwaited' as const, actions: 'standIn' as const },
      ],
      ...telling('moving-on', 'hint', 'skip', 'repeat', 'think', 'next', 'back'),
    },
  }
}

/** The state of one stage. */
export const stageState = (plan: Plan, stage: Stage) => {
  const previous = plan.before(stage.id)
  return {
    id: stage.id,
    initial: 'thinking',
    states: {
      listening,
      thinking: thinking(plan.after(stage.id) === undefined && !isOneQuestion(plan.flow)),
      closing: closing(plan, stage),
    },
    on: {
      next: [
        ...(previous === undefined
          ? []
          : [{ guard: 'justLed' as const, actions: ['settle' as const, tell('just-moved')] }]),
        { target: '.closing', actions: 'close' as const },
      ],
      back: [
        { guard: 'retrying' as const, actions: tell('first-stage') },
        previous === undefined
          ? { actions: tell('first-stage') }
          : { target: `#${previous.id}`, actions: ['settle' as const, enter(previous.id)] },
      ],
      elapsed: [
        {
          guard: 'interruptMoves' as const,
          target: '.closing',
          actions: ['tick' as const, 'interrupt' as const, 'lead' as const],
        },
        { guard: 'interruptDue' as const, actions: ['tick' as const, 'interrupt' as const] },
      ],
    },
  }
}

/** All that an interview can ask the world for. An effect is data; `host/` makes it happen. */
import type { ExerciseKind } from '../numbers/exercise/exercise.ts'
import type { Timer, Trouble } from './events.ts'
import type { Entry } from './transcript.ts'

/** Why the interviewer is asked to speak. */
export type Purpose = 'open' | 'return' | 'turn' | 'twist'

/** Who is to do it: the one configured, or the one that needs no model. */
export type By = 'usual' | 'stand-in'

/** Small things said that carry nothing but themselves. */
export type Note =
  | 'first-stage'
  | 'not-paused'
  | 'still-paused'
  | 'not-begun'
  | 'no-report-yet'
  | 'too-late'
  | 'moving-on'
  | 'just-moved'
  | 'grading'
  | 'finished'
  | 'no-more-hints'
  | 'no-more-retries'
  | 'no-hints-in-exam'
  | 'nothing-to-repeat'
  | 'rate-first'
  | 'no-rating-now'
  | 'kept-while-paused'
  | 'trouble'
  | 'think-over'
  | 'ask-your-peer'
  | 'awaiting-marks'
  | 'no-verdicts-yet'
  | 'retry-first'

/** Why a criterion has no verdict that could be contested. */
export type Unjudged = 'unknown' | 'measured' | 'not reached' | 'not assessed' | 'not judged'

/** One thing to tell the person, by what it means; the words around it are the host's. `job` is the asking it answers. */
export type Line =
  | { kind: 'welcome' }
  | { kind: 'stage'; stage: string; text: string; returned: boolean; job: number }
  /** A stage of an interview between two people, which the bot only announces. */
  | { kind: 'part'; stage: string; returned: boolean }
  | { kind: 'question'; text: string; by: string; job: number; exercise?: ExerciseKind }
  | { kind: 'hint'; text: string; rung: number }
  | { kind: 'nudge'; stage: string; next?: string }
  | { kind: 'interrupt'; stage: string; next?: string; moved: boolean }
  | { kind: 'silence'; text: string }
  | { kind: 'thinking-time'; minutes: number }
  | { kind: 'status' }
  | { kind: 'paused' }
  | { kind: 'resumed'; text: string }
  | { kind: 'rate' }
  /** The form of a person who interviewed another, or thanks once all is marked. */
  | { kind: 'marks' }
  | { kind: 'report'; attempt?: number }
  /** What became of a verdict that the person contests. */
  | { kind: 'contested'; criterion: string; says: 'marked' | 'judged' | 'failed' }
  | { kind: 'uncontested'; criterion: string; why: Unjudged }
  /** Who was asked did not answer, and somebody else does. */
  | { kind: 'stood-in'; what: 'ask' | 'judge'; trouble: Trouble }
  | { kind: 'note'; note: Note }

export type Effect =
  | { type: 'keep'; entry: Entry }
  | { type: 'say'; id: string; line: Line }
  | { type: 'ask'; id: string; job: number; purpose: Purpose; stage: string; by: By; said: number[] }
  | {
      type: 'judge'
      id: string
      job: number
      stage: string
      scope: 'turn' | 'stage' | 'contest'
      /** The one criterion to be judged, where its verdict is contested. */
      criterion?: string
      by: By
      entries: number[]
    }
  /** What could have been said in this attempt, 0 being the interview itself; asked for once all of it is judged. */
  | { type: 'teach'; id: string; job: number; stage: string; attempt: number }
  | { type: 'remind'; id: string; timer: Timer; at: number }
  /** A verdict was contested, or judged again: whoever looks into how well it judges is to know. */
  | { type: 'contested'; id: string; criterion: string }
  /** The talk is over: the place is free for another interview. */
  | { type: 'close'; id: string }

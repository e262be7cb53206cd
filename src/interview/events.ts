/** All that can happen to an interview. Time is a field: `at`, in milliseconds since 1970. */
import type { ExerciseKind } from '../numbers/exercise/exercise.ts'
import type { Lesson } from './lesson.ts'
import type { Judgement, Mark } from './verdict.ts'

/** What a reminder was set for. */
export type Timer = 'quiet' | 'silence' | 'think' | 'nudge' | 'interrupt' | 'idle' | 'seal'

/** What the interviewer did with its turn. */
export type Move =
  | 'open'
  | 'return'
  | 'fact'
  | 'assume'
  | 'probe'
  | 'press'
  | 'twist'
  | 'redirect'
  | 'advance'

/** The person's own rating per stage, 1 to 4. */
export type Ratings = Readonly<Record<string, number>>

/**
 * Heard from the person; `id` is the platform's id of the message, and each id is taken once. `link` leads to the message,
 * where the platform has links; an attached picture is kept beside the talk under its `picture`, and its text is empty.
 */
export type Heard =
  | { type: 'answered'; at: number; id: string; text: string; link?: string }
  | { type: 'edited'; at: number; id: string; of: string; text: string }
  | { type: 'withdrawn'; at: number; id: string; of: string }
  | {
      type: 'attached'
      at: number
      id: string
      file: string
      text: string
      picture?: string
      link?: string
    }
  | { type: 'begin' | Command; at: number; id: string }
  | { type: 'retry'; at: number; id: string; stage: string }
  | { type: 'rated'; at: number; id: string; ratings: Ratings }
  /** One verdict of the report is not accepted, and why. */
  | { type: 'contest'; at: number; id: string; criterion: string; reason: string }

/** Heard from a person who interviews another: what they say, and how they mark the criteria of these stages. */
export type HeardFromPeer =
  | { type: 'asked'; at: number; id: string; text: string; link?: string }
  | {
      type: 'marked'
      at: number
      id: string
      stages: readonly string[]
      marks: Readonly<Record<string, Mark>>
    }

/** What a person can ask for at any moment. */
export const COMMANDS = [
  'hint',
  'next',
  'back',
  'skip',
  'repeat',
  'think',
  'time',
  'pause',
  'resume',
  'end',
  'report',
] as const
export type Command = (typeof COMMANDS)[number]

/** Why somebody who was asked did not answer: what a model can fail by, or anything else. */
export type Trouble =
  | 'unreachable'
  | 'slow'
  | 'busy'
  | 'refused'
  | 'declined'
  | 'too-long'
  | 'malformed'
  | 'unfit'
  | 'budget'
  | 'rate'
  | 'other'

/** What an interviewer heard in a turn for a criterion: 1 touched, 2 argued, in words that stand in this entry. */
export type Noticed = { criterion: string; verdict: 1 | 2; entry: number }

/** Results of effects, and time. */
export type Happened =
  | { type: 'elapsed'; at: number; timer: Timer; armed: number }
  | {
      type: 'replied'
      at: number
      job: number
      by: string
      say: string
      move: Move
      criterion?: string
      named?: boolean
      facts: string[]
      unknown: string[]
      noticed?: readonly Noticed[]
      exercise?: ExerciseKind
    }
  | { type: 'judged'; at: number; job: number; stage: string; judgement: Judgement }
  /** What could have been said; nothing of it where nobody teaches, or nothing is to be taught. */
  | { type: 'taught'; at: number; job: number; by: string; lessons: readonly Lesson[] }
  | {
      type: 'failed'
      at: number
      job: number
      stage: string
      what: 'ask' | 'judge' | 'teach'
      reason: string
      /** Absent where nobody has to be told. */
      trouble?: Trouble
    }
  /** A better judge is there: contested verdicts that the one named `by` gave are to be judged again. */
  | { type: 'reconsider'; at: number; by: string }

export type Event = Heard | HeardFromPeer | Happened

/** What an interview remembers between two events. Small: the words themselves are in the transcript. */
import type { Level } from '../flow/flow.ts'
import type { ExerciseKind } from '../numbers/exercise/exercise.ts'
import type { By, Purpose } from './effects.ts'
import type { Event, Ratings, Timer } from './events.ts'
import type { Lessons } from './lesson.ts'
import type { Flagged, Judgement, Mark, Verdict } from './verdict.ts'

/** A coach gives hints and never locks; an exam keeps the clock and says nothing before the report. */
export type Mode = 'coach' | 'exam'

export type Options = {
  level: Level
  minutes: number
  mode: Mode
  /** Milliseconds of silence that end an answer; 0 makes every message an answer of its own. */
  quiet: number
  /** Milliseconds without a word after which an interview closes itself. */
  idle: number
  /** The language of the talk, as a tag such as `de`; English when absent. */
  language?: string
  /** A person asks and judges beside the bot, which keeps time. */
  peer?: true
}

/** The best verdict so far per criterion, and the entry it rests on. */
export type Coverage = Readonly<Record<string, { verdict: Mark; entry: number }>>

/** One more go at a stage after the report. */
export type Attempt = {
  stage: string
  attempt: number
  before: Verdict[]
  after: Verdict[] | null
  from: number
}

/** The form of a person who interviewed another: marks by criterion, stages done, and whether nothing more comes from the candidate. */
export type PeerForm = { marks: Readonly<Record<string, Mark>>; stages: readonly string[]; rated: boolean }

/** A verdict that the person does not accept: why, since when, and what another judge said of it, if one was asked. */
export type Contest = {
  reason: string
  at: number
  /** The judgement that is on its way. */
  job?: number
  again?: { verdict: Verdict; flags: Flagged[]; by: string }
}

/** A situation in figures that was set: its question's entry, and the entry of what was asked next, once it was. */
export type Posed = { kind: ExerciseKind; stage: string; entry: number; until?: number }

export type Context = {
  id: string
  options: Options
  /** When it began, and when something last happened. */
  began: number
  last: number
  ended: 'finished' | 'ended' | 'idle' | null

  /** The stage the talk is in. */
  stage: string
  /** Stages opened so far, in order; those the person went back to. */
  opened: string[]
  returned: string[]
  /** The interviewer has just led here and nothing was said since. */
  led: boolean
  /** Milliseconds spent per stage, up to `since`. */
  spent: Record<string, number>
  /** What was spent when the talk was over: later attempts do not change it. */
  pace: Record<string, number>
  /** Since when the clock of the stage runs; null while it stands. */
  since: number | null
  /** How often the clock has already spoken in this stage. */
  warned: Record<string, 'nudge' | 'interrupt'>

  /** Ids of what was heard, newest last; each is taken once. */
  taken: string[]
  /** Number of transcript entries so far. */
  entries: number
  /** Messages that no turn has taken up yet. */
  fresh: { entry: number; id: string }[]
  /** The turn in hand: why the interviewer is to speak, the messages it answers, and whether these were judged. */
  turn: { purpose: Purpose; entries: number[]; judged: boolean; by: By }
  /** The job that the turn waits for; a thinking or closing stage without one takes its next step. */
  awaiting: { job: number; what: 'ask' | 'judge' } | null
  /** A reply that came while paused, said on resuming. */
  held: Extract<Event, { type: 'replied' }> | null

  /** What is due when, and for when a reminder is on its way; see `timers.ts`. */
  timers: Partial<Record<Timer, { due: number | null; armed: number | null }>>
  /** Effects and jobs numbered so far. */
  effects: number
  jobs: number

  covered: Coverage
  /** Entry from which on a criterion was helped by a hint or by a question that named it. */
  helped: Record<string, number>
  hints: Record<string, number>
  probed: Record<string, number>
  skipped: string[]
  focus: string | null
  question: string
  revealed: string[]
  /** Questions for which no fact is held, each once; `OPEN_QUESTIONS` at the most. */
  unknown: string[]
  twisted: boolean
  /** At most one for each stage, in the order in which they were set. */
  posed?: readonly Posed[]

  /** Final judgements per stage, and the stages still to be judged. */
  judged: Record<string, Judgement>
  toJudge: Record<string, { job: number; by: By }>
  ratings: Ratings | null
  /** Only in an interview between two people. */
  peer?: PeerForm
  /** Verdicts of the interview itself that the person contests, by criterion. */
  contested?: Readonly<Record<string, Contest>>
  /** The job of whoever says what could have been said, while the report waits for it; and what came of it. */
  teaching?: number | null
  taught?: Lessons
  /** `helped` as it was before the first retry, which begins it anew. */
  helpedInTalk?: Readonly<Record<string, number>>
  attempts: Attempt[]
  retrying: number | null
  /** Times the stand-in had to speak or judge. */
  standIns: number
  /** What the person was told of the failures of those who were asked, such as `ask slow`; each is told once. */
  troubles?: readonly string[]
}

/** So many questions for which no fact is held are noted, the first; they were answered all the same. */
export const OPEN_QUESTIONS = 100

/** An interview before its first event. */
export const emptyContext = (id: string, options: Options): Context => ({
  id,
  options,
  began: 0,
  last: 0,
  ended: null,
  stage: '',
  opened: [],
  returned: [],
  led: false,
  spent: {},
  pace: {},
  since: null,
  warned: {},
  taken: [],
  entries: 0,
  fresh: [],
  turn: { purpose: 'open', entries: [], judged: true, by: 'usual' },
  awaiting: null,
  held: null,
  timers: {},
  effects: 0,
  jobs: 0,
  covered: {},
  helped: {},
  hints: {},
  probed: {},
  skipped: [],
  focus: null,
  question: '',
  revealed: [],
  unknown: [],
  twisted: false,
  judged: {},
  toJudge: {},
  ratings: null,
  attempts: [],
  retrying: null,
  standIns: 0,
})

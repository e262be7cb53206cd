/** What a judge says of one criterion, and the words it rests on. */
import type { ExerciseKind } from '../numbers/exercise/exercise.ts'

/** 0 a miss, 1 partial, 2 clear. */
export type Mark = 0 | 1 | 2

/** What each mark is called in English, for whoever runs mlsd; what candidates read is in the words of their language. */
export const MARK_NAMES: Readonly<Record<Mark, string>> = { 0: 'not heard', 1: 'partial', 2: 'clear' }

export type Verdict = {
  criterion: string
  verdict: Mark
  /** Verbatim words of the candidate; empty only beside a miss. */
  quote: string
  /** Index of the transcript entry that holds the quote. */
  entry?: number
  /** True where a hint or a question that named it came first, so that a clear verdict counts as partial. */
  helped?: true
  /** One sentence of reason, where the judge gives one. */
  reason?: string
}

/** Something the candidate said that a rubric warns of, with the words it rests on. */
export type Flagged = { criterion: string; says: string; quote: string; entry: number }

/** How far the judges agreed, for the report. */
export type Agreement = {
  /** Criteria put to the model, and those on which its two calls gave the same mark. */
  asked: number
  same: number
  /** Where the model and the judge beside it were two apart, and what the third call made of it. */
  differ: readonly { criterion: string; beside: Mark; model: Mark; settled: Mark }[]
}

/** How a situation in figures was read: what it shows, and what would help. */
export type Worked = {
  kind: ExerciseKind
  diagnosis: Reading
  remedy: Reading
  /** Verbatim words that it rests on; empty where there are none. */
  quote: string
}
export type Reading = 'right' | 'wrong' | 'none'

export type Judgement = {
  verdicts: Verdict[]
  flags: Flagged[]
  /** Who judged and in which version, such as `lexical 1.0.0`. */
  by: string
  /** False when the answer is in a language the judge does not know: no verdict then counts. */
  assessed: boolean
  /** Situations in figures that were answered, graded in code. */
  worked?: readonly Worked[]
  /** Absent where one judge judged once. */
  agreement?: Agreement
}

/** What came only after help counts at most 1; `helped` holds the transcript index of the help per criterion. */
export const capHelped = (verdict: Verdict, helped: Readonly<Record<string, number>>): Verdict => {
  const help = helped[verdict.criterion]
  if (help === undefined || verdict.verdict !== 2 || (verdict.entry ?? 0) <= help) return verdict
  return { ...verdict, verdict: 1, helped: true }
}

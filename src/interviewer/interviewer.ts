/** Who asks: given where the talk stands, what to say next and the move that was made. */
import type { Flow, Stage } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Coverage, Options } from '../interview/context.ts'
import type { Purpose } from '../interview/effects.ts'
import type { Move, Noticed } from '../interview/events.ts'
import type { Answer, Entry } from '../interview/transcript.ts'
import type { Errand } from '../model/model.ts'
import type { ExerciseKind } from '../numbers/exercise/exercise.ts'

/** All that an interviewer may know for one turn. */
export type Brief = {
  /** Why it is asked to speak: open a stage, come back to one, take a turn, change a requirement. */
  purpose: Purpose
  flow: Flow
  problem: Problem
  stage: Stage
  options: Options
  /** The language to speak, as a code such as `de`; that of the candidate where it is absent. */
  language?: string | undefined
  /** The best verdict so far per criterion of the whole flow. */
  covered: Coverage
  /** How many probes each criterion has had. */
  probed: Readonly<Record<string, number>>
  /** Criteria the candidate asked to skip. */
  skipped: readonly string[]
  /** The criterion the last question was about. */
  focus: string | null
  /** Ids of the facts already told. */
  revealed: readonly string[]
  /** The candidate's messages of this turn, oldest first. */
  said: readonly Answer[]
  /** Everything the interviewer has said so far in this interview, oldest first. */
  spoken: readonly string[]
  /** The whole talk, for whoever reads more than the last turn. */
  log?: readonly Entry[] | undefined
  /** Share of the stage's time that has passed; 1 is its plan. */
  elapsed: number
  /** The candidate went back to this stage, and leaves it themselves. */
  back?: boolean
  /** Whether a situation in figures may still be set in this stage. */
  exercises?: boolean
  /** The interview's id, for choices that must come out the same again. */
  seed: string
}

export type Reply = {
  say: string
  move: Move
  /** The criterion the question is about. */
  criterion?: string
  /** Whether the question named what it looks for, so that what follows earns at most a partial. */
  named?: boolean
  /** Ids of the facts told. */
  facts: string[]
  /** Questions for which no fact is held, verbatim. */
  unknown: string[]
  /** What this turn spoke for, where the interviewer says so; each rests on words that were found in it. */
  noticed?: readonly Noticed[]
  /** The situation in figures that it sets, made with `seedOf` of the interview and the stage. */
  exercise?: ExerciseKind
}

export type Interviewer = {
  by: string
  /** True when replying only computes: nothing is sent anywhere and it may be repeated at will. */
  local: boolean
  /** `errand` says for whom it is asked, where asking costs something. */
  reply(brief: Brief, onDelta?: (words: string) => void, errand?: Errand): Promise<Reply>
}

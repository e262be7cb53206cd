/** The answer to a situation in figures, graded in code: what it says the figures show, and what it would do about it. */
import type { Reading, Verdict } from '../../interview/verdict.ts'
import type { Exercise } from '../../numbers/exercise/exercise.ts'
import { figuresNamed } from './figures.ts'
import { furtherIn } from './further.ts'
import { hearingOf } from './heard.ts'
import { readingsOf } from './readings.ts'
import { type Said, saidIn } from './said.ts'

export type Graded = {
  diagnosis: Reading
  remedy: Reading
  /** The criterion that it is about is always among them, others only where something was heard. */
  verdicts: Verdict[]
  /** Sentences of the answer, as they were written. */
  quotes: { diagnosis?: string; remedy?: string }
}

/**
 * A right diagnosis with a remedy that matches and a reason is clear; one of both, or both without a reason, is
 * partial; a wrong diagnosis or a remedy against it is a miss. Takes time that grows with the answer's length only.
 */
export const gradeExercise = (exercise: Exercise, text: string): Graded => {
  const said = saidIn(text, exercise.says)
  const heard = hearingOf(exercise)(said)
  const { diagnosis, remedy, tentative } = readingsOf(exercise, said, heard)
  const quote = diagnosis.reading === 'right' ? diagnosis.quote : (remedy.quote ?? diagnosis.quote)
  const wrong = [diagnosis, remedy].some(({ reading }) => reading === 'wrong')
  const right = [diagnosis, remedy].filter(({ reading }) => reading === 'right').length
  const figures = figuresNamed(exercise, said)
  const full = right === 2 && !tentative && (figures > 0 || reasoned(said))
  const mark = wrong || right === 0 ? 0 : full ? 2 : 1
  const [main = ''] = exercise.criteria
  return {
    diagnosis: diagnosis.reading,
    remedy: remedy.reading,
    verdicts: [
      { criterion: main, verdict: mark, quote: mark === 0 ? '' : (quote ?? '') },
      ...(mark === 0 ? [] : furtherIn(exercise, said, { mark, figures, quote: quote ?? '' })),
    ],
    quotes: {
      ...(diagnosis.quote !== undefined && { diagnosis: diagnosis.quote }),
      ...(remedy.quote !== undefined && { remedy: remedy.quote }),
    },
  }
}

const REASONS =
  /\b(?:because|bc|cause|since|so|as|thus|therefore|hence|due to|means|shows?|while|whereas|although|yet|but|only|won'?t|can'?t|cannot|that'?s why|rather than|not|isn'?t|depends|otherwise|same|both|vs?|versus)\b|->|→|:|\(|[≫≪≈≠<>=~]/i

/** More than a claim: a reason, a contrast or a comparison, or a remark of some length. */
const reasoned = (said: readonly Said[]): boolean => {
  const length = said.reduce((all, { words }) => all + words.length, 0)
  return length >= LONG || (length >= SHORT && said.some(({ text }) => REASONS.test(text)))
}

const SHORT = 8
const LONG = 13

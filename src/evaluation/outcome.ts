/** What became of one labelled answer. */
import { SCORING } from '../interview/score/scoring.ts'
import type { Mark, Verdict } from '../interview/verdict.ts'
import type { Label, Trick } from './labelled.ts'

export type Outcome = {
  id: string
  file: string
  problem: string
  heldOut: boolean
  stage: string
  /** The question, by file and place: answers to the same one can be compared. */
  question: string
  label: Label
  trick?: Trick
  words: number
  /** From 0 to 1; null when it was not assessed. */
  score: number | null
  /** The level that the score comes to. */
  level: Label | null
  verdicts: Pick<Verdict, 'criterion' | 'verdict' | 'quote'>[]
  /** Whether a second grading gave the same verdicts, quotes and score; null where there was none. */
  repeated: boolean | null
  /** The perturbations that moved a verdict; null where none was tried. */
  moved: string[] | null
}

/** An outcome that has a score. */
export type Assessed = Outcome & { score: number; level: Label }

/** Only those that have a score. */
export const assessed = (outcomes: readonly Outcome[]): Assessed[] =>
  outcomes.filter((one): one is Assessed => one.score !== null)

/** The level that a score comes to. */
export const levelOf = (score: number): Label => {
  const { weak, solid, outstanding } = SCORING.answer
  return score >= outstanding ? 3 : score >= solid ? 2 : score >= weak ? 1 : 0
}

/** How far a score lies outside the span of its label; what should, or should not, have been assessed is furthest. */
export const distance = ({ label, score, trick }: Pick<Outcome, 'label' | 'score' | 'trick'>): number => {
  if (trick === 'foreign') return score === null ? 0 : 1 + score
  if (score === null) return 1
  const { weak, solid, outstanding } = SCORING.answer
  const cuts = [0, weak, solid, outstanding, 1]
  return Math.max(0, (cuts[label] ?? 0) - score, score - (cuts[label + 1] ?? 1))
}

/** The answers not graded as their label says, those furthest from it first. */
export const worst = (outcomes: readonly Outcome[], most: number): Outcome[] =>
  outcomes
    .map((outcome) => ({ outcome, by: distance(outcome) }))
    .filter(({ outcome, by }) => by > 0 || isOff(outcome))
    .sort((one, other) => other.by - one.by || (one.outcome.id < other.outcome.id ? -1 : 1))
    .slice(0, most)
    .map(({ outcome }) => outcome)

/** A score on the very border belongs to the level above it, though it is no way off. */
const isOff = ({ level, label }: Outcome): boolean => level !== null && level !== label

/** Verdicts in short, such as `DX1 2, DX6 1`; misses are left out. */
export const inShort = (verdicts: readonly { criterion: string; verdict: Mark }[]): string =>
  verdicts
    .filter(({ verdict }) => verdict > 0)
    .map(({ criterion, verdict }) => `${criterion} ${verdict}`)
    .join(', ')

/** Outcomes written down by hand. */
import { levelOf, type Outcome } from '../../src/evaluation/outcome.ts'

/** An outcome with what is said of it, and the plainest of all else. */
export const outcome = (said: Partial<Outcome> & Pick<Outcome, 'id'>): Outcome => ({
  file: 'a.yaml',
  problem: 'one',
  heldOut: false,
  stage: 'data',
  question: 'a.yaml#1',
  label: 0,
  words: 10,
  score: 0,
  level: said.score === null ? null : levelOf(said.score ?? 0),
  verdicts: [],
  repeated: true,
  moved: [],
  ...said,
})

/** Four answers to a question, one of each label, whose scores are given. */
export const four = (
  name: string,
  scores: readonly (number | null)[],
  said: Partial<Outcome> = {},
): Outcome[] =>
  scores.map((score, label) =>
    outcome({ id: `${name}-${label}`, question: name, label: label as 0 | 1 | 2 | 3, score, ...said }),
  )

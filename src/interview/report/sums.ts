/** Sums of the candidate's own that do not come out, as far as that is certain without knowing the problem. */
import type { Kind } from '../../numbers/referee/finding.ts'
import { referee } from '../../numbers/referee/referee.ts'
import { answers } from '../transcript.ts'
import type { Material } from './material.ts'
import type { Where } from './where.ts'

export type Sum = {
  quote: string
  where: Where
  /** How it comes out, line by line. */
  derivation: readonly string[]
}

/** What can be told from the message alone: a figure off from the problem's may answer a supposition of the interviewer's. */
const CERTAIN: readonly Kind[] = ['arithmetic', 'budget', 'threshold']

const MOST = 5

/** Arithmetic, latency budgets and thresholds of the talk that are off by themselves, oldest first. */
export const sumsOf = ({ log, find }: Material): Sum[] =>
  answers(log)
    .filter(({ attempt }) => attempt === 0)
    .flatMap(({ text, entry }) =>
      referee(text, { checks: [], facts: [] })
        .filter(({ kind }) => CERTAIN.includes(kind))
        .flatMap(({ quote, derivation }) => {
          const where = find(quote, entry)
          return where === null ? [] : [{ quote, where, derivation }]
        }),
    )
    .slice(0, MOST)

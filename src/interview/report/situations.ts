/** Situations in figures that were set in the talk: how they were read, what the figures show, what could have been said. */
import { seedOf } from '../../numbers/exercise/counts.ts'
import type { ExerciseKind } from '../../numbers/exercise/exercise.ts'
import { exerciseFor } from '../../numbers/exercise/make.ts'
import type { Reading } from '../verdict.ts'
import type { Material } from './material.ts'
import type { Where } from './where.ts'

export type Situation = {
  kind: ExerciseKind
  stage: string
  /** The situation as it was put. */
  says: string
  /** What was found in it and what was proposed; null where nothing was answered. */
  read: { diagnosis: Reading; remedy: Reading } | null
  /** Words of the answer that it rests on, and where they stand. */
  quote: string
  where: Where | null
  /** What the figures show, line by line. */
  derivation: readonly string[]
  could: string
}

/** Every situation of the talk itself, in the order in which they were set. */
export const situationsOf = ({ context, judged, find }: Material): Situation[] =>
  (context.posed ?? []).map(({ kind, stage }) => {
    const { says, derivation, could } = exerciseFor(kind, seedOf(context.id, stage))
    const worked = judged[stage]?.worked?.find((one) => one.kind === kind)
    const where = worked ? find(worked.quote) : null
    return {
      ...{ kind, stage, says, derivation, could, where },
      read: worked ? { diagnosis: worked.diagnosis, remedy: worked.remedy } : null,
      quote: where === null ? '' : (worked?.quote ?? ''),
    }
  })

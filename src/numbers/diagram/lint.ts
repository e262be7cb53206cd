import type { Diagram } from './diagram.ts'
import { bareArrows, noFallback, noSource, noStore, orphan } from './lint-parts.ts'
import { noLoggingBack, noServingPath, noTrainingPath, unsharedFeatures } from './lint-paths.ts'
import { overBudget } from './lint-time.ts'
import type { Asked, Remark } from './remark.ts'
import { waysOf } from './ways.ts'

/**
 * Looks at a drawn system that learns, and says what it lacks.
 *
 * Boxes are told apart by the words on them, so that it speaks of what is drawn and not of what was meant: a remark is a
 * question to its author. Latencies are summed along the slowest way from a caller, each box once; what is drawn dashed
 * or belongs to training is not waited for.
 */
export const lint = (diagram: Diagram, asked: Asked = {}): Remark[] => {
  const ways = waysOf(diagram)
  return RULES.flatMap((rule) => rule(ways, asked))
}

const RULES = [
  noSource,
  noServingPath,
  noStore,
  noTrainingPath,
  noLoggingBack,
  unsharedFeatures,
  overBudget,
  orphan,
  bareArrows,
  noFallback,
] as const

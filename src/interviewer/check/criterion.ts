/** Keys of criteria, which only graders and reports speak of. */
import type { Flow } from '../../flow/flow.ts'

/** The key of a criterion of the flow that the words hold. */
export const criterionNamed = (say: string, { stages }: Flow): string | undefined => {
  const ids = new Set(stages.flatMap(({ criteria }) => criteria.map(({ id }) => id)))
  return say.match(/\b[A-Z]{2}\d+\b/g)?.find((one) => ids.has(one))
}

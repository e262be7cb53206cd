/** A learning curve out of a table. */
import { BadInput } from '../../numbers/bad-input.ts'
import type { Asked } from '../tool.ts'

export type Curve = { examples: Float64Array; training: Float64Array; validation: Float64Array }

/** Placeholder until the reader of tables is there. */
export const curveIn = async (_asked: Asked): Promise<Curve> => {
  throw new BadInput('A learning curve cannot be read from a file yet.')
}

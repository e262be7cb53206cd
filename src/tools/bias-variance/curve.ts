/** A learning curve out of a table. */
import { BadInput } from '../../numbers/bad-input.ts'
import { tableIn } from '../csv/table.ts'
import { numbersOf } from '../metrics/roles.ts'
import type { Asked } from '../tool.ts'

export type Curve = { examples: Float64Array; training: Float64Array; validation: Float64Array }

/** What the columns may be called. */
const NAMES: Readonly<Record<keyof Curve, RegExp>> = {
  examples: /^(?:examples|rows|n|size|samples|train_?sizes?)$/i,
  training: /^(?:train|training|train_?error|training_?error)$/i,
  validation: /^(?:val|valid|validation|dev|validation_?error|val_?error)$/i,
}

/** Reads the three columns. Throws BadInput where one is missing, or holds something else than numbers. */
export const curveIn = async ({ input, progress }: Asked): Promise<Curve> => {
  if (input === undefined)
    throw new BadInput('There is no file.', { mend: 'Give a CSV of a learning curve.' })
  const table = await tableIn(input, { progress })
  const of = (part: keyof Curve): Float64Array => {
    const column = table.columns.find(({ name }) => NAMES[part].test(name))
    if (column) return numbersOf(column, table.headed ? 2 : 1)
    throw new BadInput(`There is no column for ${part}.`, {
      column: part,
      mend: `Call the columns examples, training and validation; here they are ${table.names.join(', ')}.`,
    })
  }
  return { examples: of('examples'), training: of('training'), validation: of('validation') }
}

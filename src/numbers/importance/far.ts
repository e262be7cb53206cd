/** How many made-up rows are unlike any real one. */
import { type Matrix, rowsIn, someRows } from './matrix.ts'

/**
 * For each value, the share of rows that are far from all real rows once the feature at `place` has that value. Far is
 * farther from its nearest real row than 95 % of real rows are from theirs, each feature divided by its standard deviation;
 * on up to 300 rows spread evenly over all. All shares are 0 where fewer than 20 rows tell too little.
 */
export const farShares = (rows: Matrix, place: number, values: Float64Array): Float64Array => {
  const real = scaled(someRows(rows, 300))
  const { names, values: cells, deviations } = real
  const [count, width] = [rowsIn(real), names.length]
  if (count < 20) return new Float64Array(values.length)
  const usual = new Float64Array(count)
  for (let row = 0; row < count; row += 1)
    usual[row] = nearest(cells, width, cells.subarray(row * width, (row + 1) * width), row)
  const limit = usual.sort()[Math.ceil(count * 0.95) - 1] ?? 0
  const deviation = deviations[place] ?? 0
  return values.map((value) => {
    let far = 0
    for (let row = 0; row < count; row += 1) {
      const made = cells.slice(row * width, (row + 1) * width)
      made[place] = deviation === 0 ? 0 : value / deviation
      if (nearest(cells, width, made, undefined) > limit) far += 1
    }
    return far / count
  })
}

/** The squared distance to the nearest row, leaving one out. */
const nearest = (
  cells: Float64Array,
  width: number,
  row: Float64Array,
  without: number | undefined,
): number => {
  let least = Number.POSITIVE_INFINITY
  for (let other = 0; other * width < cells.length; other += 1) {
    if (other === without) continue
    let sum = 0
    for (let f = 0; f < width && sum < least; f += 1)
      sum += ((row[f] ?? 0) - (cells[other * width + f] ?? 0)) ** 2
    if (sum < least) least = sum
  }
  return least
}

const scaled = ({ names, values }: Matrix): Matrix & { deviations: number[] } => {
  const width = names.length
  const deviations = names.map((_, f) => {
    const column = values.filter((_cell, at) => at % width === f)
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length
    return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length)
  })
  const cells = values.map((value, at) => {
    const deviation = deviations[at % width] ?? 0
    return deviation === 0 ? 0 : value / deviation
  })
  return { names, values: cells, deviations }
}

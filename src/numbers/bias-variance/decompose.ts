/**
 * Bias, variance and noise of a small model by the bootstrap: the model is fitted to many draws of its training rows, and
 * its predictions of the same rows are compared with one another and with the truth (Geman, Bienenstock and Doursat 1992).
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { demandWhole, numbersIn } from '../columns.ts'
import type { Numbers } from '../measure.ts'

/** Fits a model of one input to rows and answers what predicts; see {@link ridge}, {@link neighbours} and {@link tree}. */
export type Learner = (x: Float64Array, y: Float64Array) => (x: number) => number

export type Rows = { x: Numbers; y: Numbers }

export type Decomposition = {
  /** Means over the rows asked: squared bias, variance, and the noise of `y` around the truth where that is given. */
  bias2: number
  variance: number
  noise: number | undefined
  /** Mean squared error against `y` over all rows and draws. */
  error: number
  draws: number
}

/**
 * Decomposes the mean squared error of a learner on rows that it is not fitted to. With `truth`, the values without noise,
 * `error = bias2 + variance + noise` holds up to what noise and bias have in common by chance, whose mean is 0; without it
 * bias is taken against `y`, so that it holds the noise and `error = bias2 + variance` exactly.
 *
 * @throws BadInput for columns of other lengths, values that are no numbers, or fewer than one draw.
 */
export const decompose = (
  learner: Learner,
  train: Rows,
  asked: Rows & { truth?: Numbers },
  { seed, draws = 100 }: { seed: number; draws?: number },
): Decomposition => {
  demandWhole('draws', draws, 1)
  const x = numbersIn('train x', train.x)
  const y = numbersIn('train y', train.y, x.length)
  const at = numbersIn('x', asked.x)
  const observed = numbersIn('y', asked.y, at.length)
  const truth = asked.truth === undefined ? observed : numbersIn('truth', asked.truth, at.length)
  const generator = xoroshiro128plus(seed)
  const sums = new Float64Array(at.length)
  const squares = new Float64Array(at.length)
  let error = 0
  for (let draw = 0; draw < draws; draw += 1) {
    const rows = Int32Array.from(x, () => uniformInt(generator, 0, x.length - 1))
    const predict = learner(
      Float64Array.from(rows, (row) => x[row] ?? 0),
      Float64Array.from(rows, (row) => y[row] ?? 0),
    )
    at.forEach((value, i) => {
      const predicted = predict(value)
      sums[i] = (sums[i] ?? 0) + predicted
      squares[i] = (squares[i] ?? 0) + predicted * predicted
      error += (predicted - (observed[i] ?? 0)) ** 2
    })
  }
  const mean = (values: ArrayLike<number>): number =>
    Array.from(values).reduce((a, b) => a + b, 0) / values.length
  const average = sums.map((sum) => sum / draws)
  return {
    bias2: mean(average.map((value, i) => (value - (truth[i] ?? 0)) ** 2)),
    variance: mean(average.map((value, i) => Math.max(0, (squares[i] ?? 0) / draws - value * value))),
    noise:
      asked.truth === undefined
        ? undefined
        : mean(observed.map((value, i) => (value - (truth[i] ?? 0)) ** 2)),
    error: error / (draws * at.length),
    draws,
  }
}

/**
 * The power law of learning curves, `error(n) = floor + scale * n ** -rate` (Cortes et al. 1993, Hestness et al. 2017), by
 * least squares: for each rate of a grid floor and scale are solved for exactly, both held at 0 or more, and the best rate
 * is refined by golden section.
 */
export type Fit = { floor: number; scale: number; rate: number; at(rows: number): number }

/** The least-squares fit of `floor + scale * rows ** -rate` to errors; arrays are equally long. */
export const fitted = (rows: Float64Array, errors: Float64Array): Fit => {
  const cost = (rate: number): number => solved(rows, errors, rate).cost
  const grid = Array.from({ length: 60 }, (_, n) => 0.02 * 1.08 ** n)
  const best = grid.reduce((a, b) => (cost(b) < cost(a) ? b : a))
  const rate = golden(cost, best / 1.08, best * 1.08)
  const { floor, scale } = solved(rows, errors, rate)
  return { floor, scale, rate, at: (n) => floor + scale * n ** -rate }
}

/** Floor and scale for one rate, both 0 or more, in closed form. */
const solved = (rows: Float64Array, errors: Float64Array, rate: number) => {
  const n = rows.length
  let [sx, sy, sxx, sxy] = [0, 0, 0, 0]
  for (let i = 0; i < n; i += 1) {
    const [x, y] = [(rows[i] ?? 1) ** -rate, errors[i] ?? 0]
    sx += x
    sy += y
    sxx += x * x
    sxy += x * y
  }
  const spread = n * sxx - sx * sx
  const free = spread > 1e-300 ? (n * sxy - sx * sy) / spread : 0
  const within = [
    { scale: free, floor: (sy - free * sx) / n },
    { scale: Math.max(0, sxy / sxx), floor: 0 },
    { scale: 0, floor: sy / n },
  ].filter(({ scale, floor }) => scale >= 0 && floor >= 0)
  const costs = within.map((one) => ({ ...one, cost: costOf(rows, errors, rate, one) }))
  return costs.reduce((a, b) => (b.cost < a.cost ? b : a), {
    scale: 0,
    floor: sy / n,
    cost: Number.POSITIVE_INFINITY,
  })
}

const costOf = (
  rows: Float64Array,
  errors: Float64Array,
  rate: number,
  { floor, scale }: { floor: number; scale: number },
): number => rows.reduce((sum, row, i) => sum + ((errors[i] ?? 0) - floor - scale * row ** -rate) ** 2, 0)

/** The least point of a function with one valley between two ends. */
const golden = (cost: (at: number) => number, from: number, to: number): number => {
  const share = (Math.sqrt(5) - 1) / 2
  let [low, high] = [from, to]
  for (let step = 0; step < 60; step += 1) {
    const [one, other] = [high - share * (high - low), low + share * (high - low)]
    if (cost(one) < cost(other)) high = other
    else low = one
  }
  return (low + high) / 2
}

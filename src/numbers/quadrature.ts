/** Integrals by sums. */

/** Places at which a function is taken, and what each counts. */
export type Rule = { nodes: Float64Array; weights: Float64Array }

/**
 * The rule of Gauss and Legendre with `n` nodes (1 or more) from `low` to `high`: exact for polynomials up to the degree
 * 2n - 1. The nodes are the zeros of Legendre's polynomial, found by Newton's method.
 */
export const gaussLegendre = (n: number, low: number, high: number): Rule => {
  const nodes = new Float64Array(n)
  const weights = new Float64Array(n)
  const [middle, half] = [(low + high) / 2, (high - low) / 2]
  for (let i = 0; i < (n + 1) >> 1; i += 1) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5))
    let slope = 1
    for (let step = 0; step < 100; step += 1) {
      let [p, before] = [1, 0]
      for (let k = 1; k <= n; k += 1) {
        const next = ((2 * k - 1) * x * p - (k - 1) * before) / k
        before = p
        p = next
      }
      slope = (n * (x * p - before)) / (x * x - 1)
      x -= p / slope
      if (Math.abs(p / slope) < 1e-15) break
    }
    const weight = (2 * half) / ((1 - x * x) * slope * slope)
    nodes[i] = middle - half * x
    nodes[n - 1 - i] = middle + half * x
    weights[i] = weight
    weights[n - 1 - i] = weight
  }
  return { nodes, weights }
}

/**
 * Tails and quantiles of the distributions that intervals and tests rest on, to about 1e-11 relative, tails included:
 * `1 - cdf` is never formed where it would cancel.
 */
import { betaShare, upperGammaShare } from './special-functions.ts'

/** P(Z > z) of a standard normal Z, exact far into the tail: `normalTail(8)` is 6.22e-16. Any finite or infinite z. */
export const normalTail = (z: number): number => {
  const half = upperGammaShare(0.5, (z * z) / 2) / 2
  return z >= 0 ? half : 1 - half
}

/** P(Z <= z) of a standard normal Z. */
export const normalCdf = (z: number): number => normalTail(-z)

/** Density of a standard normal at z. */
export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/**
 * The z with P(Z <= z) = p, for p in [0, 1]; -Infinity at 0 and Infinity at 1. A rational start (Abramowitz and
 * Stegun 1964, 26.2.23), then Halley's steps. Throws a RangeError for other p.
 */
export const normalQuantile = (p: number): number => {
  demandShare(p)
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p === 0) return Number.NEGATIVE_INFINITY
  if (p === 0.5) return 0
  const t = Math.sqrt(-2 * Math.log(p))
  const upper = 2.515517 + t * (0.802853 + t * 0.010328)
  let z = upper / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
  for (let step = 0; step < 3; step += 1) {
    const u = (normalTail(-z) - p) / normalDensity(z)
    z -= u / (1 + (z * u) / 2)
  }
  return z
}

/** P(X > x) of a chi-squared X with so many degrees of freedom; 1 for x <= 0. */
export const chiSquaredTail = (x: number, degrees: number): number =>
  x <= 0 ? 1 : upperGammaShare(degrees / 2, x / 2)

/** P(T > t) of Student's T with so many degrees of freedom. */
export const studentTail = (t: number, degrees: number): number => {
  const half = betaShare(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
  return t >= 0 ? half : 1 - half
}

/** The t with P(T <= t) = p of Student's T, for p in [0, 1]. Throws a RangeError for other p. */
export const studentQuantile = (p: number, degrees: number): number => {
  demandShare(p)
  if (p < 0.5) return -studentQuantile(1 - p, degrees)
  if (p === 0.5) return 0
  if (p === 1) return Number.POSITIVE_INFINITY
  const x = betaQuantile(2 * (1 - p), degrees / 2, 0.5)
  return Math.sqrt((degrees * (1 - x)) / x)
}

/** P(X <= x) of a beta-distributed X; 0 for x <= 0, 1 for x >= 1. */
export const betaCdf = (x: number, a: number, b: number): number => betaShare(x, a, b)

/** The x with P(X <= x) = p of a beta-distributed X, by bisection, for p in [0, 1]. Throws a RangeError for other p. */
export const betaQuantile = (p: number, a: number, b: number): number => {
  demandShare(p)
  let [low, high] = [0, 1]
  for (let step = 0; step < 1100; step += 1) {
    // Halves the exponent first, so that a quantile of 1e-300 is found as well as one of 0.3.
    const middle = low < high / 4 ? Math.max(Math.sqrt(low * high), high / 2 ** 32) : (low + high) / 2
    if (middle <= low || middle >= high) break
    if (betaShare(middle, a, b) < p) low = middle
    else high = middle
  }
  return p === 0 ? 0 : high
}

/** P(X <= k) of a binomial X: successes among n trials that each succeed with probability p. */
export const binomialCdf = (k: number, n: number, p: number): number => {
  if (k < 0) return 0
  return k >= n ? 1 : betaShare(1 - p, n - k, k + 1)
}

const demandShare = (p: number): void => {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, not at ${p}.`)
}

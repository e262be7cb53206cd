/** The incomplete gamma and beta functions, from which the common distributions follow. */

const TINY = 1e-300
const EPSILON = 1e-16
const STEPS = 100_000

/**
 * Q(a, x) = 1 - P(a, x), the upper regularised incomplete gamma function, for a > 0 and x >= 0: the chance that a gamma
 * variable of shape a exceeds x. A series below a + 1, a continued fraction above it (Abramowitz and Stegun 1964,
 * 6.5.29 and 6.5.31), each multiplied by Loader's saddle-point form of `x^a e^-x / Gamma(a + 1)`, which does not lose
 * digits where a is large (Loader 2000, Fast and accurate computation of binomial probabilities).
 */
export const upperGammaShare = (a: number, x: number): number => {
  if (x <= 0) return 1
  if (x === Number.POSITIVE_INFINITY) return 0
  const front = Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a)
  if (x < a + 1) {
    let [term, sum] = [1, 1]
    for (let n = 1; n < STEPS && term > sum * EPSILON; n += 1) {
      term *= x / (a + n)
      sum += term
    }
    return Math.max(0, 1 - front * sum)
  }
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < STEPS; n += 1) {
    const top = -n * (n - a)
    b += 2
    d = 1 / nonZero(top * d + b)
    c = nonZero(b + top / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < EPSILON) break
  }
  return front * a * fraction
}

/**
 * I(x; a, b), the regularised incomplete beta function, for a, b > 0: the chance that a beta variable is at most x; 0
 * for x <= 0, 1 for x >= 1. The continued fraction of Abramowitz and Stegun 1964, 26.5.8, by Lentz's method, on the side
 * where it converges fast, and Loader's form of `x^a (1 - x)^b / B(a, b)`.
 */
export const betaShare = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaFraction(1 - x, b, a, x)
  return betaFraction(x, a, b, 1 - x)
}

const betaFraction = (x: number, a: number, b: number, rest: number): number => {
  const n = a + b
  const log =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * rest)
  const front = Math.exp(log) * Math.sqrt((a * b) / n / (2 * Math.PI))
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < EPSILON) break
  }
  return (front / a) * fraction
}

/** log Gamma(n + 1) less Stirling's `n log n - n + log(2 pi n) / 2`, for n > 0. */
const stirlingError = (n: number): number => {
  // Gamma(n + 2) = (n + 1) Gamma(n + 1): steps up to where the series is exact.
  let [m, extra] = [n, 0]
  for (; m < 16; m += 1) extra += (m + 0.5) * Math.log1p(1 / m) - 1
  const s = 1 / (m * m)
  const series = 1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188))))
  return series / m + extra
}

/** `x log(x / m) + m - x` without cancellation where x is near m. */
const deviance = (x: number, m: number): number => {
  const v = (x - m) / (x + m)
  if (Math.abs(v) > 0.1) return x * Math.log(x / m) + m - x
  let [power, sum] = [2 * x * v, (x - m) * v]
  for (let j = 1; j < 1000; j += 1) {
    power *= v * v
    const next = sum + power / (2 * j + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}

const nonZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value)

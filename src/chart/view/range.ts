/** The ends of an axis that holds all of these with a little air, on round numbers. */
export const rangeOf = (values: readonly number[], zero = false): { from: number; to: number } => {
  const all = zero ? [0, ...values] : values
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const span = high > low ? high - low : Math.abs(high) || 1
  const step = stepOf(span / 5)
  const air = zero ? 0 : span * 0.05
  const [from, to] = [Math.floor((low - air) / step) * step, Math.ceil((high + span * 0.05) / step) * step]
  return { from: clean(low >= 0 ? Math.max(0, from) : from), to: clean(to) }
}

/** The powers of ten from one to another. */
export const powersOfTen = (from: number, to: number): number[] => {
  const [low, high] = [Math.ceil(Math.log10(from) - 1e-9), Math.floor(Math.log10(to) + 1e-9)]
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, at) => 10 ** (low + at))
}

/** 1, 2 or 5 times a power of ten. */
const stepOf = (rough: number): number => {
  const power = 10 ** Math.floor(Math.log10(rough || 1))
  const lead = rough / power
  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10)
}

const clean = (value: number): number => Number(value.toPrecision(12))

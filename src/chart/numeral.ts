/** A number in at most three significant digits: `0.833`, `12.5`, `48,200`, `1.25M`. */
export const short = (value: number): string => {
  const size = Math.abs(value)
  if (size >= 1e6) return `${trimmed(value / 1e6)}M`
  if (size >= 1000) return Math.round(value).toLocaleString('en-US')
  return trimmed(value)
}

/** A share as whole percent, with one decimal below ten. */
export const percent = (share: number): string => {
  const value = share * 100
  const digits = Math.abs(value) < 9.95 && Math.abs(value - Math.round(value)) > 0.049 ? 1 : 0
  return `${value.toFixed(digits)} %`
}

/** A number with at most one decimal. */
export const tenths = (value: number): number => Math.round(value * 10) / 10

/** A day in UTC: `3 May 2024`. */
export const day = (at: number): string => {
  const date = new Date(at)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const trimmed = (value: number): string => {
  const size = Math.abs(value)
  if (size > 0 && size < 0.0005) return value.toExponential(1)
  return String(Number(size < 1 ? value.toFixed(3) : value.toPrecision(3)))
}

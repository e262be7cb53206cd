/** A value together with how it was reached. */
import { BadInput } from '../bad-input.ts'
import { numberText } from '../number-text.ts'

/** A value in `unit`, and the steps to it, one a line: `120,000,000 × 9 / 86,400 s = 12,500 per second`. */
export type Derived = { value: number; unit: string; lines: string[] }

/** Bytes in the decimal unit that reads best: 81,920,000,000 is 81.92 GB. */
export const bytesText = (bytes: number): string => {
  const step = STEPS.find(([, size]) => Math.abs(bytes) >= size) ?? (['bytes', 1] as const)
  return `${numberText(bytes / step[1])} ${step[0]}`
}

const STEPS = [
  ['PB', 1e15],
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['KB', 1e3],
] as const

/** The value itself where it is finite and not below `least`; else throws a BadInput that names it. */
export const given = (name: string, value: number, least = 0): number => {
  if (Number.isFinite(value) && value >= least) return value
  const says = `${name} is ${value}, and has to be a number of at least ${least}.`
  throw new BadInput(says, { column: name, value, mend: `Give ${name} as a number of at least ${least}.` })
}

/** The value itself where it is finite and above 0; else throws a BadInput that names it. */
export const positive = (name: string, value: number): number => {
  if (Number.isFinite(value) && value > 0) return value
  throw new BadInput(`${name} is ${value}, and has to be above 0.`, {
    column: name,
    value,
    mend: `Give ${name} as a number above 0.`,
  })
}

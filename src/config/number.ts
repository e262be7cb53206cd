/** Numbers among the settings. */
import type { Blame, Given } from './given.ts'

/** What a number may be; `preset` is taken where none is set, or none that can be used. */
export type Bounds = { least: number; most: number; preset: number; whole?: true }

/** The number that a setting holds; a fault does not show what was set, which may be anything in the wrong place. */
export const numberOf = (
  name: string,
  given: Given,
  blame: Blame,
  { least, most, preset, whole }: Bounds,
): number => {
  const value = given[name]
  if (value === undefined) return preset
  const number = Number(value)
  if (number >= least && number <= most && (!whole || Number.isInteger(number))) return number
  blame(`${name} cannot be used; wanted is a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`)
  return preset
}

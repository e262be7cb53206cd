/** The chance that a test which is looked at several times crosses a line at any of the looks. */
import { BadInput } from '../bad-input.ts'
import { normalDensity, normalTail } from '../distributions.ts'
import { gaussLegendre } from '../quadrature.ts'

/** A test under way, as far as it has not crossed a line: how the sum of what was seen is spread. */
export type Course = { share: number; nodes: Float64Array; density: Float64Array }

/** Before the first look nothing was seen. */
export const START: Course = { share: 0, nodes: Float64Array.of(0), density: Float64Array.of(1) }

/**
 * The chance, with no true difference, to be beyond ±z at a look when `share` of all data is in and no line was crossed
 * before. With the data so far the sum is a Brownian motion (Armitage, McPherson and Rowe 1969).
 */
export const crossing = (course: Course, share: number, z: number): number => {
  const step = Math.sqrt(share - course.share)
  const line = z * Math.sqrt(share)
  let sum = 0
  for (let i = 0; i < course.nodes.length; i += 1) {
    const at = course.nodes[i] ?? 0
    sum += (course.density[i] ?? 0) * (normalTail((line - at) / step) + normalTail((line + at) / step))
  }
  return sum
}

/** The test after a look at which it did not cross ±z; `density` holds the weights of the quadrature. */
export const onward = (course: Course, share: number, z: number): Course => {
  const step = Math.sqrt(share - course.share)
  const line = Math.min(z, FAR) * Math.sqrt(share)
  const { nodes, weights } = gaussLegendre(
    Math.min(1024, Math.max(48, Math.ceil((line / step) * 12))),
    -line,
    line,
  )
  const density = weights.map((weight, i) => {
    let sum = 0
    for (let j = 0; j < course.nodes.length; j += 1)
      sum += (course.density[j] ?? 0) * normalDensity(((nodes[i] ?? 0) - (course.nodes[j] ?? 0)) / step)
    return (weight * sum) / step
  })
  return { share, nodes, density }
}

/** Throws BadInput unless the shares of the data at the looks rise, from above 0 to 1. */
export const demandLooks = (shares: readonly number[]): void => {
  shares.forEach((share, look) => {
    if (share > (shares[look - 1] ?? 0) && share <= 1) return
    throw new BadInput(`Look ${look + 1} is at ${share} of the data.`, {
      row: look,
      column: 'shares',
      value: share,
      mend: 'Give the shares of all data at which you look, rising, from above 0 to 1.',
    })
  })
  if (shares.length > 0 && shares.length <= MOST_LOOKS) return
  throw new BadInput(`${shares.length} looks are planned.`, {
    column: 'shares',
    value: shares.length,
    mend: `Plan 1 to ${MOST_LOOKS} looks; for more, or without a plan, take an always-valid interval.`,
  })
}

/** Beyond so many standard deviations there is nothing that counts. */
const FAR = 9

const MOST_LOOKS = 60

/** Figures that scikit-learn and SciPy gave, as reference.py wrote them down, and how near ours have to be. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

/** A part of the reference, by the name of its file. */
export const reference = (name: string): unknown => {
  const all: unknown = JSON.parse(readFileSync(new URL(`reference/${name}.json`, import.meta.url), 'utf8'))
  return (all as Record<string, unknown>)[name]
}

/** Agreement to so much of the larger of the two; figures below 1e-12 to so much of that. */
export const NEAR = 1e-9

/** Expects a figure, or columns of them, to agree with the reference. */
export const expectNear = (found: unknown, wanted: unknown, near = NEAR): void => {
  const off = farthest(found, wanted, near)
  expect(off).toBeUndefined()
}

/** Where two values differ, and how, or undefined where nothing does. */
export const farthest = (found: unknown, wanted: unknown, near = NEAR, at = ''): string | undefined => {
  if (typeof wanted === 'number') {
    const same =
      typeof found === 'number' && Math.abs(found - wanted) <= near * Math.max(Math.abs(wanted), 1e-12)
    return same ? undefined : `${at}: ${String(found)} and not ${wanted}`
  }
  if (typeof wanted !== 'object' || wanted === null)
    return found === wanted ? undefined : `${at}: ${String(found)} and not ${String(wanted)}`
  const [ours, theirs] = [Object.entries(found ?? {}), Object.entries(wanted)]
  if (ours.length !== theirs.length) return `${at}: ${ours.length} values and not ${theirs.length}`
  const held = new Map(ours)
  for (const [key, value] of theirs) {
    const off = farthest(held.get(key), value, near, `${at}.${key}`)
    if (off !== undefined) return off
  }
  return undefined
}

/** Names that are probably another one, misspelt. */
import { within } from './edits.ts'

/** A name that is rare beside another one of nearly the same letters; case and white space count as nothing. */
export const misspelt = (
  values: readonly (readonly [string, number])[],
): { value: string; count: number; meant: string }[] => {
  const sorted = [...values].sort((a, b) => b[1] - a[1])
  return sorted.flatMap(([value, count], at) => {
    const meant = sorted.slice(0, at).find(([other, often]) => often >= 10 * count && alike(value, other))
    return meant ? [{ value, count, meant: meant[0] }] : []
  })
}

const alike = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((text) =>
    text
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim(),
  ) as [string, string]
  if (a === b) return true
  // Two short names differ by one letter though neither is a slip, and so do names that end in another number.
  if (Math.min(a.length, b.length) < 5 || /\d/.test(a + b)) return false
  return within(a, b, a.length > 8 ? 2 : 1)
}

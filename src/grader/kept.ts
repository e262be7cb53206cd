/** What is made of criteria once and kept for as long as the very same ones are asked about. */
import type { Criterion } from '../flow/flow.ts'
import type { Case } from './grader.ts'

/** All that may decide what is made; of a case, nothing else is handed on. */
type Asked = Pick<Case, 'criteria' | 'synonyms' | 'homes'>
type Made<T> = Asked & { made: T }

/** So many are kept for one first criterion, the latest. */
const KEPT = 8

/** The same function, remembering what it made; it is given what two cases are compared by, and no more. */
export const kept = <T>(make: (asked: Asked) => T): ((asked: Asked) => T) => {
  const all = new WeakMap<Criterion, Made<T>[]>()
  return ({ criteria, synonyms, homes }) => {
    const asked = { criteria, synonyms, ...(homes && { homes }) }
    const [first] = criteria
    const before = first ? (all.get(first) ?? []) : []
    const same = before.find((old) => isSame(old, asked))
    if (same) return same.made
    const made = make(asked)
    if (first) all.set(first, [{ ...asked, criteria: [...criteria], made }, ...before].slice(0, KEPT))
    return made
  }
}

const isSame = (one: Asked, other: Asked): boolean =>
  one.synonyms === other.synonyms &&
  one.homes === other.homes &&
  one.criteria.length === other.criteria.length &&
  one.criteria.every((criterion, i) => criterion === other.criteria[i])

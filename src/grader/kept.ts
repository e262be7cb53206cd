/** What is made of criteria once and kept for as long as the very same ones are asked about. */
import type { Criterion } from '../flow/flow.ts'
import type { Case } from './grader.ts'

type Asked = Pick<Case, 'criteria' | 'synonyms'>
type Made<T> = Asked & { made: T }

/** So many are kept for one first criterion, the latest. */
const KEPT = 8

/** The same function, remembering what it made; two cases are the same when criteria and synonyms are. */
export const kept = <A extends Asked, T>(make: (asked: A) => T): ((asked: A) => T) => {
  const all = new WeakMap<Criterion, Made<T>[]>()
  return (asked) => {
    const { criteria, synonyms } = asked
    const [first] = criteria
    const before = first ? (all.get(first) ?? []) : []
    const same = before.find(
      (old) =>
        old.synonyms === synonyms &&
        old.criteria.length === criteria.length &&
        old.criteria.every((one, i) => one === criteria[i]),
    )
    if (same) return same.made
    const made = make(asked)
    if (first) all.set(first, [{ criteria: [...criteria], synonyms, made }, ...before].slice(0, KEPT))
    return made
  }
}

/** Criteria as the judge's prompt tells them: what each asks, what each mark means, and what is warned of. */
import type { Criterion } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Warning } from './judge-answer.ts'

/** The criteria in this order; throws when it is not an order of exactly these criteria. */
export const inOrder = (criteria: readonly Criterion[], order: readonly string[]): Criterion[] => {
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]))
  const out = order.flatMap((id) => byId.get(id) ?? [])
  if (order.length !== criteria.length || new Set(out).size !== criteria.length)
    throw new RangeError(`The order ${order.join(', ')} is none of ${[...byId.keys()].join(', ')}.`)
  return out
}

/** What the criteria and the problem warn of, each with a key. */
export const warningsOf = (criteria: readonly Criterion[], problem: Problem | undefined): Warning[] =>
  criteria.flatMap(({ id, redFlags }) => {
    const traps = problem?.traps.filter(({ criterion }) => criterion === id) ?? []
    return [...redFlags, ...traps].map(({ says }, index) => ({
      key: `${id}-${index + 1}`,
      criterion: id,
      says,
    }))
  })

/** One paragraph for each criterion. */
export const measure = (criteria: readonly Criterion[], warnings: readonly Warning[]): string =>
  criteria
    .map(({ id, name, asks, anchors: { miss, partial, clear } }) =>
      [
        `### ${id}: ${name}`,
        asks,
        `0: ${miss}`,
        `1: ${partial}`,
        `2: ${clear}`,
        ...warnings
          .filter(({ criterion }) => criterion === id)
          .map(({ key, says }) => `Warning ${key}: ${says}`),
      ].join('\n'),
    )
    .join('\n\n')

/** The words that flow and problem use themselves. */
import type { Flow } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import { words } from '../flow/words.ts'

const made = new WeakMap<object, ReadonlySet<string>>()
const both = new WeakMap<Flow, WeakMap<Problem, ReadonlySet<string>>>()

/** The stems of what is asked and told in an interview; made once per flow and problem. */
export const vocabularyOf = (flow: Flow, problem: Problem): ReadonlySet<string> => {
  const before = both.get(flow)?.get(problem)
  if (before) return before
  const fresh = new Set([...stemsOf(flow), ...stemsOf(problem)])
  const ofFlow = both.get(flow) ?? new WeakMap<Problem, ReadonlySet<string>>()
  both.set(flow, ofFlow.set(problem, fresh))
  return fresh
}

const stemsOf = (of: object): ReadonlySet<string> => {
  const before = made.get(of)
  if (before) return before
  const fresh = new Set<string>()
  walk(of, (text) => {
    for (const { stem, number } of words(text)) if (!number) fresh.add(stem)
  })
  made.set(of, fresh)
  return fresh
}

const walk = (value: unknown, take: (text: string) => void): void => {
  if (typeof value === 'string') take(value)
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) walk(one, take)
}

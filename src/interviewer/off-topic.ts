/** Whether a turn has nothing to do with the task: none of its words occurs in the flow or the problem. */

import type { Flow } from '../flow/flow.ts'
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import type { Problem } from '../flow/problem.ts'
import { words } from '../flow/words.ts'
import type { Brief } from './interviewer.ts'

const LEAST = 6
const SHARE = 0.2

/** True for a turn of some length whose content words are all but unknown here. */
export const offTopic = (text: string, { flow, problem }: Brief): boolean => {
  const content = words(text.slice(0, 4_000)).filter((word) => !FUNCTION_WORDS.has(word.text) && !word.number)
  if (content.length < LEAST) return false
  const known = [vocabulary(flow, sought), vocabulary(problem, JSON.stringify)]
  const at = content.filter(({ stem }) => known.some((stems) => stems.has(stem))).length
  return at / content.length < SHARE
}

const made = new WeakMap<Flow | Problem, ReadonlySet<string>>()

/** What the criteria ask for, without the small talk of probes and hints. */
const sought = (flow: Flow): string => {
  const criteria = flow.stages.flatMap((stage) => [
    stage.title,
    ...stage.criteria.flatMap((c) => [c.name, c.asks, c.signals?.ideas]),
  ])
  return JSON.stringify([flow.title, criteria])
}

const vocabulary = <T extends Flow | Problem>(
  source: T,
  text: (source: T) => string,
): ReadonlySet<string> => {
  const before = made.get(source)
  if (before) return before
  const content = words(text(source)).filter((word) => !FUNCTION_WORDS.has(word.text))
  const stems = new Set(content.map((word) => word.stem))
  made.set(source, stems)
  return stems
}

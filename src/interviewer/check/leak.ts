/** What graders and reports may say, and the candidate must not hear before. */

import type { Flow } from '../../flow/flow.ts'
import { FUNCTION_WORDS } from '../../flow/function-words.ts'
import type { Problem } from '../../flow/problem.ts'
import { sentences, words } from '../../flow/words.ts'
import { criterionNamed } from './criterion.ts'
import { type Check, candidateWords, openWords, saysOf } from './draft.ts'

/** So many words in a row are a quotation, when so many of them tell something. */
const RUN = 6
const TELLING = 3

/** No key of a criterion, no word of the trade of grading, and no run of words from what is held back. */
export const leak: Check = ({ say, facts }, talk) => {
  const { flow, problem } = talk
  const id = criterionNamed(say, flow)
  if (id !== undefined) return `it names the criterion ${id}; the candidate does not know these`
  const ours = [...openWords(talk), ...saysOf(talk, [...facts, ...talk.revealed])]
  const open = [...ours, ...candidateWords(talk)]
  const holds = (texts: readonly string[], word: string) =>
    texts.some((text) => text.toLowerCase().includes(word.toLowerCase()))
  // A stopping criterion is the candidate's to speak of, their marks are not.
  const word = GRADING.find((pattern) => pattern.test(say))?.exec(say)?.[0]
  if (word !== undefined && !holds(/^criteri/i.test(word) ? open : ours, word))
    return `it speaks of how answers are judged ("${word}"); do not`
  const runs = runsOf(say)
  const secret = runs.find((run) => secretsOf(flow).has(run) || secretsOf(problem).has(run))
  if (secret === undefined || new Set(open.flatMap(runsOf)).has(secret)) return undefined
  return 'it repeats words that are held back from the candidate; ask in words of your own'
}

const GRADING: readonly RegExp[] = [
  /\b(?:rubrics?|verdicts?|exemplars?|anchor texts?|fact sheets?|(?:my|these|hidden|secret|system) (?:instructions|prompts?)|(?:full|partial|extra) (?:marks?|credits?|points)|your (?:grade|mark)|must[- ]reach)\b/i,
  /\bcriteri(?:on|a)\b/i,
]

const kept = new WeakMap<Flow | Problem, ReadonlySet<string>>()

const secretsOf = (held: Flow | Problem): ReadonlySet<string> => {
  const before = kept.get(held)
  if (before) return before
  const texts = 'stages' in held ? ofFlow(held) : ofProblem(held)
  const fresh = new Set(texts.flatMap(runsOf))
  kept.set(held, fresh)
  return fresh
}

const ofFlow = ({ stages }: Flow): string[] =>
  stages.flatMap(({ strong, weak, criteria }) => [
    strong,
    weak,
    ...criteria.flatMap(({ asks, anchors, exemplar, hints, redFlags }) => [
      asks,
      ...Object.values(anchors),
      exemplar,
      ...hints,
      ...redFlags.map(({ says }) => says),
    ]),
  ])

const ofProblem = ({ mustReach, traps, exemplars, levels, twist, checks, metrics }: Problem): string[] => [
  ...mustReach.map(({ says }) => says),
  ...traps.map(({ says }) => says),
  ...Object.values(exemplars),
  ...Object.values(levels),
  ...(twist ? [twist.moves, twist.says] : []),
  ...checks.map(({ asks }) => asks),
  ...(metrics ? [metrics.beware] : []),
]

/** Every run of so many words within a sentence. */
const runsOf = (text: string): string[] =>
  sentences(text).flatMap(({ start, end }) => {
    const all = words(text.slice(start, end))
    return all.flatMap((_, i) => {
      const run = all.slice(i, i + RUN)
      const tells = run.filter((word) => !FUNCTION_WORDS.has(word.text)).length
      return run.length === RUN && tells >= TELLING ? [run.map(({ stem }) => stem).join(' ')] : []
    })
  })

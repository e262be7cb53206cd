/** What a drawing shows of the pipeline: its steps in order, and what sets them off. */
import type { Ways } from '../../numbers/diagram/ways.ts'
import { type Look, wordsOn } from './finding.ts'

/** The steps in the order in which they have to come. */
const STEPS: readonly RegExp[] = [
  /ingest|collect|extract|\braw\b|\blogs?\b|events|sources?\b|warehouse/i,
  /prepar|clean|validat(?:e|ion) ?(?:data|schema)?$|join|transform|feature|check/i,
  /split/i,
  /(?:^|\W|re-?)train(?!.*\b(?:set|data|split)\b)|\bfit\b/i,
  /evaluat|\beval\b|backtest|offline test|gate/i,
  /regist/i,
  /deploy|canary|roll-?out|release|serving/i,
  /monitor|alert|drift/i,
]

const TRIGGER =
  /trigger|nightly|every|daily|hourly|weekly|cron|schedul|\b(?:at )?\d\d:\d\d|on (?:new|drift|alarm|merge|commit)|new data|if drift|alarm/i

/** PL1: five steps or more in order, from what is taken in to what is watched; clear where it says what starts a run. */
export const pipelineSteps: Look = (ways) => {
  const chain = longest(ways)
  const has = (step: number): boolean => chain.some((one) => one.step === step)
  if (chain.length < 5 || !has(3)) return undefined
  const { boxes, arrows } = ways.diagram
  const isSetOff = [...boxes, ...arrows].some((part) => TRIGGER.test(wordsOn(part)))
  const isWhole = (has(0) || has(1)) && (has(6) || has(7)) && isSetOff
  return {
    criterion: 'PL1',
    mark: isWhole ? 2 : 1,
    shows: chain.map(({ id }) => ways.label(id)).toReversed(),
  }
}

type Step = { id: string; step: number }

/** The longest way along the arrows on which every step comes after the one before it; steps only grow, so it ends. */
const longest = (ways: Ways): Step[] => {
  const steps = new Map<string, number>()
  for (const box of ways.diagram.boxes) {
    const step = STEPS.findLastIndex((one) => one.test(wordsOn(box)))
    if (step >= 0) steps.set(box.id, step)
  }
  const done = new Map<string, Step[]>()
  const ordered = [...steps].toSorted(([, one], [, other]) => other - one)
  for (const [id, step] of ordered) {
    let best: Step[] = []
    for (const next of nextSteps(ways, id, steps)) {
      const rest = done.get(next) ?? []
      if ((steps.get(next) ?? 0) > step && rest.length > best.length) best = rest
    }
    done.set(id, [{ id, step }, ...best])
  }
  return [...done.values()].reduce<Step[]>((best, one) => (one.length > best.length ? one : best), [])
}

/** The steps that arrows lead to, over boxes that are none. */
const nextSteps = (ways: Ways, id: string, steps: ReadonlyMap<string, number>): string[] => {
  const [seen, open, found] = [new Set([id]), [...ways.next(id)], [] as string[]]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    if (steps.has(at)) found.push(at)
    else open.push(...ways.next(at))
  }
  return found
}

/** Which single criterion would lift S most if it were clear. */
import type { Flow, Level, Stage } from '../../flow/flow.ts'
import type { Verdict } from '../verdict.ts'
import { SCORING, type StageMark, settled } from './scoring.ts'
import { isCore, marksOf } from './stage-mark.ts'

/** One criterion to raise to clear, and by how much S would rise. */
export type Upgrade = { criterion: string; stage: string; from: 0 | 1; gain: number }

/** A stage that counts, the verdicts it is marked by, its share of S, and the mark that other verdicts would bring. */
export type Counted = {
  stage: Stage
  verdicts: readonly Verdict[]
  share: number
  markWith(verdicts: readonly Verdict[]): StageMark | null
}

/** The cheapest upgrades, best first: by gain, then core before extra, then the heavier one, then the flow's order. */
export const upgradesOf = (flow: Flow, counted: readonly Counted[], level: Level): Upgrade[] => {
  const weights = new Map(flow.stages.flatMap(({ criteria }) => criteria.map((c) => [c.id, c])))
  const rank = ({ criterion }: Upgrade): number => {
    const found = weights.get(criterion)
    return found === undefined ? 0 : (isCore(found, level) ? 10 : 0) + found.weight
  }
  return counted
    .flatMap(inStage)
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || rank(b) - rank(a))
    .slice(0, SCORING.upgrades)
}

const inStage = ({ stage, verdicts, share, markWith }: Counted): Upgrade[] => {
  const now = markWith(verdicts) ?? 0
  const marks = marksOf(verdicts)
  return stage.criteria.flatMap(({ id, measured }) => {
    const from = marks.get(id) ?? 0
    if (from === 2 || measured !== undefined) return []
    const raised: Verdict[] = [...verdicts, { criterion: id, verdict: 2, quote: '' }]
    const then = markWith(raised) ?? 0
    return [{ criterion: id, stage: stage.id, from, gain: settled(share * (then - now)) }]
  })
}

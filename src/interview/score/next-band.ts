/** What leads to the next better vote: criteria that are enough together, where one alone may lift nothing. */

import type { Level } from '../../flow/flow.ts'
import { bandOf } from './band.ts'
import { BANDS, type Band, type StageMark, settled } from './scoring.ts'
import { isCore, marksOf } from './stage-mark.ts'
import type { Counted } from './upgrades.ts'

/** The next better vote, and the criteria that bring it when all of them are clear, stage by stage. */
export type NextBand = { band: Band; criteria: { criterion: string; stage: string; from: 0 | 1 }[] }

/** A stage's part in S: its mark, and which criteria of it would bring which better one. */
export type Climb = { title: string; weight: number; rungs: readonly Rung[] }

type Rung = { mark: StageMark; criteria: NextBand['criteria'] }

/** The way up in a stage, its present mark first: what is core before what is not, the heavier before the lighter. */
export const rungsOf = ({ stage, verdicts, markWith }: Counted, level: Level): Rung[] => {
  const marks = marksOf(verdicts)
  const open = stage.criteria
    .filter(({ id, measured }) => measured === undefined && (marks.get(id) ?? 0) < 2)
    .toSorted((a, b) => rank(b, marks, level) - rank(a, marks, level))
  const rungs: Rung[] = [{ mark: markWith(verdicts) ?? 1, criteria: [] }]
  const raised: { criterion: string; stage: string; from: 0 | 1 }[] = []
  for (const { id } of open) {
    raised.push({ criterion: id, stage: stage.id, from: marks.get(id) === 1 ? 1 : 0 })
    const clear = raised.map(({ criterion }) => ({ criterion, verdict: 2 as const, quote: '' }))
    const mark = markWith([...verdicts, ...clear]) ?? 1
    if (mark > (rungs.at(-1)?.mark ?? 1)) rungs.push({ mark, criteria: [...raised] })
  }
  return rungs
}

/** The fewest of these criteria that bring a better vote than this one; null from the best, or where none of them do. */
export const nextBandOf = (band: Band, climbs: readonly Climb[]): NextBand | null => {
  const weight = climbs.reduce((sum, one) => sum + one.weight, 0)
  let best: { band: Band; rungs: readonly Rung[]; count: number } | undefined
  const choose = (chosen: readonly Rung[], count: number): void => {
    if (best !== undefined && count >= best.count) return
    const climb = climbs[chosen.length]
    if (climb !== undefined) {
      for (const rung of climb.rungs) choose([...chosen, rung], count + rung.criteria.length)
      return
    }
    const marks = chosen.map(({ mark }, n) => ({ title: climbs[n]?.title ?? '', mark }))
    const total = chosen.reduce((sum, { mark }, n) => sum + mark * (climbs[n]?.weight ?? 0), 0)
    const reached = bandOf(settled(total / weight), marks).band
    if (BANDS.indexOf(reached) < BANDS.indexOf(band)) best = { band: reached, rungs: chosen, count }
  }
  if (weight > 0) choose([], 0)
  return best === undefined ? null : { band: best.band, criteria: best.rungs.flatMap((one) => one.criteria) }
}

const rank = (
  criterion: Counted['stage']['criteria'][number],
  marks: ReadonlyMap<string, number>,
  level: Level,
): number => (isCore(criterion, level) ? 100 : 0) + criterion.weight * (2 - (marks.get(criterion.id) ?? 0))

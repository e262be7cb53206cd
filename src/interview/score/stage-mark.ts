/** The mark of one stage: how much of what is core at a level was met, and what else stands in for it. */
import type { Criterion, Level, Stage } from '../../flow/flow.ts'
import { LEVELS, reaches } from '../../flow/flow.ts'
import type { Mark, Verdict } from '../verdict.ts'
import { SCORING, type StageMark, settled } from './scoring.ts'

/** A stage's mark and all that it was added up from. */
export type StageScore = {
  mark: StageMark
  /** What of the core weight is met or stood in for, 0 to 1, here or at a higher level where that is more. */
  share: number
  /** `met` in units of weight; `missing` names the core criteria of which nothing was seen. */
  core: { weight: number; met: number; missing: string[] }
  /** Criteria beyond the core that are clear, what they are worth, and what of it counts. */
  extras: { ids: string[]; points: number; standIn: number }
}

/**
 * The mark of a stage at a level; null when the stage expects nothing of this level. Never falls when a verdict rises,
 * and is never better at a higher level: what earns a mark where more is expected earns it where less is.
 */
export const stageMark = (stage: Stage, verdicts: readonly Verdict[], level: Level): StageScore | null => {
  const own = markAt(stage, verdicts, level)
  return own === null ? null : lifted(own, stage, verdicts, level)
}

/** The best that the levels above make of a stage which expects nothing of this one; null where none of them has a mark. */
export const markBeyond = (stage: Stage, verdicts: readonly Verdict[], level: Level): StageScore | null => {
  const next = LEVELS.find((one) => reaches(one, level) && markAt(stage, verdicts, one) !== null)
  return next === undefined ? null : stageMark(stage, verdicts, next)
}

const lifted = (own: StageScore, stage: Stage, verdicts: readonly Verdict[], level: Level): StageScore => {
  const all = LEVELS.filter((one) => one !== level && reaches(one, level))
    .flatMap((one) => markAt(stage, verdicts, one) ?? [])
    .concat(own)
  return {
    ...own,
    mark: Math.max(...all.map(({ mark }) => mark)) as StageMark,
    share: Math.max(...all.map(({ share }) => share)),
  }
}

/** What this level alone makes of a stage. */
const markAt = (stage: Stage, verdicts: readonly Verdict[], level: Level): StageScore | null => {
  const core = coreOf(stage, level)
  const weight = sum(core.map((criterion) => criterion.weight))
  if (weight === 0) return null
  const marks = marksOf(verdicts)
  const met = sum(core.map((criterion) => worth(criterion, marks)))
  const missing = core.filter(({ id }) => (marks.get(id) ?? 0) === 0)
  const extra = stage.criteria.filter(
    (criterion) => !core.includes(criterion) && marks.get(criterion.id) === 2,
  )
  const points = sum(extra.map((criterion) => criterion.weight))
  const standIn = Math.min(points, SCORING.standIn * weight, weight - met)
  const share = settled((met + standIn) / weight)
  const covered = settled(standIn - sum(missing.map((criterion) => criterion.weight))) >= 0
  return {
    mark: markOf(share, covered),
    share,
    core: { weight, met, missing: missing.map(({ id }) => id) },
    extras: { ids: extra.map(({ id }) => id), points, standIn: settled(standIn) },
  }
}

/** What is core at a level; where a stage has no core there, what is expected at it. */
export const coreOf = (stage: Stage, level: Level): Criterion[] => {
  const core = stage.criteria.filter((criterion) => isCore(criterion, level))
  return core.length > 0 ? core : stage.criteria.filter((criterion) => reaches(level, criterion.level))
}

/** True when the top mark at this level asks for the criterion. */
export const isCore = ({ core }: Criterion, level: Level): boolean =>
  core !== undefined && reaches(level, core)

/** The verdicts by criterion; what is not named is a miss, and of several the best counts. */
export const marksOf = (verdicts: readonly Verdict[]): Map<string, Mark> => {
  const marks = new Map<string, Mark>()
  for (const { criterion, verdict } of verdicts) {
    if (verdict > (marks.get(criterion) ?? 0)) marks.set(criterion, verdict)
  }
  return marks
}

/** What a criterion's verdict is worth in units of weight. */
export const worth = ({ id, weight }: Criterion, marks: ReadonlyMap<string, Mark>): number =>
  weight * SCORING.credit[marks.get(id) ?? 0]

const markOf = (share: number, covered: boolean): StageMark => {
  for (const cut of SCORING.marks) {
    if (share >= cut.share && (cut.mark !== 4 || covered)) return cut.mark
  }
  return SCORING.lowest as StageMark
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** A person's interviews over time, from what is kept of each: no words, only marks, minutes and verdicts. */
import type { Level } from '../flow/flow.ts'

/** What is kept of an interview that is over. */
export type Past = {
  id: string
  /** Milliseconds since 1970. */
  at: number
  problem: string
  level: Level
  /** At the level asked for; null where no mark counts, or no band could be given. */
  score: number | null
  band: string | null
  stages: readonly PastStage[]
  /** The verdict on each criterion that was asked for. */
  verdicts: Readonly<Record<string, 0 | 1 | 2>>
}

export type PastStage = {
  id: string
  /** 1 to 4; null where the stage was not reached or not assessed. */
  mark: number | null
  /** The person's own rating before they saw it. */
  own: number | null
  /** Minutes. */
  planned: number
  spent: number
}

export type StageHistory = {
  id: string
  marks: readonly { at: number; mark: number }[]
  /** Change of the mark between the first and the second half of its interviews; null with fewer than two. */
  trend: number | null
  /** Mean of own rating less mark: above 0 is over-rated. Null where nothing was rated. */
  bias: number | null
  /** Minutes spent for each minute planned; null where no time was spent. */
  pace: number | null
}

export type CriterionHistory = {
  id: string
  /** Mean verdict of the last five times it was judged, 0 to 2, and how often it was. */
  recent: number
  times: number
}

export type Milestone =
  | { kind: 'interviews'; next: number; left: number }
  | { kind: 'mark'; stage: string; mark: number; best: number }

export type History = {
  interviews: number
  scores: readonly { at: number; score: number; band: string | null; level: Level }[]
  stages: readonly StageHistory[]
  strongest: readonly CriterionHistory[]
  weakest: readonly CriterionHistory[]
  /** What is nearest of what there is to reach. */
  milestone: Milestone | null
}

const RECENT = 5
const NAMED = 3

/** The history, oldest first; interviews in any order. A stage or criterion that never counted is left out. */
export const historyOf = (all: readonly Past[]): History => {
  const past = all.toSorted((one, other) => one.at - other.at)
  const criteria = criteriaOf(past)
  const weakest = criteria.filter(({ recent }) => recent < 2).slice(0, NAMED)
  const strongest = criteria
    .filter((one) => one.recent > 0 && !weakest.includes(one))
    .toReversed()
    .slice(0, NAMED)
  const stages = stagesOf(past)
  return {
    interviews: past.length,
    scores: past.flatMap(({ at, score, band, level }) =>
      score === null ? [] : [{ at, score, band, level }],
    ),
    stages,
    strongest,
    weakest,
    milestone: milestoneOf(past.length, stages),
  }
}

const stagesOf = (past: readonly Past[]): StageHistory[] => {
  const ids = [...new Set(past.flatMap(({ stages }) => stages.map(({ id }) => id)))]
  return ids.flatMap((id) => {
    const rows = past.flatMap(({ at, stages }) =>
      stages.filter((one) => one.id === id).map((one) => ({ ...one, at })),
    )
    const marks = rows.flatMap(({ at, mark }) => (mark === null ? [] : [{ at, mark }]))
    if (marks.length === 0) return []
    const rated = rows.flatMap(({ mark, own }) => (mark === null || own === null ? [] : [own - mark]))
    const [spent, planned] = [sum(rows.map((row) => row.spent)), sum(rows.map((row) => row.planned))]
    return [
      {
        id,
        marks,
        trend: trendOf(marks.map(({ mark }) => mark)),
        bias: rated.length === 0 ? null : mean(rated),
        pace: spent === 0 || planned === 0 ? null : spent / planned,
      },
    ]
  })
}

/** The middle one of an odd number counts in neither half. */
const trendOf = (marks: readonly number[]): number | null => {
  const half = Math.floor(marks.length / 2)
  return half === 0 ? null : mean(marks.slice(-half)) - mean(marks.slice(0, half))
}

/** Weakest first; of equals the one that was judged more often. */
const criteriaOf = (past: readonly Past[]): CriterionHistory[] => {
  const verdicts = new Map<string, number[]>()
  for (const one of past)
    for (const [id, verdict] of Object.entries(one.verdicts))
      verdicts.set(id, [...(verdicts.get(id) ?? []), verdict])
  return [...verdicts]
    .map(([id, all]) => ({ id, recent: mean(all.slice(-RECENT)), times: all.length }))
    .sort(
      (one, other) => one.recent - other.recent || other.times - one.times || (one.id < other.id ? -1 : 1),
    )
}

const COUNTS = [1, 3, 5, 10, 25, 50, 100]

/** The stage that is nearest to a mark it never had, and else the next round number of interviews. */
const milestoneOf = (interviews: number, stages: readonly StageHistory[]): Milestone | null => {
  if (interviews === 0) return null
  const rising = stages
    .map(({ id, marks, trend }) => ({
      id,
      best: Math.max(...marks.map(({ mark }) => mark)),
      trend: trend ?? 0,
    }))
    .filter(({ best }) => best < 4)
    .toSorted((one, other) => other.trend - one.trend || other.best - one.best)[0]
  if (rising && rising.trend > 0)
    return { kind: 'mark', stage: rising.id, mark: rising.best + 1, best: rising.best }
  const next = COUNTS.find((count) => count > interviews)
  return next === undefined ? null : { kind: 'interviews', next, left: next - interviews }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length

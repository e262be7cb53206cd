/** The stages of a talk: their marks, and their minutes against the plan. */
import { planned } from '../pace.ts'
import type { StageMark } from '../score/scoring.ts'
import type { Standing } from '../score.ts'
import type { Material } from './material.ts'
import type { Point } from './points.ts'

/** One stage at the level asked for. */
export type StageRow = {
  id: string
  title: string
  /** Null where the stage does not count; `standing` says why. */
  mark: StageMark | null
  standing: Standing
  share: number
  weight: number
  opened: boolean
  /** False also when the answers were in a language that the judge does not know. */
  assessed: boolean
  plannedMinutes: number
  spentMinutes: number
  /** Criteria met in full and in part, of all that the stage has. */
  clear: number
  partial: number
  criteria: number
}

/** A row per stage at the level asked for, in the flow's order. */
export const stagesOf = (material: Material, points: readonly Point[]): StageRow[] =>
  material.levels[material.level].stages.map(({ id, mark, share, weight, standing }) => {
    const mine = points.filter((point) => point.stage === id)
    const { planned: plannedMinutes, spent: spentMinutes } = minutesOf(material, id)
    return {
      id,
      title: material.title(id),
      mark,
      standing,
      share,
      weight,
      opened: material.opened.includes(id),
      assessed: material.judged[id]?.assessed === true,
      plannedMinutes,
      spentMinutes,
      clear: mine.filter(({ verdict }) => verdict === 2).length,
      partial: mine.filter(({ verdict }) => verdict === 1).length,
      criteria: material.stages.find((stage) => stage.id === id)?.criteria.length ?? 0,
    }
  })

/** One stage against its plan. */
export type Pace = {
  stage: string
  plannedMinutes: number
  spentMinutes: number
  /** Spent over planned; 1 is the plan. */
  ratio: number
  says: 'not reached' | 'short' | 'on plan' | 'long'
}

/** Below this share of its plan a stage was short; it was long from where the flow's clock interrupts. */
const SHORT = 0.5

/** The minutes of every stage against its plan, pauses left out. */
export const paceOf = (material: Material): Pace[] =>
  material.stages.map(({ id }) => {
    const { planned: plannedMinutes, spent: spentMinutes } = minutesOf(material, id)
    const ratio = plannedMinutes === 0 ? 0 : rounded(spentMinutes / plannedMinutes)
    const long = ratio >= material.flow.clock.interrupt
    const says = long ? 'long' : ratio < SHORT ? 'short' : 'on plan'
    const reached = material.opened.includes(id)
    return { stage: id, plannedMinutes, spentMinutes, ratio, says: reached ? says : 'not reached' }
  })

/** Minutes spent in all stages together. */
export const talked = ({ context }: Material): number =>
  rounded(Object.values(context.pace).reduce((sum, spent) => sum + spent, 0) / 60_000)

const minutesOf = ({ flow, stages, context }: Material, id: string): { planned: number; spent: number } => {
  const stage = stages.find((one) => one.id === id)
  const plan = stage === undefined ? 0 : planned(flow, stage, context.options.minutes)
  return { planned: rounded(plan / 60_000), spent: rounded((context.pace[id] ?? 0) / 60_000) }
}

const rounded = (value: number): number => Math.round(value * 100) / 100

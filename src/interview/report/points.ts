/** What was credited, what was missed, and what a rubric warns of: each with the words it rests on. */
import type { Criterion } from '../../flow/flow.ts'
import { reaches } from '../../flow/flow.ts'
import { unopened } from '../score/measured.ts'
import { coreOf } from '../score/stage-mark.ts'
import type { Material } from './material.ts'
import type { Where } from './where.ts'

/** A criterion that was met in part or in full. */
export type Point = {
  criterion: string
  name: string
  /** The stage the criterion stands in. */
  stage: string
  verdict: 1 | 2
  /** It came after a hint or a question that named it, so that it counts as partial. */
  helped: boolean
  /** Computed from the course of the talk: there is no quote. */
  measured: boolean
  /** Whether the top mark at the level asked for needs it. */
  core: boolean
  weight: number
  quote: string
  where: Where | null
}

/** Every criterion with a verdict above 0, in the flow's order. */
export const pointsOf = (material: Material): Point[] =>
  each(material).flatMap(({ criterion, stage, core }) => {
    const found = material.judged[stage]?.verdicts.find((one) => one.criterion === criterion.id)
    if (found === undefined || found.verdict === 0) return []
    const { id, name, weight } = criterion
    const { verdict, quote, entry, helped = false } = found
    const measured = criterion.measured !== undefined
    const where = material.find(quote, entry)
    return [{ criterion: id, name, stage, verdict, helped, measured, core, weight, quote, where }]
  })

/** Something expected of which nothing was seen. */
export type Missed = {
  criterion: string
  name: string
  stage: string
  core: boolean
  weight: number
  /** What it takes to be clear. */
  clear: string
}

/**
 * What is expected at the level asked for and was a miss in a stage that was assessed: core first, then the heavier.
 * In an exam the stages not reached have their price already and are not missed a second time.
 */
export const missedOf = (material: Material): Missed[] => {
  const credited = new Set(pointsOf(material).map(({ criterion }) => criterion))
  return each(material)
    .filter(({ criterion, core }) => core || reaches(material.level, criterion.level))
    .filter(({ criterion }) => criterion.measured === undefined || material.context.options.mode === 'coach')
    .filter(({ criterion, stage }) => material.judged[stage]?.assessed && !credited.has(criterion.id))
    .map(({ criterion: { id, name, weight, anchors }, stage, core }) => {
      return { criterion: id, name, stage, core, weight, clear: anchors.clear }
    })
    .sort((a, b) => Number(b.core) - Number(a.core) || b.weight - a.weight)
}

/** Something said that a rubric warns of. */
export type Flag = {
  criterion: string
  name: string
  stage: string
  says: string
  quote: string
  where: Where
}

/** The red flags whose words were really said, each once. */
export const flagsOf = (material: Material): Flag[] => {
  const flags = material.opened.flatMap((id) => material.judged[id]?.flags ?? [])
  const once = new Map(flags.map((flag) => [`${flag.criterion} ${flag.says}`, flag]))
  return [...once.values()].flatMap(({ criterion, says, quote, entry }) => {
    const known = material.criterion(criterion)
    const where = material.find(quote, entry)
    if (known === undefined || where === null) return []
    return [{ criterion, name: known.criterion.name, stage: known.stage.id, says, quote, where }]
  })
}

/** The stages that the talk never came to. */
export const notReachedOf = ({ flow, opened }: Material): { stage: string; title: string }[] =>
  unopened(flow, opened).map(({ id, title }) => ({ stage: id, title }))

type Each = { criterion: Criterion; stage: string; core: boolean }

const each = ({ stages, level }: Material): Each[] =>
  stages.flatMap((stage) => {
    const core = coreOf(stage, level)
    return stage.criteria.map((criterion) => {
      return { criterion, stage: stage.id, core: core.includes(criterion) }
    })
  })

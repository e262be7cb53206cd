/** Stages that were tried again: before and after, and what changed. */
import type { Stage } from '../../flow/flow.ts'
import type { Attempt } from '../context.ts'
import { answerScore } from '../score/answer-score.ts'
import { withMeasured } from '../score/measured.ts'
import type { StageMark } from '../score/scoring.ts'
import { coreOf, marksOf, stageMark } from '../score/stage-mark.ts'
import type { Mark, Verdict } from '../verdict.ts'
import { type Moment, sayable, teachingOf } from './lessons.ts'
import { type Material, standing } from './material.ts'
import type { Where } from './where.ts'

/** A stage as it was judged once; `score` is that of a single answer, 0 to 1. */
export type Side = { mark: StageMark | null; share: number; score: number; clear: number; partial: number }

/** One criterion before and after. */
export type Compared = {
  criterion: string
  name: string
  core: boolean
  before: Mark
  after: Mark
  /** What the verdict of this attempt rests on. */
  quote: string
  where: Where | null
  /** What could have been said in it, and at which moment where it is a sentence of this very attempt. */
  sentence: string
  moment: Moment | null
}

/** One more go at a stage, beside what was there before it. */
export type AttemptReport = {
  attempt: number
  stage: string
  title: string
  /** Null when the stage had no judgement before. */
  before: Side | null
  /** Null when the attempt was not judged. */
  after: Side | null
  /** Criteria that are core at the level asked for, or were met at least once. */
  criteria: Compared[]
  /** Ids of the criteria whose verdict is another one now. */
  changed: string[]
  /** Nobody could be asked what could have been said in it. */
  untaught: boolean
}

/** Every attempt in order, at the level asked for. */
export const attemptsOf = (material: Material): AttemptReport[] =>
  material.context.attempts.flatMap((attempt) => {
    const stage = material.stages.find(({ id }) => id === attempt.stage)
    return stage === undefined ? [] : [attemptOf(material, stage, attempt)]
  })

const attemptOf = (material: Material, stage: Stage, tried: Attempt): AttemptReport => {
  const earlier = material.context.attempts.findLast(
    (one) => one.stage === stage.id && one.attempt < tried.attempt && one.after !== null,
  )
  const before = standing(tried.before, material.find, earlier?.attempt ?? 0)
  const after = tried.after === null ? null : standing(tried.after, material.find, tried.attempt)
  const criteria = after === null ? [] : compared(material, stage, tried.attempt, before, after)
  return {
    attempt: tried.attempt,
    stage: stage.id,
    title: stage.title,
    before: tried.before.length === 0 ? null : side(material, stage, before),
    after: after === null ? null : side(material, stage, after),
    criteria,
    changed: criteria.filter((one) => one.before !== one.after).map(({ criterion }) => criterion),
    untaught: teachingOf(material).failed.includes(tried.attempt),
  }
}

const side = (material: Material, stage: Stage, judged: readonly Verdict[]): Side => {
  const verdicts = withMeasured(stage, judged, material.flow, material.opened)
  const scored = stageMark(stage, verdicts, material.level)
  return {
    mark: scored?.mark ?? null,
    share: scored?.share ?? 0,
    score: answerScore(stage, judged),
    clear: judged.filter(({ verdict }) => verdict === 2).length,
    partial: judged.filter(({ verdict }) => verdict === 1).length,
  }
}

const compared = (
  material: Material,
  stage: Stage,
  attempt: number,
  before: readonly Verdict[],
  after: readonly Verdict[],
): Compared[] => {
  const core = coreOf(stage, material.level)
  const was = marksOf(before)
  const is = marksOf(after)
  return stage.criteria
    .filter((criterion) => criterion.measured === undefined)
    .filter((criterion) => core.includes(criterion) || was.has(criterion.id) || is.has(criterion.id))
    .map((criterion) => {
      const { id, name } = criterion
      const found = after.find((one) => one.criterion === id)
      return {
        criterion: id,
        name,
        core: core.includes(criterion),
        before: was.get(id) ?? 0,
        after: is.get(id) ?? 0,
        quote: found?.quote ?? '',
        where: found === undefined ? null : material.find(found.quote, found.entry, attempt),
        ...sayable(material, id, attempt),
      }
    })
}

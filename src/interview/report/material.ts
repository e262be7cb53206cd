/** What every part of a report is made from: the talk as it was, its verdicts as they count, its scores. */
import type { Criterion, Flow, Level, Stage } from '../../flow/flow.ts'
import type { Problem } from '../../flow/problem.ts'
import type { Words } from '../../words/words.ts'
import { judgementsOf } from '../contested.ts'
import type { Context } from '../context.ts'
import { planOf } from '../plan.ts'
import { withMeasured } from '../score/measured.ts'
import type { PerLevel } from '../score/scoring.ts'
import type { TalkScore } from '../score.ts'
import { scoreAllLevels } from '../score.ts'
import type { Entry } from '../transcript.ts'
import type { Judgement, Verdict } from '../verdict.ts'
import { type Finder, finder } from './where.ts'

/** A talk that is over, as it is stored. */
export type Told = {
  flow: Flow
  problem: Problem
  context: Context
  log: readonly Entry[]
  /** Who asked, such as `scripted 1.0.0`. */
  by: string
}

/** A talk with all that is computed from it once. */
export type Material = Told & {
  /** What it is said in. */
  words: Words
  level: Level
  stages: readonly Stage[]
  /** Stages opened in the talk itself; one first opened by a retry is not among them. */
  opened: readonly string[]
  /** Judgements as they count: what rests on words nobody said is a miss, what is measured is in its place. */
  judged: Readonly<Record<string, Judgement>>
  levels: PerLevel<TalkScore>
  find: Finder
  /** The criterion and its stage; undefined for an id that this flow does not have. */
  criterion(id: string): { criterion: Criterion; stage: Stage } | undefined
  /** The title of a stage. */
  title(stage: string): string
}

/** Works out once what the parts of a report share; only what belongs to the talk itself, no later attempt. */
export const materialOf = (told: Told, words: Words): Material => {
  const { flow, context, log } = told
  const plan = planOf(flow)
  const find = finder(log, context.began)
  const opened = context.opened.filter((stage) => Object.hasOwn(context.pace, stage))
  const final = judgementsOf(context)
  const judged = Object.fromEntries(
    opened.flatMap((id) => {
      const judgement = final[id]
      if (judgement === undefined) return []
      const verdicts = withMeasured(plan.stage(id), standing(judgement.verdicts, find), flow, opened)
      return [[id, { ...judgement, verdicts: judgement.assessed ? verdicts : [] }]]
    }),
  )
  const levels = scoreAllLevels({ flow, mode: context.options.mode, opened, judged })
  return {
    ...told,
    words,
    level: context.options.level,
    stages: plan.order,
    opened,
    judged,
    levels,
    find,
    criterion: (id) => plan.criteria.get(id),
    title: (id) => plan.order.find((stage) => stage.id === id)?.title ?? id,
  }
}

/** The verdicts with everything turned into a miss that rests on words not found in that attempt. */
export const standing = (verdicts: readonly Verdict[], find: Finder, attempt = 0): Verdict[] =>
  verdicts.map((verdict) => {
    if (verdict.verdict === 0 || find(verdict.quote, verdict.entry, attempt) !== null) return verdict
    return { criterion: verdict.criterion, verdict: 0, quote: '' }
  })

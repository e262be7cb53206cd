/** Verdicts that a person contests, as they are read: which may be, which wait, and what counts in the end. */
import type { Context } from './context.ts'
import type { Unjudged } from './effects.ts'
import type { Event } from './events.ts'
import type { Plan } from './plan.ts'
import type { Judgement } from './verdict.ts'

type Part = Pick<Context, 'judged' | 'contested'>

/** The criterion whose contested verdict a result is about; `undefined` for every other event. */
export const contestOf = (
  { contested = {} }: Pick<Context, 'contested'>,
  event: Event,
): string | undefined => {
  if (event.type !== 'judged' && event.type !== 'failed') return undefined
  return Object.keys(contested).find((criterion) => contested[criterion]?.job === event.job)
}

/** Why a criterion has no verdict to contest; `undefined` where it has one. */
export const unjudgedIn = (
  plan: Plan,
  { judged, pace }: Context,
  criterion: string,
): Unjudged | undefined => {
  const known = plan.criteria.get(criterion)
  if (known === undefined) return 'unknown'
  if (known.criterion.measured !== undefined) return 'measured'
  const { id } = known.stage
  if (!Object.hasOwn(pace, id)) return 'not reached'
  const judgement = judged[id]
  if (judgement?.assessed === false) return 'not assessed'
  return judgement?.verdicts.some((one) => one.criterion === criterion) ? undefined : 'not judged'
}

/** Contested criteria whose verdict the judge of this name gave, in whatever version, and that nobody has judged since. */
export const waitingFor = (plan: Plan, { judged, contested = {} }: Part, by: string): string[] =>
  Object.entries(contested).flatMap(([criterion, { job, again }]) => {
    const stage = plan.criteria.get(criterion)?.stage.id ?? ''
    const first = judged[stage]?.by
    const waits = job === undefined && again === undefined && first !== undefined
    return waits && isSameJudge(first, by) ? [criterion] : []
  })

/** Whether both are the same judge, such as `lexical 1.0.0` and `lexical 1.1.0`. */
export const isSameJudge = (one: string, other: string): boolean => nameOf(one) === nameOf(other)

const nameOf = (by: string): string => by.split(' ')[0] ?? by

/** The final judgements as they count: what was contested and judged again is in the place of what was said first. */
export const judgementsOf = ({ judged, contested }: Part): Readonly<Record<string, Judgement>> =>
  contested === undefined
    ? judged
    : Object.fromEntries(
        Object.entries(judged).map(([stage, judgement]) => [stage, counted(judgement, contested)]),
      )

const counted = (judgement: Judgement, contested: NonNullable<Context['contested']>): Judgement => {
  const again = (criterion: string) => contested[criterion]?.again
  return {
    ...judgement,
    verdicts: judgement.verdicts.map((verdict) => again(verdict.criterion)?.verdict ?? verdict),
    flags: [
      ...judgement.flags.filter(({ criterion }) => again(criterion) === undefined),
      ...judgement.verdicts.flatMap(({ criterion }) => again(criterion)?.flags ?? []),
    ],
  }
}

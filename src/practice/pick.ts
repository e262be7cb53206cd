/** What to practise today: one criterion, on a problem that was not seen lately. */
import { type Criterion, type Flow, type Level, reaches, type Stage } from '../flow/flow.ts'
import { lot } from '../flow/lot.ts'
import { type Deck, retention } from './recall.ts'

/** What can be practised: the flow that the questions are cut from, and the problems. */
export type Bank = { flow: Flow; problems: readonly { id: string }[] }

export type Learner = {
  deck: Deck
  level: Level
  /** Ids of problems as they were met, newest last; a problem may stand in it several times. */
  seen: readonly string[]
  /** Stages or criteria to keep to; all of them when empty or absent. */
  topics?: readonly string[]
}

/** The one question to practise. */
export type Drill = {
  criterion: string
  stage: string
  problem: string
  /** Why: it is due again, it was never asked, or all else sits and it is the least sure. */
  why: 'due' | 'new' | 'least sure'
}

/**
 * The pick for one person: what is due and matters most at their level, else what was never asked, else what is least sure.
 * Equal input and seed give an equal pick; undefined where no topic of theirs exists.
 */
export const pickFor = (bank: Bank, learner: Learner, now: number, seed: string): Drill | undefined =>
  pickForAll(bank, [learner], now, seed)

/** The pick that serves most of several people: what is due for most of them, else new to most, and weighs most in sum. */
export const pickForAll = (
  bank: Bank,
  learners: readonly Learner[],
  now: number,
  seed: string,
): Drill | undefined => {
  const open = bank.flow.stages.flatMap((stage) =>
    stage.criteria.flatMap((criterion): Use[] => {
      const needs = learners.flatMap((learner) => needOf(stage, criterion, learner, now) ?? [])
      return needs.length === 0 ? [] : [{ ...useOf(needs), stage, criterion }]
    }),
  )
  const chance = ({ criterion }: Use): number => lot(`${seed} ${criterion.id}`)
  const before = (one: Use, other: Use): number =>
    other.due - one.due ||
    other.unknown - one.unknown ||
    other.worth - one.worth ||
    chance(one) - chance(other)
  const best = open.reduce<Use | undefined>(
    (first, one) => (first === undefined || before(one, first) < 0 ? one : first),
    undefined,
  )
  const problem = freshest(bank, learners, seed)
  if (best === undefined || problem === undefined) return undefined
  const why = best.due > 0 ? 'due' : best.unknown > 0 ? 'new' : 'least sure'
  return { criterion: best.criterion.id, stage: best.stage.id, problem, why }
}

/** For how many a criterion is due, for how many it is new, and what it is worth to all of them. */
type Use = { due: number; unknown: number; worth: number; stage: Stage; criterion: Criterion }

/** What one person has of a criterion: its weight at their level by how far they are from knowing it. */
type Need = { state: 'due' | 'new' | 'sits'; worth: number }

const useOf = (needs: readonly Need[]) => ({
  due: needs.filter(({ state }) => state === 'due').length,
  unknown: needs.filter(({ state }) => state === 'new').length,
  worth: needs.reduce((sum, { worth }) => sum + worth, 0),
})

/** Nothing where it is not expected at their level, or not among their topics. */
const needOf = (stage: Stage, criterion: Criterion, learner: Learner, now: number): Need | undefined => {
  const { deck, level, topics = [] } = learner
  if (criterion.measured !== undefined || !reaches(level, criterion.level)) return undefined
  if (topics.length > 0 && !topics.includes(stage.id) && !topics.includes(criterion.id)) return undefined
  const card = deck[criterion.id]
  const core = criterion.core !== undefined && reaches(level, criterion.core) ? 2 : 1
  const worth = stage.weight * criterion.weight * core * (1 - retention(card, now))
  return { state: card === undefined ? 'new' : card.due <= now ? 'due' : 'sits', worth }
}

/** The problem that was met longest ago by whoever met it last, those never met first. */
const freshest = ({ problems }: Bank, learners: readonly Learner[], seed: string): string | undefined => {
  const ago = (id: string): number =>
    Math.min(
      ...learners.map(({ seen }) => {
        const at = seen.lastIndexOf(id)
        return at < 0 ? Number.MAX_SAFE_INTEGER : seen.length - at
      }),
    )
  return problems
    .map(({ id }) => ({ id, ago: ago(id), lot: lot(`${seed} ${id}`) }))
    .toSorted((one, other) => other.ago - one.ago || one.lot - other.lot)[0]?.id
}

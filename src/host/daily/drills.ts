/** What daily questions are cut from: the flow of single questions, and what can be named in it. */
import type { Cut } from '../../flow/cut.ts'
import { cutOut, fociOf } from '../../flow/cutting.ts'
import type { Criterion, Flow, Level } from '../../flow/flow.ts'
import type { Problem } from '../../flow/problem.ts'
import { planOf } from '../../interview/plan.ts'
import type { Bank } from '../library.ts'

export type Drills = {
  /** The id by which single questions are started. */
  id: string
  flow: Flow
  problems: readonly Problem[]
  /** Ids of stages and criteria that questions can be kept to. */
  topics: readonly string[]
  criterion(id: string): Criterion | undefined
  problem(id: string): Problem | undefined
  /** The question on a criterion; equal seeds ask alike. */
  question(on: { criterion: string; problem: Problem; level: Level; seed: string }): string | undefined
}

/** The single questions of a bank; nothing where it has no flow of such. */
export const drillsIn = ({ flows, cuts, problems }: Bank): Drills | undefined => {
  const cut: Cut | undefined = [...(cuts?.values() ?? [])].find(({ take }) => take === 'one-criterion')
  const flow = cut && flows.get(cut.cut)
  if (cut === undefined || flow === undefined) return undefined
  const { stages, criteria } = fociOf(cut, flow)
  return {
    id: cut.id,
    flow,
    problems: [...problems.values()],
    topics: [...stages, ...criteria],
    criterion: (id) => planOf(flow).criteria.get(id)?.criterion,
    problem: (id) => problems.get(id),
    question: ({ criterion, ...taking }) =>
      cutOut(cut, flow, { ...taking, focus: criterion })?.stages[0]?.opening,
  }
}

/** What a criterion is called; its id where no question is cut from it. */
export const criterionNamed = (bank: Bank, id: string): string => drillsIn(bank)?.criterion(id)?.name ?? id

/** Verdicts that the person contests: as they were, why, and what another judge says. */
import type { Contest } from '../context.ts'
import type { Mark, Verdict } from '../verdict.ts'
import { type Material, standing } from './material.ts'

/** One contested verdict. */
export type Contested = {
  criterion: string
  name: string
  stage: string
  /** As it was judged first, and by whom. */
  verdict: Mark
  quote: string
  by: string
  /** The person's own words. */
  reason: string
  /** Milliseconds since 1970. */
  at: number
  /** What another judge said, which counts in its place; null as long as none did. */
  again: { verdict: Mark; quote: string; by: string } | null
  /** Another judge is being asked. */
  pending: boolean
  /** What it takes to be clear. */
  clear: string
}

/** One as it is kept for whoever looks into how well it judges; whose it is stands nowhere in it. */
export type ContestedVerdict = Pick<
  Contested,
  'criterion' | 'stage' | 'verdict' | 'quote' | 'by' | 'reason' | 'at'
> & {
  problem: string
  /** What another judge said, where one was asked. */
  outcome?: NonNullable<Contested['again']>
}

/** Every contested verdict of the talk, in the flow's order. */
export const contestedOf = (material: Material): Contested[] => {
  const { contested = {} } = material.context
  return material.stages.flatMap((stage) =>
    stage.criteria.flatMap(({ id }) => {
      const one = contested[id]
      return one === undefined ? [] : rowOf(material, id, one)
    }),
  )
}

const rowOf = (material: Material, id: string, { reason, at, job, again }: Contest): Contested[] => {
  const known = material.criterion(id)
  const judgement = material.context.judged[known?.stage.id ?? '']
  const first = judgement?.verdicts.find(({ criterion }) => criterion === id)
  if (known === undefined || judgement === undefined || first === undefined) return []
  const { criterion, stage } = known
  return [
    {
      criterion: id,
      name: criterion.name,
      stage: stage.id,
      ...shown(material, first),
      by: judgement.by,
      reason,
      at,
      again: again === undefined ? null : { ...shown(material, again.verdict), by: again.by },
      pending: job !== undefined,
      clear: criterion.anchors.clear,
    },
  ]
}

/** A verdict counts as far as its words are found. */
const shown = ({ find }: Material, verdict: Verdict): Pick<Contested, 'verdict' | 'quote'> => {
  const [counts = verdict] = standing([verdict], find)
  return { verdict: counts.verdict, quote: counts.quote }
}

/** A recorded talk made as long as another interview: more or fewer of its exchanges, in the stages of another flow. */
import { planOf } from '../interview/plan.ts'
import type { Setting } from './played.ts'
import type { Kept, Recorded } from './recorded.ts'

/**
 * The talk as it would be in this setting. Each stage of the recorded flow has its exchanges in proportion to the minutes; a
 * stage of another flow has as many as are spoken in its minutes, its own where it has some and else those of the whole talk.
 */
export const stretched = (recorded: Recorded, { flow, problem, minutes }: Setting): Kept[] => {
  const blocks = blocksOf(recorded.turns)
  const all = blocks.flatMap(({ rest }) => rest)
  const pace = all.length / recorded.minutes
  const facts = new Set(problem.facts.map(({ id }) => id))
  const { order, criteria } = planOf(flow)
  return order.flatMap((stage) => {
    const block = blocks.find(({ open }) => open.stage === stage.id)
    const own = block?.rest.length ? block.rest : all
    const wanted =
      flow.id === recorded.flow
        ? (own.length * minutes) / recorded.minutes
        : (stage.minutes / flow.minutes) * minutes * pace
    const count = Math.min(Math.max(1, Math.round(wanted)), flow.part?.take === 'one-criterion' ? 2 : MOST)
    const rest = Array.from({ length: count }, (_, n) => own[n % own.length]).filter((one) => !!one)
    const open = { stage: stage.id, asks: block?.open.asks ?? stage.opening }
    return [open, ...rest.map((one) => fitting(one, facts, criteria))]
  })
}

const MOST = 1_000

/** Without facts that the problem does not hold and criteria that the flow does not have. */
const fitting = (
  { about, facts = [], ...said }: Kept,
  held: ReadonlySet<string>,
  criteria: ReadonlyMap<string, unknown>,
): Kept => {
  const told = facts.filter((id) => held.has(id))
  return {
    ...said,
    ...(about !== undefined && criteria.has(about) && { about }),
    ...(told.length > 0 && { facts: told }),
  }
}

type Block = { open: Kept; rest: Kept[] }

const blocksOf = (turns: readonly Kept[]): Block[] => {
  const blocks: Block[] = []
  for (const one of turns) {
    if (one.stage !== undefined) blocks.push({ open: one, rest: [] })
    else blocks.at(-1)?.rest.push(one)
  }
  return blocks
}

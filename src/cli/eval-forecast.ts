/** What having answers judged by a model will come to, by counting a few of them. */
import { caseOf, type Single } from '../evaluation/single.ts'
import { costOf, type Price } from '../model/prices.ts'
import { counter, type Encode } from '../prompt/counting.ts'
import type { Prompts } from '../prompt/prompts.ts'

/** A mark for prompts that are only counted. */
export const MARK = '5d81f0a6c3e9'

export type Forecast = {
  calls: number
  sent: number
  received: number
  /** With what the endpoint keeps of one answer for the next, and without; null where the model has no price. */
  cost: number | null
  most: number | null
}

/** The forecast for answers; each is put to the model twice, and a part of them a third time. */
export const forecastOf = (
  singles: readonly Single[],
  prompts: Prompts,
  encode: Encode,
  price: Price | undefined,
): Forecast => {
  const some = spread(singles, SAMPLE)
  const sums = { sent: 0, cached: 0, received: 0 }
  for (const single of some) {
    const told = caseOf(single)
    const ids = told.criteria.map(({ id }) => id)
    const count = counter(encode)
    // The answer before was mostly to the same problem, of which the rules and the sheet are kept.
    const { messages, shape } = prompts.judge(told, ids, MARK)
    count({ messages: messages.slice(0, 1), shape })
    for (const order of [ids, ids.toReversed()]) {
      const { all, fresh } = count(prompts.judge(told, order, MARK))
      sums.sent += all
      sums.cached += all - fresh
      sums.received += FRAME + ids.length * EACH
    }
  }
  const scale = some.length === 0 ? 0 : (singles.length / some.length) * THIRD
  const { sent, cached, received } = {
    sent: Math.round(sums.sent * scale),
    cached: Math.round(sums.cached * scale),
    received: Math.round(sums.received * scale),
  }
  return {
    calls: Math.round(2 * THIRD * singles.length),
    sent,
    received,
    cost: price ? costOf(price, { sent, cached, received }) : null,
    most: price ? costOf(price, { sent, cached: 0, received }) : null,
  }
}

const SAMPLE = 8
/** Tokens of a verdict with quote and reason, and of what is around all of them. */
const EACH = 85
const FRAME = 15
/** Every second answer goes into a third call. */
const THIRD = 1.25

const spread = <T>(all: readonly T[], most: number): T[] => {
  const step = Math.max(1, Math.floor(all.length / most))
  return all.filter((_, n) => n % step === 0).slice(0, most)
}

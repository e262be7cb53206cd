/** Which model to start with, what to try after it, and how to look for its hyper-parameters. */
import { demandWhole, demandWithin } from '../columns.ts'
import { numberText } from '../number-text.ts'
import type { ModelPlan, ModelSituation } from './model/plan.ts'
import { remarksOn } from './model/remarks.ts'
import { PATHS } from './model/steps.ts'

/**
 * The plan for a kind of input: a baseline, a simple model, what to try next and on which sign, the hyper-parameters with
 * their direction and scale, and what the number of rows, the latency and the need for reasons change. Throws BadInput for
 * rows and times that are none.
 */
export const modelFor = (situation: ModelSituation): ModelPlan => {
  const { input, rows, latency } = situation
  if (rows !== undefined) demandWhole('rows', rows, 1)
  if (latency !== undefined) demandWithin('latency', latency, Number.MIN_VALUE, Number.MAX_VALUE)
  return { ...PATHS[input], remarks: remarksOn(situation), search: searchPlan(0.05, 0.95) }
}

/**
 * How many random tries find one of the best `top` of all settings with the given `chance`, both between 0 and 1:
 * the smallest n with `1 - (1 - top)^n >= chance` (the reason for random search; Bergstra and Bengio 2012).
 */
export const triesFor = (top: number, chance: number): number =>
  Math.ceil(Math.log1p(-chance) / Math.log1p(-top) - 1e-12)

const searchPlan = (top: number, chance: number): ModelPlan['search'] => {
  const tries = triesFor(top, chance)
  return {
    tries,
    derivation: [
      `random tries for one among the best ${numberText(top * 100)} % with a chance of ${numberText(chance * 100)} %: 1 - ${numberText(1 - top)}^n >= ${numberText(chance)}, n = ln ${numberText(1 - chance)} / ln ${numberText(1 - top)} = ${numberText(Math.log(1 - chance) / Math.log(1 - top))}, so ${tries}`,
    ],
    says: [
      'First the direction from training against validation error, then one knob at a time, then a search over two or three together.',
      'Draw at random, not on a grid: a grid tries each knob at a few values only. What spans powers of ten is drawn on a log scale.',
      'Choose on validation rows; the test rows are looked at once, at the end.',
    ],
  }
}

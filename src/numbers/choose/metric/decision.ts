/** Metrics for a yes or no. */
import { costThreshold } from '../../classification/cost.ts'
import { numberText } from '../../number-text.ts'
import type { Choice, MetricAdvice, Situation } from '../situation.ts'
import * as known from './known.ts'
import { balanceOf, baseFigures, shareText } from './share.ts'

/** For rows that are flagged or not. */
export const forDecision = (situation: Situation): MetricAdvice => {
  const { positives, costs, capacity } = situation
  const balance = balanceOf(positives)
  const base = baseFigures(positives)
  const derived = [base, ofCosts(situation), ofCapacity(situation)]
  const accurate = balance === 'even' && (costs === undefined || costs.falsePositive === costs.falseNegative)
  const choose: Choice[] = [
    ...(costs === undefined || accurate ? [] : [known.EXPECTED_COST]),
    ...(capacity === undefined ? [] : [known.RECALL_AT_CAPACITY]),
  ]
  if (choose.length === 0) choose.push(...BY_BALANCE[balance])
  return {
    choose,
    beside: [
      ...(capacity === undefined ? [] : [known.PRECISION_AT_CAPACITY]),
      ...(balance === 'even' ? [known.MCC] : [known.AVERAGE_PRECISION]),
      ...(costs === undefined ? [] : [known.CALIBRATION]),
    ],
    avoid: accurate ? [] : AVOID,
    derivation: derived.flatMap(({ derivation }) => derivation),
    figures: Object.assign({}, ...derived.map(({ figures }) => figures)),
    asks: [
      ...(positives === undefined ? ['What share of the rows is positive (positives)?'] : []),
      ...(positives !== undefined && positives >= 0.9
        ? [
            'Nearly all rows are positive: call the rare class the positive one, so that precision and recall are about it.',
          ]
        : []),
      ...(costs === undefined ? ['What do a false alarm and a miss cost (costs)?'] : []),
      ...(capacity === undefined ? ['Is there a limit to how many can be acted on (capacity)?'] : []),
    ],
  }
}

const BY_BALANCE: Readonly<Record<ReturnType<typeof balanceOf>, readonly Choice[]>> = {
  even: [known.ACCURACY],
  uneven: [known.F_BETA, known.AVERAGE_PRECISION],
  rare: [known.RECALL_AT_PRECISION, known.AVERAGE_PRECISION],
  unknown: [known.RECALL_AT_PRECISION, known.F_BETA],
}

const AVOID = [
  {
    metric: 'accuracy',
    why: 'always giving the common answer does well, and it prices both mistakes the same',
  },
  { metric: 'ROC-AUC alone', why: 'it ignores the threshold, the costs and how few positives there are' },
] as const

type Derived = Pick<MetricAdvice, 'derivation' | 'figures'>
const NOTHING: Derived = { derivation: [], figures: {} }

const ofCosts = ({ costs, positives }: Situation): Derived => {
  if (costs === undefined) return NOTHING
  const { falsePositive: alarm, falseNegative: miss } = costs
  const threshold = costThreshold(costs).value ?? 0
  const line = `threshold on a calibrated probability = ${numberText(alarm)} / (${numberText(alarm)} + ${numberText(miss)}) = ${numberText(threshold)}`
  if (positives === undefined) return { derivation: [line], figures: { threshold } }
  const [never, always] = [positives * miss, (1 - positives) * alarm]
  return {
    derivation: [
      line,
      `cost per row of always saying no = ${numberText(positives)} x ${numberText(miss)} = ${numberText(never)}`,
      `cost per row of always saying yes = ${numberText(1 - positives)} x ${numberText(alarm)} = ${numberText(always)}; a model has to be below both`,
    ],
    figures: { threshold, costOfNever: never, costOfAlways: always },
  }
}

const ofCapacity = ({ capacity, positives }: Situation): Derived => {
  if (capacity?.kind !== 'share' || positives === undefined) return NOTHING
  const { share } = capacity
  const [recall, precision] = [Math.min(1, share / positives), Math.min(1, positives / share)]
  return {
    derivation: [
      `best recall at capacity = min(1, ${shareText(share)} / ${shareText(positives)}) = ${numberText(recall)}`,
      `best precision at capacity = min(1, ${shareText(positives)} / ${shareText(share)}) = ${numberText(precision)}; a random list has recall ${numberText(share)}`,
    ],
    figures: { bestRecall: recall, bestPrecision: precision },
  }
}

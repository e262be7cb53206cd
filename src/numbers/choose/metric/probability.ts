/** Metrics for a probability that is shown, multiplied by money or put into an auction. */
import { numberText } from '../../number-text.ts'
import type { MetricAdvice, Situation } from '../situation.ts'
import * as known from './known.ts'
import { balanceOf } from './share.ts'

/** For rows whose probability itself is used. */
export const forProbability = ({ positives: p, costs }: Situation): MetricAdvice => {
  const rare = balanceOf(p) === 'rare'
  const entropy = p === undefined ? undefined : -p * Math.log(p) - (1 - p) * Math.log(1 - p)
  return {
    choose: [known.LOG_LOSS, ...(rare ? [known.NORMALISED_ENTROPY] : []), known.CALIBRATION],
    beside: [rare ? known.AVERAGE_PRECISION : known.ROC_AUC, known.BRIER],
    avoid: [
      {
        metric: 'AUC alone',
        why: 'any rising transformation of the scores leaves it as it is, so it cannot see wrong probabilities',
      },
      { metric: 'accuracy or F1', why: 'they look at one threshold and throw the probability away' },
    ],
    derivation:
      p === undefined || entropy === undefined
        ? []
        : [
            `log loss of always saying the base rate = -(${numberText(p)} ln ${numberText(p)} + ${numberText(1 - p)} ln ${numberText(1 - p)}) = ${numberText(entropy)}`,
            'normalised entropy = log loss / that figure; 1 is no knowledge',
          ],
    figures: entropy === undefined ? {} : { baseLogLoss: entropy },
    asks: [
      ...(p === undefined ? ['What share of the rows is positive (positives)?'] : []),
      ...(costs === undefined
        ? []
        : ['With those costs a decision follows: compare its expected cost as well.']),
      'Were rows resampled or weighted for training? Then correct the odds before measuring.',
    ],
  }
}

/** Metrics for amounts. */
import { numberText } from '../../number-text.ts'
import type { Choice, MetricAdvice, Situation } from '../situation.ts'
import * as known from './known.ts'

/** For a number in a unit, such as a price, a time or a demand. */
export const forAmount = ({ use, costs, outliers, capacity }: Situation): MetricAdvice => {
  const choose: Choice[] = []
  const uneven = costs !== undefined && costs.falsePositive !== costs.falseNegative
  if (uneven) choose.push(known.PINBALL)
  if (use === 'rank') choose.push(known.RANK_CORRELATION)
  if (use === 'probability') choose.push(known.QUANTILES, known.COVERAGE)
  if (choose.length === 0)
    choose.push(...(outliers === undefined ? [known.MAE, known.RMSE] : [BY_OUTLIERS[outliers]]))
  return {
    choose,
    beside: [known.WAPE, ...(uneven ? [known.COVERAGE] : []), ...(use === 'rank' ? [known.NDCG] : [])],
    avoid: [
      { metric: 'MAPE', why: 'it breaks near zero and favours predictions that are too low' },
      ...(outliers === 'ignore'
        ? [{ metric: 'MSE', why: 'it chases the rows that you want to ignore' }]
        : []),
      ...(uneven
        ? [
            {
              metric: 'RMSE and MAE',
              why: 'they aim at the mean or the median, and the best answer is neither',
            },
          ]
        : []),
    ],
    ...ofCosts(uneven ? costs : undefined),
    asks: [
      ...(outliers === undefined && !uneven
        ? ['Do large single mistakes matter, or are they noise (outliers)?']
        : []),
      ...(costs === undefined ? ['Does too much cost another amount than too little (costs)?'] : []),
      ...(use === 'rank' && capacity === undefined ? ['How many of the top are used (capacity)?'] : []),
    ],
  }
}

const BY_OUTLIERS: Readonly<Record<'matter' | 'ignore', Choice>> = { matter: known.RMSE, ignore: known.MAE }

const ofCosts = (costs: Situation['costs']): Pick<MetricAdvice, 'derivation' | 'figures'> => {
  if (costs === undefined) return { derivation: [], figures: {} }
  const { falsePositive: over, falseNegative: under } = costs
  const quantile = under / (under + over)
  return {
    derivation: [
      `best quantile = cost of too little / (too little + too much) = ${numberText(under)} / (${numberText(under)} + ${numberText(over)}) = ${numberText(quantile)}`,
    ],
    figures: { quantile },
  }
}

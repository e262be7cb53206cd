/** Columns that are not what they seem: one that knows the outcome, and one whose gaps do. */
import type { Draw } from './draw.ts'
import type { Exercise } from './exercise.ts'

type Made = Omit<Exercise, 'kind' | 'criteria'>

/** One feature far above all others, written after the outcome is known. */
export const leak = (draw: Draw): Made => {
  const [late, why] = draw.one([
    ['days_until_case_closed', 'a case is closed only once its outcome is known'],
    ['refund_amount', 'a refund is paid only after the outcome'],
    ['reviewed_by', 'a reviewer is assigned once somebody has complained'],
    ['last_status_change', 'the status changes when the outcome is booked'],
  ])
  const others = draw.one([
    ['visits_last_week', 'account_age', 'device'],
    ['hour_of_day', 'price', 'country'],
    ['items_viewed', 'days_since_signup', 'channel'],
  ])
  const first = draw.whole(26, 38) / 100
  const rest = [draw.whole(20, 32), draw.whole(10, 19), draw.whole(2, 9)].map((n) => n / 1000)
  const auc = draw.whole(985, 997) / 1000
  const listed = others.map((name, n) => `${name} ${rest[n]}`).join(', ')
  return {
    says: draw.one([
      `Your first model has a validation AUC of ${auc}. What each feature is worth in AUC: ${late} ${first}, ${listed}. What do you make of it, and what do you do?`,
      `Loss of AUC without each feature: ${late} ${first}, ${listed}. With all of them it is ${auc}. How do you read this table, and what comes next?`,
    ]),
    figures: { auc, first, second: rest[0] ?? 0 },
    derivation: [
      `${late} alone carries ${first} of AUC, ${Math.round(first / (rest[0] ?? 1))} times the next`,
      `${auc} is more than such a task gives away, and ${why}`,
    ],
    could: `An AUC of ${auc} that hangs on ${late} looks like a leak: ${why}, so it is not there when the prediction is made. I would look up when it is written, drop it or rebuild it as of the moment of prediction, train again, and compute the importance anew on held-out rows.`,
    exhibit: {
      kind: 'importance',
      measure: 'AUC',
      features: [{ name: late, value: first }, ...others.map((name, n) => ({ name, value: rest[n] ?? 0 }))],
    },
  }
}

/** Gaps that say something of the label. */
export const missingness = (draw: Draw): Made => {
  const positive = draw.whole(28, 45)
  const negative = draw.whole(4, 9)
  const share = draw.whole(3, 8)
  const all = Math.round((positive * share + negative * (100 - share)) / 10) / 10
  const feature = draw.one(['the stated income', 'the delivery note', 'the date of birth', 'the employer'])
  return {
    says: draw.one([
      `In your table ${feature} is missing in ${all} % of all rows: in ${positive} % of the positives and ${negative} % of the negatives. What does that tell you, and how do you treat the column?`,
      `A look at the gaps: ${feature} is absent in ${positive} % of positive rows and ${negative} % of negative ones, ${all} % overall. What do you conclude, and what do you do with it?`,
    ]),
    figures: { positive: positive / 100, negative: negative / 100, all: all / 100 },
    derivation: [
      `missing among positives ${positive} %, among negatives ${negative} %: ${(positive / negative).toFixed(1)} times as often`,
      'so a gap is a sign of the label, and filling it in or dropping its rows throws that away',
    ],
    could: `It is not missing at random: gaps are ${Math.round(positive / negative)} times as frequent among positives. I would ask why, and whether the gap is there at the time of prediction too. Then I keep an indicator that it was missing, and fill the value with a statistic of the training rows, or take a model that handles gaps; dropping the rows would bias the data.`,
  }
}

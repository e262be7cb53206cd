/** Metrics that say one thing while another is the case. */
import { numberText } from '../number-text.ts'
import type { Draw } from './draw.ts'
import type { Exercise } from './exercise.ts'

type Made = Omit<Exercise, 'kind' | 'criteria'>

const percent = (value: number, digits = 1): string => `${Number((100 * value).toFixed(digits))} %`

/** Few positives: accuracy is high whatever the model does, and most of what it flags is not one. */
export const baseRate = (draw: Draw): Made => {
  const rows = 100_000
  const positives = draw.whole(8, 25) * 10
  const hits = Math.round((positives * draw.whole(80, 95)) / 100)
  const alarms = draw.whole(10, 20) * 100
  const accuracy = (rows - positives - alarms + hits) / rows
  const precision = hits / (hits + alarms)
  const auc = draw.whole(96, 98) / 100
  const [n, p, h, a] = [rows, positives, hits, alarms].map(numberText)
  return {
    says: draw.one([
      `On ${n} held-out rows, ${p} are positive. The model flags ${h} of those and ${a} of the others. AUC is ${auc}, accuracy ${percent(accuracy)}. Your manager wants to announce the accuracy. What do you say?`,
      `Results on ${n} rows, of which ${p} are positive: ${h} are found, ${a} others are flagged too. That is an AUC of ${auc} and ${percent(accuracy)} accuracy. Is that a model you would ship, and how do you judge it?`,
    ]),
    figures: { rows, positives, hits, alarms, accuracy, precision, auc, baseline: 1 - positives / rows },
    derivation: [
      `accuracy of always saying no = 1 - ${p} / ${n} = ${percent(1 - positives / rows, 2)}, and the model has ${percent(accuracy, 2)}`,
      `precision = ${h} / (${h} + ${a}) = ${percent(precision)}`,
      `recall = ${h} / ${p} = ${percent(hits / positives)}`,
    ],
    could: `Accuracy says nothing here: always answering no would get ${percent(1 - positives / rows, 2)}. Of what is flagged only ${percent(precision)} is positive, because positives are so rare. I would report precision and recall, or PR-AUC, and set the threshold from what a false alarm and a miss cost, or from how many cases can be looked at.`,
    exhibit: {
      kind: 'confusion',
      labels: ['negative', 'positive'],
      counts: [
        [rows - positives - alarms, alarms],
        [positives - hits, hits],
      ],
    },
  }
}

/** The offline metric rises while what is earned falls. */
export const offlineOnline = (draw: Draw): Made => {
  const before = draw.whole(740, 800) / 1000
  const after = before + draw.whole(8, 20) / 1000
  const loss = draw.whole(12, 35) / 1000
  const [metric, earned] = draw.one([
    ['AUC', 'revenue per user'],
    ['NDCG@10', 'purchases per visit'],
    ['AUC', 'completed orders'],
  ])
  const [b, a, l] = [before.toFixed(3), after.toFixed(3), percent(loss)]
  return {
    says: draw.one([
      `Offline, ${metric} went from ${b} to ${a}. In the A/B test, ${earned} fell by ${l}, well beyond chance. What might explain both, and what do you look at first?`,
      `The new model has ${metric} ${a} against ${b} for the old one. Online, ${earned} is down ${l} and the test is sound. How can that be, and what would you check?`,
    ]),
    figures: { before, after, loss },
    derivation: [
      `${metric} ${b} -> ${a}: the order of logged rows is better by ${(after - before).toFixed(3)}`,
      `${earned}: ${l} down, which depends on values, on the top of the list and on the scores themselves`,
    ],
    could: `${metric} only judges order on logged rows, and not whether the scores are calibrated, nor what an item is worth, nor what happens at the very top that people see. I would check calibration first, then whether features differ between training and serving, then slice by position and value, and choose an offline metric that weighs what is earned.`,
  }
}

/** Errors side by side: too much of it on the rows trained on, too large a gap to others, or a gap between two sources. */
import { diagnose } from '../bias-variance/diagnose.ts'
import type { Draw } from './draw.ts'
import type { Exercise } from './exercise.ts'

type Made = Omit<Exercise, 'kind' | 'criteria'>

/** In tenths of a per cent, as they are said. */
const percent = (tenths: number): string => `${tenths / 10} %`
const share = (tenths: number): number => tenths / 1000

/** The rows trained on are answered badly already. */
export const bias = (draw: Draw): Made => {
  const human = draw.whole(8, 30)
  const training = human + draw.whole(90, 140)
  const validation = training + draw.whole(5, 14)
  return {
    ...plainly(draw, { human, training, validation }),
    could: `Training error is ${percent(training)} where ${percent(human)} can be reached, so ${percent(training - human)} is avoidable bias, and the gap to validation is only ${percent(validation - training)}. The model underfits: I would train longer, give it more capacity or better features, or regularise less. More data would not help.`,
  }
}

/** The rows trained on are answered well, and others are not. */
export const variance = (draw: Draw): Made => {
  const human = draw.whole(8, 30)
  const training = human + draw.whole(2, 10)
  const validation = training + draw.whole(70, 120)
  return {
    ...plainly(draw, { human, training, validation }),
    could: `Training at ${percent(training)} is close to the ${percent(human)} that can be reached, but validation is ${percent(validation - training)} worse. That is variance: the model overfits. I would regularise more or take a smaller model first, then augment or get more data; a larger model would make it worse.`,
  }
}

const plainly = (
  draw: Draw,
  { human, training, validation }: Record<'human' | 'training' | 'validation', number>,
) => {
  const [h, t, v] = [human, training, validation].map(percent)
  return {
    says: draw.one([
      `Your first run is back: the error is ${t} on the rows you trained on and ${v} on held-out rows. People who do this by hand get ${h} wrong. What do you read from that, and what do you do next?`,
      `Suppose these come back: training error ${t}, validation error ${v}, and experts err on ${h}. Where does the problem lie, and what would you try first?`,
      `Three figures from your first model. Error on training rows: ${t}. On validation rows: ${v}. Of a careful person on the same task: ${h}. What is wrong, and what would you change?`,
    ]),
    figures: { human: share(human), training: share(training), validation: share(validation) },
    derivation: [
      ...diagnose({ train: share(training), validation: share(validation), target: share(human) }).derivation,
    ],
  }
}

/** Held-out rows of the source trained on are answered well, those that count are not. */
export const mismatch = (draw: Draw): Made => {
  const training = draw.whole(20, 40)
  const same = training + draw.whole(4, 12)
  const serving = same + draw.whole(60, 100)
  const [t, s, d] = [training, same, serving].map(percent)
  const from = draw.one([
    'bought from another market',
    'collected by last year’s app',
    'labelled by a partner',
  ])
  return {
    says: draw.one([
      `You train on rows ${from}. The error is ${t} on those, ${s} on held-out rows of the same origin, and ${d} on rows as they come in production. What does that tell you, and what do you do?`,
      `Training rows were ${from}. Training error: ${t}. Held out from the same origin: ${s}. From live traffic: ${d}. How do you read this, and what comes next?`,
    ]),
    figures: { training: share(training), 'train-dev': share(same), validation: share(serving) },
    derivation: [
      ...diagnose({ train: share(training), trainDev: share(same), validation: share(serving) }).derivation,
    ],
    could: `From ${t} to ${s} on held-out rows of the same origin is little, so it is no overfitting; the jump to ${d} comes with live rows: the data differ. I would compare errors and features of both sources, then train on rows like those in production, by weighting, by preparing them alike, or by labelling some.`,
  }
}

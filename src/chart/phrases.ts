import { day, percent, short, tenths } from './numeral.ts'

/** A number that rises, falls or stays, in words. */
const moves = (from: number, to: number): string =>
  from === to
    ? `stays at ${short(from)}`
    : `${to > from ? 'rises' : 'falls'} from ${short(from)} to ${short(to)}`

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const minutes = (value: number): string => `${short(value)} ${short(value) === '1' ? 'minute' : 'minutes'}`

/** Everything that pictures say: titles, axes, and what is seen on them for those who cannot. */
export const PHRASES = {
  roc: {
    title: 'ROC curve',
    note: 'The closer to the upper left corner, the better; the dashed line is a coin.',
    x: 'False positive rate',
    y: 'True positive rate (recall)',
    reference: 'coin',
    named: (name: string, area: string) => `${name}, area ${area}`,
    alt: (curves: readonly string[]) => `ROC curve. ${curves.join(' ')} The diagonal is a coin.`,
    seen: ({ name, area, at }: { name: string; area: string | undefined; at: number }) =>
      `${name}${area === undefined ? '' : ` has an area of ${area} and`} finds ${percent(at)} of the positives at a false positive rate of 10 %.`,
  },
  precisionRecall: {
    title: 'Precision and recall',
    note: 'The closer to the upper right corner, the better.',
    noteWith: (share: number) =>
      `The closer to the upper right corner, the better; a coin reaches a precision of ${percent(share)}.`,
    x: 'Recall',
    y: 'Precision',
    reference: 'coin',
    named: (name: string, area: string) => `${name}, average precision ${area}`,
    alt: (curves: readonly string[]) => `Precision over recall. ${curves.join(' ')}`,
    seen: ({ name, area, at }: { name: string; area: string | undefined; at: number | undefined }) =>
      `${name}${area === undefined ? '' : ` has an average precision of ${area} and`} ${at === undefined ? 'never reaches a recall of 50 %' : `has a precision of ${percent(at)} at a recall of 50 %`}.`,
    coin: (share: number) => `A coin would have a precision of ${percent(share)}.`,
  },
  calibration: {
    title: 'Calibration',
    note: 'Below the dashed line predictions are too high, above it too low.',
    x: 'Mean prediction',
    y: 'Share that came true',
    reference: 'calibrated',
    alt: (curves: readonly string[]) => `Calibration. ${curves.join(' ')}`,
    seen: (name: string, off: number, worst: { predicted: number; observed: number }) =>
      `${name} is ${Math.abs(off) < 0.005 ? 'right on average over its bins' : `${short(Math.abs(off))} too ${off > 0 ? 'high' : 'low'} on average over its bins`}; it is furthest off where it says ${short(worst.predicted)} and ${short(worst.observed)} came true.`,
  },
  learning: {
    title: 'Learning curve',
    x: 'Training examples',
    training: 'training',
    validation: 'validation',
    note: (gap: number) => `Training and validation lie ${short(gap)} apart at the end.`,
    alt: (d: {
      measure: string
      examples: readonly [number, number]
      training: readonly [number, number]
      validation: readonly [number, number]
    }) =>
      `Learning curve of ${d.measure}. From ${short(d.examples[0])} to ${short(d.examples[1])} examples, training ${moves(...d.training)} and validation ${moves(...d.validation)}; they end ${short(Math.abs(d.training[1] - d.validation[1]))} apart.`,
    goal: (name: string, value: number) => `The line "${name}" lies at ${short(value)}.`,
  },
  confusion: {
    title: 'Confusion matrix',
    note: (right: number, all: number) =>
      `${short(right)} of ${short(all)} are right (${percent(right / Math.max(1, all))}). Shares are of each row.`,
    rows: 'True',
    columns: 'Predicted',
    alt: (right: number, all: number, classes: readonly string[]) =>
      `Confusion matrix of ${short(all)} cases, of which ${short(right)} are right. ${classes.join(' ')}`,
    seen: (name: string, right: number, all: number) =>
      all === 0 ? `"${name}" does not occur.` : `Of ${short(all)} "${name}", ${short(right)} are called so.`,
    worst: (truth: string, predicted: string, count: number) =>
      `The most frequent mistake is calling "${truth}" "${predicted}", ${short(count)} times.`,
  },
  importance: {
    title: 'Permutation importance',
    axis: (measure: string) => `Loss in ${measure} when shuffled`,
    note: (left: number) =>
      left === 0
        ? 'Features that say the same share their importance, and each then looks small.'
        : `The ${left} least important features are not shown.`,
    alt: (measure: string, first: readonly string[], all: number) =>
      `Importance of ${all} features by what is lost in ${measure}. The most important are ${listed(first)}.`,
    unsure: (names: readonly string[]) => `The intervals of ${listed(names)} include zero.`,
  },
  alone: {
    title: 'What each column tells by itself',
    axis: (measure: string) => `${measure} of the column alone`,
    note: (left: number) =>
      left === 0
        ? 'One far above all others may know the outcome.'
        : `${left} columns that tell less are not shown.`,
    alt: (measure: string, first: readonly string[], all: number) =>
      `${measure} of ${all} columns, each by itself. The highest are ${listed(first)}.`,
    unsure: (names: readonly string[]) => `The intervals of ${listed(names)} include zero.`,
  },
  dependence: {
    title: (feature: string) => `Partial dependence on ${feature}`,
    mean: 'mean',
    note: 'What the model answers when only this feature is changed; it is no cause.',
    alt: (d: {
      feature: string
      outcome: string
      x: readonly [number, number]
      y: readonly [number, number]
      highest: { x: number; y: number }
      lowest: { x: number; y: number }
    }) =>
      `Partial dependence. While ${d.feature} goes from ${short(d.x[0])} to ${short(d.x[1])}, the mean ${d.outcome} ${moves(...d.y)}; it is highest (${short(d.highest.y)}) at ${short(d.highest.x)} and lowest (${short(d.lowest.y)}) at ${short(d.lowest.x)}.`,
  },
  scores: {
    title: (level: string) => `Marks and the bar for ${level}`,
    axis: 'Mark',
    note: (level: string) => `The line in each row is the bar for ${level}.`,
    none: 'not assessed',
    mark: (mark: number, bar: number) =>
      mark >= bar ? `${short(mark)}` : `${short(mark)}, ${short(bar - mark)} below`,
    alt: (level: string, above: readonly string[], below: readonly string[], none: readonly string[]) =>
      [
        `Marks by stage and the bar for ${level}.`,
        above.length === 0 ? '' : `At or above the bar: ${listed(above)}.`,
        below.length === 0 ? '' : `Below it: ${listed(below)}.`,
        none.length === 0 ? '' : `Not assessed: ${listed(none)}.`,
      ]
        .filter(Boolean)
        .join(' '),
    one: (name: string, mark: number, bar: number) =>
      mark >= bar ? `${name} (${short(mark)})` : `${name} (${short(mark)} of ${short(bar)})`,
  },
  pace: {
    title: 'Pace against plan',
    axis: 'Minutes',
    note: 'The line in each row is the plan.',
    row: (spent: number, planned: number) =>
      tenths(spent) === tenths(planned)
        ? `${short(tenths(spent))}, as planned`
        : `${short(tenths(spent))}, ${short(tenths(Math.abs(tenths(spent) - tenths(planned))))} ${spent > planned ? 'over' : 'under'}`,
    alt: (spent: number, planned: number, over: readonly string[]) =>
      `Pace: ${minutes(tenths(spent))} spent of ${short(tenths(planned))} planned. ${over.length === 0 ? 'No stage took longer than planned.' : `Longer than planned: ${listed(over)}.`}`,
    over: (name: string, by: number) => `${name} by ${minutes(tenths(by))}`,
  },
  history: {
    title: (measure: string) => `${measure} over time`,
    x: 'Day',
    note: (count: number) => `${count} ${count === 1 ? 'interview' : 'interviews'}.`,
    alt: (d: {
      measure: string
      count: number
      at: readonly [number, number]
      value: readonly [number, number]
      best: number
    }) =>
      d.count === 1
        ? `${d.measure} over time: one value, ${short(d.value[0])}, on ${day(d.at[0])}.`
        : `${d.measure} over time: ${d.count} values from ${day(d.at[0])} to ${day(d.at[1])}. It ${moves(...d.value)}; the best is ${short(d.best)}.`,
    bar: (name: string, value: number, reached: number) =>
      `The line "${name}" lies at ${short(value)} and was reached ${reached === 1 ? 'once' : `${reached} times`}.`,
  },
  diagram: {
    title: 'Diagram',
    alt: (boxes: number, arrows: number, hops: readonly string[], left: number) =>
      `Diagram of ${boxes} ${boxes === 1 ? 'box' : 'boxes'} and ${arrows} ${arrows === 1 ? 'arrow' : 'arrows'}: ${hops.join('; ')}${left > 0 ? `; and ${left} more` : ''}.`,
    hop: (from: string, to: string, label: string | undefined) =>
      `${from} to ${to}${label === undefined ? '' : ` (${label})`}`,
  },
}

/** The phrases of pictures in one language. */
export type Phrases = typeof PHRASES

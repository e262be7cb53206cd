/** Which metric fits, from what is known about the decision. */
import { metricsFor, taskOf } from '../numbers/choose/metric.ts'
import {
  type Choice,
  type MetricAdvice,
  type Situation,
  TASKS,
  type Task,
  USES,
} from '../numbers/choose/situation.ts'
import type { Answer, Asked, Tool } from './tool.ts'
import { amountIn, given, pairIn, shareIn, wordIn } from './typed.ts'

/**
 * Arguments: task, use, positives, costs ("12 95": false positive, then false negative; for amounts too high, then too
 * low), capacity (a share with %, or a count), graded (yes or no), outliers (matter or ignore). All may be left out;
 * with none it says what to give.
 */
export const chooseMetric: Tool = async ({ args }) => {
  const known = situationIn(args)
  const task = given(args, 'task', (name, text) => wordIn(name, text, TASKS))
  const found = task ?? taskOf(known)
  if (found === undefined) return ASKS
  const advice = metricsFor({ ...known, task: found })
  return {
    title: 'Which metric',
    text: textOf(advice, found, task === undefined),
    data: { task: found, ...advice },
    pictures: [],
  }
}

const situationIn = (args: Asked['args']): Omit<Situation, 'task'> => {
  const use = given(args, 'use', (name, text) => wordIn(name, text, USES))
  const positives = given(args, 'positives', shareIn)
  const costs = given(args, 'costs', pairIn)
  const capacity = given(args, 'capacity', capacityIn)
  const graded = given(args, 'graded', (name, text) => wordIn(name, text, ['yes', 'no']))
  const outliers = given(args, 'outliers', (name, text) => wordIn(name, text, ['matter', 'ignore']))
  return {
    ...(use === undefined ? {} : { use }),
    ...(positives === undefined ? {} : { positives }),
    ...(costs === undefined ? {} : { costs: { falsePositive: costs[0], falseNegative: costs[1] } }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(graded === undefined ? {} : { graded: graded === 'yes' }),
    ...(outliers === undefined ? {} : { outliers }),
  }
}

/** What has a percent sign or is below 1 is a share, everything else a count. */
const capacityIn = (name: string, text: string): NonNullable<Situation['capacity']> => {
  if (/%|per ?cent/i.test(text) || Number(text) < 1) return { kind: 'share', share: shareIn(name, text) }
  return { kind: 'count', count: amountIn(name, text) }
}

const textOf = (advice: MetricAdvice, task: Task, guessed: boolean): string => {
  const { choose, beside, avoid, derivation, asks } = advice
  const names = choose
    .map(({ metric }) => metric.replace(/ \(.*| with .*|, also .*|, or .*|, on .*/, ''))
    .join(', then ')
  const parts = [
    `Decide by **${names}**.${guessed ? ` I take this for ${NAMES[task]}; say otherwise with task.` : ''}`,
    choose.map(choiceText).join('\n'),
    beside.length === 0 ? '' : `**Watch beside it**\n${beside.map(choiceText).join('\n')}`,
    avoid.length === 0
      ? ''
      : `**Do not decide by**\n${avoid.map(({ metric, why }) => `- ${metric}: ${why}.`).join('\n')}`,
    derivation.length === 0
      ? ''
      : `**Figures that follow**\n${derivation.map((line) => `- ${line}`).join('\n')}`,
    asks.length === 0 ? '' : `**Worth finding out**\n${asks.map((line) => `- ${line}`).join('\n')}`,
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

const choiceText = ({ metric, why, notWhen }: Choice): string =>
  `- **${metric}**: ${why} Not when ${notWhen}.`

const NAMES: Readonly<Record<Task, string>> = {
  classification: 'a yes or no (classification)',
  multiclass: 'one of several classes (multiclass)',
  ranking: 'an order of items (ranking)',
  retrieval: 'a first narrowing down (retrieval)',
  regression: 'an amount (regression)',
  treatment: 'a choice of whom to treat (treatment)',
  generation: 'generated text (generation)',
}

const ASKS: Answer = {
  title: 'Which metric',
  text: [
    'Tell me about the decision, as much as you know:',
    [
      `- task: ${TASKS.join(', ')}`,
      `- use: ${USES.join(', ')} (what is done with the answer)`,
      '- positives: their share, such as 2%',
      '- costs: of a false positive and a false negative, such as "12 95"; for amounts, of too much and too little',
      '- capacity: how many can be acted on or shown, such as 5% or 10',
      '- graded: yes or no (does relevance have grades?)',
      '- outliers: matter or ignore',
    ].join('\n'),
    'For example `choose-metric --positives 2% --costs "12 95"`, or `choose-metric --task ranking --graded yes --capacity 10`.',
  ].join('\n\n'),
  data: { task: null, tasks: TASKS, uses: USES },
  pictures: [],
}

/** Which model to start with, what to try next, and what to turn. */

import { type Change, INPUTS, type Knob, type ModelPlan, type Step } from '../numbers/choose/model/plan.ts'
import { modelFor } from '../numbers/choose/model.ts'
import { numberText } from '../numbers/number-text.ts'
import type { Answer, Tool } from './tool.ts'
import { amountIn, given, wordIn } from './typed.ts'

/** Arguments: input (sequence, image, text or table), rows, latency (milliseconds), reasons (yes or no). Without input it asks. */
export const chooseModel: Tool = async ({ args }) => {
  const input = given(args, 'input', (name, text) => wordIn(name, text, INPUTS))
  if (input === undefined) return ASKS
  const rows = given(args, 'rows', amountIn)
  const latency = given(args, 'latency', (name, text) => amountIn(name, text.replace(/\s*ms$/i, '')))
  const reasons = given(args, 'reasons', (name, text) => wordIn(name, text, ['yes', 'no']))
  const plan = modelFor({
    input,
    ...(rows === undefined ? {} : { rows }),
    ...(latency === undefined ? {} : { latency }),
    ...(reasons === undefined ? {} : { reasons: reasons === 'yes' }),
  })
  return { title: 'Which model', text: textOf(plan), data: { input, ...plan }, pictures: [] }
}

const textOf = ({ baseline, start, next, knobs, remarks, search }: ModelPlan): string =>
  [
    `Start with **${start.model}**, after a baseline: ${baseline.model}.`,
    ...(remarks.length === 0 ? [] : [remarks.map((line) => `- ${line}`).join('\n')]),
    ['**The path**', ...[baseline, start, ...next].map(stepText)].join('\n'),
    ...knobs.map(({ of, list }) =>
      [`**What to turn in ${of}**, the most telling first`, ...list.map(knobText)].join('\n'),
    ),
    ['**How to search**', ...[...search.says, ...search.derivation].map((line) => `- ${line}`)].join('\n'),
  ].join('\n\n')

const stepText = ({ model, why, when }: Step, at: number): string => {
  const sign =
    when === 'always first' ? 'Always first.' : at === 1 ? `Keep it when ${when}.` : `Try it when ${when}.`
  return `${at + 1}. **${model.slice(0, 1).toUpperCase()}${model.slice(1)}**. ${why} ${sign}`
}

const knobText = ({ name, more, scale, from, to, says }: Knob): string => {
  const range = `${numberText(from)} to ${numberText(to)}`
  const effects = (['bias', 'variance', 'time'] as const)
    .filter((effect) => more[effect] !== 'same')
    .map((effect) => `${SIGNS[more[effect]]} ${effect}`)
  const does = effects.length === 0 ? '' : ` More of it: ${effects.join(', ')}.`
  return `- **${name}** (${SCALES[scale]}, ${range}).${does} ${says}`
}

const SIGNS: Readonly<Record<Change, string>> = { less: 'less', same: 'the same', more: 'more' }

const SCALES: Readonly<Record<Knob['scale'], string>> = {
  log: 'log scale',
  linear: 'linear',
  whole: 'whole numbers',
}

const ASKS: Answer = {
  title: 'Which model',
  text: [
    'Tell me what a row is, and what you know besides:',
    [
      `- input: ${INPUTS.join(', ')}`,
      '- rows: how many are labelled, such as 200k',
      '- latency: milliseconds for an answer, such as 50',
      '- reasons: yes or no (has a person to be told why?)',
    ].join('\n'),
    'For example `choose-model --input table --rows 200k --latency 20`, or `choose-model --input sequence`.',
  ].join('\n\n'),
  data: { input: null, inputs: INPUTS },
  pictures: [],
}

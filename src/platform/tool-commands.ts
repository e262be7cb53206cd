/** The commands that compute something on request, outside of any interview. */
import type { Argument, CommandSpec } from './command.ts'

/** Values are text, up to the next option: what they mean, the tool itself knows. */
const options = (...names: readonly string[]): Argument[] =>
  names.map((name) => ({ name, flag: true, rest: true, optional: true }))

/** An option of two amounts. */
const pair = (name: string): Argument[] => options(name).map((one) => ({ ...one, values: 2 }))

const TEXT: Argument = { name: 'text', raw: true, optional: true }

/** One command for each tool, by its name, in the order in which help lists them. */
export const TOOL_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'metrics',
    example: 'metrics --label y --score p',
    args: [
      ...options('label', 'score', 'prediction', 'query', 'weight', 'positive', 'threshold'),
      ...pair('costs'),
      ...options('task', 'k'),
    ],
    takes: 'file',
  },
  {
    name: 'bias-variance',
    example: 'bias-variance --train .02 --validation .11 --human .015',
    args: options('train', 'train-dev', 'validation', 'test', 'human', 'target', 'rows'),
    takes: 'file',
  },
  {
    name: 'data',
    example: 'data --label y --time day',
    args: options('label', 'split', 'time', 'group'),
    takes: 'file',
  },
  { name: 'estimate', example: 'estimate 120M users x 9 / day', args: [TEXT] },
  {
    name: 'choose-metric',
    example: 'choose-metric --positives 2% --costs 12 95',
    args: [
      ...options('task', 'use', 'positives'),
      ...pair('costs'),
      ...options('capacity', 'graded', 'outliers'),
    ],
  },
  {
    name: 'choose-model',
    example: 'choose-model --input table --rows 200k --latency 20',
    args: options('input', 'rows', 'latency', 'reasons'),
  },
  {
    name: 'ab-test',
    example: 'ab-test --baseline 2.4% --effect 2% --daily 200k',
    args: [
      ...options('baseline', 'effect', 'target', 'deviation', 'power', 'alpha', 'arms', 'daily', 'looks'),
      ...options('a', 'b'),
      ...pair('split'),
    ],
  },
  {
    name: 'diagram',
    example: 'diagram --budget 50 app -> api -> ranker [20ms] -> app',
    args: [...options('budget'), TEXT],
    takes: 'file',
  },
].map((spec) => ({ ...spec, group: 'tools', private: true }) as const) as readonly CommandSpec[]

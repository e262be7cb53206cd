/** Where the error lies, from figures side by side or from a learning curve. */
import { BadInput } from '../numbers/bad-input.ts'
import { type Diagnosis, diagnose } from '../numbers/bias-variance/diagnose.ts'
import { readLearningCurve } from '../numbers/bias-variance/learning-curve.ts'
import { numberText } from '../numbers/number-text.ts'
import { curveIn } from './bias-variance/curve.ts'
import { asJson } from './json.ts'
import type { Answer, Asked, Tool } from './tool.ts'
import { amountIn, given, shareIn } from './typed.ts'

/**
 * Arguments: train, train-dev, validation, test, human, target (errors as shares), rows (on which they were measured, the
 * smallest). With a file: a learning curve, in columns of examples, training and validation error.
 */
export const biasVariance: Tool = async (asked) => {
  const [wanted, human] = [given(asked.args, 'target', shareIn), given(asked.args, 'human', shareIn)]
  if (wanted !== undefined && human !== undefined)
    throw new BadInput('Human error and a target are both given.', {
      mend: 'Give the one that is to be reached: --human or --target.',
    })
  const target = wanted ?? human
  return asked.input ? fromCurve(asked, target) : fromErrors(asked, target)
}

const fromErrors = ({ args }: Asked, target: number | undefined): Answer => {
  const [train, validation] = ['train', 'validation'].map((name) => given(args, name, shareIn))
  if (train === undefined || validation === undefined)
    throw new BadInput('Training and validation error are both needed.', {
      mend: 'For example: --train .02 --validation .11 --human .015; or a CSV of a learning curve.',
    })
  const [trainDev, test] = ['train-dev', 'test'].map((name) => given(args, name, shareIn))
  const rows = given(args, 'rows', amountIn)
  const errors = {
    ...{ train, validation },
    ...(trainDev !== undefined && { trainDev }),
    ...(test !== undefined && { test }),
    ...(target !== undefined && { target }),
  }
  const found = diagnose(errors, rows === undefined ? {} : { rows })
  return { title: 'Bias and variance', text: textOf(found), data: asJson({ errors, ...found }), pictures: [] }
}

const MEANS: Readonly<Record<Diagnosis['dominant'], string>> = {
  bias: 'Mostly **bias**: the rows trained on are not answered well enough yet.',
  variance: 'Mostly **variance**: rows trained on are answered well, and others are not.',
  mismatch: 'Mostly a **mismatch of the data**: the source that counts differs from the one trained on.',
  'overfit to validation':
    'Mostly **fitted to the validation rows**: what was chosen by them does not hold on others.',
  unknown:
    '**It cannot be told yet**: without a target, all of the training error may be avoidable, and that is more than any gap.',
  none: 'No gap is worth working on: what there is may be chance, or the target is met.',
}

const textOf = ({ dominant, also, notes, matching, wrong, derivation }: Diagnosis): string => {
  const remedies = matching.map(({ says, because }, n) => `${n + 1}. ${says} Why: ${because}.`)
  return [
    [MEANS[dominant], ...(also === null ? [] : [`Nearly as large: ${also}.`]), ...notes].join(' '),
    derivation.map((line) => `- ${line}`).join('\n'),
    ...(matching.length === 0 ? [] : [['**What helps, the cheapest first**', ...remedies].join('\n')]),
    ...(wrong.length === 0
      ? []
      : [
          ['**What would be wrong**', ...wrong.map(({ says, because }) => `- ${says} Why: ${because}.`)].join(
            '\n',
          ),
        ]),
  ].join('\n\n')
}

const fromCurve = async (asked: Asked, target: number | undefined): Promise<Answer> => {
  const curve = await curveIn(asked)
  const read = readLearningCurve({ ...curve, ...(target !== undefined && { target }) })
  const { moreData, because, rowsForTarget, derivation, fit, ahead, gap, bias } = read
  const far =
    rowsForTarget !== undefined && rowsForTarget !== null && rowsForTarget > FAR * Math.max(...curve.examples)
  const reach =
    rowsForTarget === undefined
      ? []
      : [
          rowsForTarget === null
            ? `More rows alone do not bring ${numberText(target ?? 0)}: the curve levels off at ${numberText(fit.floor)}.`
            : `${numberText(rowsForTarget)} rows would bring ${numberText(target ?? 0)}, if the curve goes on as it does${far ? '; that is far beyond the data, so take it as a guess' : ''}.`,
        ]
  const word = {
    yes: '**Yes**, more rows would help',
    no: '**No**, more rows would not help',
    'cannot tell': '**It cannot be told** whether more rows would help',
  }
  return {
    title: 'Learning curve',
    text: [
      [`${word[moreData]}: ${because}`, ...reach, ...(bias === undefined ? [] : [bias])].join(' '),
      derivation.map((line) => `- ${line}`).join('\n'),
    ].join('\n\n'),
    data: asJson({
      moreData,
      because,
      ahead,
      gap,
      rowsForTarget: rowsForTarget ?? null,
      floor: fit.floor,
      scale: fit.scale,
      rate: fit.rate,
    }),
    pictures: [
      {
        ...{ kind: 'learning-curve', measure: 'error', ...curve },
        ...(target !== undefined && { goal: { name: 'target', value: target } }),
      },
    ],
  }
}

/** So many times the rows of the last point are far beyond the data. */
const FAR = 10

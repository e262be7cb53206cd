/** What a test is to see, and how surely, from arguments as they are typed. */
import { BadInput } from '../../numbers/bad-input.ts'
import type { Asked } from '../tool.ts'
import { amountIn, given, shareIn } from '../typed.ts'

/** A change of a share (both from 0 to 1), or of a mean with the deviation of a row in the same unit; `by` is to - from. */
export type Change =
  | { kind: 'share'; from: number; to: number; by: number }
  | { kind: 'mean'; from: number | undefined; by: number; deviation: number }

/** How surely it is to be seen; `arms` with the control, `looks` at the data with the last. */
export type Wanted = { alpha: number; power: number; arms: number; looks: number; daily?: number }

/** The change asked for. Throws BadInput where something is missing or can be read in two ways. */
export const changeIn = (args: Asked['args']): Change => {
  const deviation = given(args, 'deviation', amountIn)
  return deviation === undefined ? shareChange(args) : meanChange(args, deviation)
}

/** What was asked for, with the usual values for the rest. Throws BadInput for what cannot be. */
export const demandsIn = (args: Asked['args']): Wanted => {
  const daily = given(args, 'daily', amountIn)
  return {
    alpha: given(args, 'alpha', shareIn) ?? 0.05,
    power: given(args, 'power', shareIn) ?? 0.8,
    arms: given(args, 'arms', wholeIn(2, 20)) ?? 2,
    looks: given(args, 'looks', wholeIn(1, 60)) ?? 1,
    ...(daily === undefined ? {} : { daily }),
  }
}

const shareChange = (args: Asked['args']): Change => {
  const from = given(args, 'baseline', shareIn)
  if (from === undefined) throw missing('baseline', 'Give the share as it is now, such as --baseline 2.4%.')
  const effect = given(args, 'effect', (name, text) => shareEffect(name, text, from))
  const to = effect === undefined ? given(args, 'target', shareIn) : from + effect
  if (to === undefined) {
    throw missing(
      'effect',
      'Give the smallest change that would matter: --effect 2% (of the baseline), --effect "0.048 points", or --target 2.448%.',
    )
  }
  if (to > 0 && to < 1) return { kind: 'share', from, to, by: effect ?? to - from }
  throw new BadInput(`The share would go from ${from} to ${to}.`, {
    column: effect === undefined ? 'target' : 'effect',
    value: to,
    mend: 'It has to stay between 0 and 1; look at the unit of the effect.',
  })
}

const meanChange = (args: Asked['args'], deviation: number): Change => {
  const from = given(args, 'baseline', amountIn)
  const target = given(args, 'target', amountIn)
  const effect = given(args, 'effect', (name, text) => meanEffect(name, text, from))
  if (effect !== undefined) return { kind: 'mean', from, by: effect, deviation }
  if (target !== undefined && from !== undefined) return { kind: 'mean', from, by: target - from, deviation }
  throw missing(
    'effect',
    'Give the smallest change that would matter: --effect 0.5 (in the unit of the mean), or with --baseline also --effect 2% or --target.',
  )
}

/** `2%` is a part of the baseline, `0.048 points` is added to its percentage; a bare number may be either. */
const shareEffect = (name: string, text: string, from: number): number => {
  const points = /^([+-]?[\d.]+)\s*(?:points?|pp|percentage points?|%-points?)$/i.exec(text.trim())
  if (points?.[1] !== undefined) return amountIn(name, points[1]) / 100
  const part = /^([+-]?[\d.]+)\s*%$/.exec(text.trim())
  if (part?.[1] !== undefined) return (from * amountIn(name, part[1])) / 100
  throw new BadInput(`The effect "${text.slice(0, 40)}" can be read in two ways.`, {
    column: name,
    value: text,
    mend: 'Write 2% for a part of the baseline, or 0.048 points for what is added to its percentage.',
  })
}

const meanEffect = (name: string, text: string, from: number | undefined): number => {
  const part = /^([+-]?[\d.]+)\s*%$/.exec(text.trim())?.[1]
  if (part === undefined) return amountIn(name, text)
  if (from === undefined)
    throw missing('baseline', 'An effect in per cent needs the mean as it is now, such as --baseline 12.')
  return (from * amountIn(name, part)) / 100
}

const wholeIn =
  (low: number, high: number) =>
  (name: string, text: string): number => {
    const value = amountIn(name, text)
    if (Number.isInteger(value) && value >= low && value <= high) return value
    throw new BadInput(`${name} is ${text.slice(0, 40)}.`, {
      column: name,
      value: text,
      mend: `Give a whole number from ${low} to ${high}.`,
    })
  }

const missing = (column: string, mend: string): BadInput =>
  new BadInput(`There is no ${column}.`, { column, mend })

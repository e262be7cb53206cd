/** Derivations line by line. */
import { numberText } from '../number-text.ts'

/** An expression as one reads it: `120e6 * 9 / 86400` is `120,000,000 × 9 / 86,400`. */
export const expressionText = (expression: string): string =>
  expression
    .replace(/\d+(?:_\d+)*(?:\.\d+)?(?:e[+-]?\d+)?/gi, (number) => plain(Number(number.replaceAll('_', ''))))
    .replace(/\s*\*\s*/g, ' × ')

const plain = (value: number): string => {
  const [whole = '', part] = value
    .toFixed(10)
    .replace(/\.?0+$/, '')
    .split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

/** How a figure stands to the right one: "12,000 reviews is 1.3 times the right one", "1.2 GB is 1/10 of the right one". */
export const sizeText = (stated: string, ratio: number): string => {
  const { by, isPart } = sizeOf(ratio)
  return `${stated} is ${by}${isPart ? ' of' : ' times'} the right one`
}

/** How many times the right figure one is, or which part of it. */
export const sizeOf = (ratio: number): { by: string; isPart: boolean } => {
  if (ratio >= 1) return { by: rounded(ratio), isPart: false }
  const parts = 1 / ratio
  const whole = Math.abs(parts / Math.round(parts) - 1) < 0.02 || parts >= 10
  return { by: whole ? `1/${rounded(Math.round(parts))}` : `${rounded(100 * ratio)} %`, isPart: true }
}

const rounded = (value: number): string => numberText(Number(value.toPrecision(value < 10 ? 2 : 3)))

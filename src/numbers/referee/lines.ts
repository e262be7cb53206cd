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

/** How far off a figure is: "10 times too low". */
export const factorText = (stated: number, expected: number): string => {
  const ratio = stated / expected
  const off = ratio < 1 ? 1 / ratio : ratio
  const times = Number(off.toPrecision(off < 10 ? 2 : 3))
  return `${numberText(times)} times too ${ratio < 1 ? 'low' : 'high'}`
}

/** Derivations line by line, and numbers as one writes them down. */

/** A number with at most four digits that count, thousands set off: 37,500, 0.009259. */
export const numberText = (value: number): string => {
  const size = Math.abs(value)
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return value.toExponential(2)
  const rounded = Number(value.toPrecision(size >= 1000 ? 6 : 4))
  const [whole = '', part] = String(rounded).includes('e')
    ? [rounded.toFixed(10).replace(/0+$/, '')]
    : String(rounded).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

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

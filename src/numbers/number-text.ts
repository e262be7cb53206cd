/** How a number is written down in a derivation. */

/** A number with thousands set off and at most six digits that count. */
export const numberText = (value: number): string => {
  const size = Math.abs(value)
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return value.toExponential(2)
  const [whole = '', part] = Number(value.toPrecision(size >= 1000 ? 6 : 4))
    .toFixed(10)
    .replace(/\.?0+$/, '')
    .split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

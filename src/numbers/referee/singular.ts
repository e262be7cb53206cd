/** Words without their plural. */

/** A word without the ending of its plural. */
export const singular = (word: string): string => {
  const plain = word.replace(/'s$/, '').replace(/'$/, '')
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss)es$/.test(plain)) return plain.slice(0, -2)
  return plain.length > 2 && /(?:[^suai]|[gct]pu)s$/.test(plain) ? plain.slice(0, -1) : plain
}

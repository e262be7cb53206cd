/** A phrase with alternatives, as in `{bigger|deeper} {model|tree}`. */

/** Every phrase that it stands for; one without braces stands for itself. */
export const alternatives = (phrase: string): readonly string[] => {
  const open = phrase.indexOf('{')
  const close = phrase.indexOf('}', open)
  if (open < 0 || close < 0) return [phrase]
  const [before, after] = [phrase.slice(0, open), alternatives(phrase.slice(close + 1))]
  const here = phrase.slice(open + 1, close).split('|')
  return here.flatMap((one) => after.map((rest) => `${before}${one}${rest}`))
}

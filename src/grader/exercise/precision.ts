/** A precision that an answer works out from a confusion matrix. */
import type { Reading } from '../../interview/verdict.ts'
import type { Exercise } from '../../numbers/exercise/exercise.ts'
import type { Said } from './said.ts'

/** What is stated as the precision: right, another value, or nothing. */
export const precisionIn = ({ figures }: Exercise, said: readonly Said[]): Reading => {
  const precision = 100 * (figures.precision ?? 0)
  let out: Reading = 'none'
  for (const { words } of said)
    for (const [at, word] of words.entries()) {
      if (word.text !== 'precision') continue
      const told = words.slice(at + 1, at + 9)
      const end = told.findIndex((one) => !one.number && !FILLS.has(one.text))
      const heard = end < 0 ? told : told.slice(0, end)
      const values = heard.flatMap(({ number, text }) => (number ? [Number(text)] : []))
      if (values.some((value) => Math.abs(value - precision) < Math.max(0.6, precision / 8))) return 'right'
      const stated = heard.some(({ text }) => text === 'percent') && values.length === 1
      if (stated && Math.abs((values[0] ?? 0) - precision) > 2 * precision) out = 'wrong'
    }
  return out
}

const FILLS = new Set(
  'is which only about roughly around just of at a an mere so here then comes to percent would be'.split(' '),
)

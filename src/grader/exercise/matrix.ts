/** What an answer works out from a confusion matrix: its precision, and what always saying no would reach. */
import type { Exercise } from '../../numbers/exercise/exercise.ts'
import { numbersWithin } from './numerals.ts'
import type { Read } from './read.ts'
import type { Said } from './said.ts'

/** Whether what is stated as precision is right, or some other figure shows the matrix; with the sentence it stands in. */
export const matrixIn = ({ figures }: Exercise, said: readonly Said[]): Read => {
  const { precision = 0, baseline = 0 } = figures
  const shown = said.find((one) => showsBaseline(one, baseline) || showsShare(one, precision))
  const readings = said.map((one) => ({ reading: stated(one, 100 * precision), quote: one.text }))
  const right = readings.find(({ reading }) => reading === 'right')
  if (right) return right
  if (readings.some(({ reading }) => reading === 'wrong')) return { reading: 'wrong' }
  return shown ? { reading: 'right', quote: shown.text } : { reading: 'none' }
}

/** What follows the word `precision`. */
const stated = ({ words }: Said, precision: number): Read['reading'] => {
  let out: Read['reading'] = 'none'
  for (const [at, word] of words.entries()) {
    if (word.text !== 'precision') continue
    const told = words.slice(at + 1, at + 9)
    const end = told.findIndex((one) => !one.number && !FILLS.has(one.text))
    const heard = end < 0 ? told : told.slice(0, end)
    const values = heard.flatMap(({ number, text }) => (number ? [Number(text)] : []))
    if (values.some((value) => Math.abs(value - precision) < Math.max(0.6, precision / 8))) return 'right'
    const percent = heard.some(({ text }) => text === 'percent') && values.length === 1
    if (percent && Math.abs((values[0] ?? 0) - precision) > 2 * precision) out = 'wrong'
  }
  return out
}

/** `99.9 %`, where the model itself has less. */
const showsBaseline = ({ words }: Said, baseline: number): boolean =>
  numbersWithin(words).some(({ value }) => value > 99 && Math.abs(value - 100 * baseline) <= 0.06)

/** `1 in 12`, `eleven of twelve`: of what is flagged, the right or the wrong part. */
const showsShare = ({ words }: Said, precision: number): boolean => {
  const all = numbersWithin(words)
  return all.some((part, n) => {
    const whole = all[n + 1]
    const between = words.slice(part.to, whole?.from).map(({ text }) => text)
    if (whole === undefined || whole.value <= part.value || !OF.has(between.join(' '))) return false
    const share = part.value / whole.value
    return Math.abs(share - precision) < precision / 5 || Math.abs(1 - share - precision) < precision / 5
  })
}

const OF = new Set(['in', 'of', 'out of', 'from', 'in every', 'of every', 'out of every'])
const FILLS = new Set(
  'is which only about roughly around just of at a an mere so here then comes to percent would be'.split(' '),
)

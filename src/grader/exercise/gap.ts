/** The gap between errors that matters in a situation. */
import type { Exercise, ExerciseKind } from '../../numbers/exercise/exercise.ts'
import { numbersIn } from './figures.ts'
import type { Said } from './said.ts'

/** The first sentence that names the gap that matters: in points, or by its two ends and them alone. */
export const gapNamed = ({ kind, figures }: Exercise, said: readonly Said[]): string | undefined => {
  const ends = GAPS[kind]
  if (ends === undefined) return undefined
  const [low = 0, high = 0, other = 0] = ends.map((name) => 100 * (figures[name] ?? 0))
  return said.find((one) => {
    const numbers = numbersIn([one])
    const names = (value: number): boolean => numbers.some((number) => Math.abs(number - value) < 0.3)
    const points = numbers.some((number) => Math.abs(number - (high - low)) < 0.6) && !names(other)
    return (
      (points && one.words.some(({ stem }) => POINTS.has(stem))) ||
      (names(low) && names(high) && !names(other))
    )
  })?.text
}

/** The gap that matters in each kind of situation with errors, and the figure that is not part of it. */
const GAPS: Readonly<Partial<Record<ExerciseKind, readonly [low: string, high: string, other: string]>>> = {
  bias: ['human', 'training', 'validation'],
  variance: ['training', 'validation', 'human'],
  mismatch: ['train-dev', 'validation', 'training'],
}

const POINTS = new Set(['point', 'pt', 'gap', 'differ', 'distanc', 'above', 'over', 'wors', 'jump'])

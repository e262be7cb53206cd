/** The gap between errors that matters in a situation. */
import type { Exercise, ExerciseKind } from '../../numbers/exercise/exercise.ts'
import { numbersIn } from './numerals.ts'
import type { Said } from './said.ts'

/** The first sentence that names the gap that matters: in points, or by its two ends and them alone. */
export const gapNamed = (exercise: Exercise, said: readonly Said[]): string | undefined =>
  pointsNamed(exercise, said) ?? endsNamed(exercise, said)

/** The first sentence that names the gap that matters in points, also about. */
export const pointsNamed = (exercise: Exercise, said: readonly Said[]): string | undefined => {
  const ends = endsOf(exercise)
  if (ends === undefined) return undefined
  const [low, high, other] = ends
  return said.find((one) => {
    const most = ABOUT.test(one.text) ? 1.2 : 0.6
    return (
      one.words.some(({ stem }) => POINTS.has(stem)) &&
      names(one, high - low, most) &&
      !names(one, other, 0.3)
    )
  })?.text
}

const endsNamed = (exercise: Exercise, said: readonly Said[]): string | undefined => {
  const ends = endsOf(exercise)
  if (ends === undefined) return undefined
  const [low, high, other] = ends
  return said.find((one) => names(one, low, 0.3) && names(one, high, 0.3) && !names(one, other, 0.3))?.text
}

const names = (one: Said, value: number, most: number): boolean =>
  numbersIn([one]).some((number) => Math.abs(number - value) < most)

const endsOf = ({ kind, figures }: Exercise): readonly [number, number, number] | undefined => {
  const [low, high, other] = GAPS[kind] ?? []
  if (low === undefined || high === undefined || other === undefined) return undefined
  const percent = (name: string): number => 100 * (figures[name] ?? 0)
  return [percent(low), percent(high), percent(other)]
}

/** The gap that matters in each kind of situation with errors, and the figure that is not part of it. */
const GAPS: Readonly<Partial<Record<ExerciseKind, readonly [low: string, high: string, other: string]>>> = {
  bias: ['human', 'training', 'validation'],
  variance: ['training', 'validation', 'human'],
  mismatch: ['train-dev', 'validation', 'training'],
}

const ABOUT = /\b(?:about|around|roughly|almost|nearly|over|some|approximately|more than|ish)\b|~/i
const POINTS = new Set(['point', 'pt', 'gap', 'differ', 'distanc', 'above', 'over', 'wors', 'jump'])

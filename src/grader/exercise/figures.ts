/** Figures of a situation that an answer names, and gaps between them. */
import type { Exercise } from '../../numbers/exercise/exercise.ts'
import { numbersIn } from './numerals.ts'
import type { Said } from './said.ts'

/** How many of the situation's figures and gaps are named, at most three. */
export const figuresNamed = ({ figures }: Exercise, said: readonly Said[]): number => {
  const shares = Object.values(figures).filter((value) => value > 0 && value < 1)
  const gaps = shares.flatMap((one, n) => shares.slice(n + 1).map((other) => Math.abs(one - other)))
  const found = new Set<number>()
  for (const number of numbersIn(said))
    for (const value of [...shares, ...gaps])
      if (near(number, 100 * value) || (number < 1 && near(100 * number, 100 * value))) found.add(value)
  return Math.min(3, found.size)
}

const near = (said: number, meant: number): boolean =>
  Number.isFinite(said) && Math.abs(said - meant) <= Math.max(0.5, meant / 20)

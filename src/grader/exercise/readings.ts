/** From what was heard to what was meant: the diagnosis and the remedy, each right, wrong or not there. */
import type { Exercise } from '../../numbers/exercise/exercise.ts'
import { gapNamed, pointsNamed } from './gap.ts'
import { type Heard, type Listed, rulesFor } from './heard.ts'
import { matrixIn } from './matrix.ts'
import { helped, type Read, read } from './read.ts'
import type { Said } from './said.ts'
import { taken } from './taken.ts'

/** Both readings; tentative where both are no more than guesses, or a guess with a reason has to do. */
export type Readings = { diagnosis: Read; remedy: Read; tentative: boolean }

/** Both readings of an answer, each with the sentence that it rests on. */
export const readingsOf = (exercise: Exercise, said: readonly Said[], heard: readonly Heard[]): Readings => {
  const any: Any = (list, ...stances) =>
    heard.find((one) => one.list === list && stances.includes(one.stance))
  const remedy =
    exercise.kind === 'learning-curve'
      ? taken(exercise, said, any)
      : helped(any('helps', 'said', 'guessed', 'supposed'), any('harms', 'said'))
  const { guesses = false } = rulesFor(exercise)
  const diagnosis = diagnosed(exercise, said, { any, guesses, fits: remedy.reading === 'right' })
  const guessed = diagnosis.reading === 'right' && any('right', 'said') === undefined
  const sure =
    any('helps', 'said', 'supposed') ??
    any('right', 'said') ??
    any('compared', 'said') ??
    any('wrong', 'denied')
  return {
    diagnosis,
    remedy,
    tentative: guessed && any('right', 'guessed') !== undefined && (!guesses || !sure),
  }
}

type Any = (list: Listed, ...stances: readonly Heard['stance'][]) => Heard | undefined

const diagnosed = (
  exercise: Exercise,
  said: readonly Said[],
  { any, guesses, fits }: { any: Any; guesses: boolean; fits: boolean },
): Read => {
  const right = any('right', 'said') ?? (guesses ? any('right', 'guessed', 'supposed') : undefined)
  const wrong = any('wrong', 'said', 'guessed')
  const figure = exercise.kind === 'base-rate' ? matrixIn(exercise, said) : read('none')
  if (figure.reading === 'wrong') return figure
  if (figure.reading === 'right' && right === undefined) return figure
  if (wrong && !(guesses && right)) return read('wrong', wrong)
  if (right) return read('right', right)
  const denied = any('right', 'denied')
  const bare = any('harms', 'said') ? undefined : pointsNamed(exercise, said)
  const seen = denied ? undefined : fits ? compared(exercise, said, any) : bare
  if (seen !== undefined) return { reading: 'right', quote: seen }
  const guess = any('right', 'guessed')
  if (guess && WHY.test(guess.quote)) return read('right', guess)
  return denied && !guesses ? read('wrong', denied) : read('none')
}

/** Without a word for it: the gap that matters is named, the figures are compared, or what is not the case is ruled out. */
const compared = (exercise: Exercise, said: readonly Said[], any: Any): string | undefined =>
  gapNamed(exercise, said) ?? (any('compared', 'said') ?? any('wrong', 'denied'))?.quote

const WHY = /\b(?:because|since|as|due to|given)\b/i

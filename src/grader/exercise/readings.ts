/** From what was heard to what was meant: the diagnosis and the remedy, each right, wrong or not there. */
import type { Exercise } from '../../numbers/exercise/exercise.ts'
import { gapNamed } from './gap.ts'
import { type Heard, type Listed, rulesFor } from './heard.ts'
import { precisionIn } from './precision.ts'
import { helped, type Read, read } from './read.ts'
import type { Said } from './said.ts'
import { taken } from './taken.ts'

/** Both readings of an answer, each with the sentence that it rests on. */
export const readingsOf = (
  exercise: Exercise,
  said: readonly Said[],
  heard: readonly Heard[],
): { diagnosis: Read; remedy: Read } => {
  const { guesses = false } = rulesFor(exercise)
  const any = (list: Listed, ...stances: readonly Heard['stance'][]): Heard | undefined =>
    heard.find((one) => one.list === list && stances.includes(one.stance))
  const right = any('right', 'said') ?? (guesses ? any('right', 'guessed', 'supposed') : undefined)
  const wrong = any('wrong', 'said', 'guessed')
  const remedy =
    exercise.kind === 'learning-curve'
      ? taken(exercise, said, any)
      : helped(any('helps', 'said', 'guessed', 'supposed'), any('harms', 'said'))
  const figure = exercise.kind === 'base-rate' ? precisionIn(exercise, said) : 'none'
  if (figure === 'wrong') return { diagnosis: { reading: 'wrong' }, remedy }
  const [first] = said
  if (figure === 'right' && right === undefined && first)
    return { diagnosis: { reading: 'right', quote: sentenceOf(said, 'precision') ?? first.text }, remedy }
  if (wrong && !(guesses && right)) return { diagnosis: read('wrong', wrong), remedy }
  if (right) return { diagnosis: read('right', right), remedy }
  const gap = remedy.reading === 'right' ? gapNamed(exercise, said) : undefined
  const denied = any('right', 'denied')
  if (gap !== undefined && !denied) return { diagnosis: { reading: 'right', quote: gap }, remedy }
  return { diagnosis: denied && !guesses ? read('wrong', denied) : read('none'), remedy }
}

const sentenceOf = (said: readonly Said[], word: string): string | undefined =>
  said.find(({ words }) => words.some(({ text }) => text === word))?.text

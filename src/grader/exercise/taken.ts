/** Whether more rows, where they are offered, are taken. */
import type { Exercise } from '../../numbers/exercise/exercise.ts'
import type { Heard, Listed } from './heard.ts'
import { helped, type Read } from './read.ts'
import type { Said } from './said.ts'

/** Whether the rows that are offered are taken: by a plain word, or by what is said of them. */
export const taken = (
  { figures }: Exercise,
  said: readonly Said[],
  any: (list: Listed, ...stances: readonly Heard['stance'][]) => Heard | undefined,
): Read => {
  const helps = figures.helps === 1
  const [first] = said
  const quote = first === undefined ? {} : { quote: first.text }
  const answer =
    first === undefined ? undefined : YES.test(first.text) ? true : NO.test(first.text) ? false : undefined
  const takes: Listed = helps ? 'helps' : 'harms'
  const declines = any(takes, 'denied')
  const accepts = any(takes, 'said', 'guessed')
  if (answer !== undefined && answer !== helps) return { reading: 'wrong', ...quote }
  if (answer === helps) return { reading: 'right', ...quote }
  if (helps) return helped(accepts, declines ?? any('harms', 'said'))
  return helped(declines ?? any('helps', 'said'), accepts)
}

const YES = /^(?:yes|yep|yeah|yup|sure|absolutely|definitely|certainly|of course|ok|okay)\b/i
const NO = /^(?:no|nope|nah|not really|i would not|i wouldn'?t|i'd not|definitely not)\b/i

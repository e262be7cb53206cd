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

/** What an answer may begin with before it comes to its point. */
const OPENS = `^(?:(?:hm+|well|so|ok so|honestly|personally|i think|i['’]?d say|i would say|my answer is)[,:]? )*`
/** What is taken is not something else. */
const NOT_ELSE = '(?! (?:an?|another|some|fewer|my|more (?:features|capacity))\\b)'
const YES = new RegExp(
  String.raw`${OPENS}(?:yes|yep|yeah|yup|sure|absolutely|definitely|certainly|of course|ok|okay|(?:i['’]?d |i would )?go for it)\b|${OPENS}(?:(?:i['’]?d|i would|i['’]ll|i will) (?:gladly |happily |probably )?(?:take|buy|accept|pay|say yes|do it)\b${NOT_ELSE}|i (?:take|buy|accept|pay)\b${NOT_ELSE})`,
  'i',
)
const NO = new RegExp(
  String.raw`${OPENS}(?:no|nope|nah|i do not think so|i don['’]?t think so|not really|not worth|(?:i['’]?d|i would|i['’]ll|i will) (?:pass|not|decline|say no|refuse|skip)|i (?:would|will) not|i (?:wouldn|won)['’]?t|(?:would|will) not|(?:wouldn|won)['’]?t|(?:i['’]?d|i would) rather not|rather not|definitely not|do not|don['’]?t)\b`,
  'i',
)

/** Which words of a text are asked rather than said; told by how a question begins, so that a lost `?` moves nothing. */
import type { Word } from '../flow/words.ts'
import { reasoned } from './argument.ts'
import { wordSet } from './word-set.ts'

const WH = wordSet('what whats how hows who why')
const BE = wordSet('is are was were have has am')
const DO = wordSet('do does did can could should would will shall may')
const ABOUT = wordSet('about many much often long fast big large fresh old quickly happens')
const SUBJECTS = wordSet('i we you they it there the this that these those our your')
const THERE = wordSet('there we you they it')
const INDEFINITE = wordSet('a an its their each every')
const LENGTH = 14
/** Words after `how many` among which a clause that is no question has its subject. */
const SUBJECT_FIRST = 3
const SETTING = wordSet('about happens')

/** What a question word that hangs on a verb or preposition follows: `it depends on how old`, `nobody cares how old`. */
const HANGING = wordSet(
  'of on in by from for with to at into over cares care depends depend decides decide shows show sees see says say tells matters matter measures measure tracks track logs log counts count estimates estimate learns learn controls control limits limit determines determine knows check checks find found regardless',
)

/** Marks, word by word, what follows the opening of a question to which no reasoning of the candidate's own follows. */
export const asked = (text: readonly Word[]): boolean[] => {
  const out = text.map(() => false)
  for (let i = 0; i < text.length; i += 1) {
    if (!opens(text, i)) continue
    const to = Math.min(text.length, i + LENGTH)
    if (!reasoned(text, { from: i + 2, to: i + LENGTH + 6 })) out.fill(true, i + 1, to)
  }
  return out
}

const opens = (text: readonly Word[], i: number): boolean => {
  const last = text[i - 1]?.text ?? ''
  const word = text[i]?.text ?? ''
  const next = text[i + 1]?.text ?? ''
  const then = text[i + 2]?.text ?? ''
  if (next === '') return false
  if (WH.has(word)) {
    if (BE.has(next) || DO.has(next)) return SUBJECTS.has(then)
    return ABOUT.has(next) && !subordinate(text, i)
  }
  if (REQUESTS.has(word)) return requests(last, word, next, then)
  if (SUBJECTS.has(last) || DO.has(last) || NEITHER.has(last)) return false
  return BE.has(word) ? THERE.has(next) : DO.has(word) && SUBJECTS.has(next)
}

const NEITHER = wordSet('nor neither')

/** `How old an ad is` has its subject first, `how old is an ad` its verb; and a question stands on its own. */
const subordinate = (text: readonly Word[], i: number): boolean => {
  if (HANGING.has(text[i - 1]?.text ?? '')) return true
  if (SETTING.has(text[i + 1]?.text ?? '')) return false
  const after = text.slice(i + 2, i + 2 + SUBJECT_FIRST).map((word) => word.text)
  const subject = after.findIndex((word) => SUBJECTS.has(word) || INDEFINITE.has(word))
  return subject >= 0 && !after.slice(0, subject).some((word) => BE.has(word) || DO.has(word))
}

const REQUESTS = wordSet('tell know ask wonder wondering clarify')
const ASKED_FOR = wordSet('me what how if whether about')
const CONDITIONS = wordSet('if when whether where')
const WISHES = wordSet('to you')

/** `Tell me how`, `I want to know what`; but neither `tell me if you want more` nor `we know how`. */
const requests = (last: string, word: string, next: string, then: string): boolean => {
  if (!ASKED_FOR.has(next)) return false
  if (word === 'tell') return next === 'me' ? !CONDITIONS.has(then) : WISHES.has(last)
  return word === 'know' ? WISHES.has(last) : true
}

/** Which words of a text are asked rather than said; told by how a question begins, so that a lost `?` moves nothing. */
import type { Word } from '../flow/words.ts'
import { reasoned } from './argument.ts'

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const WH = set('what whats how hows who why')
const BE = set('is are was were have has am')
const DO = set('do does did can could should would will shall may')
const ABOUT = set('about many much often long fast big large fresh old quickly happens')
const SUBJECTS = set('i we you they it there the this that these those our your')
const THERE = set('there we you they it')
const REQUEST = set('tell know ask wonder wondering clarify')
const ASKED_FOR = set('me what how if whether about')
const LENGTH = 14

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
  const [last, word, next, then] = [text[i - 1], text[i], text[i + 1], text[i + 2]].map(
    (near) => near?.text ?? '',
  )
  if (word === undefined || next === undefined) return false
  if (WH.has(word)) return ABOUT.has(next) || ((BE.has(next) || DO.has(next)) && SUBJECTS.has(then ?? ''))
  if (REQUEST.has(word)) return ASKED_FOR.has(next)
  if (SUBJECTS.has(last ?? '')) return false
  return BE.has(word) ? THERE.has(next) : DO.has(word) && SUBJECTS.has(next)
}

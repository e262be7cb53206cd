/** A turn is short and asks one thing. */
import { words } from '../../flow/words.ts'
import { length } from '../wording.ts'
import type { Check } from './draft.ts'

/** Words that a turn may have. */
export const MOST = 60

/** At most 60 words and one question; an opening is as long as the problem makes it. */
export const brevity: Check = ({ say }, { purpose }) => {
  const count = SPACELESS.test(say) ? words(say).length : length(say)
  if (count === 0) return 'it says nothing'
  if (purpose === 'turn' && count > MOST) return `it has ${count} words; at most ${MOST} are wanted`
  const asks = say.match(/[?？؟]/g)?.length ?? 0
  return asks > 1 ? `it asks ${asks} questions at once; keep one` : undefined
}

/** Scripts that put no space between words. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** What tells an argument from a mere naming: reasons, figures, and the small words that a list of keywords lacks. */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import type { Span } from '../flow/phrase.ts'
import type { Word } from '../flow/words.ts'

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const REASONS = set(
  'because since therefore hence thus thereby otherwise whereas consequently unless means implies ensures prevents avoids lets allows forces reduces hurts breaks causes makes justifies tradeoff tradeoffs bc reason reasons worse cheaper costs outweighs while although',
)
const PAIRS = set(
  'in+order so+that such+that which+means that+means this+means instead+of rather+than due+to leads+to lead+to a+result the+cost to+avoid to+prevent to+keep to+reduce to+stop to+make compared+to compared+with trade+off trade+offs better+than more+than less+than only+if only+when even+if for+example would+be if+not as+long',
)
const THEN = set('then would will we i id otherwise is are it')

/** Whether the words between show reasoning: a reason, a purpose, a consequence, a condition, an alternative turned down. */
export const reasoned = (text: readonly Word[], { from, to }: Span): boolean => {
  for (let i = Math.max(0, from); i < Math.min(text.length, to); i += 1) {
    const word = text[i]?.text ?? ''
    const next = text[i + 1]?.text ?? ''
    if (REASONS.has(word) || PAIRS.has(`${word}+${next}`)) return true
    if (word === 'so' && !SO_NOT.has(next)) return true
    if (word === 'if' && text.slice(i + 2, i + 15).some((later) => THEN.has(later.text))) return true
    if (word === 'would' && !PERSONS.has(text[i - 1]?.text ?? '')) return true
  }
  return false
}

const SO_NOT = set('far much many on called')
const PERSONS = set('i we you they')
const UNITS =
  /^(?:percent|ms|second|minut|hour|dai|day|week|month|year|million|thousand|billion|user|item|request|row|euro|dollar|pound|gb|mb|tb|byte|time|point|exampl|label|class|featur|dimens|x|qp|rp|querie|queri|event|order|case|search)$/
const NUMERALS = set(
  'two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half third quarter tenth dozen',
)

/** Whether a figure with a unit, or one large enough to be a quantity, stands between and is not an echo. */
export const figure = (text: readonly Word[], { from, to }: Span, echo: readonly boolean[]): boolean => {
  for (let i = Math.max(0, from); i < Math.min(text.length, to); i += 1) {
    const word = text[i]
    if (word === undefined || echo[i]) continue
    const unit = UNITS.test(text[i + 1]?.stem ?? '') || UNITS.test(text[i + 2]?.stem ?? '')
    if (word.number && (unit || /[.,]/.test(word.text) || Number(word.text) >= 10)) return true
    if (NUMERALS.has(word.text) && unit) return true
  }
  return false
}

const AROUND = 12
const PROSE = 0.17
const CHAIN = 4
const LINKS = set('and or plus also then because bc since so therefore thus hence')

/** Whether the passage is a string of terms: nearly without the small words that sentences, even terse ones, have. */
export const listed = (text: readonly Word[], { from, to }: Span): boolean => {
  const near = text.slice(Math.max(0, from - AROUND), to + AROUND).filter((word) => !word.number)
  const plain = near.filter((word) => !LINKS.has(word.text))
  const small = plain.filter((word) => FUNCTION_WORDS.has(word.text)).length
  if (plain.length < 4 || small / plain.length < PROSE) return true
  const links = near.length - plain.length
  return (
    links >= CHAIN && links / near.length > 0.15 && !reasoned(text, { from: from - AROUND, to: to + AROUND })
  )
}

/** Results that measure something else than the arithmetic beside them, so that one says nothing of the other. */

import type { Expression } from './expression.ts'
import type { Figure } from './figure.ts'
import type { Token } from './token.ts'

/** Results of another kind than what was reckoned with: gigabytes that give machines, a share of something else. */
export const isStrange = (tokens: readonly Token[], left: Expression, { unit, next }: Figure): boolean => {
  if (/^\d/.test(unit.per ?? '') || isOutOf(tokens, next)) return true
  const special = left.heads.filter(isSpecial)
  // Points of a share are no ratio; rows take time by a figure that is not written; "60 B" may be bytes.
  if (unit.head === 'points' && (left.divides || !left.heads.includes('share'))) return true
  if (unit.head === 'time' && !left.rates && special.length === 0) return left.heads.includes('count')
  if (unit.head === 'bytes' && tokens.slice(left.from, left.next).some(({ raw }) => raw === 'B')) return true
  const cancels = left.rates && special.every((head) => head === 'time')
  if (unit.head === 'count' && unit.nouns.length > 0 && special.length > 0 && !left.divides && !cancels)
    return true
  if (isSpecial(unit.head) && special.length > 0 && !special.includes(unit.head) && !left.divides) return true
  if (unit.head === 'share' && tokens[next]?.text === 'of' && !left.divides) return true
  return (
    unit.head === 'share' &&
    !left.divides &&
    !left.heads.includes('share') &&
    left.inputs.every((n) => n >= 1)
  )
}

const isSpecial = (head: string): boolean => /^(?:bytes|bits|time|money)$/.test(head)

/** "1 in a hundred", "3 out of 12", "1:4". */
const isOutOf = (tokens: readonly Token[], next: number): boolean => {
  const text = tokens[next]?.text ?? ''
  if (text === ':') return tokens[next]?.glued === true && tokens[next + 1]?.kind === 'number'
  return (
    /^(?:in|out)$/.test(text) &&
    [1, 2].some(
      (n) =>
        tokens[next + n]?.kind === 'number' || /^(?:hundred|thousand)$/.test(tokens[next + n]?.text ?? ''),
    )
  )
}

/** Stretches of words that lie within no other. */
import type { Span } from '../../flow/phrase.ts'

/**
 * The stretches, as `from to`, that lie within no longer one: what does is part of what that one says, as `weight decay`
 * in `less weight decay`.
 */
export const outermost = (spans: readonly Span[]): ReadonlySet<string> => {
  const out = new Set<string>()
  let far = 0
  let last: Span = { from: -1, to: -1 }
  for (const span of spans.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const same = span.from === last.from && span.to === last.to
    if (span.to > far || same) out.add(`${span.from} ${span.to}`)
    if (span.to > far) last = span
    far = Math.max(far, span.to)
  }
  return out
}

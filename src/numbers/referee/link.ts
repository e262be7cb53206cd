/** What joins an expression to its result: "=", "is about", "so we get". */
import type { Token } from './token.ts'

/**
 * `strong` says that the two are equal, rather than that one follows, `leaves` that the result is only what is left of
 * something; `next` is the token of the result.
 */
export type Link = { strong: boolean; hedged: boolean; arrow: boolean; leaves: boolean; next: number }

const STRONG =
  /^(?:=|≈|~|equals|equal|is|are|gives|give|makes|make|yields|comes|that's|thats|it's|get|gets|got|works|sind|ist|ergibt|ergeben|macht|machen|gibt)$/
const LEAVES = /^(?:leave|leaves|lässt|lassen)$/
const WEAK = /^(?:→|so|,|i\.e|ie|i|e|or|then|:|means|hence|\.|and|also|sprich|dann|und)$/
const FILLERS =
  /^(?:me|us|we|it|to|out|at|a|an|in|total|the|this|that|which|have|be|would|will|up|as|on|just|only|good|well|bit|exactly|over|under|even|already|\$|€|£|about|around|roughly|approx|approximately|circa|ca|nearly|almost|some|day|result|all|of|'d|etwa|ungefähr|rund|knapp|das|insgesamt|dann|uns|zusammen|immer|noch)$/
const HEDGING =
  /^(?:≈|~|about|around|roughly|approx|approximately|circa|ca|nearly|almost|some|etwa|ungefähr|rund|knapp)$/
const MOST_BETWEEN = 8

type Reading = Omit<Link, 'next'> & { weak: boolean; other: number }

/** The link that begins at a token, if it leads to a number within a few words. */
export const linkAt = (tokens: readonly Token[], from: number): Link | undefined => {
  const link: Reading = { strong: false, weak: false, hedged: false, arrow: false, leaves: false, other: 0 }
  for (let at = from; at < from + MOST_BETWEEN; at += 1) {
    const { strong, weak, hedged, arrow, leaves, other } = link
    if (tokens[at]?.kind === 'number')
      return strong || weak ? { strong: strong && other === 0, hedged, arrow, leaves, next: at } : undefined
    if (!reads(tokens, at, link) || ends(tokens, at)) return undefined
  }
  return undefined
}

/** Takes a token into the link; false where it cannot be part of one. */
const reads = (tokens: readonly Token[], at: number, link: Reading): boolean => {
  const token = tokens[at]
  if (token === undefined) return false
  link.arrow ||= token.text === '→'
  link.hedged ||= HEDGING.test(token.text)
  link.leaves ||= LEAVES.test(token.text)
  if (STRONG.test(token.text) || link.leaves) link.strong = true
  else if (WEAK.test(token.text)) link.weak = true
  else if (!fills(tokens, at)) {
    if (token.kind !== 'word' || token.text === 'not' || !link.weak || link.other > 0) return false
    link.other += 1
  }
  return true
}

/** Words that say nothing by themselves; a new line only before "=". */
const fills = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'line' ? tokens[at + 1]?.text === '=' : FILLERS.test(tokens[at]?.text ?? '')

const ends = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '.' && !/^(?:i|e)$/.test(tokens[at - 1]?.text ?? '')

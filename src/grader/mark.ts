/** From how a criterion was spoken of to what that earns. */
import type { Criterion } from '../flow/flow.ts'
import type { Mark } from '../interview/verdict.ts'
import type { Passage } from './passage.ts'
import { density, strength } from './strength.ts'

/** `argued` is how strongly what earns it is argued. */
export type Marked = { mark: Mark; reason: string; argued: number }

/** How much was found: all that makes the criterion whole, a part of it, or only its subject in other words. */
type Found = 'whole' | 'part' | 'subject'

/** The strength from which the whole is clear; fitted, as those below, like the weights of `strength`. */
const CLEAR = 1.6
/** The strength from which each is a partial: what is said amid nothing but vague talk is touched on in passing. */
const PARTIAL: Readonly<Record<Found, number>> = { whole: -0.3, part: 0.35, subject: 1.6 }
/** So many words of the problem stand among sixty in whatever is about it; small talk, which may hit on a phrase, has fewer. */
const OWN: Readonly<Record<Found, number>> = { whole: 3, part: 8, subject: 8 }
/** Phrases of everyday talk are about the problem among so many of its words that are none of everyday talk themselves. */
const TELLING = 8
/** What a question is spared where asking is how the criterion is met. */
const ASKING = 0.4

/** What a passage earns for its criterion; `known` says whether the problem's own words are known. */
export const marked = (passage: Passage, criterion: Criterion, known: boolean): Marked => {
  const { counts, among, asking } = passage
  const argued = strength(counts, among, known) + (asking ? ASKING : 0)
  return { ...earned(passage, criterion, known, argued), argued }
}

const earned = (
  { ideas, needed, everyday, listed, counts, among }: Passage,
  { signals }: Criterion,
  known: boolean,
  argued: number,
): Pick<Marked, 'mark' | 'reason'> => {
  if (everyday && (listed || (known && density(counts.telling, among) < TELLING)))
    return { mark: 0, reason: 'About something else.' }
  if (listed) return { mark: 1, reason: 'Named in a list of terms, without a reason.' }
  const found = ideas >= needed && !everyday ? 'whole' : ideas > 0 ? 'part' : 'subject'
  if (known && density(counts.own, among) < OWN[found]) return { mark: 0, reason: 'About something else.' }
  if (argued < PARTIAL[found]) return { mark: 0, reason: 'Touched on in passing.' }
  if (found !== 'whole') return { mark: 1, reason: REASONS[found] }
  if (argued < CLEAR) return { mark: 1, reason: 'Named without much of a reason.' }
  if (signals?.number === true && counts.figure === 0) return { mark: 1, reason: 'Said without a figure.' }
  return { mark: 2, reason: 'Said and argued.' }
}

const REASONS: Readonly<Record<Exclude<Found, 'whole'>, string>> = {
  part: 'Part of it was said.',
  subject: 'Its subject is reasoned about in other words.',
}

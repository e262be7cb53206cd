/** The words of an utterance that speak of a criterion, and how they speak of it. */
import type { Signals } from '../flow/flow.ts'
import { partsOf, type Span } from '../flow/phrase.ts'
import type { Counts } from './argument.ts'
import { listed, reasoned } from './argument.ts'
import { denied } from './negation.ts'
import type { Hit, Reading } from './reading.ts'

export type Passage = Span & {
  /** How many ideas of the criterion it shows, and how many make it whole; none where only its subject is spoken of. */
  ideas: number
  needed: number
  /** Whether all that shows them is said in words that could be of anything. */
  everyday: boolean
  listed: boolean
  /** Whether asking is how this criterion is met, and it asks. */
  asking: boolean
  /** What argues around it, and among how many words. */
  counts: Counts
  among: number
}

/** How many words before and after the ideas are read for what argues them. */
const BEFORE = 25
const AFTER = 40

/** A criterion among those judged, and the ways to meet it: its own signals, then those of the problem's points. */
export type Sought = {
  n: number
  ways: readonly Signals[]
  asks: boolean
  /** The stage that asks for it, where that is known. */
  home?: string | undefined
}

/** The stretch of an utterance that shows most of a criterion, by whichever way; null where nothing speaks of it. */
export const passage = (sought: Sought, read: Reading, before: Reading | undefined): Passage | null => {
  const found = sought.ways.flatMap((signals, way) => by(sought, { signals, way }, read, before) ?? [])
  const [best] = found.sort((a, b) => b.ideas / b.needed - a.ideas / a.needed)
  if (isElsewhere(sought, read) && !(best && isCompact(best)) && read.topical(sought.n) === null) return null
  return best ?? inOtherWords(sought, read)
}

const COMPACT = 25

/** Whole, and within a sentence or two. */
const isCompact = ({ ideas, needed, everyday, from, to }: Passage): boolean =>
  ideas >= needed && !everyday && to - from <= COMPACT

/** Said in another stage, so that words of a general kind, a cost or a consequence, are about something else. */
export const isElsewhere = ({ home }: Pick<Sought, 'home'>, { said }: Reading): boolean =>
  home !== undefined && said[0]?.answer.stage !== home

type Way = { signals: Signals; way: number }

const needs = ({ ideas, clear }: Signals): number => Math.min(clear ?? ideas.length, ideas.length)

const by = (
  { n, asks }: Sought,
  { signals, way }: Way,
  read: Reading,
  before: Reading | undefined,
): Passage | null => {
  const usable = read.hits.get(n)?.filter((hit) => hit.way === way && (asks || !hit.asked)) ?? []
  const whole = tightest(usable.sort((a, b) => a.from - b.from))
  if (whole === null) return null
  const earlier = (before?.hits.get(n) ?? []).filter(
    (hit) => hit.way === way && !hit.asked && before && !listed(before.said, hit),
  )
  const said = new Set(earlier.map((hit) => hit.idea))
  const fresh = usable.filter((hit) => !said.has(hit.idea))
  return {
    ...around(read, whole),
    ideas: said.size + (tightest(fresh, Number.POSITIVE_INFINITY)?.ideas ?? 0),
    needed: needs(signals),
    everyday: usable.every((hit) => hit.everyday),
    listed: listed(read.said, whole),
    asking: asks && whole.asked,
  }
}

const around = (
  { said, argued }: Reading,
  { from, to }: Span,
): Pick<Passage, 'from' | 'to' | 'counts' | 'among'> => {
  const wide = { from: Math.max(0, from - BEFORE), to: Math.min(said.length, to + AFTER) }
  return { from, to, counts: argued(wide), among: wide.to - wide.from }
}

/** A subject spoken of with a reason or a figure although none of the phrases is used. */
const inOtherWords = ({ n, ways }: Sought, read: Reading): Passage | null => {
  const { said } = read
  const [signals] = ways
  // What warns of a criterion speaks of its subject too, the wrong way round.
  const span = read.warnings.has(n) ? null : read.topical(n)
  if (span === null || signals === undefined || listed(said, span) || denied(said, span)) return null
  const near = { from: span.from - 8, to: span.to + 12 }
  if (!reasoned(said, near) && read.argued(near).figure === 0) return null
  return {
    ...around(read, span),
    ideas: 0,
    needed: needs(signals),
    everyday: false,
    listed: false,
    asking: false,
  }
}

const REACH = 60

/** The shortest run of hits that shows the most ideas, each by words of its own, within some sixty words. */
const tightest = (hits: readonly Hit[], reach = REACH): (Hit & { ideas: number }) | null => {
  let best: (Hit & { ideas: number }) | null = null
  hits.forEach((first, i) => {
    const shown = [first]
    let to = first.to
    const keep = (): void => {
      if (
        best === null ||
        shown.length > best.ideas ||
        (shown.length === best.ideas && to - first.from < best.to - best.from)
      )
        best = { ...first, to, ideas: shown.length }
    }
    keep()
    for (const next of hits.slice(i + 1)) {
      if (next.from - first.from > reach) break
      if (shown.some((one) => one.idea === next.idea || meet(one, next))) continue
      shown.push(next)
      to = Math.max(to, next.to)
      keep()
    }
  })
  return best
}

/** Whether the words of one hit are among those of the other: one word is no evidence of two ideas. */
const meet = (one: Hit, other: Hit): boolean => isWithin(one, other) || isWithin(other, one)

const isWithin = (one: Hit, other: Hit): boolean =>
  partsOf(one).every((a) => partsOf(other).some((b) => b.from <= a.from && a.to <= b.to))

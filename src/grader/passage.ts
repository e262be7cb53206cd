/** The words of an utterance that speak of a criterion, and what they earn. */
import type { Span } from '../flow/phrase.ts'
import type { Mark } from '../interview/verdict.ts'
import { figure, listed, reasoned } from './argument.ts'
import { denied } from './negation.ts'
import type { Hit, Reading } from './reading.ts'
import type { Rules } from './rules.ts'

export type Passage = { from: number; to: number; mark: Mark; reason: string; listed: boolean }

/** The stretch of an utterance with the most ideas of a criterion, and what it earns. */
export const passage = (
  n: number,
  made: Rules,
  read: Reading,
  before: Reading | undefined,
): Passage | null => {
  const signals = made.criteria[n]?.signals
  if (signals === undefined) return null
  const asking = made.asks[n] === true
  const usable = read.hits
    .get(n)
    ?.filter((hit) => asking || !hit.asked)
    .sort((a, b) => a.from - b.from)
  const whole = usable === undefined ? null : tightest(usable)
  if (usable === undefined || whole === null) return inOtherWords(n, read)
  const needed = Math.min(signals.clear ?? signals.ideas.length, signals.ideas.length)
  const earlier = (before?.hits.get(n) ?? []).filter(
    (hit) => !hit.asked && before && !listed(before.said, hit),
  )
  const ideas = new Set([...usable, ...earlier].map((hit) => hit.idea)).size
  const around = { from: whole.from - 15, to: whole.to + 22 }
  const counted = figure(read.said, around, read.echo)
  const argued = reasoned(read.said, around) || counted || (asking && whole.asked) || ideas >= 3
  const enough = ideas >= needed || (ideas + 1 >= needed && near(spoken(n, read), around))
  if (listed(read.said, whole))
    return { ...whole, mark: 1, listed: true, reason: 'Named in a list of terms, without a reason.' }
  if (enough && argued && (counted || !signals.number)) {
    return {
      ...whole,
      mark: 2,
      listed: false,
      reason: `Named and argued: ${ideas} of ${signals.ideas.length} ideas.`,
    }
  }
  return { ...whole, mark: 1, listed: false, reason: lacking(!enough, argued) }
}

/** A subject spoken of with a reason or a figure earns a partial even where none of the phrases is used. */
const inOtherWords = (n: number, read: Reading): Passage | null => {
  const { said, echo } = read
  const span = spoken(n, read)
  if (span === null || listed(said, span) || denied(said, span)) return null
  const around = { from: span.from - 8, to: span.to + 12 }
  if (!reasoned(said, around) && !figure(said, around, echo)) return null
  return { ...span, mark: 1, listed: false, reason: 'Its subject is reasoned about in other words.' }
}

/** What warns of a criterion speaks of its subject too, the wrong way round. */
const spoken = (n: number, read: Reading): Span | null => (read.warnings.has(n) ? null : read.topical(n))

const near = (span: Span | null, around: Span): boolean =>
  span !== null && span.from < around.to && span.to > around.from

const lacking = (ideas: boolean, argued: boolean): string => {
  if (ideas) return 'Part of it was said.'
  return argued ? 'Said without a figure.' : 'Named without a reason.'
}

const REACH = 60

/** The shortest run of hits that shows the most ideas within some sixty words. */
const tightest = (hits: readonly Hit[]): (Hit & { ideas: number }) | null => {
  let best: (Hit & { ideas: number }) | null = null
  hits.forEach((first, i) => {
    const ideas = new Set([first.idea])
    let to = first.to
    const keep = (): void => {
      if (
        best === null ||
        ideas.size > best.ideas ||
        (ideas.size === best.ideas && to - first.from < best.to - best.from)
      )
        best = { ...first, to, ideas: ideas.size }
    }
    keep()
    for (const next of hits.slice(i + 1)) {
      if (next.from - first.from > REACH) break
      if (ideas.has(next.idea)) continue
      ideas.add(next.idea)
      to = Math.max(to, next.to)
      keep()
    }
  })
  return best
}

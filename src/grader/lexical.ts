/**
 * The grader that needs no model: it looks for the ideas of each criterion in what the candidate said, and for the
 * reasons around them. An idea named earns a partial; ideas argued, with a figure where one is asked for, are clear.
 */

import type { Span } from '../flow/phrase.ts'
import type { Flagged, Judgement, Mark, Verdict } from '../interview/verdict.ts'
import { figure, listed, reasoned } from './argument.ts'
import type { Case, Grader } from './grader.ts'
import { foreign } from './language.ts'
import { denied } from './negation.ts'
import { quote } from './quote.ts'
import { type Hit, heard, type Reading, reading, utterances } from './reading.ts'
import { type Rules, rules } from './rules.ts'

const BY = 'lexical 1.0.0'

/** A grader that only computes; equal input gives an equal judgement, and case or punctuation move nothing. */
export const lexicalGrader = (): Grader => ({ by: BY, local: true, judge: async (task) => judged(task) })

const judged = ({ criteria, answers, given }: Case): Judgement => {
  const messages = answers.map(heard).filter((said) => said.length > 0)
  const known = messages.filter((said) => !foreign(said))
  if (messages.length > 0 && known.length === 0) {
    const reason = 'Not assessed: the answer is not in English.'
    return { verdicts: criteria.map(({ id }) => miss(id, reason)), flags: [], by: BY, assessed: false }
  }
  const made = rules(criteria)
  const readings = utterances(known).map((said) => reading(said, given, made))
  const flags: Flagged[] = []
  const found = criteria.map((_, n) => verdict(n, made, readings, flags))
  return { verdicts: limited(found), flags, by: BY, assessed: true }
}

/** A verdict, and whether it rests on a list of terms. */
type Found = Verdict & { listed: boolean }

const miss = (criterion: string, reason: string): Verdict => ({ criterion, verdict: 0, quote: '', reason })

const verdict = (n: number, made: Rules, readings: readonly Reading[], flags: Flagged[]): Found => {
  const { id = '', redFlags = [], measured } = made.criteria[n] ?? {}
  const none = { listed: false }
  if (measured) return { ...miss(id, 'Computed from the course of the talk.'), ...none }
  let best: Found = { ...miss(id, 'Nothing said was found to speak of it.'), ...none }
  let standing: Flagged | null = null
  readings.forEach((read, order) => {
    const here = passage(n, made, read, readings[order - 1])
    const warned = read.warnings.get(n)?.find((warning) => !corrects(read, here, warning.to))
    if (warned)
      standing = { criterion: id, says: redFlags[warned.flag]?.says ?? '', ...quote(read.said, warned) }
    else if (corrects(read, here, 0)) standing = null
    if (here === null || warned) return
    if (here.mark > best.verdict || (here.mark === best.verdict && best.listed && !here.listed)) {
      best = {
        criterion: id,
        verdict: here.mark,
        ...quote(read.said, here),
        reason: here.reason,
        listed: here.listed,
      }
    }
  })
  const flag = standing as Flagged | null
  if (flag === null) return best
  flags.push(flag)
  return { ...miss(id, flag.says), ...none }
}

type Passage = { from: number; to: number; mark: Mark; reason: string; listed: boolean }

/** The stretch of an utterance with the most ideas of a criterion, and what it earns. */
const passage = (n: number, made: Rules, read: Reading, before: Reading | undefined): Passage | null => {
  const asking = made.asks[n] === true
  const usable = (read.hits.get(n) ?? [])
    .filter((hit) => asking || !hit.asked)
    .sort((a, b) => a.from - b.from)
  const signals = made.criteria[n]?.signals
  const whole = tightest(usable)
  if (signals === undefined) return null
  if (whole === null) return inOtherWords(n, read)
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

const TURNS = new Set(
  'but however actually instead rather wait correction scratch sorry better mistake revise'.split(' '),
)

/** Whether a passage takes back what was said before it: it argues the right thing, or turns to it in so many words. */
const corrects = ({ said }: Reading, here: Passage | null, after: number): boolean => {
  if (here === null || here.listed || here.to <= after) return false
  if (here.mark === 2) return true
  return said.slice(Math.max(after, here.from - 12), here.to).some(({ text }) => TURNS.has(text))
}

const LISTED = 3

/** Lists of terms earn a partial for the first few things named, then nothing. */
const limited = (found: readonly Found[]): Verdict[] => {
  let left = LISTED
  return found.map(({ listed, ...plain }) => {
    if (!listed || left-- > 0) return plain
    return miss(plain.criterion, 'One of many terms in a list.')
  })
}

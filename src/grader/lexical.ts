/**
 * The grader that needs no model: it looks for the ideas of each criterion in what the candidate said, and for the
 * reasons around them. An idea named earns a partial; ideas argued, with a figure where one is asked for, are clear.
 */
import type { Flagged, Judgement, Mark, Verdict } from '../interview/verdict.ts'
import { figure, listed, reasoned } from './argument.ts'
import type { Case, Grader } from './grader.ts'
import { foreign } from './language.ts'
import { quote } from './quote.ts'
import { type Hit, heard, type Reading, reading, utterances, type Warning } from './reading.ts'
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

/** A verdict and how it was come by. */
type Found = Verdict & { listed: boolean; order: number }

const miss = (criterion: string, reason: string): Verdict => ({ criterion, verdict: 0, quote: '', reason })

const verdict = (n: number, made: Rules, readings: readonly Reading[], flags: Flagged[]): Found => {
  const { id = '', redFlags = [], measured } = made.criteria[n] ?? {}
  const none = { listed: false, order: 0 }
  if (measured) return { ...miss(id, 'Computed from the course of the talk.'), ...none }
  let best: Found = { ...miss(id, 'Nothing said was found to speak of it.'), ...none }
  let standing: Flagged | null = null
  readings.forEach((read, order) => {
    const here = passage(n, made, read, readings[order - 1])
    const warned = uncorrected(read.warnings.get(n), here)
    if (warned)
      standing = { criterion: id, says: redFlags[warned.flag]?.says ?? '', ...quote(read.said, warned) }
    if (here === null || warned) return
    standing = null
    if (here.mark > best.verdict || (here.mark === best.verdict && best.listed && !here.listed)) {
      best = {
        criterion: id,
        verdict: here.mark,
        ...quote(read.said, here),
        reason: here.reason,
        listed: here.listed,
        order,
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
const passage = (
  n: number,
  { criteria, asks }: Rules,
  read: Reading,
  before: Reading | undefined,
): Passage | null => {
  const asking = asks[n] === true
  const usable = (read.hits.get(n) ?? [])
    .filter((hit) => asking || !hit.asked)
    .sort((a, b) => a.from - b.from)
  const { signals } = criteria[n] ?? {}
  const whole = tightest(usable)
  if (signals === undefined || whole === null) return null
  const needed = Math.min(signals.clear ?? signals.ideas.length, signals.ideas.length)
  const earlier = (before?.hits.get(n) ?? []).filter(
    (hit) => !hit.asked && before && !listed(before.said, hit),
  )
  const ideas = new Set([...usable, ...earlier].map((hit) => hit.idea)).size
  const list = listed(read.said, whole)
  const around = { from: whole.from - 15, to: whole.to + 22 }
  const argued =
    reasoned(read.said, around) ||
    figure(read.said, around, read.echo) ||
    (asking && whole.asked) ||
    ideas >= 3
  const counted = !signals.number || figure(read.said, around, read.echo)
  if (list) return { ...whole, mark: 1, listed: true, reason: 'Named in a list of terms, without a reason.' }
  if (ideas >= needed && argued && counted)
    return {
      ...whole,
      mark: 2,
      listed: false,
      reason: `Named and argued: ${ideas} of ${signals.ideas.length} ideas.`,
    }
  return { ...whole, mark: 1, listed: false, reason: lacking(ideas < needed, argued) }
}

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

/** A warning counts unless something better is said after it. */
const uncorrected = (warnings: readonly Warning[] | undefined, here: Passage | null): Warning | undefined =>
  warnings?.find((warning) => here === null || here.listed || here.to <= warning.to)

const LISTED = 3

/** Lists of terms earn a partial for the first few things named, then nothing. */
const limited = (found: readonly Found[]): Verdict[] => {
  let left = LISTED
  return found.map(({ listed, order: _, ...plain }) => {
    if (!listed || left-- > 0) return plain
    return miss(plain.criterion, 'One of many terms in a list.')
  })
}

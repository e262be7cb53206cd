/**
 * The grader that needs no model: it looks for the ideas of each criterion in what the candidate said, and for the
 * reasons around them. An idea named earns a partial; ideas argued, with a figure where one is asked for, are clear.
 */

import type { Flagged, Judgement, Verdict } from '../interview/verdict.ts'
import type { Case, Grader } from './grader.ts'
import { foreign } from './language.ts'
import { type Passage, passage } from './passage.ts'
import { quote } from './quote.ts'
import { heard, type Reading, reading, utterances } from './reading.ts'
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
type Found = { verdict: Verdict; listed: boolean }

const miss = (criterion: string, reason: string): Verdict => ({ criterion, verdict: 0, quote: '', reason })

const verdict = (n: number, made: Rules, readings: readonly Reading[], flags: Flagged[]): Found => {
  const { id = '', redFlags = [], measured } = made.criteria[n] ?? {}
  const missed = (reason: string): Found => ({ verdict: miss(id, reason), listed: false })
  if (measured) return missed('Computed from the course of the talk.')
  let best = missed('Nothing said was found to speak of it.')
  let standing: Flagged | null = null
  readings.forEach((read, order) => {
    const here = passage(n, made, read, readings[order - 1])
    const warned = read.warnings.get(n)?.find((warning) => !corrects(read, here, warning.to))
    if (warned)
      standing = { criterion: id, says: redFlags[warned.flag]?.says ?? '', ...quote(read.said, warned) }
    else if (corrects(read, here, 0)) standing = null
    if (here === null || warned) return
    const { mark, reason, listed } = here
    if (mark > best.verdict.verdict || (mark === best.verdict.verdict && best.listed && !listed))
      best = { verdict: { criterion: id, verdict: mark, ...quote(read.said, here), reason }, listed }
  })
  const flag = standing as Flagged | null
  if (flag === null) return best
  flags.push(flag)
  return missed(flag.says)
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

const LISTED = 1

/** A list of terms earns a partial for the first thing named, then nothing. */
const limited = (found: readonly Found[]): Verdict[] => {
  let left = LISTED
  return found.map(({ verdict, listed }) =>
    !listed || left-- > 0 ? verdict : miss(verdict.criterion, 'One of many terms in a list.'),
  )
}

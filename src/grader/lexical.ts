/**
 * The grader that needs no model: it looks for the ideas of each criterion in what the candidate said, and for the
 * reasons around them. An idea named earns a partial; ideas argued, with a figure where one is asked for, are clear.
 */

import type { Criterion } from '../flow/flow.ts'
import type { Flagged, Judgement, Verdict } from '../interview/verdict.ts'
import { withDrawn } from './drawing/drawing.ts'
import type { Case, Grader } from './grader.ts'
import { groundOf } from './ground.ts'
import { foreign } from './language.ts'
import { type Marked, marked } from './mark.ts'
import { type Passage, passage, type Sought } from './passage.ts'
import { quote } from './quote.ts'
import { type Reading, reading, utterances } from './reading.ts'
import { type Additions, additions, type Rules, rules } from './rules.ts'
import { heard } from './said.ts'

const BY = 'lexical 2.1.0'

/** A grader that only computes; equal input gives an equal judgement, and case or punctuation move nothing. */
export const lexicalGrader = (): Grader => ({ by: BY, local: true, judge: async (task) => judged(task) })

const judged = (task: Case): Judgement => {
  const { criteria, answers, given } = task
  const messages = answers.map(heard).filter((said) => said.length > 0)
  const known = messages.filter((said) => !foreign(said))
  if (messages.length > 0 && known.length === 0) {
    const reason = 'Not assessed: the answer is not in English.'
    return { verdicts: criteria.map(({ id }) => miss(id, reason)), flags: [], by: BY, assessed: false }
  }
  const made = rules(task)
  const more = additions(made, task.synonyms, task.problem)
  const ground = groundOf(task.problem)
  const readings = utterances(known).map((said) => reading(said, given, made, more, ground))
  const flags: Flagged[] = []
  const hearing = { made, more, readings, flags, known: ground.known, homes: task.homes }
  const found = criteria.map((_, n) => verdict(n, hearing))
  const warned = new Set(flags.map(({ criterion }) => criterion))
  return { verdicts: withDrawn(limited(found), task, warned), flags, by: BY, assessed: true }
}

/** A verdict, and whether it rests on a list of terms. */
type Found = { verdict: Verdict; listed: boolean }

const miss = (criterion: string, reason: string): Verdict => ({ criterion, verdict: 0, quote: '', reason })

type Hearing = {
  made: Rules
  more: Additions
  readings: readonly Reading[]
  flags: Flagged[]
  /** Whether the problem's own words are known. */
  known: boolean
  homes: Case['homes']
}

const verdict = (n: number, { made, more, readings, flags, known, homes }: Hearing): Found => {
  const criterion = made.criteria[n] as Criterion
  const { id, measured, signals } = criterion
  const missed = (reason: string): Found => ({ verdict: miss(id, reason), listed: false })
  if (measured) return missed('Computed from the course of the talk.')
  const sought: Sought = {
    n,
    ways: signals ? [signals, ...(more.ways.get(n) ?? [])] : [],
    asks: made.asks[n] === true,
    home: homes?.get(id)?.stage.id,
  }
  let best = missed('Nothing said was found to speak of it.')
  let standing: Flagged | null = null
  readings.forEach((read, order) => {
    const spoken = passage(sought, read, readings[order - 1])
    const here = spoken && { ...spoken, ...marked(spoken, criterion, known) }
    const warned = read.warnings.get(n)?.find((warning) => !corrects(read, here, warning.to))
    if (warned) standing = { criterion: id, says: warned.says, ...quote(read.said, warned) }
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
const corrects = ({ said }: Reading, here: (Passage & Marked) | null, after: number): boolean => {
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

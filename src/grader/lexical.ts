/**
 * The grader that needs no model: it looks for the ideas of each criterion in what the candidate said, and for the
 * reasons around them. An idea named earns a partial; ideas argued, with a figure where one is asked for, are clear.
 */

import type { Criterion } from '../flow/flow.ts'
import { foreign } from '../flow/foreign.ts'
import type { Flagged, Judgement, Verdict } from '../interview/verdict.ts'
import { withDrawn } from './drawing/drawing.ts'
import type { Case, Grader } from './grader.ts'
import { groundOf } from './ground.ts'
import { type Marked, marked } from './mark.ts'
import { isElsewhere, type Passage, passage, type Sought } from './passage.ts'
import { quote } from './quote.ts'
import { type Reading, reading, utterances, type Warning } from './reading.ts'
import { TURNS, withTakenBack } from './retraction.ts'
import { type Additions, additions, type Rules, rules } from './rules.ts'
import { heard, type Said } from './said.ts'

const BY = 'lexical 2.2.0'

/** A grader that only computes; equal input gives an equal judgement, and case or punctuation move nothing. */
export const lexicalGrader = (): Grader => ({ by: BY, local: true, judge: async (task) => judged(task) })

const judged = (task: Case): Judgement => {
  const { criteria, answers, given } = task
  const messages = answers.map(heard).filter((said) => said.length > 0)
  if (isUnread(messages, homeOf(task))) {
    const reason = 'Not assessed: the answer is not in English.'
    return { verdicts: criteria.map(({ id }) => miss(id, reason)), flags: [], by: BY, assessed: false }
  }
  const known = messages.filter((said) => !foreign(said))
  const made = rules(task)
  const more = additions(made, task.synonyms, task.problem)
  const ground = groundOf(task.problem)
  const spoken = withTakenBack(utterances(known))
  const readings = spoken.map((said) => reading(said, given, made, more, ground))
  const flags: Flagged[] = []
  const hearing = { made, more, readings, flags, known: ground.known, homes: task.homes }
  const found = criteria.map((_, n) => verdict(n, hearing))
  const warned = new Set(flags.map(({ criterion }) => criterion))
  return { verdicts: withDrawn(limited(found), task, warned), flags, by: BY, assessed: true }
}

/** The one stage that all of the criteria belong to, where that is known. */
const homeOf = ({ criteria, homes }: Case): string | undefined => {
  const stages = new Set(criteria.map(({ id }) => homes?.get(id)?.stage.id))
  return stages.size === 1 ? [...stages][0] : undefined
}

/** So few words may be of any language. */
const SHORT = 4

/** Whether nothing was said in English in that stage, or at all where nothing was said in it, and something in another language. */
const isUnread = (messages: readonly Said[][], stage: string | undefined): boolean => {
  const there = messages.filter(([first]) => first?.answer.stage === stage)
  const heard = there.length > 0 ? there : messages
  return heard.some(foreign) && heard.every((said) => foreign(said) || said.length < SHORT)
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
  let best: Shown = { ...missed('Nothing said was found to speak of it.'), rank: [0] }
  let standing: Standing | null = null
  readings.forEach((read, order) => {
    const isHome = !isElsewhere(sought, read)
    const spoken = passage(sought, read, readings[order - 1])
    const here = spoken && { ...spoken, ...marked(spoken, criterion, known) }
    const warned = warningIn(read, here, sought, { best, homes })
    if (warned) {
      const flag = { criterion: id, says: warned.says, ...quote(read.said, warned) }
      if (isHome || !standing?.isHome) standing = { flag, isHome }
    } else if (corrects(read, here, 0)) standing = null
    if (here === null || warned) return
    const { mark, reason, listed } = here
    const rank = rankOf(here, isHome)
    if (mark > 0 && isAbove(rank, best.rank))
      best = { verdict: { criterion: id, verdict: mark, ...quote(read.said, here), reason }, listed, rank }
  })
  const left = standing as Standing | null
  if (left === null) return best
  flags.push(left.flag)
  return missed(left.flag.says)
}

/** The best so far, with what it is compared by. */
type Shown = Found & { rank: readonly number[] }

/** A flag that was not corrected so far. */
type Standing = { flag: Flagged; isHome: boolean }

/** Of two passages the better mark counts, then what is more than a list, the stage that asks for it, the more ideas, and how it is argued. */
const rankOf = ({ mark, listed, ideas, needed, everyday, argued }: Passage & Marked, isHome: boolean) => [
  mark,
  listed ? 0 : 1,
  isHome ? 1 : 0,
  Math.min(1, ideas / needed),
  everyday ? 0 : 1,
  argued,
]

const isAbove = (rank: readonly number[], other: readonly number[]): boolean => {
  const at = rank.findIndex((one, i) => one !== (other[i] ?? 0))
  return at >= 0 && (rank[at] ?? 0) > (other[at] ?? 0)
}

/**
 * A mistake that is not corrected in the same breath. In another stage than that of the criterion it takes nothing away
 * that was clear before; and once that stage is over, what is said belongs to the next, unless it speaks of the subject.
 */
const warningIn = (
  read: Reading,
  here: (Passage & Marked) | null,
  sought: Sought,
  { best, homes }: { best: Found; homes: Case['homes'] },
): Warning | undefined => {
  const warned = read.warnings.get(sought.n)?.find((warning) => !corrects(read, here, warning.to))
  if (warned === undefined || (isElsewhere(sought, read) && best.verdict.verdict === 2)) return undefined
  return isOver(sought, read, homes) && read.topical(sought.n) === null ? undefined : warned
}

/** Whether it was said in a stage that comes after that of the criterion. */
const isOver = ({ home }: Sought, { said }: Reading, homes: Case['homes']): boolean => {
  if (home === undefined || homes === undefined) return false
  const order = [...new Set([...homes.values()].map(({ stage }) => stage.id))]
  return order.indexOf(said[0]?.answer.stage ?? home) > order.indexOf(home)
}

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

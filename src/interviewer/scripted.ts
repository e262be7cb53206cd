/**
 * The interviewer that needs no model: it tells the facts that were asked for, asks one question about what is still
 * open, and moves on when nothing is. Equal briefs get equal replies.
 */
import { route } from '../flow/flow.ts'
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import { orders } from '../flow/orders.ts'
import type { Fact } from '../flow/problem.ts'
import { words } from '../flow/words.ts'
import { type Asked, askedFor, naming } from './facts.ts'
import type { Brief, Interviewer, Reply } from './interviewer.ts'
import { lead } from './lead.ts'
import { offTopic } from './off-topic.ts'
import { ADVANCE, AGAIN, ASSUME, CHANGED, CLOCK, CONCRETE, LAST, PROGRAM, REDIRECT, REST } from './phrases.ts'
import { type Probe, probe } from './probes.ts'
import { type Ear, onlyAsks, type Question, questions } from './questions.ts'
import { givesUp, vague } from './vague.ts'
import { hash, length, oneQuestion, repeats, spelled, unused } from './wording.ts'

/** Words of a turn. */
const MOST = 60

/** An interviewer that only computes. */
export const scriptedInterviewer = (): Interviewer => ({
  by: 'scripted 1.0.0',
  local: true,
  reply: async (brief, onDelta) => {
    const reply = PURPOSES[brief.purpose](brief)
    onDelta?.(reply.say)
    return reply
  },
})

const opening = ({ flow, problem, stage }: Brief): Reply => {
  const first = flow.stages[0]?.id === stage.id
  return bare(oneQuestion(first ? `${problem.opening}\n\n${stage.opening}` : stage.opening), 'open')
}

const returning = ({ stage, problem, spoken }: Brief): Reply => {
  const own = problem.probes.filter((p) => p.stage === stage.id).map(({ asks }) => asks)
  const asked = [...own, ...stage.criteria.flatMap((c) => [...c.probes, c.press])]
  const last = spoken.findLast((line) => asked.some((question) => line.includes(question)))
  const question = asked.find((one) => last?.includes(one)) ?? stage.opening
  return bare(oneQuestion(`Back to ${stage.title}. ${question}`), 'return')
}

const twisting = ({ flow, problem, seed }: Brief): Reply => {
  const says = problem.twist?.says ?? flow.twists[hash(seed) % flow.twists.length]?.says ?? ''
  return bare(oneQuestion(says.includes('?') ? says : `${says} ${CHANGED}`), 'twist')
}

const bare = (say: string, move: Reply['move']): Reply => ({ say, move, facts: [], unknown: [] })

const turn = (brief: Brief): Reply => {
  const text = brief.said.map((answer) => answer.text).join('\n')
  if (offTopic(text, brief.problem)) return redirected(brief)
  const ear: Ear = { invited: brief.stage.id === 'clarify', names: naming(brief.problem) }
  const heard = questions(text, ear)
  const asked = askedFor(brief.problem, heard, brief.revealed)
  if (asked.facts.length === 0 && orders(words(text.slice(0, 20_000))).length > 0) return redirected(brief)
  const told = telling(brief, asked, aside(brief, heard))
  const asking = onlyAsks(text, ear) && told.facts.length > 0 && brief.elapsed < 0.5
  const over = brief.options.mode === 'exam' && brief.elapsed >= 1
  const stay = stays(brief, text)
  const next = asking || told.full || over ? undefined : probe(brief, MOST - length(told.say), stay)
  const { facts, unknown } = told
  if (next) {
    const before = told.say === '' ? leading(brief, next, stay) : told.say
    const say = oneQuestion(joined(before, next.asks))
    return {
      say,
      move: next.named ? 'press' : 'probe',
      criterion: next.criterion,
      named: next.named,
      facts,
      unknown,
    }
  }
  if (facts.length + unknown.length > 0 && !over)
    return { say: told.say, move: facts.length > 0 ? 'fact' : 'assume', facts, unknown }
  return { say: joined(told.say, goingOn(brief, MOST - length(told.say))), move: 'advance', facts, unknown }
}

/** What leads over to a question: the candidate's own words, or after a vague answer that it be made concrete. */
const leading = (brief: Brief, { criterion: id, asks }: Probe, stay: boolean): string => {
  const { stage, focus, spoken, seed } = brief
  const criterion = stage.criteria.find((one) => one.id === id)
  const again = stay && id === focus
  const say = again
    ? (unused(CONCRETE, spoken, `${seed} ${spoken.length}`) ?? '')
    : criterion
      ? lead(brief, criterion, asks)
      : ''
  return length(say) + length(asks) <= MOST ? say : ''
}

const PURPOSES = { open: opening, return: returning, twist: twisting, turn } satisfies Record<
  Brief['purpose'],
  (brief: Brief) => Reply
>

type Told = { say: string; facts: string[]; unknown: string[]; full: boolean }

/** Facts in the order they were asked for until the words of a turn are used up, then a word on what is not known. */
const telling = ({ revealed, spoken, seed }: Brief, { facts, unknown }: Asked, note: string): Told => {
  const rest = unused(REST, spoken, seed) ?? ''
  const lines: string[] = []
  const told: string[] = []
  for (const [i, fact] of facts.entries()) {
    const line =
      revealed.includes(fact.id) || repeats(fact.says, spoken)
        ? again(fact, [...spoken, ...lines], seed)
        : fact.says
    const room = MOST - length(lines.join(' ')) - (i < facts.length - 1 ? length(rest) : 0)
    if (length(line) > room && lines.length > 0)
      return { say: joined(lines.join(' '), rest), facts: told, unknown, full: true }
    lines.push(line)
    told.push(fact.id)
  }
  const assume = unknown.length > 0 ? (unused(ASSUME, spoken, `${seed} assume`) ?? '') : ''
  for (const line of [assume, note]) if (length(`${lines.join(' ')} ${line}`) <= MOST) lines.push(line)
  const say = lines.filter((line) => line !== '').join(' ')
  return { say, facts: told, unknown, full: length(say) > MOST - 6 }
}

/** A short word on the clock, or on who asks here. */
const aside = ({ spoken, seed }: Brief, heard: readonly Question[]): string => {
  const checks = heard.map((question) => question.checks)
  const lists = [checks.includes('clock') ? CLOCK : [], checks.includes('program') ? PROGRAM : []]
  return joined(...lists.map((list) => unused(list, spoken, seed) ?? ''))
}

/** A fact told before, as one sentence with another beginning, so that no sentence comes twice. */
const again = ({ says }: Fact, spoken: readonly string[], seed: string): string => {
  const whole = says.replace(/[.!]\s+(\S+)/g, (_, next: string) => `; ${lowered(next)}`)
  const times = spoken.filter((line) => line.includes(says) || line.includes(whole)).length
  const ways = AGAIN.map((lead) => `${lead} ${whole}`)
  return unused(ways, spoken, seed) ?? `As told ${spelled(times)} times: ${whole}`
}

const lowered = (word: string): string => {
  const small = word.toLowerCase()
  return small !== 'i' && FUNCTION_WORDS.has(small) ? small : word
}

const redirected = (brief: Brief): Reply => {
  const ways = REDIRECT.map((way) => way.replace('{title}', brief.stage.title))
  const say = unused(ways, brief.spoken, brief.seed)
  if (say !== undefined) return bare(say, 'redirect')
  const next = probe(brief, MOST, false)
  if (next === undefined) return bare(goingOn(brief, MOST), 'redirect')
  return {
    say: next.asks,
    move: 'redirect',
    criterion: next.criterion,
    named: next.named,
    facts: [],
    unknown: [],
  }
}

const goingOn = ({ spoken, seed, stage, flow, options }: Brief, most: number): string => {
  const stays = options.mode === 'coach' && route(flow).at(-1)?.id === stage.id
  const other = stays
    ? `After ${spelled(spoken.length)} turns of mine I only listen, until /end.`
    : `After ${spelled(spoken.length)} turns of mine we leave "${stage.title}".`
  const say = unused(stays ? LAST : ADVANCE, spoken, seed) ?? other
  return length(say) <= most ? say : ''
}

/** A vague answer gets one more question on the same point; to give up, or to ask back, is none. */
const stays = ({ focus, probed, stage }: Brief, text: string): boolean => {
  const criterion = stage.criteria.find(({ id }) => id === focus)
  if (criterion === undefined || (probed[criterion.id] ?? 0) !== 1 || givesUp(text)) return false
  return vague(text, criterion)
}

const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ')

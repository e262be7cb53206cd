/**
 * The interviewer that needs no model: it tells the facts that were asked for, asks one question about what is still
 * open, and moves on when nothing is. Equal briefs get equal replies.
 */
import { route } from '../flow/flow.ts'
import { foreign } from '../flow/foreign.ts'
import { orders } from '../flow/orders.ts'
import { words } from '../flow/words.ts'
import { aside, helps, typed } from './asides.ts'
import { languageOf } from './check/language.ts'
import { tagged } from './checking.ts'
import { type Asked, askedFor, naming } from './facts.ts'
import type { Brief, Interviewer, Reply } from './interviewer.ts'
import { lead } from './lead.ts'
import { offTopic } from './off-topic.ts'
import { ADVANCE, BACK, CHANGED, CONCRETE, FOREIGN, LAST, REDIRECT } from './phrases.ts'
import { type Probe, probe } from './probes.ts'
import { type Ear, onlyAsks, questions } from './questions.ts'
import { joined, MOST, telling } from './told.ts'
import { givesUp, vague } from './vague.ts'
import { hash, length, oneQuestion, spelled, unused } from './wording.ts'

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
  const strange = foreign(words(text.slice(0, READ)))
  const over = isOver(brief)
  const short = over ? undefined : strange ? english(brief, text) : typed(brief, text)
  if (short !== undefined) return bare(short, 'redirect')
  if (strange) return answering(brief, '', NOTHING, '')
  const ear: Ear = { invited: brief.stage.id === 'clarify', names: naming(brief.problem) }
  const heard = questions(text, ear)
  const asked = askedFor(brief.problem, heard, brief.revealed)
  const none = asked.facts.length + asked.unknown.length === 0
  const note = aside(brief, heard)
  const remark = words(text.slice(0, READ)).length <= REMARK
  const only = (onlyAsks(text, ear) && !tagged(text)) || (remark && helps(heard))
  if (note !== '' && none && !over && only) return bare(note, 'redirect')
  if (offTopic(text, brief.problem)) return redirected(brief)
  if (asked.facts.length === 0 && orders(words(text.slice(0, READ))).length > 0) return redirected(brief)
  return answering(brief, heard.length > 0 ? '' : text, asked, note, onlyAsks(text, ear))
}

/** In an exam nothing is asked once the time of a stage is used up. */
const isOver = ({ options, elapsed }: Brief): boolean => options.mode === 'exam' && elapsed >= 1

const READ = 20_000
/** A few words beside a request for help are no answer. */
const REMARK = 16
const NOTHING: Asked = { facts: [], unknown: [] }

/** That only English is understood, which is said once in an interview. */
const english = ({ spoken, language }: Brief, text: string): string | undefined => {
  const told = spoken.some((line) => Object.values(FOREIGN).some((sentence) => line.includes(sentence)))
  return told ? undefined : FOREIGN[/^de\b/i.test(language ?? languageOf(text) ?? '') ? 'de' : 'en']
}

/** What was asked for, and then the next question, unless the floor is left to who asks; `answer` may be a vague one. */
const answering = (brief: Brief, answer: string, asked: Asked, note: string, asks = false): Reply => {
  const told = telling(brief, asked, note)
  const asking = asks && told.facts.length > 0 && brief.elapsed < 0.5
  const over = isOver(brief)
  const stay = answer !== '' && stays(brief, answer)
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
  if (facts.length + unknown.length > 0)
    return { say: told.say, move: facts.length > 0 ? 'fact' : 'assume', facts, unknown }
  return {
    say: joined(told.say, goingOn(brief, MOST - length(told.say))),
    move: 'advance',
    facts,
    unknown,
  }
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

/** What ends a stage is true whether its questions or its time are used up, so that it does not hang on the clock. */
const goingOn = ({ spoken, seed, stage, flow, options, back = false }: Brief, most: number): string => {
  if (back)
    return unused(BACK, spoken, seed) ?? `I listen to what you add on "${stage.title}"; /next leads on.`
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

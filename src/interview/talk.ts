/** What is done while the talk goes on: hear, think, speak, pause. Each action writes on a draft. */
import { help, SILENCE } from './aid.ts'
import { setClock } from './clock.ts'
import { settle } from './contest.ts'
import { contestOf } from './contested.ts'
import { OPEN_QUESTIONS } from './context.ts'
import type { Draft } from './draft.ts'
import { arrived, clearTimers, effectId, hush, keep, note, say, setTimer } from './draft.ts'
import type { Event } from './events.ts'
import { unjudged } from './guards.ts'
import { isPeer } from './peer.ts'
import { tellTrouble } from './trouble.ts'
import { capHelped, type Verdict } from './verdict.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

/** Takes a message into the transcript, to be answered with the next turn. */
export const hear = (d: Draft, event: Event): void => {
  if (event.type !== 'answered' && event.type !== 'attached') return
  const { type, at: _, ...words } = event
  const entry = keep(d, { who: 'candidate', kind: type === 'attached' ? 'attached' : 'said', ...words })
  d.next.fresh = [...d.next.fresh, { entry, id: event.id }]
  d.next.led = false
  clearTimers(d, 'silence', 'think')
}

/** Replaces or withdraws a message that no turn has taken up yet. */
export const amend = (d: Draft, event: Event): void => {
  if (event.type !== 'edited' && event.type !== 'withdrawn') return
  const changed = d.next.fresh.find(({ id }) => id === event.of)
  if (changed === undefined) return
  const text = event.type === 'edited' ? event.text : ''
  keep(d, { who: 'candidate', kind: event.type, id: event.id, text, of: changed.entry })
  if (event.type === 'withdrawn') d.next.fresh = d.next.fresh.filter(({ id }) => id !== event.of)
}

/** Only quiet ends an answer; between two people, nothing does. */
export const awaitQuiet = (d: Draft): void => {
  if (d.next.fresh.length > 0 && !isPeer(d.next)) setTimer(d, 'quiet', d.at + d.next.options.quiet)
}

/** Takes up what was said since the last turn. */
export const takeUp = (d: Draft): void => {
  const entries = d.next.fresh.map(({ entry }) => entry)
  const stage = d.plan.stage(d.next.stage)
  const turns = stage.twist && !d.next.twisted && d.next.question !== '' && d.next.retrying === null
  d.next.fresh = []
  d.next.turn = { purpose: turns ? 'twist' : 'turn', entries, judged: entries.length === 0, by: 'usual' }
  d.next.awaiting = null
  hush(d)
}

/** The next step of the turn in hand: judge what was said for coverage, then ask the interviewer. */
export const proceed = (d: Draft): void => {
  d.next.jobs += 1
  const job = d.next.jobs
  const { purpose, entries, by } = d.next.turn
  const words = unjudged(d.next)
  d.next.awaiting = { job, what: words.length > 0 ? 'judge' : 'ask' }
  const common = { id: effectId(d), job, stage: d.next.stage, by }
  if (words.length > 0) d.effects.push({ type: 'judge', ...common, scope: 'turn', entries: words })
  else d.effects.push({ type: 'ask', ...common, purpose, said: entries })
}

/**
 * Credits what a coverage judgement found, in whatever stage the criterion stands. One of a contested verdict is of an
 * earlier talk and takes that verdict's place.
 */
export const credit = (d: Draft, event: Event): void => {
  if (event.type !== 'judged') return
  if (contestOf(d.next, event) !== undefined) {
    settle(d, event)
    return
  }
  cover(d, event.judgement.verdicts)
}

/** The best that was heard of each criterion so far. */
const cover = (d: Draft, heard: readonly Pick<Verdict, 'criterion' | 'verdict' | 'entry'>[]): void => {
  const covered = { ...d.next.covered }
  for (const one of heard) {
    const { criterion, verdict, entry = 0 } = capHelped({ quote: '', ...one }, d.next.helped)
    if (verdict > (covered[criterion]?.verdict ?? 0)) covered[criterion] = { verdict, entry }
  }
  d.next.covered = covered
}

/** The awaited judgement has come, or will not come: the turn goes on. */
export const judgedTurn = (d: Draft): void => {
  d.next.turn = { ...d.next.turn, judged: true, by: 'usual' }
  d.next.awaiting = null
}

/** Says what the interviewer answered and waits for the candidate. */
export const speak = (d: Draft, event: Event): void => {
  if (event.type !== 'replied') return
  tellReply(d, event)
  remember(d, event)
  listen(d)
}

const tellReply = (d: Draft, { move, say: text, by, job, exercise }: Of<'replied'>): void => {
  pose(d, exercise)
  if (move === 'open' || move === 'return') {
    say(d, { kind: 'stage', stage: d.next.stage, text, returned: move === 'return', job })
  } else say(d, { kind: 'question', text, by, job, ...(exercise !== undefined && { exercise }) })
}

/** What is said next ends the answer to the situation before, and may set another one. */
const pose = (d: Draft, exercise: Of<'replied'>['exercise']): void => {
  const { posed = [], entries, stage } = d.next
  const open = posed.some(({ until }) => until === undefined)
  if (!open && exercise === undefined) return
  const ended = posed.map((one) => ({ until: entries, ...one }))
  d.next.posed = exercise === undefined ? ended : [...ended, { kind: exercise, stage, entry: entries }]
}

/** After these the question that was put before still waits for its answer. */
const STANDS: ReadonlySet<Of<'replied'>['move']> = new Set(['fact', 'assume', 'redirect'])

const remember = (d: Draft, reply: Of<'replied'>): void => {
  const { say: text, move, criterion, named, facts, unknown, noticed = [] } = reply
  // Before this question can have helped: it was heard in what the question answers.
  cover(d, noticed)
  d.next.question = text
  d.next.focus = criterion ?? (STANDS.has(move) ? d.next.focus : null)
  d.next.revealed = [...new Set([...d.next.revealed, ...facts])]
  d.next.unknown = noted(d.next.unknown, unknown)
  if (move === 'twist') d.next.twisted = true
  if (criterion !== undefined)
    d.next.probed = { ...d.next.probed, [criterion]: (d.next.probed[criterion] ?? 0) + 1 }
  if (criterion !== undefined && named === true) help(d, criterion)
  if (d.next.turn.by === 'stand-in') d.next.standIns += 1
}

/** A record from before there was a bound keeps what it has. */
const noted = (before: string[], asked: readonly string[]): string[] =>
  before.length >= OPEN_QUESTIONS ? before : [...new Set([...before, ...asked])].slice(0, OPEN_QUESTIONS)

/** The turn is over: silence is watched, and words that came meanwhile are the next answer. */
const listen = (d: Draft): void => {
  d.next.turn = { purpose: 'turn', entries: [], judged: true, by: 'usual' }
  d.next.awaiting = null
  setTimer(d, 'silence', d.at + SILENCE)
}

/** Keeps a reply that came while paused. */
export const hold = (d: Draft, event: Event): void => {
  if (event.type !== 'replied') return
  d.next.held = event
  d.next.awaiting = null
}

/** Says the reply that was held. */
export const speakHeld = (d: Draft): void => {
  const { held } = d.next
  if (held === null) return
  d.next.held = null
  tellReply(d, held)
  remember(d, held)
  listen(d)
}

/** What was asked for failed: once more, with the one that needs no model. */
export const standIn = (d: Draft, event: Event): void => {
  tellTrouble(d, event)
  d.next.turn = { ...d.next.turn, by: 'stand-in' }
  d.next.awaiting = null
}

/** Nobody could answer: says so and listens, so that the talk can go on. */
export const trouble = (d: Draft): void => {
  note(d, 'trouble')
  listen(d)
}

/** A reminder has come: acknowledges it, and sends another where its timer was put off. */
export const tick = (d: Draft, event: Event): void => {
  if (event.type === 'elapsed') arrived(d, event.timer, event.armed)
}

export const tellTime = (d: Draft): void => say(d, { kind: 'status' })

/** Stops the clock. */
export const pause = (d: Draft): void => {
  setClock(d, false)
  hush(d)
  say(d, { kind: 'paused' })
}

/** Says where we were, starts the clock again and takes up what was said in the pause. */
export const resume = (d: Draft): void => {
  setClock(d, true)
  say(d, { kind: 'resumed', text: d.next.question })
  awaitQuiet(d)
  if (d.next.fresh.length === 0) setTimer(d, 'silence', d.at + SILENCE)
}

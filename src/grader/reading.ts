/** What one utterance, a run of messages that nobody interrupted, holds for each criterion. */
import { orders } from '../flow/orders.ts'
import type { Span } from '../flow/phrase.ts'
import { type Word, words } from '../flow/words.ts'
import type { Answer } from '../interview/transcript.ts'
import { echoed } from './echo.ts'
import { denied, refused } from './negation.ts'
import { asked } from './question.ts'
import type { Rules, Use } from './rules.ts'
import { topical } from './topic.ts'

/** A word and the message it is from. */
export type Said = Word & { answer: Answer }
export type Hit = Span & { idea: number; asked: boolean }
export type Warning = Span & { flag: number }

export type Reading = {
  said: Said[]
  echo: boolean[]
  /** By index of the criterion. */
  hits: Map<number, Hit[]>
  warnings: Map<number, Warning[]>
  /** Where a criterion's subject is spoken of in whatever words. */
  topical(criterion: number): Span | null
}

/** Characters of a message that are judged; what a person types is far below, what a program pastes is cut. */
export const JUDGED = 20_000
const ORDERED = 25

/** The words of a message as they are judged: the first `JUDGED` characters. */
export const heard = (answer: Answer): Said[] =>
  words(answer.text.slice(0, JUDGED)).map((word) => ({ ...word, answer }))

/** Finds what is said for and against each criterion; echoes, orders and denials are no evidence. */
export const reading = (said: Said[], given: readonly string[], rules: Rules): Reading => {
  const echo = echoed(said, given)
  const ask = asked(said)
  const void_ = [...echo]
  for (const { from, to } of orders(said)) void_.fill(true, Math.max(0, from - ORDERED), to + ORDERED)
  const unsaid = void_.map((empty, i) => empty || ask[i] === true)
  const topics = topical(said, rules.topics, unsaid)
  const read: Reading = { said, echo, hits: new Map(), warnings: new Map(), topical: topics }
  for (const [phrase, spans] of rules.book.find(said)) {
    const uses = rules.uses.get(phrase) ?? []
    for (const span of spans)
      if (!within(void_, span)) for (const use of uses) note(read, span, use, ask[span.from] === true)
  }
  return read
}

const note = (
  { said, hits, warnings }: Reading,
  span: Span,
  { criterion, idea, flag }: Use,
  asked: boolean,
): void => {
  if (flag < 0) {
    if (!denied(said, span)) push(hits, criterion, { ...span, idea, asked })
  } else if (!asked && !refused(said, span)) push(warnings, criterion, { ...span, flag })
}

/** Messages that follow one another in the log, oldest first, as one utterance each. */
export const utterances = (messages: readonly Said[][]): Said[][] => {
  const out: Said[][] = []
  let last: Answer | undefined
  for (const message of messages) {
    const answer = message[0]?.answer
    if (answer === undefined) continue
    const joins = last !== undefined && answer.entry === last.entry + 1 && answer.stage === last.stage
    if (joins) out.at(-1)?.push(...message)
    else out.push([...message])
    last = answer
  }
  return out
}

const within = (marked: readonly boolean[], { from, to }: Span): boolean => {
  for (let i = from; i < to; i += 1) if (!marked[i]) return false
  return true
}

const push = <V>(map: Map<number, V[]>, key: number, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

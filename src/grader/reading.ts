/** What one utterance, a run of messages that nobody interrupted, holds for each criterion. */
import { orders } from '../flow/orders.ts'
import type { Place, Span } from '../flow/phrase.ts'
import type { Answer } from '../interview/transcript.ts'
import { absurd } from './absurd.ts'
import { argued, type Counts } from './argument.ts'
import { broken, interrupted } from './breath.ts'
import { echoed } from './echo.ts'
import { everyday } from './everyday.ts'
import { gibberish } from './gibberish.ts'
import type { Ground } from './ground.ts'
import { reported } from './hearsay.ts'
import { denied, refused } from './negation.ts'
import { asked } from './question.ts'
import type { Additions, Rules, Use } from './rules.ts'
import type { Said } from './said.ts'
import { recited } from './textbook.ts'
import { topical } from './topic.ts'

export type Hit = Place & {
  way: number
  idea: number
  asked: boolean
  /** Said in words that could be of anything. */
  everyday: boolean
}
export type Warning = Span & { says: string }

export type Reading = {
  said: Said[]
  /** What argues in a stretch of it. */
  argued(span: Span): Counts
  /** By index of the criterion. */
  hits: Map<number, Hit[]>
  warnings: Map<number, Warning[]>
  /** Where a criterion's subject is spoken of in whatever words. */
  topical(criterion: number): Span | null
}

const ORDERED = 25

/** Finds what is said for and against each criterion; echoes, orders and denials are no evidence. */
export const reading = (
  raw: readonly Said[],
  given: readonly string[],
  rules: Rules,
  more: Additions,
  ground: Ground,
): Reading => {
  const empty = unsaidIn(raw, given)
  const said = rules.read(raw.map((word, i) => ({ ...word, mute: word.mute || empty[i] === true })))
  const ask = asked(said)
  const void_ = said.map((word) => word.mute)
  const unsaid = void_.map((empty, i) => empty || ask[i] === true)
  const topics = topical(said, rules.topics, unsaid)
  const read: Reading = {
    said,
    argued: argued(said, ground),
    hits: new Map(),
    warnings: new Map(),
    topical: topics,
  }
  for (const { book, uses } of [rules, more])
    for (const [phrase, spans] of book.find(said))
      for (const span of spans)
        if (!within(void_, span) && !interrupted(said, span, phrase))
          for (const use of uses.get(phrase) ?? []) note(read, span, use, phrase, ask[span.from] === true)
  return read
}

/** Which words are no evidence: echoes, orders to the grader, what others say, and nonsense. */
const unsaidIn = (raw: readonly Said[], given: readonly string[]): boolean[] => {
  if (absurd(raw) || recited(raw) || gibberish(raw)) return raw.map(() => true)
  const out = echoed(raw, given)
  for (const { from, to } of orders(raw)) out.fill(true, Math.max(0, from - ORDERED), to + ORDERED)
  return reported(raw).map((theirs, i) => theirs || out[i] === true)
}

const note = (
  { said, hits, warnings }: Reading,
  span: Place,
  { criterion, way, idea, says }: Use,
  phrase: string,
  asked: boolean,
): void => {
  if (says === undefined) {
    if (!denied(said, span)) push(hits, criterion, { ...span, way, idea, asked, everyday: everyday(phrase) })
  } else if (!asked && !broken(said, span) && !refused(said, span, phrase))
    push(warnings, criterion, { ...span, says })
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

/** What a candidate asks: the questions in a turn, each with the parts that may ask for different things. */
import { sentences, type Word, words } from '../flow/words.ts'
import { answered } from './answered.ts'
import { type Checking, CONFIRMING, checking } from './checking.ts'
import { asksByForm } from './form.ts'
import { type Naming, terse } from './terse.ts'

/** A question as it was put, and its clauses as words. */
export type Question = {
  text: string
  clauses: Clause[]
  words: readonly Word[]
  /** Whether it waits for an answer, so that it may be told again, found by likeness, or left open. */
  wants: boolean
  /** What it is about when it is about the talk and not about the problem. */
  checks?: Checking
}

/** A part of a question; `wants` when it can be answered on its own. */
export type Clause = { text: string; words: readonly Word[]; wants: boolean }

/** Where the talk stands: whether questions are what this stage is for, and whether words name a fact. */
export type Ear = { invited: boolean; names: Naming }

const LONGEST = 20_000
const MOST = 40

const REQUEST =
  /\b(?:(?:i would|i['’]?d|we would|we['’]?d) (?:like|want|need|love) to (?:know|ask)|i want to (?:know|ask)|i need to know|(?:can|could|would) you (?:please )?(?:tell|clarify|share|explain|give)|please (?:tell|clarify|share)|let me ask|i(?: a|['’])?m wondering|i wonder|wondering|do you know|curious (?:about|whether|if|how|what))\b/i
const TELL_ME =
  /(?:^|[,.;:]|\b(?:please|just|and|so|also))\s*tell me (?!otherwise|if|when|whether|where you|which you|to\b|so\b)/i
/** To want to check something is a plan, unless this is the time for questions. */
const SETTLE =
  /\b(?:(?:i would|i['’]?d|we would|we['’]?d) (?:like|want|need|love)|i want) to (?:understand|clarify|confirm|check)\b/i

/** The questions of a turn in the order they were put. */
export const questions = (text: string, ear: Ear): Question[] => {
  const parts = split(text)
  const asking = parts.map((part) => asks(part, ear))
  const lists = parts.map((part, i) => (asking[i] ? undefined : terse(part, ear.names)))
  const pure = parts.every((_, i) => asking[i] || lists[i]?.signed)
  const bare = ear.invited && lists.every((list) => list?.sure || list?.signed)
  const out = parts.flatMap((part, i): Question[] => {
    const [list, next] = [lists[i], parts[i + 1]]
    if (list) return bare || (list.signed && (ear.invited || pure)) ? [listed(part, list)] : []
    const told = next !== undefined && !asking[i + 1] && !lists[i + 1]?.signed
    if (!asking[i] || (told && answered(part, next, ear.invited))) return []
    const open = parts.slice(i + 1).every((later, n) => asking[i + 1 + n] || words(later).length < 4)
    return [put(part, open)]
  })
  return out.slice(0, MOST)
}

/** Whether nothing but questions was said. */
export const onlyAsks = (text: string, ear: Ear): boolean => {
  const parts = split(text)
  return parts.length > 0 && questions(text, ear).length === Math.min(parts.length, MOST)
}

const split = (text: string): string[] => {
  const cut = text.slice(0, LONGEST)
  return sentences(cut)
    .map(({ start, end }) => cut.slice(start, end))
    .filter((part) => words(part).length > 0 && !/^\d{1,2}[.)]$/.test(part))
}

const plain = (part: string): string => part.replace(/^[\s>*_#\-–•\d.)]+/u, '')

const requested = (text: string): boolean => REQUEST.test(text) || TELL_ME.test(text)

const asks = (part: string, { invited }: Ear): boolean => {
  const text = plain(part)
  if (/\?["'”’)*_\s]*$/.test(text) || requested(text)) return true
  return (invited && SETTLE.test(text)) || asksByForm(text)
}

const put = (part: string, open: boolean): Question => {
  const bare = plain(part)
  const about = CONFIRMING.test(bare) ? undefined : checking(bare)
  const kept = clauses(bare)
  const all = words(kept.map((clause) => clause.text).join(' and '))
  const wants = (open || requested(bare)) && about === undefined && !CONFIRMING.test(bare)
  return {
    text: part.slice(0, 300),
    clauses: kept,
    words: all,
    wants,
    ...(about && { checks: about }),
  }
}

const listed = (part: string, { names, signed }: { names: string[]; signed: boolean }): Question => ({
  text: part.slice(0, 300),
  clauses: names.map((text) => ({ text, words: words(text), wants: false })),
  words: words(part),
  wants: signed,
})

/** The clauses of a question; what its speaker says of himself before it, and why he asks, is left out. */
const clauses = (text: string): Clause[] => {
  const all = text
    .split(/[,;?]| \/ |\b(?:and|or|plus|also)\b/i)
    .map((part) => part.trim())
    .map((part) => ({ text: part, words: words(part), wants: asksByForm(part) && !BACKWARD.test(part) }))
    .filter((clause) => clause.words.length > 0)
  const first = all.findIndex((clause) => asksByForm(clause.text) || requested(clause.text))
  return all.filter((clause, i) =>
    i > first ? !REASON.test(clause.text) || first < 0 : i === first || !SAID.test(clause.text),
  )
}

const SAID = /^(?:so )?(?:i|i['’](?:d|m|ll|ve)|we|we['’](?:d|re|ll|ve)|my|let['’]?s|that|this|it)\b/i
const REASON = /^(?:because|since|so that|as) /i
/** Words that point back to what was asked just before. */
const BACKWARD = /\b(?:it|they|them|that|those|these|this|he|she|so)\b/i

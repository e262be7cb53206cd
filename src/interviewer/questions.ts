/** What a candidate asks: the questions in a turn, each with the parts that may ask for different things. */
import { type Word, words } from '../flow/words.ts'
import { answered } from './answered.ts'
import { type Checking, checking } from './checking.ts'
import { BACKWARD, type Clause, clauses, INVERTED, MOST_WORDS, OPENS } from './clauses.ts'
import { confirming, YES_OR_NO } from './confirming.ts'
import { asksByForm } from './form.ts'
import { asksLater, supposes, TAG } from './loosely.ts'
import { plain, split } from './sentence.ts'
import { type Naming, terse } from './terse.ts'

/** A question as it was put, and its clauses as words. */
export type Question = {
  text: string
  clauses: Clause[]
  words: readonly Word[]
  /** All that was said with it, the remark before it too, where it points back to that. */
  around?: readonly Word[]
  /** Whether it waits for an answer, so that it may be told again, found by likeness, or left open. */
  wants: boolean
  /** Whether it is put up for a yes. */
  confirms?: boolean
  /** What is asked in it about the talk; its clauses are those about the problem. */
  checks?: Checking
}

/** Where the talk stands: whether questions are what this stage is for, and whether words name a fact. */
export type Ear = { invited: boolean; names: Naming }

const MOST = 40

const REQUEST =
  /\b(?:(?:i would|i['’]?d|we would|we['’]?d) (?:like|want|need|love) to (?:know|ask)|^would (?:like|love) to (?:know|ask)|i want to (?:know|ask)|i need to know|i (?:have|need) to ask|(?:walk|talk|take) me through|^(?:please |pls )?(?:define|describe|specify) (?:\S+ ){1,6}(?:for me|please|pls)\b|(?:can|could|would) you (?:please )?(?:tell|clarify|share|explain|give|help me (?:to )?understand)|(?:can|could|may|might) i (?:(?:please|just|also|quickly) )*ask(?: you)?(?=,? (?:about|what|which|how|who|where|when|why|whether|if|for|is|are|do|does)\b)|please (?:tell|clarify|share)|^(?:please |pls )?give me (?:a |an |some |the )?(?:sense|idea|feeling|feel|overview|number|figure|detail|info)|let me ask|i(?: a|['’])?m wondering|i wonder|wondering|do you know|curious (?:about|whether|if|how|what))\b/i
const TELL_ME =
  /(?:^|[,.;:]|\b(?:please|just|and|so|also))\s*tell me (?!otherwise|if|when|whether|where you|which you|to\b|so\b)/i
/** To want to check something is a plan, unless this is the time for questions. */
const SETTLE =
  /\b(?:(?:i would|i['’]?d|we would|we['’]?d|^would) (?:like|want|need|love)|i want) to (?:understand|clarify|confirm|check)\b/i

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
    const remark = ear.invited && i > 0 && !lists[i - 1] ? parts[i - 1] : ''
    return [
      {
        ...put(part, open),
        ...(BACKWARD.test(part) && { around: words(`${remark} ${part}`).slice(0, MOST_WORDS) }),
      },
    ]
  })
  return out.slice(0, MOST)
}

/** Whether nothing but questions was said. */
export const onlyAsks = (text: string, ear: Ear): boolean => {
  const parts = split(text)
  return parts.length > 0 && questions(text, ear).length === Math.min(parts.length, MOST)
}

const requested = (text: string): boolean => REQUEST.test(text) || TELL_ME.test(text)

/** Whether a sentence begins by asking to be told of the problem, and not for something in the talk. */
const isRequest = (text: string): boolean =>
  requested(text) && checking(clauses(text)[0]?.text ?? '') === undefined

const asks = (part: string, { invited, names }: Ear): boolean => {
  const text = plain(part)
  if (/\?["'”’)*_\s]*$/.test(text) || requested(text)) return true
  if (invited && supposes(text)) return true
  if (GUESS.test(text) || (!invited && LISTS.test(text) && !TURNED.test(text))) return false
  if (asksByForm(text)) return true
  if (!invited) return false
  return (
    SETTLE.test(text) ||
    turned(text) ||
    asksLater(text) ||
    (BEGUN.test(text) && names(words(text)) === 'phrase')
  )
}

/** `Features: how many payments, how old the account is`, which a question turns into `how old is the account`. */
const LISTS = /^(?:[^:?]{2,40}(?::|\s[-–—])\s*how \w+|how \w+[^,;]*[,;])/i
const TURNED =
  /\b(?:is|are|was|were|do|does|did|can|could|should|shall|would|will|has|have|must|may|might)(?:n['’]t)? (?:the|an?|this|that|these|those|there|it|we|you|they|i|our|your|their|its|any|people|users)\b/i

/** What one says to oneself and answers by a guess. */
const GUESS = /\bi (?:guess|think|would say|suspect)\W*$/i

/** What may be a question without a mark, when it names something that is held. */
const BEGUN =
  /^(?:(?:and|so|but|ok|okay) )*(?:do|does|is|are|can|could|may|will|has|have) (?!the\b|not\b|this\b|that\b)\w+ \w+[^,;:]*$/i

/** A short question with its condition in front and no mark behind. */
const turned = (text: string): boolean =>
  INVERTED.test(text) && words(text).length < 20 && !/[,;]\s*(?:we|i|then|the|it)\b/i.test(text)

const put = (part: string, open: boolean): Question => {
  const bare = plain(part)
  const confirms = confirming(bare) || (!bare.includes('?') && supposes(bare))
  const all = clauses(
    bare
      .replace(REQUEST, '')
      .replace(TELL_ME, '')
      .replace(confirms ? YES_OR_NO : /$^/, '')
      .replace(confirms ? TAG : /$^/, ''),
  )
  const about = confirms ? undefined : checking(bare)
  const kept = about === undefined ? all : besides(all, isRequest(bare))
  const asks = about === undefined || isRequest(bare) || kept.some(({ text }) => OPENS.test(text))
  return {
    text: part.slice(0, 300),
    clauses: kept,
    words: words(kept.map((clause) => clause.text).join(' and ')).slice(0, MOST_WORDS),
    wants: (open || requested(bare)) && asks && !confirms,
    ...(confirms && { confirms }),
    ...(about && { checks: about }),
  }
}

/** What is asked about the problem beside a question about the talk, each with what leads to it. */
const besides = (all: readonly Clause[], requests: boolean): Clause[] => {
  const out: Clause[] = []
  let apart = false
  for (const clause of all) {
    const talk = checking(clause.text) !== undefined
    apart = talk || (apart && !clause.wants)
    if (!apart) out.push(clause)
  }
  const asks = out.some(({ wants }) => wants) || (requests && out[0] !== undefined && out[0] === all[0])
  return asks ? out : []
}

const listed = (part: string, { names, signed }: { names: string[]; signed: boolean }): Question => ({
  text: part.slice(0, 300),
  clauses: names.map((text) => ({ text, words: words(text), wants: false, back: false, link: 'next' })),
  words: words(part),
  wants: signed,
})

/** What a candidate asks: the questions in a turn, each with the parts that may ask for different things. */
import { sentences, type Word, words } from '../flow/words.ts'
import { answered } from './answered.ts'
import { type Checking, CONFIRMING, checking } from './checking.ts'
import { BACKWARD, type Clause, clauses, INVERTED, MOST_WORDS } from './clauses.ts'
import { asksByForm } from './form.ts'
import { asksLater, supposes, TAG } from './loosely.ts'
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
  /** What it is about when it is about the talk and not about the problem. */
  checks?: Checking
}

/** Where the talk stands: whether questions are what this stage is for, and whether words name a fact. */
export type Ear = { invited: boolean; names: Naming }

const LONGEST = 20_000
const MOST = 40

const REQUEST =
  /\b(?:(?:i would|i['’]?d|we would|we['’]?d) (?:like|want|need|love) to (?:know|ask)|^would (?:like|love) to (?:know|ask)|i want to (?:know|ask)|i need to know|i (?:have|need) to ask|(?:walk|talk|take) me through|^(?:please |pls )?(?:define|describe|specify) (?:\S+ ){1,6}(?:for me|please|pls)\b|(?:can|could|would) you (?:please )?(?:tell|clarify|share|explain|give)|please (?:tell|clarify|share)|^(?:please |pls )?give me (?:a |an |some |the )?(?:sense|idea|feeling|feel|overview|number|figure|detail|info)|let me ask|i(?: a|['’])?m wondering|i wonder|wondering|do you know|curious (?:about|whether|if|how|what))\b/i
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

const split = (text: string): string[] => {
  const cut = text.slice(0, LONGEST)
  return sentences(cut)
    .flatMap(({ start, end }) => cut.slice(start, end).split(STOP))
    .map((part) => part.trim())
    .filter((part) => words(part).length > 0 && !/^\d{1,2}[.)]$/.test(part))
    .reduce<string[]>(continued, [])
}

/** Takes an example, or what a case is put for, together with the sentence before. */
const continued = (all: string[], part: string): string[] => {
  const last = all.at(-1)
  const joined = last !== undefined && (EXAMPLE.test(part) || (SUPPOSED.test(last) && !last.includes('?')))
  if (joined) all[all.length - 1] = `${last.replace(/[.!\s]+$/, '')}, ${part}`
  else all.push(part)
  return all
}

/** What only continues the sentence before, and a case that the next sentence asks about. */
const EXAMPLE = /^(?:e\.?g\b|i\.?e\b|for (?:example|instance)\b|such as\b)/i
const SUPPOSED =
  /^(?:(?:and|so|but|ok|okay|now) )*(?:suppose|imagine|assume (?:that )?(?:my|our|the|your)|say (?:my|our|the|we))\b/i

/** A full stop that is followed by a small letter ends a sentence as well, unless it stands after an abbreviation. */
const STOP =
  /(?:(?<=\w{2}[.!?])|(?<=\.{2,}))\s+(?=\p{Ll})(?<!\b(?:vs|eg|ie|cf|ca|no|nr|etc|approx|resp|incl|excl|avg|max|min|esp)\.\s+)/u

const plain = (part: string): string =>
  part.replace(/^[\s>*_#\-–•\d.)]+/u, '').replace(HASTY, (word) => HASTILY.get(word.toLowerCase()) ?? word)

/** Small words as they are typed in haste. */
const HASTILY: ReadonlyMap<string, string> = new Map(
  'hw how|hwo how|haow how|wat what|wht what|waht what|wich which|whcih which|whic which|wen when|whn when|wen when|ar are|dose does|dos does|teh the|thier their|u you|ur your|abt about|cn can'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)
const HASTY = new RegExp(`\\b(?:${[...HASTILY.keys()].join('|')})\\b`, 'gi')

const requested = (text: string): boolean => REQUEST.test(text) || TELL_ME.test(text)

const asks = (part: string, { invited, names }: Ear): boolean => {
  const text = plain(part)
  if (/\?["'”’)*_\s]*$/.test(text) || requested(text)) return true
  if (invited && supposes(text)) return true
  if (GUESS.test(text)) return false
  if (asksByForm(text)) return true
  if (!invited) return false
  return (
    SETTLE.test(text) ||
    turned(text) ||
    asksLater(text) ||
    (BEGUN.test(text) && names(words(text)) === 'phrase')
  )
}

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
  const confirms = CONFIRMING.test(bare) || (!bare.includes('?') && supposes(bare))
  const kept = clauses(
    bare
      .replace(REQUEST, '')
      .replace(TELL_ME, '')
      .replace(confirms ? TAG : /$^/, ''),
  )
  const about = confirms ? undefined : checking(bare)
  const all = words(kept.map((clause) => clause.text).join(' and ')).slice(0, MOST_WORDS)
  const wants = (open || requested(bare)) && about === undefined && !confirms
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
  clauses: names.map((text) => ({ text, words: words(text), wants: false, back: false, link: 'next' })),
  words: words(part),
  wants: signed,
})

/** What a candidate asks: the questions in a turn, each with the parts that may ask for different things. */
import { sentences, type Word, words } from '../flow/words.ts'

/** A question as it was put, and its clauses as words. */
export type Question = { text: string; clauses: Clause[]; words: Word[]; wants: boolean }

/** A part of a question; `wants` when it can be answered on its own. */
export type Clause = { text: string; words: Word[]; wants: boolean }

const LONGEST = 20_000
const MOST = 40

const OPENERS =
  /^(?:(?:and|so|ok|okay|also|first|second|then|next|hi|hello|hmm|right|but|or|well|sure|yes|no|thanks)[\s,:]+)*(?:what|what's|whats|how|which|who|when|where|why|is there|are there|is it|is this|are we|are they|is the|are the|do we|do they|do you|do the|does|did|can we|can i|can you|can the|could|should we|should i|would|will|have we|has|may i|any idea|any\b.*\b(?:constraint|limit|requirement)s?)\b/i
const REQUESTS =
  /\b(?:(?:i would|i'd|i’d|id|we would|we'd) (?:like|want|need|love) to (?:know|ask|understand|clarify|confirm|check)|i want to (?:know|ask|clarify|confirm|check)|i need to know|can you tell|could you tell|please tell|tell me|let me ask|i(?: a|')?m wondering|i wonder|wondering|do you know|curious (?:about|whether|if|how|what)|could you (?:clarify|share|explain|give)|can you (?:clarify|share|explain|give))\b/i
/** Asking whether to go on is no question about the problem. */
const CHECKING =
  /\b(?:(?:does|did) (?:that|this) (?:make sense|sound|work|answer|help)|is (?:that|this) (?:ok|okay|fine|enough|clear|right|what you)|(?:shall|should|may|can|could) i (?:go|start|begin|continue|move|proceed|skip|dive|assume|take)|do you want me|would you like|sound good|make sense|any questions|(?:tell me|let me know|stop me|say so) (?:if|whether|when|where) you|am i (?:on|right)|can we (?:go|move|skip|continue)|shall we)\b/i

/** The questions of a turn in the order they were put. */
export const questions = (text: string): Question[] => {
  const cut = text.slice(0, LONGEST)
  const parts = sentences(cut).map(({ start, end }) => cut.slice(start, end))
  const out = parts.flatMap((part, i) => {
    const bare = part.replace(/^[\s>*_#\-–•\d.)]+/u, '')
    const requested = REQUESTS.test(bare)
    if (!/\?["'”’)*_\s]*$/.test(bare) && !requested && !OPENERS.test(bare)) return []
    const open =
      requested || parts.slice(i + 1).every((later) => later.includes('?') || words(later).length < 4)
    const all = words(bare)
    return [
      {
        text: part.slice(0, 300),
        clauses: clauses(bare),
        words: all,
        wants: open && all.length > 1 && !CHECKING.test(bare),
      },
    ]
  })
  return out.slice(0, MOST)
}

/** Whether nothing but questions was said. */
export const onlyAsks = (text: string): boolean => {
  const parts = sentences(text.slice(0, LONGEST))
  return parts.length > 0 && questions(text).length === Math.min(parts.length, MOST)
}

const clauses = (text: string): Clause[] =>
  text
    .split(/[,;?]|\band\b|\bor\b|\bplus\b|\balso\b/i)
    .map((part) => part.trim())
    .map((part) => ({ text: part, words: words(part), wants: OPENERS.test(part) && !BACKWARD.test(part) }))
    .filter((clause) => clause.words.length > 0)

/** Words that point back to what was asked just before. */
const BACKWARD = /\b(?:it|they|them|that|those|these|this|he|she|so)\b/i

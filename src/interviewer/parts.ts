/** The parts of a question that ask for different things. */
import type { Clause } from './clauses.ts'
import type { Found } from './finder.ts'
import type { Known } from './known.ts'
import { LONE, NAMED, PLAIN } from './meaning.ts'
import type { Question } from './questions.ts'

/** The clauses that may ask for different things; those that only say more of another are joined with it. */
export const parts = ({ clauses }: Question, known: Known): Clause[] => {
  const first = clauses.findIndex(({ wants }) => wants)
  const lead = clauses.slice(0, Math.max(0, first))
  const named = lead.length > 0 && lead.every((one) => apart(one, clauses[first], known))
  const [head, rest] = named || first < 1 ? [[], clauses] : [lead, clauses.slice(first)]
  const out: Clause[] = []
  rest.forEach((clause, i) => {
    const before = out.at(-1)
    if (before && goesOn(before, clause, rest.slice(i + 1), known)) out[out.length - 1] = join(before, clause)
    else
      out.push(
        i === 0 ? head.reduceRight((all, one) => ({ ...join(one, all), back: false }), clause) : clause,
      )
  })
  return out
}

/** Whether what stands before a question names another thing, as in `calls a day, and who makes them`. */
const apart = ({ text, words }: Clause, next: Clause | undefined, { find, exact }: Known): boolean => {
  const [own] = find(words)
  if (own === undefined || own.points < NAMED) return false
  if (exact(words)) return true
  const other = next && find(next.words)[0]?.fact
  return (
    own.plain && own.share >= ALONE && own.fact !== other && next?.back === false && !CONDITION.test(text)
  )
}

const CONDITION =
  /^(?:(?:and|so|but|ok|okay) )*(?:if|when|for|given|with|in|on|at|suppose|as|since|of|from|to|by|besides|apart|once|while|after|before|because|i|we|you|it|this|that)\b/i

const join = (a: Clause, b: Clause): Clause => ({
  ...a,
  text: `${a.text}, ${b.text}`,
  words: [...a.words, ...b.words],
  wants: a.wants || b.wants,
})

const FEW = 5
/** A question of so few words, as `and how soon`, goes on about what was asked. */
const SHORT = 3
/** A clause that points back asks for another thing when all it tells speaks for that, or nearly so. */
const ALONE = 0.6
/** One that asks in the usual words of its topic asks for another thing when nearly all it tells speaks for that. */
const SURE = 0.9
/** Where what was asked about is what the clause is about, as in `how long does it last`, and not `what share of them`. */
const SUBJECT =
  /\b(?:is|are|was|were|do|does|did|can|could|should|shall|would|will|has|have|must|may|might) (?:it|they|that|those|these|this|he|she|each)\b/i

/** Whether a clause says more of the one before it instead of asking for another thing. */
const goesOn = (
  before: Clause,
  clause: Clause,
  later: readonly Clause[],
  { find, exact }: Known,
): boolean => {
  if (clause.link === 'or') return true
  if (clause.link === 'aside' && !clause.wants) return true
  if (!clause.wants && before.wants && clause.link === 'list' && later[0]?.link === 'or') return true
  const [own] = find(clause.words)
  const [prior] = find(before.words)
  if (own === undefined) return !clause.wants || clause.back
  if (own.fact === prior?.fact) return true
  if (clause.wants && !clause.back)
    return (
      (clause.link === 'list' && own.points < NAMED) ||
      (!own.owned && prior !== undefined && clause.words.length <= SHORT)
    )
  if (clause.wants) return isOf(own, clause)
  if (exact(clause.words) && own.points >= LONE) return false
  return !own.plain || own.points < (clause.words.length > FEW ? 2 : 1) * NAMED
}

/** Whether a clause that points back still asks for what it points to. */
const isOf = ({ owned, plain, points, share }: Found, { text }: Clause): boolean =>
  owned ? points < LONE : SUBJECT.test(text) || !plain || points < PLAIN || share < SURE

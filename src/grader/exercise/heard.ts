/** Which phrases of a situation's rules are heard in an answer, and how they are spoken of. */
import { type Phrasebook, phrasebook } from '../../flow/phrase.ts'
import type { Exercise, ExerciseKind } from '../../numbers/exercise/exercise.ts'
import { FLATTENED, HELPED } from './curve.ts'
import { isWhole } from './denied.ts'
import { BIAS, MISMATCH, VARIANCE } from './errors.ts'
import { LEAK, MISSINGNESS } from './features.ts'
import { BASE_RATE, OFFLINE_ONLINE } from './metrics.ts'
import { outermost } from './outermost.ts'
import { phrasesOf, type Rules } from './rules.ts'
import type { Said } from './said.ts'
import { type Stance, stanceOf } from './stance.ts'

const LISTS = ['right', 'wrong', 'compared', 'helps', 'harms'] as const
export type Listed = (typeof LISTS)[number]

/** One phrase in one sentence. */
export type Heard = { list: Listed; stance: Stance; quote: string }

/** The rules that the answer to a situation is held against. */
export const rulesFor = ({ kind, figures }: Exercise): Rules =>
  kind === 'learning-curve' ? (figures.helps === 1 ? HELPED : FLATTENED) : RULES[kind]

const RULES: Readonly<Record<Exclude<ExerciseKind, 'learning-curve'>, Rules>> = {
  bias: BIAS,
  variance: VARIANCE,
  mismatch: MISMATCH,
  'base-rate': BASE_RATE,
  'offline-online': OFFLINE_ONLINE,
  leak: LEAK,
  missingness: MISSINGNESS,
}

const made = new WeakMap<Rules, readonly { list: Listed; book: Phrasebook }[]>()

/** Looks for all phrases of a situation's rules; they are compiled when first asked for. */
export const hearingOf = (exercise: Exercise): ((said: readonly Said[]) => Heard[]) => {
  const rules = rulesFor(exercise)
  const books =
    made.get(rules) ?? LISTS.map((list) => ({ list, book: phrasebook(phrasesOf(rules[list] ?? '')) }))
  made.set(rules, books)
  return (said) => said.flatMap((one) => inSentence(one, books))
}

const inSentence = (said: Said, books: readonly { list: Listed; book: Phrasebook }[]): Heard[] => {
  const hits = books.flatMap(({ list, book }) =>
    [...book.find(said.words)].flatMap(([phrase, spans]) => spans.map((span) => ({ list, phrase, span }))),
  )
  const whole = hits.filter(({ phrase, span }) => phrase.includes('+') || isWhole(said, span))
  const outer = outermost(whole.filter(({ phrase }) => !phrase.includes('+')).map(({ span }) => span))
  return whole
    .filter(({ phrase, span }) => phrase.includes('+') || outer.has(`${span.from} ${span.to}`))
    .map(({ list, phrase, span }) => ({ list, stance: stanceOf(said, span, phrase), quote: said.text }))
}

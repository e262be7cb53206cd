/**
 * What a person has met or missed, as cards of a spaced-repetition scheduler (FSRS 6, by `ts-fsrs`): one card for each
 * criterion, due again about when one answer in ten would fail.
 *
 * Cards are plain JSON and every moment an argument, in milliseconds since 1970. Nothing is drawn by chance, so that equal
 * reviews give equal cards.
 */
import { createEmptyCard, fsrs, type Grade, Rating, State } from 'ts-fsrs'

/** How well a criterion was met. */
export type Recall = 'again' | 'hard' | 'good' | 'easy'

export type RecallCard = {
  /** When it is to be asked again. */
  due: number
  /** Days after which nine of ten would still know it. */
  stability: number
  /** From 1 to 10. */
  difficulty: number
  /** Times it was asked, and times it was lost again after it sat. */
  reps: number
  lapses: number
  state: 'new' | 'learning' | 'review' | 'relearning'
  last: number
}

/** Cards by criterion. */
export type Deck = Readonly<Record<string, RecallCard>>

/** One criterion as it was heard: unprompted where nobody had asked for it, early in the first half of its stage's time. */
export type Heard = { criterion: string; verdict: 0 | 1 | 2; unprompted?: boolean; early?: boolean }

/** What a verdict says of recall: a miss is to be asked again, a partial was hard, a clear one good or, of oneself and early, easy. */
export const recallOf = ({ verdict, unprompted, early }: Omit<Heard, 'criterion'>): Recall => {
  if (verdict === 0) return 'again'
  if (verdict === 1) return 'hard'
  return unprompted && early ? 'easy' : 'good'
}

/**
 * The deck after some criteria were heard at `at`. What was heard before a card's last review changes nothing of it, so that
 * a review that is taken twice counts once.
 */
export const reviewed = (deck: Deck, heard: readonly Heard[], at: number): Deck => {
  const next = { ...deck }
  for (const one of heard) {
    const before = next[one.criterion]
    if (before === undefined || at > before.last) next[one.criterion] = review(before, recallOf(one), at)
  }
  return next
}

/** The share, from 0 to 1, with which a card would be known at `at`; 0 for what was never asked. */
export const retention = (card: RecallCard | undefined, at: number): number =>
  card === undefined ? 0 : SCHEDULER.get_retrievability(stored(card), new Date(at), false)

/** Steps of minutes are left out: a card is asked once a day at most. */
const SCHEDULER = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false })

const GRADES: Readonly<Record<Recall, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}

const STATES = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
}

const review = (before: RecallCard | undefined, recall: Recall, at: number): RecallCard => {
  const now = new Date(at)
  const { card } = SCHEDULER.next(before ? stored(before) : createEmptyCard(now), now, GRADES[recall])
  const { due, stability, difficulty, reps, lapses, state } = card
  return { due: due.getTime(), stability, difficulty, reps, lapses, state: nameOf(state), last: at }
}

const nameOf = (state: State): RecallCard['state'] =>
  (Object.keys(STATES) as RecallCard['state'][]).find((name) => STATES[name] === state) ?? 'new'

const stored = ({ due, last, state, ...rest }: RecallCard) => ({
  ...rest,
  due: new Date(due),
  last_review: new Date(last),
  state: STATES[state],
  elapsed_days: 0,
  scheduled_days: Math.max(0, Math.round((due - last) / DAY)),
  learning_steps: 0,
})

const DAY = 86_400_000

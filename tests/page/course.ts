/** Interviews of a person who gets better, at two levels, one of them a single stage and one without a score. */
import type { Level } from '../../src/flow/flow.ts'
import type { Course } from '../../src/page/history.ts'
import type { Past, PastStage } from '../../src/practice/history.ts'
import { wordsIn } from '../../src/words/words.ts'
import { SMALL_FLOW } from '../flow/small.ts'

export const DAY = 86_400_000
/** The first of them: half past eleven at night in Greenwich, and the next day in Berlin. */
export const FIRST = Date.UTC(2026, 4, 3, 23, 30)

const STAGES = SMALL_FLOW.stages.map(({ id }) => id)
const criterion = (n: number): { id: string; name: string } =>
  SMALL_FLOW.stages.flatMap(({ criteria }) => criteria)[n] ?? { id: 'none', name: 'none' }

/** What they always met, and what they never did. */
export const STRONG = criterion(0)
export const WEAK = criterion(1)

const stagesAt = (mark: number): PastStage[] =>
  STAGES.map((id, n) => ({ id, mark, own: n === 0 ? mark + 1 : null, planned: 10, spent: n === 0 ? 15 : 5 }))

const past = (n: number, level: Level, score: number | null, band: string | null): Past => ({
  ...{ id: `i${n}`, at: FIRST + n * 7 * DAY, problem: 'ad-clicks', level, score, band },
  stages: band === null ? stagesAt(2).slice(0, 1) : stagesAt(n < 2 ? 1 : 3),
  verdicts: { [STRONG.id]: 2, [WEAK.id]: 0 },
})

export const PAST: readonly Past[] = [
  past(0, 'junior', 2.25, 'lean no hire'),
  past(1, 'junior', 2.5, 'lean no hire'),
  past(2, 'mid', 3, 'lean hire'),
  past(3, 'mid', 3.25, 'lean hire'),
  past(4, 'mid', 2, null),
  past(5, 'mid', null, null),
]

/** What a page is made of, a day after the last interview, in a zone that is ahead of Greenwich. */
export const courseOf = (all: readonly Past[] = PAST, rest: Partial<Course> = {}): Course => {
  const last = all.at(-1)?.at ?? FIRST
  const practised = [0, 1].map((n) => ({
    at: last + n * DAY,
    day: new Date(last + n * DAY + DAY / 12).toISOString().slice(0, 10),
  }))
  return {
    practice: { past: all, practised, zone: 'Europe/Berlin' },
    interviews: all.map(({ id }) => ({ id, title: `Clicks on ads, ${id}` })),
    flow: SMALL_FLOW,
    words: wordsIn('en'),
    now: last + DAY,
    ...rest,
  }
}

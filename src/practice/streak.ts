/**
 * Days of practice in a row. A streak counts practice and never scores.
 *
 * Days are the learner's own: each practice is kept with the day that it was where they were. One missed day in any seven
 * is forgiven, and so is a calendar day that was lost on a journey, as long as no more than 36 hours lay between two
 * practices.
 */

/** When somebody practised: the moment in milliseconds since 1970, and the day there, such as `2027-03-28`. */
export type Practised = { at: number; day: string }

export type Streak = {
  /** Days practised in the row that reaches up to today, or to yesterday where today is still open. */
  days: number
  /** Whether today counts already. */
  today: boolean
  /** Whether the one missed day in seven is used up, so that a further one ends the row. */
  graceUsed: boolean
  longest: number
}

const DAY = 86_400_000
const TRAVEL = 36 * 3_600_000
/** One missed day is forgiven in so many. */
const GRACE = 7

/** The streak as of a moment and the day that it is there. Order and doubles of the practices do not matter. */
export const streakOf = (practised: readonly Practised[], now: Practised): Streak => {
  const days = byDay(practised.filter(({ at }) => at <= now.at))
  let row: Row = EMPTY
  let longest = 0
  for (const [index, day] of days.entries()) {
    row = joined(row, days[index - 1], day)
    longest = Math.max(longest, row.days)
  }
  const last = days.at(-1)
  if (last === undefined) return { days: 0, today: false, graceUsed: false, longest: 0 }
  const today = last.day === now.day
  // Today is still open: a row goes on to which practice today could be joined.
  const next = today ? row : joined(row, last, { day: now.day, first: now.at, last: now.at })
  const goes = today || next.days > 1
  return { days: goes ? row.days : 0, today, graceUsed: goes && usedBy(next, number(now.day)), longest }
}

/** A day with its first and last practice. */
type Day = { day: string; first: number; last: number }

/** A row of days, and the number of the day that was last forgiven in it. */
type Row = { days: number; forgiven: number }
const EMPTY: Row = { days: 0, forgiven: Number.NEGATIVE_INFINITY }

const byDay = (practised: readonly Practised[]): Day[] => {
  const days = new Map<string, Day>()
  for (const { at, day } of practised) {
    const { first, last } = days.get(day) ?? { first: at, last: at }
    days.set(day, { day, first: Math.min(first, at), last: Math.max(last, at) })
  }
  return [...days.values()].sort((one, other) => one.first - other.first)
}

/** The row with one more day, or a new row where too much lies between. */
const joined = (row: Row, before: Day | undefined, { day, first }: Day): Row => {
  if (before === undefined) return { ...EMPTY, days: 1 }
  const between = number(day) - number(before.day) - 1
  if (between <= 0 || first - before.last <= TRAVEL) return { ...row, days: row.days + 1 }
  const missed = number(day) - 1
  return between === 1 && !usedBy(row, missed)
    ? { days: row.days + 1, forgiven: missed }
    : { ...EMPTY, days: 1 }
}

const usedBy = ({ forgiven }: Row, day: number): boolean => day - forgiven < GRACE

/** Days since 1970 of a day such as `2027-03-28`. */
const number = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)

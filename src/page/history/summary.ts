/** What it all comes to: how many interviews, days in a row, and what is within reach. */
import type { History, Milestone } from '../../practice/history.ts'
import { dayIn } from '../../practice/occurrence.ts'
import { type Practised, streakOf } from '../../practice/streak.ts'
import type { Words } from '../../words/words.ts'
import { escaped } from '../escape.ts'
import type { Names } from './names.ts'

/** When somebody practised, as of a moment, in the days of their zone. */
export type Days = { practised: readonly Practised[]; zone: string; now: number }

/** A few lines, as a list. */
export const summary = (
  { interviews, milestone }: History,
  { practised, zone, now }: Days,
  names: Names,
  words: Words,
): string => {
  const { days, longest } = streakOf(practised, { at: now, day: dayIn(zone, now) })
  const lines = [
    words.page.course.held({ count: interviews }),
    ...(longest === 0 ? [] : [words.daily.streak({ days, longest })]),
    ...(milestone === null ? [] : [milestoneLine(milestone, names, words)]),
  ]
  return `<ul class="summary">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
}

const milestoneLine = (milestone: Milestone, names: Names, { progress }: Words): string =>
  milestone.kind === 'mark'
    ? progress.nextMark({ stage: names.of(milestone.stage), mark: milestone.mark })
    : progress.nextCount({ left: milestone.left, count: milestone.next })

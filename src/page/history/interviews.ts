/** Every interview, the latest first. */
import type { Past } from '../../practice/history.ts'
import type { Words } from '../../words/words.ts'
import { escaped } from '../escape.ts'
import { dated } from '../frame.ts'
import { table } from '../table.ts'
import { NOTHING, two } from './numerals.ts'

/** The table, with the titles of problems by the ids of interviews. */
export const interviewTable = (
  past: readonly Past[],
  titles: ReadonlyMap<string, string>,
  words: Words,
  zone: string,
): string => {
  const { scores, startForm, page } = words
  const head = [page.course.date, startForm.problem, scores.level, 'S', scores.band]
  const rows = past
    .toSorted((one, other) => other.at - one.at)
    .map(({ id, at, problem, level, score, band }) => [
      `<time datetime="${new Date(at).toISOString()}">${escaped(dated(at, words, 'medium', zone))}</time>`,
      escaped(titles.get(id) ?? problem),
      escaped(words.levels[level]),
      score === null ? NOTHING : escaped(two(score, words)),
      band === null ? NOTHING : escaped(bandNamed(band, words)),
    ])
  return table({ label: page.course.date, head: head.map(escaped), rows })
}

/** What was kept of an interview may name a vote that is not given any more. */
const bandNamed = (band: string, { bands }: Words): string =>
  Object.hasOwn(bands, band) ? bands[band as keyof typeof bands] : band

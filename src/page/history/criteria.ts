/** What does not sit yet and what does, by name, from the verdicts that were given lately. */
import type { CriterionHistory, History } from '../../practice/history.ts'
import type { Words } from '../../words/words.ts'
import { escaped } from '../escape.ts'
import { table } from '../table.ts'
import type { Names } from './names.ts'
import { one } from './numerals.ts'

/** Two tables, each under its own heading. */
export const criteria = ({ weakest, strongest }: History, names: Names, words: Words): string => {
  const { course } = words.page
  return [
    listed(course.weakest, weakest, names, words),
    listed(course.strongest, strongest, names, words),
  ].join('')
}

const listed = (title: string, all: readonly CriterionHistory[], names: Names, words: Words): string => {
  const { course } = words.page
  const rows = all.map(({ id, recent, times }) => [
    `${escaped(names.of(id))} <span class="small">${escaped(id)}</span>`,
    escaped(one(recent, words)),
    `${times}`,
  ])
  const head = [course.criterion, course.lately, course.times].map(escaped)
  return `<h3>${escaped(title)}</h3>${rows.length === 0 ? `<p>${escaped(course.none)}</p>` : table({ label: title, head, rows })}`
}

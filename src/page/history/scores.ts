/** The scores over time: a picture over the zones of the votes, what is seen on it in words, and how it is read. */
import { LEVELS, type Level } from '../../flow/flow.ts'
import type { History } from '../../practice/history.ts'
import type { Words } from '../../words/words.ts'
import { escaped } from '../escape.ts'
import { dated } from '../frame.ts'
import { marker } from './marker.ts'
import { two } from './numerals.ts'
import { BROAD, NARROW, plot } from './plot.ts'

/** The picture for a broad page and for a narrow one, of which one is shown; a sentence where fewer than two have a score. */
export const scores = (all: History['scores'], words: Words, zone: string): string => {
  const { course } = words.page
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined || all.length < 2) return `<p>${escaped(course.noScores)}</p>`
  const day = (at: number): string => dated(at, words, 'medium', zone)
  const named = {
    day,
    band: words.bands,
    decimal: (value: number) => words.report.decimal({ number: `${value}` }),
  }
  const seen = course.seen({
    count: all.length,
    ...{ first: day(first.at), from: two(first.score, words) },
    ...{ last: day(last.at), to: two(last.score, words) },
    best: two(Math.max(...all.map(({ score }) => score)), words),
  })
  return [
    `<figure class="course"><div role="img" aria-label="${escaped(seen)}">`,
    `<div class="broad" aria-hidden="true">${plot(all, BROAD, named)}</div>`,
    `<div class="narrow" aria-hidden="true">${plot(all, NARROW, named)}</div></div>`,
    `<figcaption>${caption(all, words)}</figcaption></figure>`,
  ].join('')
}

const caption = (all: History['scores'], words: Words): string => {
  const { course } = words.page
  const levels = LEVELS.filter((level) => all.some((one) => one.level === level))
  const several = levels.length > 1
  const hollow = all.find(({ band }) => band === null)
  const keys = [
    ...(several ? levels.map((level) => key(level, true, words.levels[level])) : []),
    ...(hollow === undefined ? [] : [key(hollow.level, false, course.hollow)]),
  ]
  return [
    ...(keys.length === 0 ? [] : [`<ul class="keys">${keys.join('')}</ul>`]),
    `<p>${escaped([course.zones, ...(several ? [course.lines] : [])].join(' '))}</p>`,
  ].join('')
}

const key = (level: Level, filled: boolean, says: string): string =>
  `<li><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">${marker({ x: 8, y: 8 }, level, filled)}</svg> ${escaped(says)}</li>`

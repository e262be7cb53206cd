/** The history as a page: the course of scores and stages, what sits, every interview, and no power for anybody's words. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { historyPage } from '../../src/page/history.ts'
import type { Past } from '../../src/practice/history.ts'
import { wordsIn } from '../../src/words/words.ts'
import { SMALL_FLOW } from '../flow/small.ts'
import { courseOf, DAY, FIRST, PAST, STRONG, WEAK } from './course.ts'
import { HOSTILE, unclosed } from './hostile.ts'

const part = (page: string, id: string): string =>
  page.slice(page.indexOf(`<h2 id="${id}"`)).split('</section>')[0] ?? ''

const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<tr><th scope="row">(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row
      .replace(/<svg.*?<\/svg>/g, '')
      .replace(/<\/t[hd]>/g, '|')
      .replace(/<[^>]*>/g, ''),
  )

describe('the page', () => {
  const page = historyPage(courseOf())

  it('says in short how many interviews there are, the days in a row, and what is next', () => {
    const summary = part(page, 'summary')
    expect(summary).toContain('6 interviews assessed.')
    expect(summary).toContain('2 days in a row')
    expect(summary).toContain(`Within reach: mark 4 in ${SMALL_FLOW.stages[1]?.title}`)
    expect(page).toContain('As of June 9, 2026')
  })

  it('leads to each of its parts', () => {
    const ids = [...page.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual(['summary', 'scores', 'stages', 'criteria', 'past'])
    for (const id of ids) expect(page).toContain(`href="#${id}"`)
  })

  it('lists every interview, the latest first, with the day where its person was', () => {
    const rows = rowsOf(part(page, 'past'))
    expect(rows).toHaveLength(PAST.length)
    expect(rows[0]).toBe('Jun 8, 2026|Clicks on ads, i5|mid|–|–|')
    expect(rows[1]).toBe('Jun 1, 2026|Clicks on ads, i4|mid|2.00|–|')
    expect(rows.at(-1)).toBe('May 4, 2026|Clicks on ads, i0|junior|2.25|lean no hire|')
  })

  it('tells of each stage its marks, trend, own rating and time, in the order of an interview', () => {
    const rows = rowsOf(part(page, 'stages'))
    expect(rows.map((row) => row.split('|')[0])).toEqual(SMALL_FLOW.stages.map(({ title }) => title))
    expect(rows[0]).toMatch(/\| 1, 1, 3, 3, 2, 2\|\+0.7\|1 too high\|150 %\|$/)
    expect(rows[1]).toMatch(/\| 1, 1, 3, 3\|\+2\|–\|50 %\|$/)
  })

  it('names what sits and what does not', () => {
    const [weak = '', strong = ''] = part(page, 'criteria').split('<h3>').slice(1)
    expect(rowsOf(weak)).toEqual([`${WEAK.name} ${WEAK.id}|0|6|`])
    expect(rowsOf(strong)).toEqual([`${STRONG.name} ${STRONG.id}|2|6|`])
  })
})

describe('the picture of the scores', () => {
  const seen = (page: string) => /<div role="img" aria-label="([^"]*)"/.exec(page)?.[1]
  const plots = (page: string) => [...part(page, 'scores').matchAll(/<svg viewBox="0 0 \d{3} .*?<\/svg>/g)]

  it('has a mark for each score, hollow without a vote, a line for each level, and a zone for each vote', () => {
    const all = plots(historyPage(courseOf())).map(([svg]) => svg)
    expect(all).toHaveLength(2)
    for (const svg of all) {
      expect(svg.match(/class="dot/g)).toHaveLength(5)
      expect(svg.match(/class="dot mid hollow"/g)).toHaveLength(1)
      expect(svg.match(/class="line/g)).toHaveLength(2)
      expect(svg.match(/<rect class="zone/g)).toHaveLength(4)
      for (const says of ['strong hire', 'lean hire', 'lean no hire', '>no hire', '2.75'])
        expect(svg).toContain(says)
    }
  })

  it('puts a better score higher and a later one further to the right', () => {
    const [[svg] = ['']] = plots(historyPage(courseOf()))
    const dots = [...svg.matchAll(/class="dot[^"]*" d="M([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }))
    expect(dots.map(({ x }) => x)).toEqual(dots.map(({ x }) => x).toSorted((a, b) => a - b))
    const order = [3, 2, 1, 0, 4].map((n) => dots[n]?.y ?? Number.NaN)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(new Set(order).size).toBe(5)
  })

  it('is told in words for whoever does not see it', () => {
    expect(seen(historyPage(courseOf()))).toMatch(
      /^S of 5 interviews: 2.25 on May 4, 2026, 2.00 on Jun 1, 2026; the best is 3.25\./,
    )
  })

  it('needs two scores, and says so', () => {
    const page = historyPage(
      courseOf(PAST.slice(3).map((one, n) => (n === 0 ? one : { ...one, score: null }))),
    )
    expect(plots(page)).toEqual([])
    expect(part(page, 'scores')).toContain('Fewer than two of your interviews have a score')
  })

  it.each([0, 1, 60_000])('names a day once, for interviews that lie %i ms apart', (apart) => {
    const page = historyPage(courseOf(PAST.map((one, n) => ({ ...one, at: FIRST + n * apart }))))
    expect(page).not.toMatch(/NaN|Infinity/)
    expect(plots(page)[0]?.[0].match(/May 4, 2026/g)).toHaveLength(1)
  })
})

test.each([0, 1])('with %i interviews it says that there is nothing to compare yet', (count) => {
  const page = historyPage(courseOf(PAST.slice(0, count)))
  expect(page).toContain('With two interviews there is something to compare')
  expect(page).not.toMatch(/id="(?:scores|stages|criteria)"|<svg/)
  expect(rowsOf(page)).toHaveLength(count)
  expect(historyPage(courseOf(PAST.slice(0, 2)))).not.toContain('With two interviews there is')
})

test('it speaks German, with German numbers and days', () => {
  const page = historyPage(courseOf(PAST, { words: wordsIn('de') }))
  expect(page).toMatch(/^<!doctype html>\n<html lang="de">/)
  expect(part(page, 'past')).toContain('<td>3,25</td><td>eher Zusage</td>')
  expect(rowsOf(part(page, 'stages'))[0]).toContain('|+0,7|um 1 zu hoch|')
  expect(page).toContain('Stand: 9. Juni 2026')
})

test('without a flow and without titles it goes by ids', () => {
  const page = historyPage(courseOf(PAST, { flow: undefined, interviews: [] }))
  expect(rowsOf(part(page, 'past'))[0]).toContain('|ad-clicks|')
  expect(rowsOf(part(page, 'stages'))[0]).toContain(`${SMALL_FLOW.stages[0]?.id}|`)
})

test('nothing is fetched, nothing runs, and no names become anything but text', () => {
  const strange: Past[] = PAST.map((one) => ({
    ...one,
    problem: HOSTILE,
    ...(one.band === null ? {} : { band: HOSTILE }),
    stages: one.stages.map((stage) => ({ ...stage, id: `${HOSTILE}${stage.id}` })),
    verdicts: { [HOSTILE]: 1 },
  }))
  for (const interviews of [[], strange.map(({ id }) => ({ id, title: HOSTILE }))]) {
    const page = historyPage(courseOf(strange, { interviews }))
    expect(page).not.toMatch(/<script|<img|<b>|<iframe|<link|@import|url\(/i)
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(page).toContain("default-src 'none'")
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(6)
    expect(page).not.toContain('\u202e')
    expect(unclosed(page)).toEqual([])
  }
})

test('whatever was kept, it is one page with every tag closed, and holds no number that is none', () => {
  const kept = fc.record({
    day: fc.integer({ min: 0, max: 2_000 }),
    level: fc.constantFrom('junior' as const, 'mid' as const, 'senior' as const, 'staff' as const),
    score: fc.option(fc.double({ min: 1, max: 4, noNaN: true })),
    band: fc.option(fc.oneof(fc.constantFrom('lean hire', 'toString'), fc.string())),
    mark: fc.option(fc.integer({ min: 1, max: 4 })),
    own: fc.option(fc.integer({ min: 1, max: 4 })),
    spent: fc.integer({ min: 0, max: 90 }),
    title: fc.oneof(fc.string(), fc.constant(HOSTILE)),
  })
  fc.assert(
    fc.property(fc.array(kept, { maxLength: 8 }), (rows) => {
      const past = rows.map(
        ({ day, level, score, band, mark, own, spent }, n): Past => ({
          ...{ id: `i${n}`, at: FIRST + day * DAY, problem: 'p', level, score, band },
          stages: [{ id: 'first', mark, own, planned: 10, spent }],
          verdicts: {},
        }),
      )
      const page = historyPage(
        courseOf(past, { interviews: rows.map(({ title }, n) => ({ id: `i${n}`, title })) }),
      )
      expect(unclosed(page)).toEqual([])
      expect(page.replace(/<t[hd].*?<\/t[hd]>/gs, '')).not.toMatch(/NaN|Infinity|undefined/)
      expect(rowsOf(part(page, 'past'))).toHaveLength(rows.length)
    }),
    { numRuns: 60 },
  )
})

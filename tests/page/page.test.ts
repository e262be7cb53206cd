/** A report as a page: complete in itself, with every quotation marked where it was said, and no power for anybody's words. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { reportOf } from '../../src/interview/report.ts'
import { answers } from '../../src/interview/transcript.ts'
import { stretches } from '../../src/page/marks.ts'
import { reportPage } from '../../src/page/page.ts'
import { full, told } from '../interview/told.ts'
import { HOSTILE, unclosed } from './hostile.ts'

const pageOf = (...texts: string[]) => {
  const talk = told({ ...full, steps: [...full.steps, ...texts.map((says) => ({ says }))] })
  const report = reportOf(talk)
  return { page: reportPage(report, talk.log), report, log: talk.log }
}

test('it holds the report and the talk, and leads to each part', () => {
  const { page, report, log } = pageOf()
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
  expect(page).toContain(`<h1>Report: ${report.problem.title}`)
  for (const { text } of answers(log)) expect(stripped(page)).toContain(flat(text))
  const ids = [...page.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.length).toBeGreaterThan(5)
  for (const id of ids) expect(page).toContain(`href="#${id}"`)
})

test('each quotation is marked in the message it stands in, with its verdict beside it', () => {
  const { page, report } = pageOf()
  const quoted = report.points.filter(({ where }) => where !== null)
  expect(quoted.length).toBeGreaterThan(2)
  const talk = page.slice(page.indexOf('id="talk"'))
  for (const { criterion, name, quote } of quoted) {
    expect(talk).toContain(`${criterion} ${name}`)
    const turn = talk.split('<div class="turn').find((one) => one.includes(`${criterion} ${name}`)) ?? ''
    const marked = [...turn.matchAll(/<mark>(.*?)<sup>/g)].map(([, words]) => words).join(' ')
    expect(flat(stripped(marked))).toContain(flat(quote).slice(0, 20))
  }
})

test('nothing is fetched, nothing runs, and no words of others become anything but text', () => {
  const { page } = pageOf(HOSTILE, 'https://example.org/ & <b>bold</b>')
  expect(page).not.toMatch(/<script|<img|<b>|<iframe|<link|javascript:[^a]|@import|url\(/i)
  expect(page.match(/<\/style>/g)).toHaveLength(1)
  expect(page).toContain("default-src 'none'")
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toContain('\u202e')
})

test('whatever is said, every tag that is opened is closed', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constant(HOSTILE)), { maxLength: 3 }), (texts) => {
      const { page } = pageOf(...texts)
      expect(unclosed(page)).toEqual([])
    }),
    { numRuns: 30 },
  )
})

describe('quotations in a text', () => {
  it('may overlap, and join to the whole text again', () => {
    expect(stretches('one two three four', ['two three', 'three four', 'nine'])).toEqual([
      { text: 'one ', marks: [] },
      { text: 'two ', marks: [0] },
      { text: 'three', marks: [0, 1] },
      { text: ' four', marks: [1] },
    ])
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 4 }), (text, quotes) => {
        expect(
          stretches(text, quotes)
            .map((one) => one.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('are found whatever the white space and the style of quotation marks', () => {
    expect(stretches('a  “b”\nc d', ['a "b" c'])[0]).toEqual({ text: 'a  “b”\nc', marks: [0] })
    expect(stretches('a.c+ (d)', ['a.c+ (d)'])[0]?.marks).toEqual([0])
  })
})

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
const stripped = (html: string): string =>
  flat(
    html
      .replace(/<sup>.*?<\/sup>/g, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  )

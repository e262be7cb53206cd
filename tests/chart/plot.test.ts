/** Plots for a terminal: as their golden texts, within their width, with everything that has a name. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadPicture, type Confusion, type Picture } from '../../src/chart/picture.ts'
import { plotted } from '../../src/chart/plot.ts'
import { widthOf } from '../../src/platform/terminal/width.ts'
import { PICTURES } from './pictures.ts'

const ALL = Object.entries(PICTURES)
// biome-ignore lint/suspicious/noControlCharactersInRegex: looks are what is looked for
const COLOURS = /\u001b\[\d+m/g
const widest = (text: string): number => Math.max(...text.split('\n').map(widthOf))

describe.each(ALL)('%s', (name, picture) => {
  test('is drawn as its golden text', async () => {
    await expect(`${plotted(picture, { width: 72 })}\n`).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  test.each([40, 47, 63, 80, 120])('fits into %i columns, and fills most of them', (width) => {
    for (const ascii of [false, true]) {
      const text = plotted(picture, { width, ascii })
      expect(widest(text)).toBeLessThanOrEqual(width)
      if (picture.kind !== 'diagram' && picture.kind !== 'confusion')
        expect(widest(text)).toBeGreaterThan(width * 0.7)
    }
  })

  test('has colours only where they are asked for, and then the same signs', () => {
    const plain = plotted(picture, { width: 80 })
    const colourful = plotted(picture, { width: 80, colour: true })
    expect(plain).not.toMatch(/\p{Cc}(?<!\n)/u)
    expect(colourful).toMatch(COLOURS)
    const bare = colourful
      .replace(COLOURS, '')
      .split('\n')
      .map((line) => line.trimEnd())
    expect(bare.join('\n')).toBe(plain)
  })

  test('is drawn with ASCII alone where its names are', () => {
    const foreign = /[^\x20-\x7e\n]/gu
    const named = new Set(JSON.stringify(picture).match(foreign) ?? [])
    const strange = plotted(picture, { width: 120, ascii: true }).match(foreign) ?? []
    expect(strange.filter((one) => !named.has(one) && one !== '…')).toEqual([])
  })
})

test('a width outside of what can be read is brought within it', () => {
  const picture = PICTURES.pace as Picture
  expect(plotted(picture, { width: 3 })).toBe(plotted(picture, { width: 40 }))
  expect(plotted(picture, { width: 5000 })).toBe(plotted(picture, { width: 120 }))
  expect(plotted(picture, { width: Number.NaN })).toBe(plotted(picture, { width: 40 }))
})

const width = fc.integer({ min: 40, max: 120 })
/** Words as people name things, in several scripts, none as long as to be shortened. */
const name = fc
  .string({ unit: fc.constantFrom(...'abcdefgh zäß_価格😀'), minLength: 1, maxLength: 12 })
  .map((text) => text.trim().replace(/\s+/g, ' '))
  .filter((text) => text !== '')
const names = (maxLength: number) => fc.uniqueArray(name, { minLength: 1, maxLength })

/** How much of a line a bar fills: whole signs and the eighths of a last one. */
const filledIn = (line: string): number =>
  [...line].reduce((sum, sign) => {
    const piece = '▏▎▍▌▋▊▉█'.indexOf(sign)
    return sum + (piece < 0 ? 0 : piece + 1)
  }, 0)

test('names all stand there, in order, and the longer the time the longer the bar', () => {
  const stage = fc.record({ planned: fc.constant(0), spent: fc.double({ min: 0, max: 600, noNaN: true }) })
  fc.assert(
    fc.property(
      names(20),
      fc.array(stage, { minLength: 20, maxLength: 20 }),
      width,
      (all, times, columns) => {
        const stages = all.map((one, at) => ({ name: one, ...(times[at] ?? { planned: 0, spent: 0 }) }))
        const lines = plotted({ kind: 'pace', stages }, { width: columns }).split('\n')
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns)
        for (const { name: label } of stages) expect(lines.join('\n')).toContain(label)
        const drawn = lines.filter((line) => line.includes('│'))
        expect(drawn).toHaveLength(stages.length)
        const rows = stages.map(({ spent }, at) => ({ spent, line: drawn[at] ?? '' }))
        const sorted = rows.toSorted((a, b) => a.spent - b.spent)
        for (const [at, { line }] of sorted.entries())
          expect(filledIn(line)).toBeGreaterThanOrEqual(filledIn(sorted[at - 1]?.line ?? ''))
      },
    ),
  )
})

test('the line of a bar stands where its mark reaches it, and not before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 399 }),
      width,
      (mark, bar, columns) => {
        const marks = [{ name: 'Data', mark: mark / 100, bar: bar / 100 }]
        const text = plotted({ kind: 'scores', level: 'mid', most: 4, marks }, { width: columns })
        const row = text.split('\n').find((line) => line.startsWith('Data')) ?? ''
        const after = row.slice(row.indexOf('┃') + 1, row.length)
        expect(row).toContain('┃')
        // One sign is a stretch of the scale: within it both may be.
        if (mark - bar > 400 / 20) expect(filledIn(after)).toBeGreaterThan(0)
        if (mark <= bar) expect(filledIn(after)).toBe(0)
      },
    ),
  )
})

test('a table of any size holds its labels and its counts', () => {
  const confusion = names(12).chain((labels) =>
    fc.record({
      kind: fc.constant('confusion' as const),
      labels: fc.constant(labels),
      counts: fc.array(fc.array(fc.nat(99_999), { minLength: labels.length, maxLength: labels.length }), {
        minLength: labels.length,
        maxLength: labels.length,
      }),
    }),
  )
  fc.assert(
    fc.property(confusion, width, (picture: Confusion, columns) => {
      const text = plotted(picture, { width: columns })
      expect(widest(text)).toBeLessThanOrEqual(columns)
      for (const label of picture.labels) expect(text).toContain(label)
      const numbers = new Set(text.match(/[\d,]*\d/g))
      for (const count of picture.counts.flatMap((row) => [...(row as number[])]))
        if (count > 0) expect(numbers).toContain(count.toLocaleString('en-US'))
    }),
  )
})

test('a curve that rises never falls on the screen', () => {
  const rising = fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 60 })
    .map((values) => values.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(rising, width, (tpr, columns) => {
      const fpr = tpr.map((_, at) => at / (tpr.length - 1))
      const text = plotted(
        { kind: 'roc', curves: [{ name: 'one', fpr, tpr }] },
        { width: columns, ascii: true },
      )
      expect(widest(text)).toBeLessThanOrEqual(columns)
      const field = text.split('\n').filter((line) => /^ *[\d.]* [|+][^-]/.test(line))
      const highest = Array.from({ length: columns }, (_, column) =>
        field.findIndex((line) => line[column] === '*' && column > 4),
      )
      const seen = highest.filter((row) => row >= 0)
      expect(seen.length).toBeGreaterThan(columns / 2)
      for (const [at, row] of seen.entries()) expect(row).toBeLessThanOrEqual(seen[at - 1] ?? row)
    }),
  )
})

test('every box and every arrow of a diagram stands there', () => {
  const { diagram } = PICTURES.diagram as Extract<Picture, { kind: 'diagram' }>
  const text = plotted({ kind: 'diagram', diagram }, { width: 80 })
  for (const { label } of diagram.boxes) expect(text).toContain(label)
  expect(text.match(/[→⇢↔─] /g)).toHaveLength(diagram.arrows.length)
})

test('it speaks German where that is asked for, with a decimal comma', () => {
  const text = plotted(PICTURES.scores as Picture, { width: 80, language: 'de-AT' })
  expect(text).toContain('2,5 (0,5 darunter)')
  expect(text).toContain('nicht beurteilt')
  expect(plotted(PICTURES.scores as Picture, { width: 80, language: 'fr' })).toContain('not assessed')
})

test('what cannot be drawn says so', () => {
  expect(() => plotted({ kind: 'roc', curves: [] }, { width: 80 })).toThrow(BadPicture)
  const none = {
    kind: 'diagram',
    diagram: { boxes: [], arrows: [], frames: [], direction: 'right' },
  } as const
  expect(() => plotted(none, { width: 80 })).toThrow(BadPicture)
})

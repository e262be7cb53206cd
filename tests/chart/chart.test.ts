/** Pictures: each comes out as the golden one, as PNG of the size it says, with words for who cannot see it. */
import { expect, test } from 'vitest'
import { draw } from '../../src/chart/chart.ts'
import { blend, COLOURS, contrast, readable } from '../../src/chart/theme.ts'
import { PICTURES } from './pictures.ts'

const NAMES = Object.keys(PICTURES)
const pictureOf = (name: string) => {
  const picture = PICTURES[name]
  if (!picture) throw new Error(`There is no picture ${name}.`)
  return picture
}

/** One element a line, for whoever reads what has changed. */
const lines = (svg: string): string => svg.replaceAll('><', '>\n<')

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47]

test('there is one of each kind', () => {
  const kinds = new Set(Object.values(PICTURES).map(({ kind }) => kind))
  expect(kinds.size).toBeGreaterThanOrEqual(10)
})

test.each(NAMES)('%s is drawn as its golden picture', async (name) => {
  const { svg, png, alt } = await draw(pictureOf(name), 'light')
  await expect(lines(svg)).toMatchFileSnapshot(`golden/${name}.svg`)
  expect([...png.subarray(0, 4)]).toEqual(SIGNATURE)
  const view = new DataView(png.buffer, png.byteOffset)
  const [, width = Number.NaN, height = Number.NaN] =
    /width="([\d.]+)"[^>]*height="([\d.]+)"/.exec(svg)?.map(Number) ?? []
  expect(Math.abs(view.getUint32(16) - 2 * width)).toBeLessThanOrEqual(2)
  expect(Math.abs(view.getUint32(20) - 2 * height)).toBeLessThanOrEqual(2)
  expect(alt).toMatch(/^[A-Z].{20,}\.$/s)
})

test.each(NAMES)('%s says the same in the dark, in other colours', async (name) => {
  const [light, dark] = [await draw(pictureOf(name), 'light'), await draw(pictureOf(name), 'dark')]
  expect(dark.alt).toBe(light.alt)
  expect(dark.svg).not.toBe(light.svg)
  const said = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text)
  expect(said(dark.svg)).toEqual(said(light.svg))
  expect(said(light.svg).length).toBeGreaterThan(2)
})

test.each(NAMES)('%s says the same in German: other words, the same figures', async (name) => {
  const [english, german] = [await draw(pictureOf(name), 'light'), await draw(pictureOf(name), 'light', 'de')]
  expect(german.alt).not.toBe(english.alt)
  expect(german.alt).toMatch(/^[A-ZÄÖÜ].{20,}\.$/s)
  const figures = (alt: string) =>
    (alt.match(/\d[\d.,]*\d|\d/g) ?? []).map((one) => one.replace(/\D/g, '')).sort()
  expect(figures(german.alt)).toEqual(figures(english.alt))
})

test('what hostile names hold is text, never an element, a script or a link', async () => {
  const { svg } = await draw(pictureOf('hostile'), 'light')
  expect(svg).toContain('&lt;script&gt;')
  expect(svg).not.toMatch(/<(script|image|foreignObject|a|use|iframe)\b/i)
  const elements = svg.match(/<[a-z][^>]*>/gi)?.join('\n') ?? ''
  expect(elements).toContain('<text')
  expect(elements).not.toMatch(/\s(?:xlink:)?(?:href|src|on\w+)="|url\(/i)
})

test('what cannot be drawn says what is wrong with it', async () => {
  const empty = { kind: 'roc', curves: [] } as const
  await expect(draw(empty, 'light')).rejects.toThrow(/\w+ \w+.*\.$/)
  const broken = { kind: 'importance', measure: 'AUC', features: [{ name: 'a', value: Number.NaN }] } as const
  await expect(draw(broken, 'light')).rejects.toThrow(/\.$/)
})

test('words on a filled cell stand out from it, whatever its share', () => {
  for (const { paper, good, bad, ink, onFill } of Object.values(COLOURS))
    for (const [share, full] of [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((at) => [
      [at, good] as const,
      [at, bad] as const,
    ])) {
      const fill = blend(paper, full, share)
      const chosen = readable(fill, ink, onFill)
      expect(contrast(fill, chosen)).toBeGreaterThanOrEqual(contrast(fill, chosen === ink ? onFill : ink))
      expect(contrast(fill, chosen), `${chosen} on ${fill}`).toBeGreaterThan(3.8)
    }
})

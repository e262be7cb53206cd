/** Labels against graded levels, as a picture in SVG. */
import { LABELS } from './labelled.ts'

const CELL = 110
const LEFT = 190
const TOP = 110
const SIDE = LABELS.length * CELL
const WIDTH = LEFT + SIDE + 30
const HEIGHT = TOP + SIDE + 70

/** One square for each label (down) and graded level (across), the darker the larger its share of the label. */
export const confusionPicture = (counts: readonly (readonly number[])[], by: string): string => {
  const sums = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const all = sums.reduce((sum, count) => sum + count, 0)
  const title = `Labels and graded levels of ${all} answers`
  const squares = counts.flatMap((row, label) =>
    row.map((count, level) => square(label, level, count, count / Math.max(1, sums[label] ?? 0))),
  )
  const down = LABELS.map((name, label) => {
    const y = TOP + (label + 0.5) * CELL
    return (
      text(LEFT - 14, y - 4, `${label} ${name}`, 'text-anchor="end" font-size="15"') +
      text(LEFT - 14, y + 16, `${sums[label] ?? 0} answers`, 'text-anchor="end" font-size="13" fill="#555"')
    )
  })
  const across = LABELS.map((name, level) =>
    text(
      LEFT + (level + 0.5) * CELL,
      TOP + SIDE + 22,
      `${level} ${name}`,
      'text-anchor="middle" font-size="13"',
    ),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" font-family="system-ui, Helvetica, Arial, sans-serif" fill="#1a1a1a">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(20, 38, title, 'font-size="21" font-weight="600"'),
    text(
      20,
      62,
      `Judged by ${by}. Each square: answers, and their share of the label.`,
      'font-size="14" fill="#555"',
    ),
    ...squares,
    ...down,
    ...across,
    text(
      LEFT + SIDE / 2,
      HEIGHT - 16,
      'Level that was graded',
      'text-anchor="middle" font-size="15" font-weight="600"',
    ),
    text(LEFT - 14, TOP - 14, 'Label', 'text-anchor="end" font-size="15" font-weight="600"'),
    '</svg>',
    '',
  ].join('\n')
}

const square = (label: number, level: number, count: number, share: number): string => {
  const [x, y] = [LEFT + level * CELL, TOP + label * CELL]
  const on = share > 0.7 ? '#ffffff' : '#1a1a1a'
  const edge = label === level ? 'stroke="#c2410c" stroke-width="3"' : 'stroke="#d4d4d4" stroke-width="1"'
  const middle = x + CELL / 2
  return [
    `<rect x="${x + 3}" y="${y + 3}" width="${CELL - 6}" height="${CELL - 6}" rx="6" fill="${shade(share)}" ${edge}/>`,
    text(
      middle,
      y + CELL / 2 + 2,
      String(count),
      `text-anchor="middle" font-size="24" font-weight="600" fill="${on}"`,
    ),
    text(
      middle,
      y + CELL / 2 + 26,
      `${Math.round(100 * share)} %`,
      `text-anchor="middle" font-size="14" fill="${on}"`,
    ),
  ].join('\n')
}

/** From nearly white to a dark blue. */
const shade = (share: number): string => {
  const between = (from: number, to: number): number => Math.round(from + (to - from) * share)
  return `rgb(${between(245, 23)},${between(248, 64)},${between(252, 122)})`
}

const text = (x: number, y: number, words: string, look: string): string =>
  `<text x="${x}" y="${y}" ${look}>${escaped(words)}</text>`

const escaped = (words: string): string => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

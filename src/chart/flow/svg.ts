import type { Arrow, Box, Diagram } from '../../numbers/diagram/diagram.ts'
import { FAMILY, fonts } from '../raster/fonts.ts'
import type { Colours } from '../theme.ts'
import { type Laid, laidOut, type Spot } from './layout.ts'
import { at, outline } from './shape.ts'
import { type Block, SIZE, sizesOf } from './sized.ts'

const EDGE = 24

/** A drawn system as SVG: frames below, arrows over them, boxes on top; `marked` boxes have a strong border. */
export const diagramSvg = async (
  diagram: Diagram,
  marked: ReadonlySet<string>,
  colours: Colours,
): Promise<string> => {
  const sized = sizesOf(diagram, await fonts())
  const laid = await laidOut(diagram, sized)
  const [width, height] = [Math.max(laid.width, 120) + 2 * EDGE, Math.max(laid.height, 40) + 2 * EDGE]
  const parts = [
    ...laid.frames.map(({ from, to, title }, index) =>
      frameSvg(from, to, title, sized.frames[index], colours),
    ),
    ...diagram.arrows.map((arrow, index) => arrowSvg(arrow, laid.arrows[index], colours)),
    ...diagram.boxes.map((box, index) =>
      boxSvg(box, laid.boxes[index], sized.boxes[index], marked.has(box.id), colours),
    ),
    ...laid.arrows.map(({ label }, index) => labelSvg(label, sized.arrows[index], colours)),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${at(width)}" height="${at(height)}" viewBox="0 0 ${at(width)} ${at(height)}" font-family="${FAMILY}">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    `<g transform="translate(${EDGE},${EDGE})">`,
    ...parts.filter((part) => part !== ''),
    '</g></svg>',
  ].join('\n')
}

const frameSvg = (from: Spot, to: Spot, title: Spot, block: Block | undefined, colours: Colours): string =>
  [
    `<rect x="${at(from.x)}" y="${at(from.y)}" width="${at(to.x - from.x)}" height="${at(to.y - from.y)}" rx="8" fill="none" stroke="${colours.frame}" stroke-width="1.5" stroke-dasharray="2 4"/>`,
    text(
      block?.lines[0] ?? '',
      { x: title.x, y: title.y + 5 },
      `font-size="${SIZE.frame}" font-weight="bold" fill="${colours.muted}"`,
    ),
  ].join('')

const arrowSvg = ({ later }: Arrow, laid: Laid['arrows'][number] | undefined, colours: Colours): string => {
  const [first, ...others] = laid?.line ?? []
  if (laid === undefined || first === undefined) return ''
  const path = `M${pair(first)} C${others.map(pair).join(' ')}`
  const dashes = later ? ' stroke-dasharray="6 5"' : ''
  return [
    `<path d="${path}" fill="none" stroke="${colours.muted}" stroke-width="1.8"${dashes}/>`,
    laid.head === undefined ? '' : headSvg(others.at(-1) ?? first, laid.head, colours),
    laid.tail === undefined ? '' : headSvg(first, laid.tail, colours),
  ].join('')
}

/** A triangle from the end of the line to its tip. */
const headSvg = (base: Spot, tip: Spot, colours: Colours): string => {
  const [dx, dy] = [tip.x - base.x, tip.y - base.y]
  const length = Math.hypot(dx, dy) || 1
  const [sideX, sideY] = [(-dy / length) * 4.5, (dx / length) * 4.5]
  const corners = [tip, { x: base.x + sideX, y: base.y + sideY }, { x: base.x - sideX, y: base.y - sideY }]
  return `<polygon points="${corners.map(pair).join(' ')}" fill="${colours.muted}"/>`
}

const labelSvg = (spot: Spot | undefined, block: Block | undefined, colours: Colours): string => {
  if (spot === undefined || block === undefined || block.lines.length === 0) return ''
  const { width, height, lines } = block
  // The text stands on paper, so that an arrow that passes below does not cross it out.
  return [
    `<rect x="${at(spot.x - width / 2)}" y="${at(spot.y - height / 2)}" width="${at(width)}" height="${at(height)}" fill="${colours.paper}" fill-opacity="0.85"/>`,
    ...stacked(lines, spot, SIZE.arrow, height).map(({ line, place }) =>
      text(line, place, `font-size="${SIZE.arrow}" text-anchor="middle" fill="${colours.ink}"`),
    ),
  ].join('')
}

const boxSvg = (
  { shape }: Box,
  spot: Spot | undefined,
  block: Block | undefined,
  marked: boolean,
  colours: Colours,
): string => {
  if (spot === undefined || block === undefined) return ''
  const { width, height, lines, note } = block
  const fill = shape === 'store' ? colours.store : colours.box
  const stroke = marked ? colours.marked : colours.frame
  const look = `fill="${fill}" stroke="${stroke}" stroke-width="${marked ? 3.5 : 1.5}"`
  const noted = note === '' ? 0 : SIZE.note * SIZE.line
  const drum = shape === 'store' ? 6 : 0
  const middle = { x: spot.x, y: spot.y - noted / 2 + drum }
  const inner = lines.length * SIZE.box * SIZE.line
  const below = { x: spot.x, y: middle.y + inner / 2 + SIZE.note }
  return [
    outline(shape, spot, width, height, look),
    ...stacked(lines, middle, SIZE.box, inner).map(({ line, place }) =>
      text(line, place, `font-size="${SIZE.box}" text-anchor="middle" fill="${colours.ink}"`),
    ),
    note === ''
      ? ''
      : text(note, below, `font-size="${SIZE.note}" text-anchor="middle" fill="${colours.muted}"`),
  ].join('')
}

/** Lines below one another around a middle, each with its base line. */
const stacked = (lines: readonly string[], { x, y }: Spot, size: number, height: number) => {
  const step = size * SIZE.line
  const first = y - Math.min(height, lines.length * step) / 2 + size * 0.98
  return lines.map((line, index) => ({ line, place: { x, y: first + index * step } }))
}

const pair = ({ x, y }: Spot): string => `${at(x)},${at(y)}`

const text = (words: string, { x, y }: Spot, look: string): string =>
  `<text x="${at(x)}" y="${at(y)}" ${look}>${escaped(words)}</text>`

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it stands within an SVG, where it is text and nothing else. */
export const escaped = (words: string): string => words.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')

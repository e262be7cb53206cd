import type { Box } from '../../numbers/diagram/diagram.ts'
import type { Spot } from './layout.ts'

/** The outline of a box around a centre, as elements of an SVG with this look. */
export const outline = (
  shape: Box['shape'],
  { x, y }: Spot,
  width: number,
  height: number,
  look: string,
): string => {
  const [left, top] = [x - width / 2, y - height / 2]
  const rectangle = (radius: number): string =>
    `<rect x="${at(left)}" y="${at(top)}" width="${at(width)}" height="${at(height)}" rx="${at(radius)}" ${look}/>`
  if (shape === 'circle') return `<circle cx="${at(x)}" cy="${at(y)}" r="${at(width / 2)}" ${look}/>`
  if (shape === 'decision') {
    const corners = [
      [x, top],
      [left + width, y],
      [x, top + height],
      [left, y],
    ]
    return `<polygon points="${corners.map(([a = 0, b = 0]) => `${at(a)},${at(b)}`).join(' ')}" ${look}/>`
  }
  if (shape === 'store') return drum(left, top, width, height, look)
  return rectangle(shape === 'box' ? 6 : height / 2)
}

/** A drum, as stores are drawn. */
const drum = (left: number, top: number, width: number, height: number, look: string): string => {
  const [flat, radius] = [8, width / 2]
  const arc = `a${at(radius)},${flat} 0 0 0 ${at(width)},0`
  const body = `M${at(left)},${at(top + flat)} v${at(height - 2 * flat)} ${arc} v${at(2 * flat - height)}`
  return [
    `<path d="${body} a${at(radius)},${flat} 0 0 0 ${at(-width)},0 z" ${look}/>`,
    `<path d="M${at(left)},${at(top + flat)} ${arc}" ${look.replace(/fill="[^"]*"/, 'fill="none"')}/>`,
  ].join('')
}

/** A number as an SVG has it, with one digit behind the point. */
export const at = (value: number): string => String(Number(value.toFixed(1)))

/** How wide a text is in a font, from the tables of the font itself, so that it is the same on every machine. */
export type Metrics = {
  /** Width in pixels at a size in pixels. */
  width(text: string, size: number): number
  /** True when the font has a glyph for the character. */
  has(point: number): boolean
}

/** Reads the widths of a TrueType font (tables `head`, `hhea`, `hmtx` and `cmap` of format 4 or 12, OpenType 1.9). */
export const metricsOf = (font: Uint8Array): Metrics => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const table = tablesOf(view)
  const units = view.getUint16(table('head') + 18)
  const wide = view.getUint16(table('hhea') + 34)
  const advances = table('hmtx')
  const glyph = glyphsOf(view, table('cmap'))
  const advance = (point: number): number =>
    view.getUint16(advances + 4 * Math.min(glyph(point), wide - 1)) / units
  const known = new Map<number, number>()
  return {
    has: (point) => glyph(point) !== 0,
    width: (text, size) => {
      let sum = 0
      for (const character of text) {
        const point = character.codePointAt(0) ?? 0
        const width = known.get(point) ?? advance(point)
        known.set(point, width)
        sum += width
      }
      return sum * size
    },
  }
}

const tablesOf = (view: DataView): ((tag: string) => number) => {
  const starts = new Map<string, number>()
  for (let at = 0; at < view.getUint16(4); at += 1) {
    const entry = 12 + 16 * at
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)))
    starts.set(tag, view.getUint32(entry + 8))
  }
  return (tag) => {
    const start = starts.get(tag)
    if (start === undefined)
      throw new Error(`The font has no table ${tag}; it is not the one that is shipped.`)
    return start
  }
}

/** From a character to the number of its glyph, 0 where there is none. */
const glyphsOf = (view: DataView, cmap: number): ((point: number) => number) => {
  const known = new Map<number, number>()
  for (let at = 0; at < view.getUint16(cmap + 2); at += 1) {
    const start = cmap + view.getUint32(cmap + 8 + 8 * at)
    if (view.getUint16(start) === 4) readSegments(view, start, known)
    if (view.getUint16(start) === 12) readGroups(view, start, known)
  }
  return (point) => known.get(point) ?? 0
}

const readSegments = (view: DataView, start: number, known: Map<number, number>): void => {
  const twice = view.getUint16(start + 6)
  for (let at = 0; at < twice; at += 2) {
    const last = view.getUint16(start + 14 + at)
    const first = view.getUint16(start + 16 + twice + at)
    const delta = view.getUint16(start + 16 + 2 * twice + at)
    const offsetAt = start + 16 + 3 * twice + at
    const offset = view.getUint16(offsetAt)
    for (let point = first; point <= last && point !== 0xffff; point += 1) {
      const glyph = offset === 0 ? point : view.getUint16(offsetAt + offset + 2 * (point - first))
      if (glyph !== 0 || offset === 0) known.set(point, (glyph + delta) & 0xffff)
    }
  }
}

const readGroups = (view: DataView, start: number, known: Map<number, number>): void => {
  for (let at = 0; at < view.getUint32(start + 12); at += 1) {
    const group = start + 16 + 12 * at
    const [first, last, glyph] = [0, 4, 8].map((byte) => view.getUint32(group + byte)) as [
      number,
      number,
      number,
    ]
    for (let point = first; point <= last; point += 1) known.set(point, glyph + point - first)
  }
}

/** A column as it grows: numbers as long as it holds nothing else, then text. */
import type { Column } from '../../numbers/data/column.ts'

export type Growing = {
  add(text: string): void
  /** The column with the rows that were added. */
  done(): Column
}

/** What stands for a gap. */
const GAP = /^(?:|na|n\/a|nan|null|none|#n\/a)$/i
/** A number as programs write it; one that begins with 0 is a name, such as 007. */
const NUMBER = /^[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i
const COMMA = /^[+-]?(?:0|[1-9]\d*),\d+$/

/** A column of a name; `comma` says that a decimal comma is read as one. */
export const growing = (name: string, comma: boolean): Growing => {
  let [values, codes] = [new Float64Array(64), new Int32Array(0)]
  let rows = 0
  let places: Map<string, number> | undefined
  const dictionary: string[] = []

  const numberIn = (text: string): number | undefined => {
    if (NUMBER.test(text)) return Number(text)
    return comma && COMMA.test(text) ? Number(text.replace(',', '.')) : undefined
  }
  const codeOf = (text: string): number => {
    places ??= new Map()
    const known = places.get(text)
    if (known !== undefined) return known
    places.set(text, dictionary.length)
    dictionary.push(text)
    return dictionary.length - 1
  }
  /** What was taken for numbers so far is text after all. */
  const turn = (): void => {
    codes = new Int32Array(values.length)
    for (let row = 0; row < rows; row += 1) {
      const value = values[row] ?? Number.NaN
      codes[row] = Number.isNaN(value) ? -1 : codeOf(String(value))
    }
    values = new Float64Array(0)
  }
  const addText = (text: string): void => {
    if (rows === codes.length) codes = grownInts(codes)
    // As those were kept that came while the column held nothing but numbers.
    codes[rows] = GAP.test(text) ? -1 : codeOf(String(numberIn(text) ?? text))
    rows += 1
  }
  return {
    add(raw) {
      const text = raw.trim()
      if (places !== undefined) return addText(text)
      const value = GAP.test(text) ? Number.NaN : numberIn(text)
      if (value === undefined) {
        turn()
        places ??= new Map()
        return addText(text)
      }
      if (rows === values.length) values = grownFloats(values)
      values[rows] = value
      rows += 1
    },
    done: () =>
      places === undefined
        ? { kind: 'number', name, values: values.slice(0, rows) }
        : { kind: 'text', name, codes: codes.slice(0, rows), dictionary },
  }
}

const grownFloats = (values: Float64Array): Float64Array<ArrayBuffer> => {
  const next = new Float64Array(values.length * 2)
  next.set(values)
  return next
}

const grownInts = (values: Int32Array): Int32Array<ArrayBuffer> => {
  const next = new Int32Array(Math.max(64, values.length * 2))
  next.set(values)
  return next
}

/** How much memory or disk things take. All in bytes; units are decimal, 1 GB is 1e9 bytes. */
import { BadInput } from '../bad-input.ts'
import { numberText } from '../number-text.ts'
import { bytesText, type Derived, given } from './derived.ts'

/** Bytes of one number by its type. */
export const WIDTHS = {
  float64: 8,
  float32: 4,
  float16: 2,
  bfloat16: 2,
  float8: 1,
  int64: 8,
  int32: 4,
  int16: 2,
  int8: 1,
  bit: 0.125,
} as const
export type Width = keyof typeof WIDTHS

/** Bytes of an embedding table: `rows * dimensions * bytes of the type`. Throws BadInput for a type that it does not know. */
export const embeddingBytes = (rows: number, dimensions: number, type: Width = 'float32'): Derived => {
  const width = widthOf(type)
  const value = given('rows', rows) * given('dimensions', dimensions) * width
  const line = `${numberText(rows)} × ${numberText(dimensions)} × ${numberText(width)} bytes (${type}) = ${bytesText(value)}`
  return { value, unit: 'bytes', lines: [line] }
}

/** Bytes of a table: rows times the sum of its columns' widths, times the number of copies. */
export const tableBytes = (
  rows: number,
  columns: Readonly<Record<string, number | Width>>,
  copies = 1,
): Derived => {
  const widths = Object.entries(columns).map(([name, width]): [string, number] => [
    name,
    typeof width === 'number' ? given(name, width) : widthOf(width),
  ])
  const row = widths.reduce((sum, [, width]) => sum + width, 0)
  const one = given('rows', rows) * row
  const value = one * given('copies', copies, 1)
  const lines = [
    `${widths.map(([name, width]) => `${name} ${numberText(width)}`).join(' + ')} = ${numberText(row)} bytes a row`,
    `${numberText(rows)} × ${numberText(row)} bytes = ${bytesText(one)}`,
  ]
  if (copies !== 1) lines.push(`${bytesText(one)} × ${numberText(copies)} copies = ${bytesText(value)}`)
  return { value, unit: 'bytes', lines }
}

/** An index of vectors: plain, a graph with `links` per node, or codes of `code` bytes. */
export type VectorIndex =
  | { kind: 'flat'; type?: Width }
  | { kind: 'hnsw'; type?: Width; links?: number }
  | { kind: 'codes'; code: number; id?: number }

/**
 * Bytes of a vector index. Flat: the vectors. HNSW: the vectors and `2 * links` neighbours of 4 bytes each, the bottom
 * layer (Malkov and Yashunin 2018; upper layers add about 1 / links of that and are left out). Codes: product-quantised
 * codes with an id of 8 bytes beside each where nothing else is said (Jegou et al. 2011).
 */
export const indexBytes = (rows: number, dimensions: number, index: VectorIndex): Derived => {
  if (index.kind === 'flat') return embeddingBytes(rows, dimensions, index.type)
  if (index.kind === 'codes') {
    const each = given('code', index.code) + given('id', index.id ?? 8)
    const value = given('rows', rows) * each
    const line = `${numberText(rows)} × (${numberText(index.code)} + ${numberText(index.id ?? 8)}) bytes = ${bytesText(value)}`
    return { value, unit: 'bytes', lines: [line] }
  }
  const vectors = embeddingBytes(rows, dimensions, index.type)
  const links = given('links', index.links ?? 16, 1)
  const graph = rows * 2 * links * 4
  const value = vectors.value + graph
  const lines = [
    ...vectors.lines,
    `${numberText(rows)} × 2 × ${numberText(links)} links × 4 bytes = ${bytesText(graph)}`,
    `${bytesText(vectors.value)} + ${bytesText(graph)} = ${bytesText(value)}`,
  ]
  return { value, unit: 'bytes', lines }
}

/** Bytes of a cache that holds a share of all keys, each with its value and `overhead` bytes beside it (64 where nothing is said). */
export const cacheBytes = (keys: number, bytes: number, share = 1, overhead = 64): Derived => {
  const held = given('keys', keys) * Math.min(1, given('share', share))
  const value = held * (given('bytes', bytes) + given('overhead', overhead))
  const lines = [
    `${numberText(keys)} × ${numberText(share)} = ${numberText(held)} keys held`,
    `${numberText(held)} × (${numberText(bytes)} + ${numberText(overhead)}) bytes = ${bytesText(value)}`,
  ]
  return { value, unit: 'bytes', lines }
}

const widthOf = (type: string): number => {
  const width = (WIDTHS as Readonly<Record<string, number>>)[type]
  if (width !== undefined) return width
  const known = Object.keys(WIDTHS).join(', ')
  throw new BadInput(`"${type}" is no known type of number.`, { value: type, mend: `Use one of ${known}.` })
}

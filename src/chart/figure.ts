/**
 * What is seen, before it is known where: lines over two axes, bars in rows, or a grid of cells.
 *
 * Every picture of numbers becomes one of the three, and each of the three is drawn once for images and once for terminals.
 */
export type Figure = Lines | Bars | Grid

export type Point = { x: number; y: number }

/** `share` is from 0 to 1, `log` a number on a logarithmic scale, `date` milliseconds since 1970. */
export type Axis = { title: string; from: number; to: number; as: 'share' | 'number' | 'log' | 'date' }

/** A `reference` is what the others are compared with; `faint` ones are many and have no name of their own. */
export type Series = { name: string; points: readonly Point[]; look: 'line' | 'dots' | 'reference' | 'faint' }

export type Lines = {
  form: 'lines'
  title: string
  /** One sentence on how to read it. */
  note: string
  x: Axis
  y: Axis
  series: readonly Series[]
}

/** One row: a bar, what stands at its end, and a tick that it is compared with. */
export type Row = {
  name: string
  value: number | undefined
  text: string
  tick?: number
  low?: number
  high?: number
  tone: 'good' | 'bad'
}

export type Bars = { form: 'bars'; title: string; note: string; axis: Axis; rows: readonly Row[] }

export type Cell = { row: number; column: number; share: number; text: string }

/** `share` of a cell is that of its row. */
export type Grid = {
  form: 'grid'
  title: string
  note: string
  rows: string
  columns: string
  labels: readonly string[]
  cells: readonly Cell[]
}

/** A figure and what is seen on it, in words computed from the same numbers. */
export type View = { figure: Figure; alt: string }

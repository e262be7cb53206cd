/** Something odd about a column. */
export type Unexpected = {
  column: string
  kind: 'constant' | 'identifier' | 'outliers' | 'sentinel' | 'unit' | 'mixed' | 'rare' | 'spelling'
  /** A few of the values, with how often each occurs. */
  values: readonly { value: string; count: number }[]
  /** Rows that it is about. */
  rows: number
  /** For a unit: how many times the rest it is; for spelling: what was probably meant. */
  factor?: number
  meant?: string
}

/** Where a fault of the input lies and what mends it, as far as known. */
export type Fault = {
  /** Row of the fault, counted from 0 as arrays are. */
  row?: number
  /** Name of the column or the argument it stands in. */
  column?: string
  /** What stood there. */
  value?: unknown
  /** What the person can do about it, as a sentence. */
  mend?: string
}

/** Thrown when figures cannot be computed from what was given: which row, column and value, and what mends it. */
export class BadInput extends Error {
  readonly row: number | undefined
  readonly column: string | undefined
  readonly value: unknown
  readonly mend: string | undefined

  constructor(message: string, fault: Fault = {}) {
    super(fault.mend === undefined ? message : `${message} ${fault.mend}`)
    this.name = 'BadInput'
    this.row = fault.row
    this.column = fault.column
    this.value = fault.value
    this.mend = fault.mend
  }
}

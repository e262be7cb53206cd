/** What the lint can find, in the order in which it is told. */
export type Kind =
  | 'no-source'
  | 'no-serving-path'
  | 'no-store'
  | 'no-training-path'
  | 'no-logging-back'
  | 'unshared-features'
  | 'over-budget'
  | 'orphan'
  | 'bare-arrows'
  | 'no-fallback'

export type Remark = {
  kind: Kind
  /** What is missing or does not add up, in one or two sentences with the mend. */
  says: string
  /** Ids of the boxes that it is about. */
  boxes: readonly string[]
  /** The criteria of the framework that it bears on, such as `FT3`. */
  criteria: readonly string[]
  /** The sum, line by line, where one was made. */
  derivation?: readonly string[]
}

/** What was asked of the system, where it is known. */
export type Asked = { /** Milliseconds that one request may take. */ budget?: number }

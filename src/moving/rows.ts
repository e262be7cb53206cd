/** All that is stored, table by table and in a form that every store has, so that it can be moved from one to another. */

/** In the order in which they are moved: what others point to first. */
export const TABLES = ['document', 'list', 'known', 'aside', 'message'] as const
export type Table = (typeof TABLES)[number]

/** What each row has, in this order: text, whole numbers, moments in milliseconds. */
export const COLUMNS = {
  document: ['key', 'revision', 'value'],
  list: ['key', 'n', 'entry'],
  /** Ids of messages that were handled, until their time is over. */
  known: ['id', 'key', 'until'],
  aside: ['key', 'id', 'at', 'body', 'attempt', 'reason'],
  /** Messages that are not handled, in the order in which they were posted. */
  message: ['key', 'id', 'at', 'body', 'due', 'attempt', 'reason'],
} as const satisfies Readonly<Record<Table, readonly string[]>>

export type Value = string | number | null
/** The values of a row by `COLUMNS`, behind its place in the order of its table. */
export type Row = { place: Place; values: readonly Value[] }
/** Where a row stands: its key, or its number, or both. */
export type Place = readonly (string | number)[]

/** How far a move into a store has come; it may be used again once it is done. */
export type Progress = { from: string; table: Table; after: Place | null }

/** Where a store's content went, so that nobody goes on with what is left. */
export type Moved = { to: string }

/** A store, open for nobody else, as its rows. */
export type Rows = {
  /** For people, without a password. */
  name: string
  /** Up to so many rows of a table behind a place, in the table's order. */
  page(table: Table, after: Place | null, most: number): Promise<Row[]>
  /** Adds rows and notes how far it is, both or neither. */
  add(table: Table, rows: readonly Row[], progress: Progress): Promise<void>
  /** Removes all rows of all tables. */
  clear(): Promise<void>
  /** Makes the first message of each key the one to be handed over next. */
  settle(): Promise<void>
  /** What was noted here of moves; nothing where there was none. */
  noted(): Promise<{ progress?: Progress; moved?: Moved }>
  note(what: { progress?: Progress; moved?: Moved }): Promise<void>
  close(): Promise<void>
}

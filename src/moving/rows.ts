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
/** What is noted of moves has a namespace of its own, and is no part of what is moved. */
export const SPACE = 'mlsd-move'

/** Which rows of a table are moved, and which are removed from a store that is to be filled, as conditions in SQL. */
export const MOVED: Readonly<Record<Table, string>> = {
  document: `namespace <> '${SPACE}' AND expires IS NULL`,
  list: 'true',
  known: 'until IS NOT NULL',
  aside: 'true',
  message: 'id IS NOT NULL',
}
export const CLEARED: Readonly<Record<Table, string>> = { ...MOVED, known: 'true', message: 'true' }

/** By which columns the rows of a table are in order, and where each stands. */
export const PLACED: Readonly<Record<Table, string>> = {
  document: 'key',
  list: 'key, n',
  known: 'id',
  aside: 'n',
  message: 'n',
}

/** Columns that every row of a table gets when it is added. */
export const ADDED: Readonly<Record<Table, Readonly<Record<string, string>>>> = {
  document: { namespace: "'mlsd'" },
  list: {},
  known: {},
  aside: {},
  message: { state: '0' },
}

/** Makes the first message of each key ready, in a table of this name. */
export const firstsReady = (table: string): string => `
  UPDATE ${table} SET state = 1, due = CASE due WHEN 0 THEN at ELSE due END WHERE n IN (
    SELECT n FROM (
      SELECT n, row_number() OVER (PARTITION BY key ORDER BY (attempt > 0) DESC, at, n) AS place FROM ${table}) placed
    WHERE place = 1)`

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
  /** For people: how whoever needs nothing of it makes it empty. */
  emptiedBy: string
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

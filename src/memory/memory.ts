/**
 * What is kept: typed documents with revisions, and transcripts that only grow.
 *
 * A failing store throws `MemoryError`; it never looks like an absent document. Keys are non-empty, well-formed text
 * without NUL and values are JSON; anything else is a `TypeError`, the caller's mistake.
 */

export type Revision = number

export type Kept<T> = { value: T; revision: Revision }

export type Memory = {
  /** The document and its revision, or `undefined` when there is none. */
  load<T>(key: string): Promise<Kept<T> | undefined>
  /**
   * Replaces the revision named (0 for a new document) and answers the new one.
   * Throws `StaleRevision` and changes nothing when another revision is stored.
   */
  save<T>(key: string, value: T, replaces: Revision): Promise<Revision>
  /**
   * Adds entries to a list; `from` is the index of the first, so that a repeated append changes nothing.
   * Throws `RangeError` when it would leave a hole.
   */
  append(key: string, from: number, entries: readonly unknown[]): Promise<void>
  /** The entries of a list in order, from an index. */
  entries<T>(key: string, from?: number): AsyncIterable<T>
  /** Removes a document or a list. Resolves also when there was none. */
  forget(key: string): Promise<void>
  /** Documents whose key begins with the prefix, in order of code points, without holding them all at once. */
  each<T>(prefix: string): AsyncIterable<Kept<T> & { key: string }>
}

/** The store failed: its disk, its file or its connection. The cause is kept. */
export class MemoryError extends Error {
  override name = 'MemoryError'
}

/** Somebody else saved first; load again and repeat the step. */
export class StaleRevision extends Error {
  override name = 'StaleRevision'
}

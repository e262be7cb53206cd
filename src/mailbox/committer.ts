import type { StatementSync } from 'node:sqlite'

/** A prepared statement for this text. */
export type Sql = (text: string) => StatementSync

/** What the mailbox needs of the one writer of the shared file; `sqlite/committer.ts` keeps it. */
export type Committer = {
  run<T>(work: (sql: Sql) => T): Promise<T>
  read<T>(work: (sql: Sql) => T): Promise<T>
}

import type { StatementSync } from 'node:sqlite'

/** What memory needs of the one writer of the shared file; `sqlite/committer.ts` keeps it. */
export type Committer = {
  run<T>(work: (sql: (text: string) => StatementSync) => T): Promise<T>
  read<T>(work: (sql: (text: string) => StatementSync) => T): Promise<T>
}

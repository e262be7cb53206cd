import type { StatementSync } from 'node:sqlite'
import { explained } from './error.ts'
import type { Database } from './open.ts'

/** A prepared statement for this text, made once and kept. */
export type Sql = (text: string) => StatementSync

/** One writer for everybody: works asked for together are made durable together. */
export type Committer = {
  /** Does the work in a transaction and resolves once it is durable; a work that throws leaves nothing behind. */
  run<T>(work: (sql: Sql) => T): Promise<T>
  /** Does the reading at once; it sees everything that is durable and nothing else. */
  read<T>(work: (sql: Sql) => T): Promise<T>
  /** Resolves once what was asked for is done; later works are refused. The database stays open. */
  close(): Promise<void>
}

/**
 * Groups works into transactions.
 *
 * The laws:
 * - All works that are asked for before the event loop's next check phase share one transaction and one sync to
 *   disk: alone, a work waits no longer than the turn it is in; under load, groups grow by themselves.
 * - A group runs in one go, so that no reader and no other work ever sees half of it.
 * - Each work has a savepoint: one that throws is undone alone. Only when SQLite gives up the whole transaction
 *   (a full disk) do the works before it in the group fail with it.
 * - A promise resolves after the COMMIT and not before.
 *
 * A work must be synchronous and may be given up after it ran, so it should touch nothing but the database.
 */
export const committer = (database: Database): Committer => {
  const { file, connection } = database
  const statements = new Map<string, StatementSync>()
  let waiting: Work[] = []
  let closed = false
  let idle = (): void => {}

  const sql: Sql = (text) => {
    const known = statements.get(text)
    if (known) return known
    const made = connection.prepare(text)
    statements.set(text, made)
    return made
  }

  const flush = (): void => {
    const group = waiting
    waiting = []
    try {
      commit(group)
    } catch (error) {
      if (connection.isOpen && connection.isTransaction) connection.exec('ROLLBACK')
      for (const work of group) work.reject(explained(file, error))
    }
    idle()
  }

  const commit = (group: Work[]): void => {
    sql('BEGIN IMMEDIATE').run()
    const settled = group.map((work) => attempt(work))
    sql('COMMIT').run()
    for (const settle of settled) settle()
  }

  /** Runs one work and answers what is to be told once the group is durable. */
  const attempt = (work: Work): (() => void) => {
    sql('SAVEPOINT work').run()
    try {
      const result = work.run(sql)
      sql('RELEASE work').run()
      return () => work.resolve(result)
    } catch (error) {
      if (!connection.isTransaction) throw error
      sql('ROLLBACK TO work').run()
      sql('RELEASE work').run()
      return () => work.reject(explained(file, error))
    }
  }

  return {
    run<T>(work: (sql: Sql) => T) {
      if (closed) return Promise.reject(new Error(`${file} is closed. Nothing can be saved any more.`))
      return new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ run: work, resolve: (value) => resolve(value as T), reject })
      })
    },
    async read(work) {
      try {
        return work(sql)
      } catch (error) {
        throw explained(file, error)
      }
    },
    close() {
      closed = true
      if (waiting.length === 0) return Promise.resolve()
      return new Promise((done) => {
        idle = done
      })
    },
  }
}

type Work = {
  run: (sql: Sql) => unknown
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

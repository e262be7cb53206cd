/** Where a bot keeps its data: a file or a database, each a copy of what one talk left behind. */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import type { Server } from '../../postgres/server.ts'

export type Store = {
  /** What tells a bot of it. */
  env: Readonly<Record<string, string>>
  /** What stands before the name of a table. */
  prefix: string
  /** Runs statements one after the other, and answers the rows of the last one. */
  run(...statements: string[]): Promise<Record<string, unknown>[]>
  /** Puts in order what was just written, so that this is not done while something is measured. */
  settle(): Promise<void>
  /** A copy under another name; nobody may use this one meanwhile. */
  copy(name: string): Promise<Store>
}

export const sqliteStore = (folder: string, name: string): Store => {
  const home = join(folder, name)
  const file = join(home, 'mlsd.db')
  mkdirSync(home, { recursive: true })
  const run = async (...statements: string[]) => {
    const database = new DatabaseSync(file)
    try {
      return statements.map((text) => database.prepare(text).all()).at(-1) ?? []
    } finally {
      database.close()
    }
  }
  return {
    env: { MLSD_HOME: home },
    prefix: '',
    run,
    settle: async () => void (await run('ANALYZE', 'PRAGMA wal_checkpoint(TRUNCATE)')),
    async copy(other) {
      await run('PRAGMA wal_checkpoint(TRUNCATE)')
      const copied = sqliteStore(folder, other)
      copyFileSync(file, join(folder, other, 'mlsd.db'))
      return copied
    },
  }
}

export const postgresStore = async (server: Server, folder: string, url?: string): Promise<Store> => {
  const address = url ?? (await server.database())
  const run = async (...statements: string[]): Promise<Record<string, unknown>[]> => {
    const client = new Client({ connectionString: address })
    await client.connect()
    try {
      let rows: Record<string, unknown>[] = []
      for (const text of statements) ({ rows } = await client.query(text))
      return rows
    } finally {
      await client.end()
    }
  }
  return {
    env: { DATABASE_URL: address, MLSD_HOME: folder },
    prefix: 'mlsd.',
    run,
    settle: async () => void (await run('VACUUM ANALYZE', 'CHECKPOINT')),
    async copy(name) {
      const from = new URL(address)
      const to = new URL(address)
      to.pathname = `${from.pathname}_${name}`
      await server.admin(`CREATE DATABASE ${to.pathname.slice(1)} TEMPLATE ${from.pathname.slice(1)}`)
      return postgresStore(server, folder, to.href)
    },
  }
}

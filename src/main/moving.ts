/** Moving all data between the file and the database, each open for nobody else. */
import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import { MoveError, moveAll, type Sum } from '../moving/move.ts'
import type { Rows, Table } from '../moving/rows.ts'

type Tell = (table: Table, rows: number) => void

/** Moves everything, to `postgres` or to `sqlite`, and answers what was moved. */
export const migrate = async (
  { file, database }: Config,
  to: 'postgres' | 'sqlite',
  tell: Tell,
): Promise<Sum[]> => {
  if (database === undefined)
    throw new MoveError('DATABASE_URL is not set: it names the database to move to or from.')
  if (to === 'postgres' && !existsSync(file))
    throw new MoveError(
      `There is no ${file}, so that there is nothing to move. MLSD_HOME names the folder that it is in.`,
    )
  const one = await fileAt(file)
  try {
    const other = await databaseAt(database)
    try {
      return await (to === 'postgres' ? moveAll(one, other, tell) : moveAll(other, one, tell))
    } finally {
      await other.close()
    }
  } finally {
    await one.close()
  }
}

const fileAt = async (file: string): Promise<Rows> => {
  const [{ openDatabase }, { sqliteRows }] = await Promise.all([
    import('../sqlite/open.ts'),
    import('../sqlite/rows.ts'),
  ])
  const database = openDatabase(file)
  return { ...sqliteRows(database), close: async () => database.close() }
}

const databaseAt = async (url: string): Promise<Rows> => {
  const [{ openPostgres }, { postgresRows, usersOf }] = await Promise.all([
    import('../postgres/open.ts'),
    import('../postgres/rows.ts'),
  ])
  const database = await openPostgres(url)
  const unused = async (): Promise<void> => {
    if ((await usersOf(database)) > 0)
      throw new MoveError(
        `A process works on ${database.name}, or did so a moment ago. Stop every mlsd, wait a quarter of a minute and try again.`,
      )
  }
  const rows = postgresRows(database)
  try {
    await unused()
  } catch (error) {
    await database.close()
    throw error
  }
  // Whoever began meanwhile goes on where what they do would be lost.
  return {
    ...rows,
    note: async (what) => {
      if (what.moved) await unused()
      await rows.note(what)
    },
  }
}

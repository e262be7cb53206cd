/** What is kept, and all that stands on it: a file for one process, or a database for any number. */
import { existsSync } from 'node:fs'
import type { Looked, OwnData } from '../cli/app.ts'
import { Refusal } from '../cli/failure.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Bank } from '../host/library.ts'
import type { Log } from '../host/world.ts'
import { ATTEMPTS } from '../mailbox/mailbox.ts'
import { standing } from '../moving/move.ts'
import type { Rows } from '../moving/rows.ts'
import { failuresTo } from './failures.ts'

type Banks = () => Promise<Bank>

/** Opens what is kept to look at it, and tells where that is not what counts; `undefined` when there is nothing yet. */
export const look = async (
  { file, database }: Config,
  bank: Banks,
  log: Log,
): Promise<Looked | undefined> => {
  const warn = async (rows: Rows): Promise<void> => {
    const why = await standing(rows)
    if (why !== undefined) log('warn', why)
  }
  const [{ libraryOf }, { systemClock }] = await Promise.all([
    import('../host/library.ts'),
    import('../clock.ts'),
  ])
  if (database !== undefined) {
    const [{ lookIntoPostgres }, { postgresMemory }, { postgresMailbox }, { postgresRows, usersOf }] =
      await Promise.all([
        import('../postgres/open.ts'),
        import('../memory/postgres.ts'),
        import('../mailbox/postgres.ts'),
        import('../postgres/rows.ts'),
      ])
    const store = await lookIntoPostgres(database)
    if (!store) return undefined
    const memory = postgresMemory(store)
    const queue = postgresMailbox(store, systemClock())
    const library = libraryOf(await bank(), memory)
    const user = async () => {
      const count = await usersOf(store)
      return count === 0 ? null : count === 1 ? 'one process' : `${count} processes`
    }
    await warn(postgresRows(store))
    return { where: store.name, memory, queue, library, user, close: store.close }
  }
  if (!existsSync(file)) return undefined
  const [{ openDatabase }, { userOf }, { sqliteRows }, { committer }, { sqliteMemory }, { sqliteMailbox }] =
    await Promise.all([
      import('../sqlite/open.ts'),
      import('../sqlite/user.ts'),
      import('../sqlite/rows.ts'),
      import('../sqlite/committer.ts'),
      import('../memory/sqlite.ts'),
      import('../mailbox/sqlite.ts'),
    ])
  const opened = openDatabase(file, { readOnly: true })
  const reader = committer(opened)
  const memory = sqliteMemory(reader)
  const queue = sqliteMailbox(reader, systemClock())
  const library = libraryOf(await bank(), memory)
  const user = async () => userOf(file)
  await warn(sqliteRows(opened))
  return { where: file, memory, queue, library, user, close: async () => opened.close() }
}

/** Opens the file for this process alone, or the database beside other processes. */
export const open = async (config: Config, bank: Banks, clock: Clock, log: Log): Promise<OwnData> => {
  const options = { report: failuresTo(log, ATTEMPTS), atOnce: HANDS }
  const { database, file } = config
  const stores = await (database === undefined
    ? inFile(file, clock, options)
    : inDatabase(database, clock, options))
  const { libraryOf } = await import('../host/library.ts')
  return { ...stores, library: libraryOf(await bank(), stores.memory) }
}

/** So many talks at once: one that waits for its platform holds up no other. */
const HANDS = 256

type Options = {
  report: (error: unknown, message?: { id: string; key: string; attempt: number }) => void
  atOnce: number
}
type Stores = Omit<OwnData, 'library'>

const inFile = async (file: string, clock: Clock, options: Options): Promise<Stores> => {
  const [{ openDatabase }, { committer }, { compact }, { sqliteMemory }, { sqliteMailbox }, { sqliteRows }] =
    await Promise.all([
      import('../sqlite/open.ts'),
      import('../sqlite/committer.ts'),
      import('../sqlite/compact.ts'),
      import('../memory/sqlite.ts'),
      import('../mailbox/sqlite.ts'),
      import('../sqlite/rows.ts'),
    ])
  const database = openDatabase(file)
  await still(sqliteRows(database), async () => database.close())
  const writer = committer(database)
  return {
    where: file,
    hands: HANDS,
    memory: sqliteMemory(writer),
    mailbox: sqliteMailbox(writer, clock, options),
    compact: () => compact(database),
    close: async () => {
      await writer.close()
      database.close()
    },
  }
}

const inDatabase = async (url: string, clock: Clock, options: Options): Promise<Stores> => {
  const [{ openPostgres }, { postgresMemory }, { postgresMailbox }, { postgresRows }] = await Promise.all([
    import('../postgres/open.ts'),
    import('../memory/postgres.ts'),
    import('../mailbox/postgres.ts'),
    import('../postgres/rows.ts'),
  ])
  const database = await openPostgres(url)
  await still(postgresRows(database), database.close)
  return {
    where: database.name,
    hands: HANDS,
    memory: postgresMemory(database),
    mailbox: postgresMailbox(database, clock, options),
    waited: database.waited,
    // The database gives back by itself what was removed.
    compact: () => {},
    close: database.close,
  }
}

/** Throws a Refusal, and closes, where what is kept is in the middle of a move, or was moved away. */
const still = async (rows: Rows, close: () => Promise<void>): Promise<void> => {
  const why = await standing(rows)
  if (why === undefined) return
  await close()
  throw new Refusal(why)
}

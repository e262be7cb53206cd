/** What of all that was heard still waits in the mailbox, read from its rows. */
import { join } from 'node:path'
import { openPostgres } from '../../../src/postgres/open.ts'
import { openDatabase } from '../../../src/sqlite/open.ts'

/** A line for each message: its key and id, how often it was tried, and in how many seconds it is due. */
export const leftIn = async (env: Readonly<Record<string, string>>): Promise<string[]> => {
  const rows =
    env.DATABASE_URL === undefined ? inFile(env.MLSD_HOME ?? '') : await inDatabase(env.DATABASE_URL)
  return rows
    .filter(({ body }) => String(body).startsWith('{"type":"heard"'))
    .map(({ key, id, state, attempt, due, reason }) => {
      const seconds = ((Number(due) - Date.now()) / 1_000).toFixed(0)
      return `${key} ${id}: state ${state}, attempt ${attempt}, due in ${seconds} s, ${reason ?? 'no reason'}`
    })
}

type Row = Readonly<Record<string, unknown>>

const inFile = (home: string): Row[] => {
  const { connection, close } = openDatabase(join(home, 'mlsd.db'), { readOnly: true })
  const rows = connection.prepare('SELECT * FROM message').all()
  close()
  return rows
}

const inDatabase = async (url: string): Promise<readonly Row[]> => {
  const { query, close } = await openPostgres(url, { readOnly: true })
  const rows = await query('SELECT * FROM mlsd.message')
  await close()
  return rows
}

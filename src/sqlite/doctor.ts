/** A look at the data file that changes nothing and creates nothing. */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Finding } from '../finding.ts'
import { standing } from '../moving/move.ts'
import { DatabaseError, explained } from './error.ts'
import { takeLock, userIn } from './lock.ts'
import { openDatabase, settled } from './open.ts'
import { sqliteRows } from './rows.ts'

/** Whether the file could be opened to write now and is the one that counts, and who has it open where that is why not. */
export const checkData = async (path: string): Promise<Finding> => {
  const what = 'data'
  try {
    return existsSync(path) ? await made(path) : { what, ok: true, says: unmade(path) }
  } catch (error) {
    const fault = explained(path, error)
    if (!(fault instanceof DatabaseError)) throw fault
    if (fault.fault !== 'locked')
      return { what, ok: false, says: `${path} cannot be used`, mend: fault.message }
    const says = `${path}, in use by ${userIn(fault)}`
    return { what, ok: 'warning', says, mend: 'Nothing, if that is the mlsd you know of.' }
  }
}

/** That it is not what counts goes before that somebody has it open, who may be moving it. */
const made = async (path: string): Promise<Finding> => {
  const what = 'data'
  const file = settled(path, true)
  accessSync(file, constants.W_OK)
  accessSync(dirname(file), constants.W_OK)
  const { older, mend } = await looked(file)
  if (mend !== undefined) return { what, ok: false, says: `${path} is not what counts`, mend }
  takeLock(file)()
  const says = `${path}, ${size(statSync(file).size)}`
  return { what, ok: true, says: older ? `${says}, is carried over to this version at the next start` : says }
}

/** What can be read of moves; one of an older version can only be read once it was carried over. */
const looked = async (file: string): Promise<{ older: boolean; mend?: string | undefined }> => {
  try {
    const opened = openDatabase(file, { readOnly: true })
    try {
      return { older: false, mend: await standing(sqliteRows(opened)) }
    } finally {
      opened.close()
    }
  } catch (error) {
    if (error instanceof DatabaseError && error.fault === 'older') return { older: true }
    throw error
  }
}

const size = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/** The first start makes the folder, in the nearest one that there is. */
const unmade = (path: string): string => {
  let folder = dirname(path)
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  if (!statSync(folder).isDirectory()) throw Object.assign(new Error(folder), { code: 'ENOTDIR' })
  accessSync(folder, constants.W_OK)
  return `nothing is stored yet; ${path} is made when it is needed`
}

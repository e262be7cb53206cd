/** A look at the data file that changes nothing and creates nothing. */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Finding } from '../finding.ts'
import { DatabaseError, explained } from './error.ts'
import { takeLock } from './lock.ts'
import { inspect, settled } from './open.ts'

/** Whether the file could be opened to write now, and who has it open where that is why not. */
export const checkData = (path: string): Finding => {
  const what = 'data'
  try {
    return { what, ok: true, says: existsSync(path) ? inUse(path) : unmade(path) }
  } catch (error) {
    const fault = explained(path, error)
    if (!(fault instanceof DatabaseError)) throw fault
    const held = fault.fault === 'locked'
    return held
      ? { what, ok: 'warning', says: fault.message, mend: 'Nothing, if that is the mlsd you know of.' }
      : { what, ok: false, says: `${path} cannot be used`, mend: fault.message }
  }
}

const inUse = (path: string): string => {
  const file = settled(path, true)
  accessSync(file, constants.W_OK)
  accessSync(dirname(file), constants.W_OK)
  inspect(file)
  takeLock(file)()
  return `${path}, ${size(statSync(file).size)}`
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

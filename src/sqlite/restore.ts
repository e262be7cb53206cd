import { constants, copyFileSync, existsSync, linkSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { copyWhole, replace, sync } from './backup.ts'
import { DatabaseError, explained, explaining, type Fault } from './error.ts'
import { takeLock } from './lock.ts'
import { settled } from './open.ts'

/**
 * Puts a backup in the place of `file` and answers where the old file was kept, if there was one.
 *
 * Refused while a process has the file open, and when the backup is damaged, another program's or from a newer
 * mlsd. The order survives a crash at any point: the copy is made and checked first, the old file gets a second
 * name, and only then is the name given to the copy; `file` is always the old one or the new one, whole.
 */
export const restore = async (from: string, file: string, now = new Date()): Promise<string | undefined> => {
  const target = explaining(file, () => settled(file))
  const unlock = takeLock(target)
  const partial = `${target}.restoring`
  try {
    await copyUsable(from, partial)
    const kept = existsSync(target) ? keep(target, now) : undefined
    replace(partial, target)
    return kept
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  } finally {
    unlock()
  }
}

/** Copies the backup; what is wrong with it is said of the backup, since the data it was to replace is untouched. */
const copyUsable = async (from: string, to: string): Promise<void> => {
  const advice = 'Nothing was changed; name another backup.'
  if (existsSync(from) && statSync(from).isDirectory()) {
    throw new DatabaseError('corrupt', from, `is a folder and no backup. ${advice}`)
  }
  try {
    await copyWhole(from, to)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.fault !== 'corrupt') throw error
    throw new DatabaseError('corrupt', from, `is damaged, or no backup of mlsd. ${advice}`, error)
  }
}

const keep = (file: string, now: Date): string => {
  const kept = `${file}.before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`
  // SQLite throws away the log of a file that it finds damaged, so it is saved before SQLite looks.
  const log = `${kept}-wal`
  if (existsSync(`${file}-wal`))
    explaining(log, () => copyFileSync(`${file}-wal`, log, constants.COPYFILE_EXCL))
  let damaged = false
  try {
    damaged = !foldLog(file)
  } finally {
    if (!damaged) rmSync(log, { force: true })
  }
  explaining(kept, () => secondName(file, kept))
  for (const rest of ['-wal', '-shm']) rmSync(`${file}${rest}`, { force: true })
  sync(dirname(file))
  return kept
}

/** Brings the write-ahead log into the file, unless that is damaged; proves that no reader is using it either. */
const foldLog = (file: string): boolean => {
  try {
    const old = new DatabaseSync(file)
    try {
      old.exec('PRAGMA journal_mode = DELETE')
      return true
    } finally {
      old.close()
    }
  } catch (error) {
    const reason = explained(file, error)
    if (reason instanceof DatabaseError && DAMAGED.includes(reason.fault)) return false
    throw reason
  }
}

/** The old file is often being replaced because of these; that must not be what stops it. */
const DAMAGED: readonly Fault[] = ['corrupt', 'failed']

/** A hard link where the disk has them, else a copy. */
const secondName = (file: string, kept: string): void => {
  try {
    linkSync(file, kept)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    copyFileSync(file, kept, constants.COPYFILE_EXCL)
    sync(kept)
  }
}

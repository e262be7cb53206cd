import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { backup as copyPages, DatabaseSync } from 'node:sqlite'
import { DatabaseError, explained, explaining } from './error.ts'
import { inspect } from './open.ts'

/**
 * Writes a whole, checked copy of `file` to `to`, also while another process writes; never over an existing file.
 * What was committed before the call is in the copy, and `to` appears complete or not at all.
 */
export const backup = async (file: string, to: string): Promise<void> => {
  refuseExisting(to)
  const partial = await copyWhole(file, `${resolve(to)}.partial-${process.pid}`)
  try {
    refuseExisting(to)
    replace(partial, to)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/** Copies a database of ours into a single sealed file at `target`, checked and synced, and answers `target`. */
export const copyWhole = async (file: string, target: string): Promise<string> => {
  explaining(target, () => rmSync(target, { force: true }))
  if (inspect(file) === 0)
    throw new DatabaseError('foreign', file, 'is empty. There is nothing in it to copy.')
  const source = explaining(file, () => new DatabaseSync(file, { readOnly: true }))
  try {
    await copyPages(source, target, { rate: EVERY_PAGE })
    explaining(target, () => seal(target, file))
    return target
  } catch (error) {
    rmSync(target, { force: true })
    throw explained(target, error)
  } finally {
    source.close()
  }
}

/** Moves a finished file to its name in one step that survives a power cut. */
export const replace = (from: string, to: string): void => {
  explaining(to, () => {
    renameSync(from, to)
    sync(dirname(resolve(to)))
  })
}

/** Makes sure that a file, or the names in a folder, are on the disk. */
export const sync = (path: string): void => {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** All pages in one step: a copy in several steps starts again whenever somebody writes. */
const EVERY_PAGE = 2 ** 31 - 1

const refuseExisting = (path: string): void => {
  if (existsSync(path))
    throw new DatabaseError('exists', path, 'exists already and is not overwritten. Choose another name.')
}

/** Leaves the write-ahead mode, so that the copy is one file that can also be read from a read-only place. */
const seal = (copy: string, original: string): void => {
  const database = new DatabaseSync(copy)
  try {
    database.exec('PRAGMA journal_mode = DELETE')
    const verdict = database.prepare('PRAGMA integrity_check(1)').get()?.integrity_check
    if (verdict !== 'ok') {
      throw new DatabaseError(
        'corrupt',
        original,
        `is damaged (${verdict}). It was left as it is: restore an earlier backup.`,
      )
    }
  } finally {
    database.close()
  }
  sync(copy)
}

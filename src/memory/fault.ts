import { reasonOf } from '../reason.ts'
import { MemoryError } from './memory.ts'

/** Throws the store's failure as a `MemoryError`. */
export const failed = (error: unknown): never => {
  const reason = reasonOf(error)
  throw new MemoryError(`What is kept could not be read or saved. ${reason}`, { cause: error })
}

/** Reads JSON that was kept; text that is none means a damaged store, not an absent value. */
export const parsed = (key: string, json: unknown): unknown => {
  try {
    return JSON.parse(String(json))
  } catch (error) {
    throw new MemoryError(`What is kept under ${JSON.stringify(key)} is not JSON. Restore a backup.`, {
      cause: error,
    })
  }
}

/** Writes a value as JSON; a value that has none is the caller's mistake. */
export const json = (value: unknown): string => {
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`A ${typeof value} has no JSON and cannot be kept.`)
  return text
}

/** Refuses keys that a database cannot tell apart or cannot hold: empty ones, NUL and half characters. */
export const checked = (key: string): string => {
  if (key !== '' && isPlain(key)) return key
  throw new TypeError(`${JSON.stringify(key)} cannot be a key: use non-empty, well-formed text without NUL.`)
}

/** Like `checked`, and the empty prefix means every key. */
export const checkedPrefix = (prefix: string): string => (prefix === '' ? prefix : checked(prefix))

const isPlain = (key: string): boolean => key.isWellFormed() && !key.includes('\0')

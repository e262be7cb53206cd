/** What went wrong with the file, as an operator would name it. */
export type Fault =
  | 'locked'
  | 'missing'
  | 'unwritable'
  | 'corrupt'
  | 'foreign'
  | 'older'
  | 'newer'
  | 'full'
  | 'exists'
  | 'failed'

/** The shared file cannot be used; the message names the file, the fault and the way out. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
  readonly fault: Fault
  readonly file: string

  constructor(fault: Fault, file: string, message: string, cause?: unknown) {
    super(`${file}: ${message}`, cause === undefined ? {} : { cause })
    this.fault = fault
    this.file = file
  }
}

/** SQLite's and the system's errors as a `DatabaseError`; anything else as it is. */
export const explained = (file: string, error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof DatabaseError) return error
  const fault = faultOf(error as Error & { code?: string; errcode?: number })
  return fault ? new DatabaseError(fault, file, ADVICE[fault] ?? error.message, error) : error
}

/** Runs `work` and throws what it throws, explained. */
export const explaining = <T>(file: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw explained(file, error)
  }
}

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html */
const RESULT_CODES: Record<number, Fault> = {
  5: 'locked',
  6: 'locked',
  8: 'unwritable',
  11: 'corrupt',
  13: 'full',
  14: 'unwritable',
  26: 'corrupt',
}

const SYSTEM_CODES: Record<string, Fault> = {
  ENOENT: 'missing',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EEXIST: 'unwritable',
  EACCES: 'unwritable',
  EPERM: 'unwritable',
  EROFS: 'unwritable',
  ENOTDIR: 'unwritable',
  EISDIR: 'unwritable',
}

const ADVICE: Partial<Record<Fault, string>> = {
  locked: 'is in use by another process. Stop that process, or try again in a moment.',
  missing: 'does not exist. Check the path.',
  unwritable:
    'cannot be written. Its folder must be a folder in which this user may write; or choose another path.',
  corrupt:
    'is not a usable SQLite database. It was left as it is: move it aside, or restore a backup over it.',
  full: 'cannot grow, the disk is full. Free some space; what was saved earlier is whole.',
}

const faultOf = (error: { code?: string; errcode?: number }): Fault | undefined => {
  if (error.code === 'ERR_SQLITE_ERROR') return RESULT_CODES[(error.errcode ?? 0) & 0xff] ?? 'failed'
  return SYSTEM_CODES[error.code ?? '']
}

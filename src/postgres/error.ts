import { reasonOf } from '../reason.ts'
import { grantsToMake, grantsToUse } from './grants.ts'

/** What went wrong with the database, as an operator would name it. */
export type Fault =
  | 'unreachable'
  | 'encryption'
  | 'refused'
  | 'missing'
  | 'old'
  | 'rights'
  | 'foreign'
  | 'unmade'
  | 'older'
  | 'newer'
  | 'encoding'
  | 'crowded'
  | 'busy'
  | 'full'
  | 'read-only'
  | 'failed'

/** The database cannot be used; the message names it without its password, the fault and the way out. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
  readonly fault: Fault
  readonly database: string
  /** PostgreSQL's own code, where it said one. */
  readonly code: string | undefined

  constructor(fault: Fault, database: string, message: string, cause?: unknown) {
    super(`${database}: ${message}`, cause === undefined ? {} : { cause })
    this.fault = fault
    this.database = database
    this.code = codeOf(cause)
  }
}

/** PostgreSQL's and the network's errors as a `DatabaseError`; an error that is one already stays as it is. */
export const explained = (database: string, error: unknown): DatabaseError => {
  if (error instanceof DatabaseError) return error
  const said = messageOf(error)
  const fault = faultOf(codeOf(error), said)
  const advice = fault === 'rights' ? rightsOf(database, said) : ADVICE[fault]
  // A certificate can be wrong in many ways, and Node says in which.
  return new DatabaseError(fault, database, advice?.replace('{said}', () => said) ?? `failed: ${said}`, error)
}

/** Why a statement waited too long for its turn: there are too many, or none of them is answered. */
export const waitedTooLong = (database: string, answers: boolean): DatabaseError =>
  answers
    ? new DatabaseError('busy', database, ADVICE.busy ?? '')
    : explained(database, new Error('timeout: it has gone silent'))

const rightsOf = (database: string, said: string): string => {
  const grants = /database/.test(said) ? grantsToMake(database) : grantsToUse(database)
  return `does not give this user the rights that mlsd needs. ${grants}`
}

/** The address as people may read it: without its password and its settings. */
export const nameOf = (url: string): string => {
  if (!URL.canParse(url)) return 'the database'
  const { protocol, username, host, pathname } = new URL(url)
  return `${protocol}//${username ? `${username}@` : ''}${host}${pathname}`
}

const codeOf = (error: unknown): string | undefined => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** Node's error about several addresses has no words of its own. */
const messageOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join(', ')
  return reasonOf(error)
}

const faultOf = (code = '', message: string): Fault => {
  const known = CODES[code] ?? CODES[code.slice(0, 2)]
  if (known) return known
  return NO_CODE.find(([words]) => words.test(message))?.[1] ?? 'failed'
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html, whole codes before classes; and the network's. */
const CODES: Readonly<Record<string, Fault>> = {
  '08': 'unreachable',
  '25006': 'read-only',
  '28': 'refused',
  '3D': 'missing',
  '42501': 'rights',
  '53100': 'full',
  '53300': 'crowded',
  '57014': 'busy',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
}

/** What the driver itself says, without a code. */
const NO_CODE: readonly [words: RegExp, fault: Fault][] = [
  [/password must be a string|no password|SASL|SCRAM/i, 'refused'],
  [/does not support SSL|certificate|altnames|self.signed/i, 'encryption'],
  [/timeout|terminated|not queryable|connection ended|socket/i, 'unreachable'],
]

const ADVICE: Partial<Record<Fault, string>> = {
  unreachable:
    'does not answer ({said}). Check that PostgreSQL runs there and lets this machine in, and the host and port in DATABASE_URL.',
  encryption:
    'cannot be spoken to with the encryption that DATABASE_URL asks for ({said}). With sslmode=verify-full the certificate must be for this host, and its authority known here or named in NODE_EXTRA_CA_CERTS; sslmode=no-verify encrypts without a look at it, sslmode=disable not at all.',
  refused:
    'does not let this user in. Check the user and the password in DATABASE_URL, and pg_hba.conf on the server.',
  missing: 'does not exist on the server. Make it with "createdb", or correct its name in DATABASE_URL.',
  full: 'cannot grow, the disk of the server is full. Free some space; what was saved earlier is whole.',
  crowded:
    'has no connection left. Raise max_connections on the server, or run fewer processes; each takes ten at most.',
  busy: 'does not keep up: a statement waited too long for a free connection, or took too long. It is tried again, and nothing is lost; where this lasts, look at what the server is busy with, or run fewer processes.',
  'read-only': 'takes no writes: it is a standby, or set to read only. Name the primary in DATABASE_URL.',
}

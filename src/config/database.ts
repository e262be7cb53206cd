/** The database that several processes share, where there is one. Its address holds a password: no fault shows it. */
import type { Blame, Given } from './given.ts'

/** The address of a PostgreSQL database, or nothing where data is kept in a file; `blame` is told of one that cannot be used. */
export const databaseOf = ({ DATABASE_URL: value }: Given, blame: Blame): string | undefined => {
  if (value === undefined) return undefined
  const url = URL.parse(value.trim())
  const isPostgres = url !== null && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1
  if (isPostgres) return value.trim()
  return blame(
    'DATABASE_URL is no address of a PostgreSQL database; wanted is one such as postgres://user:password@host:5432/mlsd.',
  )
}

/** What this process does of the bot's work: all of it, or one half where several share a database. */
import type { Blame, Given } from './given.ts'

/** An edge only hears, and posts to the mailbox; a worker steps and speaks. */
export const ROLES = ['all', 'edge', 'worker'] as const
export type Role = (typeof ROLES)[number]

/** What is set; `blame` is told of what cannot be, and `all` is taken then. */
export const roleOf = ({ MLSD_ROLE: value = 'all', DATABASE_URL: database }: Given, blame: Blame): Role => {
  const role = ROLES.find((one) => one === value.trim())
  if (role === undefined) blame(`MLSD_ROLE is "${value}"; wanted is one of ${ROLES.join(', ')}.`)
  else if (role !== 'all' && database === undefined)
    blame(
      `MLSD_ROLE is ${role}, and DATABASE_URL is not set; processes that share the work share a database.`,
    )
  return role ?? 'all'
}

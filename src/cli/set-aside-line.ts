/** A message that was set aside, as an operator sees it: its names and why, and nothing of what it says. */
import type { SetAside } from '../mailbox/mailbox.ts'

export type Shown = {
  id: string
  key: string
  kind: string
  /** When it was to be handled, in milliseconds since 1970. */
  at: number
  attempt: number
  reason: string
}

export const shownOf = ({ id, key, at, attempt, reason, body }: SetAside): Shown => ({
  ...{ id, key, at, attempt, reason },
  kind: typeof body === 'object' && body !== null && 'type' in body ? String(body.type) : 'unknown',
})

/** One line of it; of a long reason the beginning. */
export const asideLine = ({ id, kind, at, attempt, reason }: Shown): string => {
  const [first = ''] = reason.split('\n', 1)
  const why = first.length > MOST ? `${first.slice(0, MOST)}...` : first
  return `${new Date(at).toISOString().slice(0, 19)}Z  ${kind}  "${id}"  after ${attempt} ${attempt === 1 ? 'try' : 'tries'}: ${why}`
}

const MOST = 200

/** What goes wrong from outside, told without filling the log and without giving anything away. */
import type { Clock } from '../clock.ts'
import type { Log } from './log.ts'

export type Complaints = {
  /** Tells it the first time; the same words again are counted, and told once an hour with their count. */
  complain(level: 'warn' | 'error', what: string, details?: Record<string, unknown>): void
  /** Tells how often each came since it was told. */
  close(): void
}

const AN_HOUR_MS = 3_600_000

/** More kinds than a program has; what is beyond them comes from outside. */
const MOST_KINDS = 200

type Kind = { level: 'warn' | 'error'; what: string; told: number; untold: number }

export const complaintsOf = (needs: {
  log: Log
  clock: Clock
  /** The text without what must not be read in a log. */
  unsecret: (text: string) => string
}): Complaints => {
  const { log, clock, unsecret } = needs
  const kinds = new Map<string, Kind>()

  const tell = (kind: Kind, details: Record<string, unknown>): void => {
    const again = kind.untold > 0 ? { again: kind.untold } : {}
    kind.told = clock.now()
    kind.untold = 0
    log(kind.level, kind.what, { ...details, ...again })
  }

  return {
    complain(level, what, details = {}) {
      const words = unsecret(what)
      const known = kinds.get(words)
      if (known && clock.now() - known.told < AN_HOUR_MS) {
        known.untold += 1
        return
      }
      const kind = known ?? { level, what: words, told: 0, untold: 0 }
      kinds.set(words, kind)
      const [oldest] = kinds.keys()
      if (kinds.size > MOST_KINDS && oldest !== undefined) kinds.delete(oldest)
      tell(kind, clean(details, unsecret))
    },
    close() {
      for (const kind of kinds.values()) if (kind.untold > 0) tell(kind, {})
    },
  }
}

const clean = (
  details: Record<string, unknown>,
  unsecret: (text: string) => string,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? unsecret(value) : value,
    ]),
  )

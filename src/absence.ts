/** Since when something may be said that is not heard. */
import type { Clock } from './clock.ts'

export type Absence = {
  /** It is not listened any more: to this part, or to anything. What was known of parts is over then. */
  begins(part?: number): void
  /** It is listened again. */
  ends(part?: number): void
  /** Since when, in milliseconds since 1970, whichever part has been away for longest; nothing while all is heard. */
  since(): number | undefined
}

/** An absence that has not begun; its times are the clock's. */
export const absenceOf = (clock: Pick<Clock, 'now'>): Absence => {
  const away = new Map<number | undefined, number>()
  const since = (): number | undefined => (away.size > 0 ? Math.min(...away.values()) : undefined)
  return {
    begins(part) {
      const first = part === undefined ? since() : away.get(part)
      if (part === undefined) away.clear()
      away.set(part, first ?? clock.now())
    },
    ends: (part) => void away.delete(part),
    since,
  }
}

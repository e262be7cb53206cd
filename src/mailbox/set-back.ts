/** A clock that was ahead and is set back: what was to be due soon by it is not to wait until it is there again. */
import type { Clock } from '../clock.ts'
import { DRIFT_MS } from '../drift.ts'

/** What is due after one time and until another is due so much earlier. */
export type Span = { by: number; after: number; until: number }

/** `after` is the clock's time; it is `from`, to which it had come before, once all until then has been seen to. */
export type Earlier = Span & { from: number }

/** What was to be due so soon; what was for later is about the time on the wall. */
const SOON_MS = 60_000

/**
 * Looks at the clock, and answers what has to come earlier since it was set back: at once all that was due by it, and for a
 * moment what was to be due soon, as some of that waits behind others.
 */
export const setBacks = (clock: Clock): (() => Earlier | undefined) => {
  let looked = clock.now()
  let ahead: (Earlier & { over: number }) | undefined
  return () => {
    const now = clock.now()
    const [from, by] = [looked, looked - now]
    looked = now
    if (by > DRIFT_MS) ahead = { by, after: from, from, until: from + SOON_MS, over: now + SOON_MS }
    else if (by > 0) return { by, after: now, from, until: from }
    else if (ahead && now > ahead.over) ahead = undefined
    return ahead && { ...ahead, after: by > 0 ? now : ahead.from }
  }
}

/**
 * For one process among several, of which the others may be right: brings what was to be due soon by a clock that was ahead.
 * What was due before by that was taken then, but for the last of it.
 */
export const bringing = (
  clock: Clock,
  bring: (now: number, span: Span) => Promise<unknown>,
): (() => Promise<void>) => {
  const setBack = setBacks(clock)
  let earlier: Earlier | undefined
  return async () => {
    earlier ??= setBack()
    if (earlier && earlier.until > earlier.from)
      await bring(clock.now(), { ...earlier, after: earlier.from - LAST_MS })
    earlier = undefined
  }
}

const LAST_MS = 5_000

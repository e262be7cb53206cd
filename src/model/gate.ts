/** The gate before an address: so many calls at once, and none for a while after it has failed often. */
import {
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  type IBackoff,
} from 'cockatiel'
import type { Clock } from '../clock.ts'
import { unlessAborted } from './limits.ts'

export type Gate = {
  /** Does the work when it is its turn; throws a `Shut` when the gate is shut, and the signal's reason once it is aborted. */
  through<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>
  /** Shuts the gate until then, because the address asked for it. */
  shutUntil(time: number): void
}

/** Nothing is let through until then: the address has failed often, or wants to be left in peace. */
export class Shut extends Error {
  override readonly name = 'Shut'
  readonly until: number
  readonly asked: boolean
  constructor(until: number, asked: boolean) {
    super('The gate is shut.')
    this.until = until
    this.asked = asked
  }
}

/** A gate for one address; `isIll` says of an error whether the address is to blame for it. */
export const gateOf = (clock: Clock, calls: number, isIll: (error: unknown) => boolean): Gate => {
  const places = bulkhead(calls, Number.POSITIVE_INFINITY)
  let open = clock.now()
  let asked = clock.now()
  const circuit = circuitBreaker(handleWhen(isIll), {
    breaker: new ConsecutiveBreaker(FAILURES),
    halfOpenAfter: { next: () => waitOf(clock, FIRST_WAIT, (until) => (open = until)) },
  })
  const atOnce = <T>(work: () => Promise<T>): Promise<T> => {
    const now = clock.now()
    if (isAhead(asked, now)) throw new Shut(asked, true)
    if (circuit.state === CircuitState.Open && isAhead(open, now)) throw new Shut(open, false)
    // One call tries whether the address is back; the library would let all others wait for its end.
    if (circuit.state === CircuitState.HalfOpen) throw new Shut(now + FIRST_WAIT, false)
    return circuit.execute(work)
  }
  return {
    through: (work, signal) =>
      unlessAborted(
        places.execute(() => atOnce(work), signal),
        signal,
      ),
    shutUntil(time) {
      asked = Math.max(asked, Math.min(time, clock.now() + LONGEST_WAIT))
    },
  }
}

/** So many failures in a row, and how long nothing is sent after them: twice as long each time, up to a limit. */
const FAILURES = 5
const FIRST_WAIT = 15_000
const LONGEST_WAIT = 300_000

/** Whether the time is still to come; what is further ahead than anything is shut for was said by a clock since set back. */
const isAhead = (time: number, now: number): boolean => now < time && time <= now + LONGEST_WAIT

/** The library reads the machine's clock, and asks for the length each time: it is over when our clock says so. */
const waitOf = (clock: Clock, length: number, begins: (until: number) => void): IBackoff<unknown> => {
  const until = clock.now() + length
  begins(until)
  return {
    get duration() {
      return isAhead(until, clock.now()) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
    },
    next: () => waitOf(clock, Math.min(length * 2, LONGEST_WAIT), begins),
  }
}

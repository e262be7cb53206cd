/** How long is waited for an answer: until its first token, and until all of it is there. */
import type { Clock } from '../clock.ts'

export type Limits = {
  /** Aborted once the whole time is over or the caller takes it back. */
  signal: AbortSignal
  /** When the whole time is over. */
  until: number
  /** Why it is aborted, if it is. */
  why(): 'aborted' | 'slow' | undefined
  /** Begins the wait of one try for its first token. */
  first(within: number): First
  end(): void
}

export type First = {
  signal: AbortSignal
  /** Whether the first token did not come in time. */
  missed(): boolean
  /** The first token is there, or the try is over. */
  end(): void
}

/** Starts the clock of an ask. */
export const limitsOf = (clock: Clock, whole: number, caller: AbortSignal | undefined): Limits => {
  const over = new AbortController()
  const until = clock.now() + whole
  const stop = clock.at(until, () => over.abort())
  const signal = caller ? AbortSignal.any([over.signal, caller]) : over.signal
  return {
    signal,
    until,
    why: () => (caller?.aborted ? 'aborted' : over.signal.aborted ? 'slow' : undefined),
    first: (within) => firstOf(clock, within, signal),
    end: stop,
  }
}

const firstOf = (clock: Clock, within: number, around: AbortSignal): First => {
  const over = new AbortController()
  const stop = clock.at(clock.now() + within, () => over.abort())
  return { signal: AbortSignal.any([over.signal, around]), missed: () => over.signal.aborted, end: stop }
}

/** Resolves once it is `time`, or as soon as `signal` is aborted. */
export const pause = (clock: Clock, time: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) return done()
    const finish = () => {
      stop()
      signal.removeEventListener('abort', finish)
      done()
    }
    const stop = clock.at(time, finish)
    signal.addEventListener('abort', finish)
  })

/** What `work` gives, or a rejection with the signal's reason as soon as that is aborted. */
export const unlessAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Timestamps and ids as Slack writes them; the same run gives the same ones. */
export type Names = {
  /** A timestamp later than every one before it, such as `1700000000.001000`. */
  ts(): string
  /** Seconds since 1970, as the stand-in counts them. */
  seconds(): number
  /** An id that begins with `prefix`. */
  id(prefix: string): string
  /** An id in the form of a UUID, for envelopes. */
  uuid(): string
}

/** `now` in milliseconds; `step` is how far apart two timestamps are at least, in microseconds. */
export const namesOf = (now: () => number, step: number): Names => {
  let last = 0
  let count = 0
  return {
    ts: () => {
      last = Math.max(last, Math.round(now() * 1000)) + step
      const seconds = Math.floor(last / 1e6)
      return `${seconds}.${String(last - seconds * 1e6).padStart(6, '0')}`
    },
    seconds: () => Math.floor(now() / 1000),
    id: (prefix) => {
      count += 1
      return `${prefix}${String(count).padStart(8, '0')}`
    },
    uuid: () => {
      count += 1
      return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
    },
  }
}

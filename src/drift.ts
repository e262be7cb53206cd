/** A clock that is kept right differs by less, in milliseconds, from time that only goes on: what is more was set. */
export const DRIFT_MS = 1_000

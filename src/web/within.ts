import type { Clock } from '../clock.ts'

/** Whether work takes longer than so many milliseconds; whatever goes on is not waited for. Rejects where the work does. */
export const isLate = async (clock: Clock, ms: number, work: Promise<unknown>): Promise<boolean> => {
  const late = Promise.withResolvers<true>()
  const cancel = clock.at(clock.now() + ms, () => late.resolve(true))
  try {
    return (await Promise.race([work.then(() => false), late.promise])) === true
  } finally {
    cancel()
  }
}

/** The same result, or a rejection once it has taken so many milliseconds. */
export const within = async <T>(clock: Clock, ms: number, work: Promise<T>): Promise<T> => {
  if (await isLate(clock, ms, work)) throw new Error(`no answer within ${ms / 1_000} seconds`)
  return work
}

import type { Clock } from '../clock.ts'

/** The same result, or a rejection once it has taken so many milliseconds; whatever goes on is not waited for. */
export const within = async <T>(clock: Clock, ms: number, work: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>()
  const cancel = clock.at(clock.now() + ms, () =>
    late.reject(new Error(`no answer within ${ms / 1_000} seconds`)),
  )
  try {
    return await Promise.race([work, late.promise])
  } finally {
    cancel()
  }
}

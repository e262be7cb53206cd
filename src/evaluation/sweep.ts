/** Many jobs done, some at once. */

/**
 * Does the work for every job, so many at once, begun in their order. The first failure ends it: nothing further is begun,
 * what is under way is awaited, and then that failure is thrown.
 */
export const sweep = async <T>(
  jobs: readonly T[],
  atOnce: number,
  work: (job: T) => Promise<void>,
): Promise<void> => {
  const waiting = jobs.values()
  let failure: { error: unknown } | undefined
  const hand = async (): Promise<void> => {
    for (const job of waiting) {
      await work(job).catch((error: unknown) => {
        failure ??= { error }
      })
      if (failure) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, hand))
  if (failure) throw failure.error
}

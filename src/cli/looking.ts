/** Looking at what is stored, without a claim on it. */
import type { App, Looked } from './app.ts'

/** Does the work with the data file open to be read, or `without` where there is none yet. */
export const looking = async (
  app: App,
  work: (data: Looked) => Promise<void>,
  without: () => Promise<void>,
): Promise<void> => {
  const data = await app.look()
  if (!data) return without()
  try {
    await work(data)
  } finally {
    await data.close()
  }
}

/** Opening what is kept, for a server: a database that does not answer yet is waited for. */
import type { AnyClock, App, OwnData } from './app.ts'
import { failureOf, Refusal } from './failure.ts'

/** Faults that pass by themselves: nobody has to change a setting for it. */
const PASSING: readonly unknown[] = ['unreachable', 'crowded', 'busy']

/** Milliseconds until it is tried again. */
const PAUSE = 5_000

/** Opens it, again and again while it cannot be reached, until the process is told to end. */
export const patientlyOpened = async (app: App, clock: AnyClock): Promise<OwnData> => {
  const told = app.told().then(() => 'told' as const)
  for (;;) {
    try {
      return await app.open(clock)
    } catch (error) {
      if (!(error instanceof Error && 'fault' in error && PASSING.includes(error.fault))) throw error
      const { text } = failureOf(error)
      app.log('warn', 'what is kept cannot be opened yet, and is tried again', { reason: text })
      const pause = new Promise<'over'>((done) => clock.at(clock.now() + PAUSE, () => done('over')))
      if ((await Promise.race([told, pause])) === 'told') throw new Refusal(text, { cause: error })
    }
  }
}

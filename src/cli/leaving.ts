/** The end of a server: it takes nothing new, and what it has in hand is finished, or handed back in time. */
import type { Clock } from '../clock.ts'
import type { Log } from '../host/world.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'

/** What is in hand has so long, in milliseconds; the platforms need some seconds of the twenty as well. */
export const LAST_MOMENTS = 12_000

/**
 * Resolves once nothing is in hand any more, or the last moments are over: what is not handled by then comes again to
 * whoever is there, since its message is not forgotten.
 */
export const leave = async (
  mailbox: Pick<Mailbox, 'stop'>,
  clock: Clock,
  log: Log,
  within = LAST_MOMENTS,
): Promise<void> => {
  const late = Promise.withResolvers<'late'>()
  const cancel = clock.at(clock.now() + within, () => late.resolve('late'))
  const done = await Promise.race([mailbox.stop(), late.promise])
  cancel()
  if (done === 'late') log('warn', 'what was in hand at the end was not finished, and is handed back')
}

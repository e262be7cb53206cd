/** The end of a server: it takes nothing new, and what it has in hand is finished, or handed back in time. */
import type { Clock } from '../clock.ts'
import type { Host } from '../host/host.ts'
import type { Log } from '../host/world.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'
import { isLate } from '../web/within.ts'

/** What is in hand has so long, in milliseconds; the platforms need some seconds of the twenty as well. */
export const LAST_MOMENTS = 12_000

/** What is shown and was not said has so long to be taken back. */
const LAST_WORDS = 2_000

/**
 * Resolves once nothing is in hand any more, or the last moments are over: what is not handled by then comes again to
 * whoever is there, since its message is not forgotten.
 */
export const leave = async (
  { mailbox, host }: { mailbox: Pick<Mailbox, 'stop'>; host: Pick<Host, 'rest'> },
  clock: Clock,
  log: Log,
): Promise<void> => {
  if (await isLate(clock, LAST_MOMENTS, mailbox.stop()))
    log('warn', 'what was in hand at the end was not finished, and is handed back')
  await isLate(clock, LAST_WORDS, host.rest())
}

/** Whether a shared queue still hears the calls of other processes. */
import { absenceOf } from '../absence.ts'
import type { Clock } from '../clock.ts'
import type { Store } from './shared-queue.ts'

export type Attention = {
  /** The same store, listened to through this. */
  store: Store
  /** Since when calls may be missed, since the connection that hears them is lost; nothing while it is there. */
  away(): number | undefined
}

/** Where listening was never to be had, nothing was lost: the queue is looked at as well. */
export const attentionTo = ({ query, listen }: Store, clock: Pick<Clock, 'now'>): Attention => {
  const absence = absenceOf(clock)
  return {
    store: {
      query,
      listen: (channel, hear) =>
        listen(channel, (what) => {
          if (what === 'lost') absence.begins()
          else absence.ends()
          hear(what)
        }),
    },
    away: absence.since,
  }
}

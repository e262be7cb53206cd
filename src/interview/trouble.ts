/** Who was asked did not answer, and somebody else does: the person is told why, once for each kind. */
import type { Draft } from './draft.ts'
import { say } from './draft.ts'
import type { Event } from './events.ts'

/** Says it, unless it was said before in this interview. */
export const tellTrouble = (d: Draft, event: Event): void => {
  if (event.type !== 'failed' || event.trouble === undefined) return
  const { what, trouble } = event
  // The report tells it where it matters.
  if (what === 'teach') return
  if (wasTold(d.next.troubles, event)) return
  d.next.troubles = [...(d.next.troubles ?? []), `${what} ${trouble}`]
  say(d, { kind: 'stood-in', what, trouble })
}

/** Whether the person knows already that this happens. */
export const wasTold = (
  told: readonly string[] = [],
  { what, trouble }: { what: string; trouble?: string | undefined },
): boolean => told.includes(`${what} ${trouble}`)

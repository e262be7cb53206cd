/** Why somebody who was asked did not answer, as far as it matters to whoever waits. */
import type { Line } from '../interview/effects.ts'
import type { Trouble } from '../interview/events.ts'
import { ModelFailure } from '../model/model.ts'
import type { Words } from '../words/words.ts'

/** The kind of an error; nothing for an answer that was taken back, since nobody waits for it. */
export const troubleIn = (error: unknown): Trouble | undefined => {
  if (!(error instanceof ModelFailure)) return 'other'
  return error.kind === 'aborted' ? undefined : error.kind
}

/** What the person is told: what happened, and who takes the place. */
export const stoodIn = (
  { troubles }: Words,
  { what, trouble }: Omit<Extract<Line, { kind: 'stood-in' }>, 'kind'>,
): string => `${troubles.what[trouble]} ${troubles.instead[what]}`

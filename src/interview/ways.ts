/** Short words for the transitions of the machine. */
import type { Context } from './context.ts'
import type { Note } from './effects.ts'
import type { Event } from './events.ts'

export const tell = (note: Note) => ({ type: 'tell' as const, params: { note } })

export const enter = (stage: string) => ({ type: 'enter' as const, params: { stage } })

export const finish = (how: NonNullable<Context['ended']>) => ({ type: 'finish' as const, params: { how } })

/** The same note in answer to several events. */
export const telling = <K extends Event['type']>(note: Note, ...events: K[]) =>
  Object.fromEntries(events.map((event) => [event, { actions: tell(note) }])) as Record<
    K,
    { actions: ReturnType<typeof tell> }
  >

/** What the host puts into the mailbox. */
import type { Event } from '../interview/events.ts'
import type { Message } from '../mailbox/mailbox.ts'
import type { Heard } from '../platform/platform.ts'
import type { Thought } from './think.ts'
import type { World } from './world.ts'

export type Letter =
  /** `mark` is what whoever measures gave along when it was heard. */
  | { type: 'heard'; heard: Heard; mark?: string }
  /** Something that happened to an interview, such as a reminder or a result. */
  | { type: 'event'; event: Event }
  /** An effect that sends something out and takes its time; its result comes back as an event. */
  | { type: 'work'; interview: string; effect: Thought }
  /** Somebody else has written where an interview is held, and `person` is to be told: that somebody, or its candidate. */
  | { type: 'spectator'; interview: string; person: string; place: string }
  /** Somebody sends more in a minute than is heard, and is to be told so. */
  | { type: 'much'; person: string; place: string; locale?: string }
  /** A finished interview may have been kept for long enough. */
  | { type: 'expire'; interview: string }
  /** An invitation to an interview between two people may have stood for long enough. */
  | { type: 'lapse'; pair: string; of: string }
  /** A daily question is due: for this day, under these settings. */
  | { type: 'daily'; subscriber: string; epoch: number; day: string }
  /** The day of a question in a channel is over. */
  | { type: 'over'; prompt: string }
  /** A channel's week is over: what happened in it between two moments, in milliseconds since 1970. */
  | { type: 'digest'; subscriber: string; from: number; to: number }
  /** A daily question may have been kept for long enough. */
  | { type: 'fade'; prompt: string }
  /** An interview is to go on where its person is now, under another of their names; it was held at `from`. */
  | {
      type: 'move'
      heard: Extract<Heard, { type: 'command' | 'press' }>
      from: { person: string; place: string }
    }
  /** A document that is kept for a while has had its time. */
  | { type: 'outlived'; document: string; until: number }
  /** The place of a finished interview may have stayed for long enough. */
  | { type: 'tidy'; interview: string }
  /** A team or a channel has changed for how long it keeps what is over. */
  | { type: 'reconsider'; within: string }

/** Gives what was heard to another key, which takes it in its own turn. */
export const handOn = async (
  { mailbox }: Pick<World, 'mailbox'>,
  heard: Heard,
  key: string,
  { id, body }: Message,
): Promise<void> => {
  const from = body as Letter
  const mark = 'mark' in from ? from.mark : undefined
  const letter: Letter = { type: 'heard', heard, ...(mark !== undefined && { mark }) }
  await mailbox.post(letter, { key, id: `${id} again` })
}

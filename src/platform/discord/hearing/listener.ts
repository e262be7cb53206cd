/** What is said, changed and taken back, handed on in the platform's order; nobody is told in vain that it was not kept. */
import { reasonOf } from '../../../reason.ts'
import type { Chains } from '../../chains.ts'
import type { Complaints } from '../../complaints.ts'
import type { Ear } from '../../ear.ts'
import type { Desk, Heard } from '../../platform.ts'
import type { Messages } from './messages.ts'
import type { Deletions, MessageEvent } from './payload.ts'
import type { Spot, Spots } from './spots.ts'

export type Listener = {
  said(message: MessageEvent): void
  changed(message: MessageEvent): void
  deleted(deletions: Deletions): void
}

type Needs = {
  messages: Messages
  spots: Spots
  ear: Pick<Ear, 'take'>
  desk: Pick<Desk, 'talkAt'>
  /** One for the order of arrival, by channel. */
  arrivals: Chains
  complaints: Pick<Complaints, 'complain'>
  busy(work: Promise<unknown>): void
  /** Somebody wrote something of which Discord shows us no word. */
  wordless(spot: Spot, message: MessageEvent): void
}

export const listenerOf = (needs: Needs): Listener => {
  const { messages, spots, ear, desk, arrivals, complaints, busy } = needs

  /** Where it happens may have to be asked for; whoever comes later waits for that, and for nothing else. */
  const arrive = (
    channel: string,
    guild: string | undefined,
    what: (spot: Spot) => Promise<Heard[]>,
  ): void => {
    const job = async (): Promise<void> => {
      const heard = await what(await spots.spot(channel, guild))
      if (heard.length > 0) busy(ear.take(heard).catch(lost))
    }
    busy(arrivals.run(channel, job).catch(lost))
  }

  const lost = (error: unknown): void => complaints.complain('error', NOT_TAKEN, { reason: reasonOf(error) })

  const peopleAt = async (place: string): Promise<string[]> => {
    const talk = await desk.talkAt(place)
    return talk ? [talk.person] : []
  }

  return {
    said: (message) =>
      arrive(message.channel_id, message.guild_id, async (spot) => {
        const heard = messages.said(message, spot)
        if (heard.length === 0) needs.wordless(spot, message)
        return heard
      }),
    changed: (message) =>
      arrive(message.channel_id, message.guild_id, async (spot) => messages.changed(message, spot)),
    deleted: ({ ids, channel_id, guild_id }) =>
      arrive(channel_id, guild_id, async (spot) => {
        const known = ids.every((id) => messages.remembers(id))
        const people = known ? [] : await peopleAt(spot.place)
        return ids.flatMap((id) => messages.deleted(id, spot, people))
      }),
  }
}

const NOT_TAKEN =
  'Something that was said in Discord could not be taken; in a running interview it is read back later.'

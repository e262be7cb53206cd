/** What is for one person alone, where others can read along: as the answer to what they asked a moment ago. */
import type { Card } from '../../card.ts'
import type { Fresh } from '../fresh.ts'
import { CODES, codeIn } from './fault.ts'
import { type Posting, payloadOf } from './posting.ts'
import type { Wire } from './wire.ts'

export type Whisper = {
  /** Shows a card to one person alone and answers its messages; nothing where there is nothing to answer. */
  whisper(place: string, person: string, card: Card): Promise<string[] | undefined>
}

export const whisperOf = ({
  wire,
  posting,
  fresh,
}: {
  wire: Wire
  posting: Posting
  fresh: Fresh
}): Whisper => ({
  async whisper(place, person, card) {
    const asked = fresh(place, person)
    if (!asked) return undefined
    const ids: string[] = []
    for (const message of await posting.draw(card)) {
      const { components } = message
      try {
        const { id } = await wire.call<{ id: string }>(
          { what: 'answer in private' },
          {
            ...{ verb: 'post', route: `/webhooks/${asked.application}/${asked.token}`, auth: false },
            ...payloadOf(message, { components, flags: EPHEMERAL }),
          },
        )
        ids.push(id)
      } catch (fault) {
        if (ids.length === 0 && EXPIRED.has(codeIn(fault))) return undefined
        throw fault
      }
    }
    return ids
  },
})

const EPHEMERAL = 1 << 6

const EXPIRED: ReadonlySet<number | undefined> = new Set([
  CODES.noWebhook,
  CODES.noInteraction,
  CODES.noToken,
])

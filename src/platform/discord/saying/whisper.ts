/** What is for one person alone, where others can read along: as the answer to what they asked a moment ago. */

import { recallOf } from '../../../recall.ts'
import type { Card } from '../../card.ts'
import type { Message } from '../drawing/message.ts'
import type { Fresh, Interaction } from '../fresh.ts'
import { CODES, codeIn } from './fault.ts'
import { type Posting, payloadOf } from './posting.ts'
import type { Wire } from './wire.ts'

export type Whisper = {
  /**
   * Shows a card to one person alone and answers its messages; nothing where there is nothing to answer. With `again`, the
   * parts that were shown already are not shown twice.
   */
  whisper(
    place: string,
    person: string,
    card: Card,
    id: string,
    again?: boolean,
  ): Promise<string[] | undefined>
}

type Needs = { wire: Wire; posting: Posting; fresh: Fresh }

/** Nobody can read back what one person alone was shown. */
const MOST_SHOWN = 1_000

export const whisperOf = ({ wire, posting, fresh }: Needs): Whisper => {
  const shown = recallOf<string[]>(MOST_SHOWN)

  const show = ({ application, token }: Interaction, message: Message): Promise<string> =>
    posting.withFiles(message, async (message) => {
      const { components } = message
      const { id } = await wire.call<{ id: string }>(
        { what: 'answer in private' },
        {
          ...{ verb: 'post', route: `/webhooks/${application}/${token}`, auth: false },
          ...payloadOf(message, { components, flags: EPHEMERAL }),
        },
      )
      return id
    })

  /** The whole card is said elsewhere then, also where some of it was shown here. */
  const forget = (key: string): undefined => void shown.delete(key)

  return {
    async whisper(place, person, card, id, again = false) {
      const key = `${place} ${person} ${id}`
      const asked = await fresh(place, person)
      const before = again ? shown.get(key) : undefined
      if (!asked) return forget(key)
      const messages = await posting.draw(card)
      const ids = [...(before ?? [])]
      shown.set(key, ids)
      try {
        for (const message of messages.slice(ids.length)) ids.push(await show(asked, message))
      } catch (fault) {
        if (EXPIRED.has(codeIn(fault))) return forget(key)
        throw fault
      }
      return ids
    },
  }
}

const EPHEMERAL = 1 << 6

const EXPIRED: ReadonlySet<number | undefined> = new Set([
  CODES.noWebhook,
  CODES.noInteraction,
  CODES.noToken,
])

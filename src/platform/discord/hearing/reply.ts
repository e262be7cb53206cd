/**
 * Answering an interaction. Discord waits three seconds for a first word, which can be that more is to come, and a
 * quarter of an hour for what follows.
 */
import { reasonOf } from '../../../reason.ts'
import { recallOf } from '../../../recall.ts'
import type { Card } from '../../card.ts'
import type { Waits } from '../../waits.ts'
import type { Row } from '../drawing/component.ts'
import { messagesOf } from '../drawing/message.ts'
import type { Modal } from '../drawing/modal.ts'
import { codeIn } from '../saying/fault.ts'
import { payloadOf } from '../saying/posting.ts'
import type { Wire } from '../saying/wire.ts'
import { type Interaction, KINDS } from './payload.ts'
import type { Recent, Taken } from './recent.ts'

export type Reply = {
  /**
   * Tells Discord once that it is taken, and makes its person one who can be answered alone. Rejects where it is too late.
   */
  accept(place: string, person: string): Promise<void>
  /** Shows a form, in place of accepting. */
  ask(modal: Modal): Promise<void>
  /** Proposes values while a command is typed. */
  propose(choices: readonly { name: string; value: string }[]): Promise<void>
  /** Says something to the person alone: as the first word, or after it was accepted. */
  say(card: Card, row?: Row): Promise<void>
  /** Nothing more is said here; what was accepted shows no longer that something is coming. */
  end(): Promise<void>
}

export type Replies = (interaction: Interaction) => Reply

type Needs = {
  wire: Wire
  recent: Recent
  waits: Waits
  /** Work that goes on after an interaction was handled. */
  busy(work: Promise<unknown>): void
  complain(what: string, details: { reason: string }): void
}

const [MESSAGE, LATER, QUIETLY, PROPOSALS, MODAL] = [4, 5, 6, 8, 9] as const

const ALONE = 1 << 6

/** Discord's number for an interaction that has its first word. */
const TAKEN_ALREADY = 40060

/** What is told a second time is answered by whoever answers the first. */
const REMEMBERED = 10_000

/** An answer that comes later than this is shown as a message of its own. */
const LINGER_MS = 2_500

export const repliesOf = ({ wire, recent, waits, busy, complain }: Needs): Replies => {
  const told = recallOf<true>(REMEMBERED)
  return (interaction) => {
    const { id, token, application_id: application } = interaction
    const toldBefore = told.get(id)
    told.set(id, true)
    /** What was told first, as far as it leaves a sign of more to come. */
    let accepted: { taken: Taken; pending: boolean } | undefined

    /** Where Discord took it and the connection broke, it says so when it is sent once more. */
    const respond = async (type: number, data?: object): Promise<void> => {
      const route = `/interactions/${id}/${token}/callback` as const
      const body = { type, ...(data && { data }) }
      await wire
        .call(
          { what: 'take the answer to a command' },
          { verb: 'post', route, body, auth: false, hurry: true, twice: true },
        )
        .catch((fault: unknown) => {
          if (toldBefore || codeIn(fault) !== TAKEN_ALREADY) throw fault
        })
    }

    const original = `/webhooks/${application}/${token}/messages/@original` as const
    const remove = async (): Promise<void> => {
      await wire.call({ what: 'clear an answer' }, { verb: 'delete', route: original, auth: false })
    }

    const followUp = async (card: Card, row?: Row): Promise<void> => {
      const pending = accepted?.pending
      if (accepted) accepted.pending = false
      await wire.call(
        { what: 'answer a command' },
        pending
          ? { verb: 'patch', route: original, auth: false, ...bodyOf(card, row, 0) }
          : {
              verb: 'post',
              route: `/webhooks/${application}/${token}`,
              auth: false,
              ...bodyOf(card, row, ALONE),
            },
      )
    }

    return {
      async accept(place, person) {
        if (accepted) return
        const quietly = interaction.type === KINDS.press || interaction.message !== undefined
        await respond(quietly ? QUIETLY : LATER, quietly ? undefined : { flags: ALONE })
        const taken = await recent.note(place, person, { application, token })
        accepted = { taken, pending: !quietly }
      },
      ask: (modal) => respond(MODAL, modal),
      propose: (choices) => respond(PROPOSALS, { choices }),
      async say(card, row) {
        if (accepted) await followUp(card, row)
        else await respond(MESSAGE, bodyOf(card, row, ALONE).body as object)
      },
      async end() {
        const before = accepted
        if (!before?.pending) return
        const clear = async (): Promise<void> => {
          await waits.pause(LINGER_MS)
          await before.taken.unlessUsed(remove)
        }
        busy(clear().catch((error: unknown) => complain(UNCLEARED, { reason: reasonOf(error) })))
      },
    }
  }
}

const UNCLEARED = 'A sign that an answer is coming could not be taken away; Discord does so by itself.'

const bodyOf = (card: Card, row: Row | undefined, flags: number) => {
  const [message = { components: [], files: [] }] = messagesOf(card).messages
  return payloadOf(message, { components: row ? [...message.components, row] : message.components, flags })
}

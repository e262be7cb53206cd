/** Listening to Discord, put together. */
import { absenceOf } from '../../../absence.ts'
import type { Clock } from '../../../clock.ts'
import { reasonOf } from '../../../reason.ts'
import { chainsOf } from '../../chains.ts'
import type { Complaints } from '../../complaints.ts'
import { earOf } from '../../ear.ts'
import { gapOf, type Missed } from '../../gap.ts'
import type { Desk, Hear } from '../../platform.ts'
import type { Shelf } from '../../shelf.ts'
import { type Waits, waitsOf } from '../../waits.ts'
import type { Voice } from '../saying/voice.ts'
import { type Rest, wireOf } from '../saying/wire.ts'
import { askOf } from './asked.ts'
import type { Shard, Told } from './client.ts'
import { formsOf } from './forms.ts'
import { gapsOf } from './gaps.ts'
import { gatewayOf } from './gateway.ts'
import { readBack } from './history.ts'
import { inHand } from './in-hand.ts'
import { interactionIn } from './interaction-shape.ts'
import { interactionsOf } from './interactions.ts'
import { listenerOf } from './listener.ts'
import { deletionsIn, messageIn } from './message-shape.ts'
import { messagesOf } from './messages.ts'
import { noticesOf } from './notices.ts'
import { patientHear } from './patient.ts'
import { pressesOf } from './presses.ts'
import { proposingOf } from './proposing.ts'
import { type Ready, readyIn } from './ready.ts'
import type { Recent } from './recent.ts'
import { register } from './registering.ts'
import { repliesOf } from './reply.ts'
import { slashOf } from './slash.ts'
import { spotsOf } from './spots.ts'
import { wordlessOf } from './wordless.ts'

export type Hearing = {
  /** Since when something may be said that is not heard; nothing while all is. */
  away(): number | undefined
  /** Resolves once it is listened; rejects where Discord does not take the token. */
  start(): Promise<void>
  /** Hears nothing more; resolves once what is in hand is done, or has had its time. */
  stop(): Promise<void>
}

type Needs = {
  token: string
  apiUrl: string | undefined
  guild: string | undefined
  shard: Shard | undefined
  rest: Rest
  shelf: Shelf
  clock: Clock
  voice: Pick<Voice, 'say' | 'about' | 'presses'>
  recent: Recent
  waits: Waits
  complaints: Complaints
  hear: Hear
  desk: Desk
}

export const hearingOf = (needs: Needs): Hearing => {
  const { token, apiUrl, guild, shard, rest, shelf, clock, voice, recent, waits, complaints, desk } = needs
  const wire = wireOf({ rest, clock })
  const lastWaits = waitsOf(clock)
  const hands = inHand()
  const { busy } = hands
  const complain = (what: string, details: { reason: string }): void =>
    complaints.complain('warn', what, details)

  const absence = absenceOf(clock)
  let self = ''
  let heeding = true
  const gateway = gatewayOf({
    ...{ token, apiUrl, shard, complaints, waits, lastWaits },
    deaf(shard) {
      absence.begins(shard)
      gaps.open(shard)
    },
    listening(shard) {
      absence.ends(shard)
      busy(gaps.close(desk, shard))
    },
    told: (kind, data) => {
      if (heeding) take[kind](data)
    },
  })
  const { known } = gateway
  const chains = chainsOf()
  const read = (missed: Missed): Promise<void> => readBack(missed, { wire, ear, messages })
  const gaps = gapsOf({
    gap: () => gapOf({ chains, complaints, waits, clock, read }),
    shardOf: gateway.shardOf,
    only: shard?.id,
  })
  const notices = noticesOf({ say: voice.say, busy, complain })
  const hear: Hear = async (heard) => {
    await needs.hear(heard)
    notices.well(heard.place)
  }
  const ear = earOf({ hear: patientHear({ hear, waits, tell: notices.tell }), chains, gap: gaps })
  const spots = spotsOf({ known, wire, about: voice.about, desk })
  const messages = messagesOf({ spots, known, self: () => self })
  const wordless = wordlessOf({
    content: gateway.content,
    desk,
    say: voice.say,
    busy,
    complain: notices.unsaid,
  })
  const listener = listenerOf({
    ...{ messages, spots, ear, desk, complaints, busy, wordless },
    arrivals: chainsOf(),
  })
  const ask = askOf({ desk, ear, waits })
  const forms = formsOf({ desk, ask })
  const interactions = interactionsOf({
    ...{ spots, complain },
    replies: repliesOf({ wire, recent, waits, busy, complain }),
    takes: {
      command: slashOf(ask),
      press: pressesOf({ kept: voice.presses, ask, forms }),
      typing: proposingOf(desk),
      form: forms.submit,
    },
  })

  /** The commands are told about while it is listened already. */
  const registering = async (application: string): Promise<void> => {
    await register(application, { wire, shelf, guild }).catch((error: unknown) =>
      complaints.complain('error', UNREGISTERED, { reason: reasonOf(error) }),
    )
  }
  let registered = false
  const ready = ({ user, application }: Ready): void => {
    self = user
    // One process of all tells Discord of the commands.
    if (registered || application === undefined || (shard?.id ?? 0) > 0) return
    registered = true
    busy(registering(application))
  }

  /** Takes what can be read of what was told. */
  const checked =
    <T>(kind: Told, read: (data: unknown) => T | undefined, then: (told: T) => void) =>
    (data: unknown): void => {
      const told = read(data)
      if (told === undefined) complaints.complain('warn', UNREADABLE, { kind })
      else then(told)
    }

  const take: Readonly<Record<Told, (data: unknown) => void>> = {
    ready: checked('ready', readyIn, ready),
    said: checked('said', messageIn, listener.said),
    changed: checked('changed', messageIn, listener.changed),
    deleted: checked('deleted', deletionsIn, listener.deleted),
    cleared: checked('cleared', deletionsIn, listener.deleted),
    asked: checked('asked', interactionIn, (interaction) => busy(interactions(interaction))),
  }

  return {
    away: absence.since,
    async start() {
      gaps.open()
      await gateway.start()
      await gaps.close(desk)
    },
    async stop() {
      heeding = false
      gaps.stop()
      await hands.empty(lastWaits, LAST_MOMENTS_MS)
      await gateway.stop()
      lastWaits.stop()
    },
  }
}

/** What is in hand when the program ends has so long. */
const LAST_MOMENTS_MS = 8_000

const UNREADABLE =
  'Discord told something in a shape that it does not have; it was left out. A newer version of mlsd may be needed.'

const UNREGISTERED =
  'The slash commands could not be told to Discord; those it knows still work. It is tried again at the next start.'

/** Commands, buttons and forms: each taken once, and answered in time. */
import { reasonOf } from '../../../reason.ts'
import { wordsIn } from '../../../words/words.ts'
import { unstored } from '../../unstored.ts'
import { readOrigin } from '../drawing/origin.ts'
import type { Asking } from './asked.ts'
import { type Interaction, KINDS } from './payload.ts'
import type { Replies } from './reply.ts'
import type { Spots } from './spots.ts'

type Take = (asking: Asking) => Promise<void>

type Needs = {
  spots: Spots
  replies: Replies
  /** Who takes each kind. */
  takes: Readonly<Record<keyof typeof KINDS, Take>>
  complain(what: string, details: { reason: string }): void
}

/** Takes an interaction; never rejects: who asked is told what is wrong. */
export const interactionsOf = ({ spots, replies, takes, complain }: Needs) => {
  return async (interaction: Interaction): Promise<void> => {
    const kind = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find(
      (name) => KINDS[name] === interaction.type,
    )
    const user = interaction.member?.user ?? interaction.user
    const channel = interaction.channel?.id ?? interaction.channel_id
    if (!kind || !user || channel === undefined || interaction.data === undefined) return
    const reply = replies(interaction)
    try {
      const { guild_id, member, data } = interaction
      const { tenant } = readOrigin(data.custom_id)
      const spot = await spots.spot(channel, guild_id, interaction.channel, tenant)
      await takes[kind]({ interaction, reply, at: spots.at(spot, user, member) })
    } catch (error) {
      complain(NOT_TAKEN, { reason: reasonOf(error) })
      if (kind === 'typing') return
      const text = unstored(error, AGAIN[kind], wordsIn(interaction.locale))
      // Where Discord did not take the first word, it tells the person by itself that there was no answer.
      await reply.say({ tone: 'notice', text }).catch(() => undefined)
    }
  }
}

const NOT_TAKEN = 'A command, a button or a form could not be taken; who used it is told so.'

const AGAIN = { command: 'useAgain', press: 'pressAgain', form: 'sendAgain' } as const

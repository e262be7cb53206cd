/** What somebody asks for by an interaction, and taking it. */
import type { Form } from '../../card.ts'
import type { Ear } from '../../ear.ts'
import { formFor, isForAdmins } from '../../form.ts'
import type { Desk, Heard } from '../../platform.ts'
import type { Waits } from '../../waits.ts'
import type { Pressed } from '../drawing/button.ts'
import { modalOf } from '../drawing/modal.ts'
import { idFrom } from '../drawing/origin.ts'
import { timeOf } from '../names.ts'
import type { Interaction } from './payload.ts'
import type { Reply } from './reply.ts'
import type { At } from './spots.ts'

/** An interaction with who did it where, and the way to answer. */
export type Asking = { interaction: Interaction; at: At; reply: Reply }

export type Ask = {
  /** Opens the form for it, where there is one to be filled in, or hands it on as a command or a press. */
  take(type: 'command' | 'press', pressed: Pressed, asking: Asking): Promise<void>
  /** A form as it is for them there, nothing where there is none; throws where it cannot be had in time for a modal. */
  form: Look
  /** Whether this is not there in time for a first word. */
  isSlow(looking: Promise<unknown>): Promise<boolean>
  /** Tells Discord that something is taken, then hands it on. */
  hear(heard: Heard, asking: Asking): Promise<void>
}

type Look = (id: Form['id'], at: At, locale: string | undefined) => Promise<Form | undefined>

type Needs = { desk: Desk; ear: Ear; waits: Waits }

/** Discord waits three seconds for a form; what can not be looked up by then is not shown. */
const FORM_WITHIN_MS = 2_000

export const askOf = ({ desk, ear, waits }: Needs): Ask => {
  const isSlow: Ask['isSlow'] = (looking) => {
    const there = () => false
    return Promise.race([looking.then(there, there), waits.pause(FORM_WITHIN_MS).then(() => true)])
  }

  const formOf: Look = async (id, { person, place }, locale) => {
    const looking = desk.form(id, { person, place, locale })
    if (await isSlow(looking)) throw new Error('the form took too long')
    const form = await looking
    return form && { ...(locale !== undefined && { language: locale }), ...form }
  }

  const hear: Ask['hear'] = async (heard, { at, reply }) => {
    await reply.accept(at.place, at.person)
    await ear.take([heard])
    await reply.end()
  }

  return {
    ...{ hear, isSlow, form: formOf },
    async take(type, { command, args }, asking) {
      const { at, interaction, reply } = asking
      const admin = isAdmin(command, interaction)
      const id = formFor(command, args)
      const form = id && (!isForAdmins(id) || admin) ? await formOf(id, at, interaction.locale) : undefined
      const modal = form && modalOf(form)
      if (modal) return reply.ask({ ...modal, custom_id: idAt(at, modal.custom_id) })
      const heard = { ...heardFrom(asking), type, command, args, ...(admin && { admin }) }
      await hear(heard, asking)
    },
  }
}

/** What is common to all that is heard by an interaction. */
export const heardFrom = ({ interaction: { id, locale }, at }: Asking) => ({
  ...{ person: at.person, place: at.place, id, at: timeOf(id) },
  ...(locale && { locale }),
  ...(at.alone && { alone: at.alone }),
  ...(at.called && { called: at.called }),
  ...(at.roles && { roles: at.roles }),
})

/** The id of what is shown next to whoever asks: in direct messages it names the tenant for which that is. */
export const idAt = ({ alone, tenant }: At, id: string): string => idFrom(alone && tenant, id)

/** Whoever manages the server sets things for it, and whoever manages channels for a channel. */
export const isAdmin = (command: string, { member }: Interaction): boolean => {
  const may = BigInt(member?.permissions ?? 0)
  const enough =
    command === 'channel' ? ADMINISTRATOR | MANAGE_GUILD | MANAGE_CHANNELS : ADMINISTRATOR | MANAGE_GUILD
  return (may & enough) !== 0n
}

const [ADMINISTRATOR, MANAGE_CHANNELS, MANAGE_GUILD] = [1n << 3n, 1n << 4n, 1n << 5n] as const

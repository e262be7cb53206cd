/** Buttons that were pressed, and choices made in a form. */
import type { Clock } from '../../../clock.ts'
import { needsAdmin } from '../../commands.ts'
import type { Ear } from '../../ear.ts'
import { formFor, isForAdmins } from '../../form.ts'
import type { Heard } from '../../platform.ts'
import type { Api } from '../api/api.ts'
import { type Pressed, readButton } from '../drawing/button.ts'
import { homeName, personName } from '../names.ts'
import { isAdmin } from './admin.ts'
import type { Forms, Modal } from './forms.ts'
import type { Locales } from './locales.ts'
import { type At, atChannel } from './whose.ts'

/** What Slack sends of a press, as far as it is read. */
export type Press = {
  user: { id: string }
  trigger_id?: string
  container?: { type?: string; channel_id?: string; message_ts?: string; thread_ts?: string }
  channel?: { id?: string }
  message?: { ts?: string; thread_ts?: string }
  view?: Modal & { type?: string }
  actions: readonly unknown[]
}

export type Presses = {
  /** Takes a press; `accepted` is called before anything that takes its time. Rejects where it could not be taken. */
  take(tenant: string, press: Press, accepted: () => Promise<void>): Promise<void>
  /** Where somebody pressed; nothing where it cannot be told. */
  at(tenant: string, press: Press): At | undefined
}

export const pressesOf = (needs: {
  api: Api
  ear: Ear
  forms: Forms
  clock: Clock
  locales: Locales
}): Presses => {
  const { api, ear, forms, clock, locales } = needs

  const pressed = async (
    { command, args }: Pressed,
    spot: At,
    id: string,
    accepted: () => Promise<void>,
  ): Promise<void> => {
    const { tenant, user } = spot
    const admin = needsAdmin(command, args) && (await isAdmin(api, tenant, user))
    const locale = await locales.of(tenant, user)
    const at: At = { ...spot, ...(locale !== undefined && { locale }) }
    const form = formFor(command, args)
    if (form && (!isForAdmins(form) || admin) && (await forms.open(form, at, id, accepted))) return
    const { person, place, alone } = at
    const where = {
      ...{ person, place },
      ...(alone && { alone }),
      ...(admin && { admin }),
      ...(locale !== undefined && { locale }),
    }
    const heard: Heard = { ...where, type: 'press', id, at: clock.now(), command, args }
    await ear.take([heard])
  }

  return {
    at: spotOfPress,
    async take(tenant, press, accepted) {
      const { view, actions, trigger_id: trigger, user } = press
      if (view && view.type !== 'home') {
        await accepted()
        await forms.update(view, { tenant, user: user.id, person: personName(tenant, user.id) })
        return
      }
      const [action] = actions
      const meant = readButton(action)
      const at = spotOfPress(tenant, press)
      if (meant && at && trigger !== undefined) await pressed(meant, at, trigger, accepted)
    },
  }
}

/** A card that has a thread below it stands in that thread; a Home tab is a place of its own. */
const spotOfPress = (tenant: string, press: Press): At | undefined => {
  const { user, container, channel, message, view } = press
  if (view?.type === 'home') {
    const place = homeName(tenant, user.id)
    return { tenant, user: user.id, person: personName(tenant, user.id), place, alone: true }
  }
  const id = container?.channel_id ?? channel?.id
  const thread = container?.thread_ts ?? message?.thread_ts
  return id === undefined ? undefined : atChannel(tenant, user.id, id, thread)
}

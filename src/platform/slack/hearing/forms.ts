/** Forms as modals: opened, changed while they are filled in, and sent in. */
import type { Clock } from '../../../clock.ts'
import { reasonOf } from '../../../reason.ts'
import { type Words, wordsIn } from '../../../words/words.ts'
import type { Form } from '../../card.ts'
import type { Ear } from '../../ear.ts'
import { isForAdmins } from '../../form.ts'
import { type Desk, type Heard, tenantOf } from '../../platform.ts'
import { unstored } from '../../unstored.ts'
import type { Api } from '../api/api.ts'
import { errorIn } from '../api/fault.ts'
import { fieldsOf, readMetadata } from '../drawing/values.ts'
import { modalOf } from '../drawing/view.ts'
import { isDirect, spotOf } from '../names.ts'
import type { Channels } from '../saying/target.ts'
import { isAdmin } from './admin.ts'
import type { Locales } from './locales.ts'
import { isOwn } from './own.ts'
import type { At } from './whose.ts'

export type Forms = {
  /** Opens a form by an id that Slack gave for it, `accepted` just before; false where there is none to be filled in. */
  open(id: Form['id'], at: At, trigger: string, accepted: () => Promise<void>): Promise<boolean>
  /** A choice was made on which other fields depend: the modal shows those that are asked now. */
  update(view: Modal, by: By): Promise<void>
  /** A modal was sent in; answers with what Slack is to show, and with nothing where it is done. */
  submit(view: Modal, by: By): Promise<Reply | undefined>
}

/** A modal as Slack sends it. */
export type Modal = {
  id: string
  hash?: string
  private_metadata?: string
  blocks?: readonly { type?: string; block_id?: string }[]
}

export type By = Pick<At, 'tenant' | 'user' | 'person'>

export type Reply =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: ReturnType<typeof modalOf> }
  | { response_action: 'clear' }

/** A form was due and Slack did not open it; `says` it to the person in their words, the message in English. */
export class Unopened extends Error {
  override name = 'Unopened'
  readonly says: (words: Words) => string
  constructor(cause: unknown) {
    const late = /trigger/.test(errorIn(cause) ?? '')
    const why = reasonOf(cause).replace(/[.\s]+$/, '')
    const says = ({ edge }: Words): string => edge.unopened({ reason: late ? edge.tooSlow : why })
    super(says(wordsIn(undefined)), { cause })
    this.says = says
  }
}

type Needs = {
  api: Api
  channels: Pick<Channels, 'isWith'>
  locales: Pick<Locales, 'known'>
  desk: Desk
  ear: Ear
  clock: Clock
  refused(why: string): void
}

export const formsOf = ({ api, channels, locales, desk, ear, clock, refused }: Needs): Forms => {
  const localeOf = ({ tenant, user }: Pick<At, 'tenant' | 'user'>): { locale?: string } => {
    const locale = locales.known(tenant, user)
    return locale === undefined ? {} : { locale }
  }

  /** The form as it is for them there, in their language. */
  const formFor = async (id: Form['id'], by: By, place: string): Promise<Form | undefined> => {
    const { locale } = localeOf(by)
    const form = await desk.form(id, { person: by.person, place, locale })
    return form && { ...(locale !== undefined && { language: locale }), ...form }
  }

  /** Where a modal was opened, as long as that is a place of this person's. */
  const opened = async (view: Modal, { tenant, user }: By) => {
    const known = readMetadata(view.private_metadata)
    if (known && tenantOf(known.place) === tenant && (await mayBe(known.place, user))) return known
    refused('A form was refused since it was opened for somebody else, or somewhere else.')
    return undefined
  }

  const mayBe = async (place: string, user: string): Promise<boolean> => {
    const spot = spotOf(place)
    if (spot.type !== 'channel') return spot.user === user
    return !isDirect(spot.channel) || isOwn(channels, { tenant: spot.tenant, user }, spot.channel)
  }

  const take = async (view: Modal, form: Form['id'], place: string, by: By): Promise<void> => {
    const admin = isForAdmins(form) && (await isAdmin(api, by.tenant, by.user))
    const heard: Heard = {
      ...{ type: 'form', person: by.person, place, id: view.id, at: clock.now() },
      ...{ form, fields: fieldsOf(view) },
      ...(isAlone(place) && { alone: true as const }),
      ...localeOf(by),
      ...(admin && { admin }),
    }
    await ear.take([heard])
  }

  return {
    async open(id, at, trigger, accepted) {
      const { tenant, place } = at
      const form = await formFor(id, at, place)
      if (!form) return false
      await accepted()
      const view = modalOf(form, { metadata: { place } })
      await api
        .call(tenant, 'views.open', { trigger_id: trigger, view }, { hurry: true })
        .catch((error: unknown) => {
          throw new Unopened(error)
        })
      return true
    },
    async update(view, by) {
      const known = await opened(view, by)
      const form = known && (await formFor(known.form, by, known.place))
      if (!form) return
      const next = modalOf(form, { metadata: { place: known.place }, values: fieldsOf(view) })
      await api.call(by.tenant, 'views.update', {
        view_id: view.id,
        view: next,
        ...(view.hash && { hash: view.hash }),
      })
    },
    async submit(view, by) {
      const known = await opened(view, by)
      if (!known) return { response_action: 'clear' }
      const { form: id, place } = known
      try {
        const form = await formFor(id, by, place)
        const next = form && modalOf(form, { metadata: { place }, values: fieldsOf(view) })
        if (next && asksMore(next, view)) return { response_action: 'update', view: next }
        await take(view, id, place, by)
        return undefined
      } catch (error) {
        return errorsAt(view, unstored(error, 'sendAgain', wordsIn(localeOf(by).locale)))
      }
    },
  }
}

/** Whether something has to be filled in that was not there yet, since Slack had not shown it when this was sent. */
const asksMore = (next: ReturnType<typeof modalOf>, { blocks = [] }: Modal): boolean => {
  const there = new Set(blocks.map(({ block_id }) => block_id))
  return next.blocks.some(
    (block) =>
      block.type === 'input' && !('optional' in block && block.optional) && !there.has(block.block_id),
  )
}

/** Words at the first thing that can be filled in. */
const errorsAt = ({ blocks = [] }: Modal, text: string): Reply => {
  const input = blocks.find(({ type }) => type === 'input')?.block_id
  if (input === undefined) return { response_action: 'clear' }
  return {
    response_action: 'errors',
    errors: { [input]: text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text },
  }
}

const MOST = 250

/** Where nobody else can read: direct messages, and what a person sees alone. */
const isAlone = (place: string): boolean => {
  const spot = spotOf(place)
  return spot.type !== 'channel' || isDirect(spot.channel)
}

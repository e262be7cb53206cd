/** What a message event says, as what was heard. */
import type { Heard } from '../../platform.ts'
import type { Message, MessageEvent, Origin, SharedFile } from '../drawing/payload.ts'
import { isDirect, linkTo, personName, placeName, spotOf, timeOf } from '../names.ts'
import { mayCommand, spokenIn } from './spoken.ts'
import { mentions, typedIn, withoutMention } from './typed.ts'

/** All that a message event says, in order; nothing where no person said, changed or took back anything. */
export const heardIn = (event: MessageEvent, origin: Origin): Heard[] => {
  if (event.subtype === 'message_changed') return changed(event, origin)
  if (event.subtype === 'message_deleted') return deleted(event, origin)
  return saidIn(event, event.channel, origin)
}

/** What a message says by itself, as it stands in a history too: its words and its files. */
export const saidIn = (message: Message, channel: string, origin: Origin): Heard[] => {
  const from = writer(message, origin)
  if (!from || message.hidden) return []
  const at = timeOf(from.ts)
  const where = spotFor(message, from, channel, origin)
  const direct = isDirect(channel) || mentions(message.text ?? '', origin.bot.botUserId)
  const manner = direct ? 'direct' : 'overheard'
  const text = saidOf(message, origin, direct)
  const files = (message.files ?? []).filter(isThere)
  const heard: Heard[] = files.map((file) => ({
    ...where,
    type: 'file',
    id: `${from.ts}.${file.id}`,
    at,
    manner,
    ...contentOf(file),
  }))
  if (text !== '') heard.unshift({ ...where, type: 'message', id: from.ts, at, manner, text })
  else if (files.length === 0 && direct && message.text)
    heard.push({ ...where, type: 'command', id: from.ts, at, command: 'start', args: {} })
  return heard
}

/** The last change of a message that stands in a history, if it was changed. */
export const editIn = (message: Message, channel: string, origin: Origin): Heard[] => {
  const from = writer(message, origin)
  const text = wordsOf(message, origin)
  if (!from || !message.edited?.ts || text === '') return []
  const where = spotFor(message, from, channel, origin)
  const { ts } = message.edited
  return [{ ...where, type: 'edit', id: `${from.ts}.e${ts}`, at: timeOf(ts), of: from.ts, text }]
}

/** That something is not there any more that was said at a place, at some time after it and after `since`. */
export const withdrawnAt = (place: string, person: string, of: string, since: number): Heard => {
  const spot = spotOf(place)
  const alone = spot.type === 'channel' && isDirect(spot.channel)
  const at = Math.max(since, timeOf(of.split('.', 2).join('.')) + 1)
  return withdrawal({ person, place, ...(alone && { alone }) }, of, at)
}

/** Kinds of message that a person writes; all others tell of something that happened. */
const WRITTEN: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast', 'me_message']

type From = { user: string; ts: string }

/** The person who wrote a message, if it was a person. */
const writer = (message: Message, origin: Origin): From | undefined => {
  const { user, ts, subtype, bot_id, app_id } = message
  if (!isName(user) || !isName(ts) || bot_id || app_id || !WRITTEN.includes(subtype)) return undefined
  return user === origin.bot.botUserId || user === 'USLACKBOT' ? undefined : { user, ts }
}

/** Whatever the types promise: it came over the network. */
const isName = (value: unknown): value is string => typeof value === 'string' && value !== ''

const changed = (event: MessageEvent, origin: Origin): Heard[] => {
  const { channel, message: now = {}, previous_message: before = {} } = event
  if (now.subtype === 'tombstone') return deleted({ ...event, deleted_ts: now.ts ?? '' }, origin)
  const from = writer(now, origin)
  if (!from) return []
  const where = spotFor(now, from, channel, origin)
  const at = timeOf(now.edited?.ts ?? event.event_ts ?? from.ts)
  const left = new Set((now.files ?? []).filter(isThere).map(({ id }) => id))
  const gone = (before.files ?? []).filter((file) => isThere(file) && !left.has(file.id))
  const heard: Heard[] = gone.map(({ id }) => withdrawal(where, `${from.ts}.${id}`, at))
  const [was, is] = [wordsOf(before, origin), wordsOf(now, origin)]
  // An address that is shown with a preview changes the message and not its words.
  if (was === is) return heard
  if (was === '') return [...saidIn({ ...now, files: [] }, channel, origin), ...heard]
  if (is === '') return [withdrawal(where, from.ts, at), ...heard]
  const id = `${from.ts}.e${now.edited?.ts ?? event.event_ts ?? ''}`
  return [{ ...where, type: 'edit', id, at, of: from.ts, text: is }, ...heard]
}

const deleted = (event: MessageEvent, origin: Origin): Heard[] => {
  const { channel, previous_message: before = {}, deleted_ts } = event
  const from = writer({ ...before, ts: deleted_ts || before.ts || '' }, origin)
  if (!from) return []
  const where = spotFor(before, from, channel, origin)
  const at = timeOf(event.event_ts ?? event.ts ?? from.ts)
  const ofs = (before.files ?? []).filter(isThere).map(({ id }) => `${from.ts}.${id}`)
  if (wordsOf(before, origin) !== '' || ofs.length === 0) ofs.unshift(from.ts)
  return ofs.map((of) => withdrawal(where, of, at))
}

type Where = Pick<Heard, 'person' | 'place' | 'link' | 'alone'>

const withdrawal = (where: Where, of: string, at: number): Heard => ({
  ...where,
  type: 'withdrawal',
  id: `${of}.d`,
  at,
  of,
})

/** A message that begins a thread stands in the channel, not in its thread. */
const spotFor = (message: Message, { user, ts }: From, channel: string, origin: Origin): Where => {
  const { tenant, bot } = origin
  const thread = message.thread_ts === ts ? undefined : message.thread_ts
  return {
    person: personName(tenant, user),
    place: placeName(tenant, channel, thread),
    ...(bot.url && { link: linkTo(bot.url, channel, ts, thread) }),
    ...(isDirect(channel) && { alone: true }),
  }
}

/** What may be a command names people and places so that they can be told apart. */
const saidOf = (message: Message, origin: Origin, direct: boolean): string => {
  const words = wordsOf(message, origin)
  if (!mayCommand(words, direct)) return words
  return spokenIn(withoutMention(message.text ?? '', origin.bot.botUserId), origin.tenant).line.trim()
}

const wordsOf = ({ text = '' }: Message, { bot }: Origin): string =>
  typedIn(withoutMention(text, bot.botUserId)).trim()

const isThere = ({ mode, file_access }: SharedFile): boolean =>
  mode !== 'tombstone' && mode !== 'hidden_by_limit' && file_access !== 'file_not_found'

const contentOf = ({ id, name, title, mimetype, size }: SharedFile) => ({
  name: name || title || id,
  mime: mimetype || 'application/octet-stream',
  size: size ?? 0,
  ref: id,
})

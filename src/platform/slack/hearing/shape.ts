/** The shapes of what Slack delivers, as far as it is read: hostile until checked. */
import { isRecord } from '../../outside.ts'

/** Whether it is sure who did what where; what is not listened to needs no shape. */
export const isReadable = (body: unknown): boolean => {
  if (!isRecord(body) || !WHOSE(body)) return false
  if (body.event !== undefined) return isEvent(body.event, body)
  return (body.command === undefined ? INTERACTION : COMMAND)(body)
}

type Check = (value: unknown) => boolean

const isEvent = (event: unknown, { event_id, event_time }: Readonly<Record<string, unknown>>): boolean =>
  isRecord(event) &&
  word(event.type) &&
  isAbsentOr(name)(event_id) &&
  isAbsentOr(number)(event_time) &&
  (!Object.hasOwn(EVENTS, String(event.type)) || EVENTS[String(event.type)]?.(event) === true)

const word: Check = (value) => typeof value === 'string'
/** What is named once, such as what somebody does, and named back to Slack. */
const name: Check = (value) => typeof value === 'string' && value !== '' && value.length <= 300
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const flag: Check = (value) => typeof value === 'boolean'
const id: Check = (value) => typeof value === 'string' && /^[A-Z0-9]{1,40}$/.test(value)
const time: Check = (value) => typeof value === 'string' && /^\d{1,20}\.\d{1,10}$/.test(value)
const list: Check = Array.isArray

/** What Slack may leave out. */
const isAbsentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

/** What Slack may leave out, or say null of. */
const isNoneOr = (check: Check): Check => isAbsentOr((value) => value === null || check(value))

const holds =
  (parts: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(parts).every(([part, check]) => check(value[part]))

/** Whose it is: teams and organisations, each of which may be missing. */
const owner = isNoneOr((value) => value === '' || id(value))
const OWNER = holds({ id: owner, team_id: owner, enterprise_id: owner })
const WHOSE = holds({
  ...{ team_id: owner, enterprise_id: owner },
  ...{ team: isNoneOr(OWNER), enterprise: isNoneOr(OWNER), user: isNoneOr(OWNER) },
  view: isNoneOr(holds({ app_installed_team_id: owner })),
  authorizations: isAbsentOr((value) => Array.isArray(value) && value.every(OWNER)),
})

const FILE = holds({
  ...{ id: word, size: isAbsentOr(number), mode: isNoneOr(word), file_access: isNoneOr(word) },
  ...{ name: isNoneOr(word), title: isNoneOr(word), mimetype: isNoneOr(word) },
})

const SAID: Readonly<Record<string, Check>> = {
  ...{ user: isNoneOr(id), ts: isAbsentOr(time), thread_ts: isAbsentOr(time), text: isAbsentOr(word) },
  ...{ subtype: isAbsentOr(word), bot_id: isNoneOr(word), app_id: isNoneOr(word), hidden: isNoneOr(flag) },
  files: isAbsentOr((value) => Array.isArray(value) && value.every(FILE)),
  edited: isNoneOr(holds({ ts: isAbsentOr(time) })),
}

const MESSAGE = holds({
  ...SAID,
  ...{ channel: id, event_ts: isAbsentOr(time), deleted_ts: isAbsentOr(time) },
  ...{ message: isAbsentOr(holds(SAID)), previous_message: isAbsentOr(holds(SAID)) },
})

const EVENTS: Readonly<Record<string, Check>> = {
  message: MESSAGE,
  app_mention: MESSAGE,
  app_home_opened: holds({ user: id, tab: isAbsentOr(word), event_ts: time }),
  assistant_thread_started: holds({
    assistant_thread: holds({ user_id: id, channel_id: id, thread_ts: time }),
    event_ts: time,
  }),
  tokens_revoked: holds({ tokens: holds({ bot: isNoneOr(list) }) }),
}

const COMMAND = holds({ command: word, text: word, channel_id: id, user_id: id, trigger_id: name })

const INTERACTION = holds({
  ...{ type: word, user: holds({ id }), trigger_id: isAbsentOr(name), actions: isAbsentOr(list) },
  container: isNoneOr(holds({ channel_id: isAbsentOr(id), thread_ts: isAbsentOr(time) })),
  channel: isNoneOr(holds({ id: isAbsentOr(id) })),
  message: isNoneOr(holds({ thread_ts: isAbsentOr(time) })),
  view: isNoneOr(holds({ id: name, type: isAbsentOr(word), hash: isNoneOr(name) })),
})

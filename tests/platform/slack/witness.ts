/** Whether what was heard was said: told by what Slack delivered, and not by how that is read. */
import type { Heard } from '../../../src/platform/platform.ts'
import type { Kind } from './stand-in/http.ts'

/** What was delivered, in whatever shape. */
export type Telling = { kind: Kind; body: unknown }

type Json = Readonly<Record<string, unknown>>

/** Whether something of what was delivered says just this, of that person at that place. */
export const accountedFor = (heard: Heard, tellings: readonly Telling[]): boolean =>
  tellings.some(({ kind, body }) => isJson(body) && WITNESSES[kind](heard, body))

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const recordIn = (value: unknown): Json => (isJson(value) ? value : {})

const event = (heard: Heard, body: Json): boolean => {
  const { subtype, channel, ...event } = recordIn(body.event)
  const [now, before] = [recordIn(event.message), recordIn(event.previous_message)]
  if (typeof channel !== 'string') return false
  if (heard.type === 'withdrawal')
    return (
      isBy(heard, before, channel) && [now.ts, before.ts, event.deleted_ts].some((ts) => isOf(heard.of, ts))
    )
  if (subtype === 'message_changed') {
    if (!isBy(heard, now, channel)) return false
    const of = heard.type === 'edit' ? heard.of : heard.id
    return of === now.ts && 'text' in heard && heard.text === wordsIn(now)
  }
  if (!isBy(heard, event, channel) || !isOf(heard.id, event.ts)) return false
  return heard.type === 'file' ? Array.isArray(event.files) : 'text' in heard && heard.text === wordsIn(event)
}

const command = (heard: Heard, body: Json): boolean =>
  heard.type === 'command' &&
  heard.id === body.trigger_id &&
  heard.person.endsWith(`/${body.user_id}`) &&
  (heard.place.endsWith(`/${body.channel_id}`) || heard.place === heard.person) &&
  [heard.command, ...Object.values(heard.args)].every((word) => String(body.text).includes(word))

const interactive = (heard: Heard, body: Json): boolean => {
  const by = recordIn(body.user).id
  if (typeof by !== 'string' || !heard.person.endsWith(`/${by}`)) return false
  const words = wordsOf(body)
  const isThere = (word: string): boolean => words.some((each) => each.includes(word))
  if (heard.type === 'form') return isThere(heard.form) && Object.values(heard.fields).every(isThere)
  if (heard.type !== 'press' || heard.id !== body.trigger_id) return false
  return isThere(heard.command) && Object.values(heard.args).every(isThere)
}

const WITNESSES: Readonly<Record<Kind, (heard: Heard, body: Json) => boolean>> = {
  events_api: event,
  slash_commands: command,
  interactive,
}

/** That person, who is no program, in that channel. */
const isBy = ({ person, place }: Heard, { user, bot_id, app_id, thread_ts: thread }: Json, channel: string) =>
  typeof user === 'string' &&
  user !== '' &&
  !bot_id &&
  !app_id &&
  person.endsWith(`/${user}`) &&
  [`/${channel}`, `/${channel}/${thread}`].some((end) => place.endsWith(end))

const isOf = (id: string, ts: unknown): boolean =>
  typeof ts === 'string' && ts !== '' && (id === ts || id.startsWith(`${ts}.`))

const wordsIn = ({ text }: Json): string | undefined =>
  typeof text === 'string'
    ? text
        .replace(/<@UBOT> ?/, '')
        .replace(/<(@\d+)>/, '$1')
        .trim()
    : undefined

/** Every text in it. */
const wordsOf = (part: unknown): string[] => {
  if (typeof part === 'object' && part !== null) return Object.values(part).flatMap(wordsOf)
  return part === undefined ? [] : [String(part)]
}

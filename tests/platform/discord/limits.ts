/**
 * What Discord accepts, written down once more and apart from the code that keeps to it: the documented limits of messages,
 * components, forms, threads and commands, the shape of the calls that this app makes, and the house's own rules.
 */
import {
  all,
  type Check,
  flag,
  isObject,
  list,
  object,
  oneOf,
  rule,
  whole,
  words,
} from '../slack/limits/shape.ts'
import { command, commands } from './limits/commands.ts'
import { modal } from './limits/layout.ts'
import { changed, created, followed } from './limits/messages.ts'
import { maybe, within } from './limits/shape.ts'

type Named = { key: string; name: string }

/** All that Discord would not take in the body of a call, such as of `POST /channels/:id/messages`. */
export const faultsOf = (route: string, body: unknown, uploads: readonly Named[] = []): string[] => {
  const check = CALLS[route]
  if (check === undefined)
    return route.startsWith('GET ') || BARE.has(route) ? [] : [`nobody wrote down ${route}`]
  return [...check(body, 'body'), ...uploadFaults(body, uploads)]
}

/** What it would take, but this house does not send: calls to people, sends that cannot be told from their repetition. */
export const mannersOf = (route: string, body: unknown): string[] => {
  const message = messageOf(route, body)
  if (message === undefined) return []
  const { allowed_mentions: allowed } = message
  const named = isObject(allowed) ? [allowed.parse, allowed.users, allowed.roles] : []
  const calls =
    !isObject(allowed) ||
    !Array.isArray(allowed.parse) ||
    named.some((ids) => Array.isArray(ids) && ids.length > 0)
  const speaks = ['content', 'embeds', 'components'].some((key) => message[key] !== undefined)
  const fresh = route === 'POST /channels/:id/messages'
  return [
    ...(speaks && (calls || (isObject(allowed) && allowed.replied_user === true))
      ? ['allowed_mentions does not keep everybody from being called']
      : []),
    ...(fresh && (message.nonce === undefined || message.enforce_nonce !== true)
      ? ['no nonce is enforced']
      : []),
    ...(fresh && (Number(message.flags ?? 0) & 64) !== 0
      ? ['only answers to interactions are ephemeral']
      : []),
  ]
}

const threadName = words(100)
const archiving = oneOf(60, 1440, 4320, 10_080)

const choices = object({
  choices: list(object({ name: words(100), value: anything }, { name_localizations: anything }), 25),
})

function anything(): string[] {
  return []
}

const ANSWERS: Record<number, Check> = {
  4: object({ type: oneOf(4), data: followed }),
  5: object({ type: oneOf(5) }, { data: object({}, { flags: maybe(oneOf(0, 64)) }) }),
  6: object({ type: oneOf(6) }),
  7: object({ type: oneOf(7) }, { data: changed }),
  8: object({ type: oneOf(8), data: choices }),
  9: object({ type: oneOf(9), data: modal }),
}

const answer: Check = (value, at) => {
  const type = isObject(value) ? Number(value.type) : 0
  return ANSWERS[type]?.(value, at) ?? [`${at}: there is no callback ${type}`]
}

const thread = { auto_archive_duration: archiving, rate_limit_per_user: maybe(whole(0, 21_600)) }

const CALLS: Readonly<Record<string, Check>> = {
  'POST /channels/:id/messages': created,
  'PATCH /channels/:id/messages/:id': changed,
  'POST /channels/:id/messages/:id/threads': object(
    { name: threadName },
    { ...thread, type: oneOf(11), invitable: flag },
  ),
  'POST /channels/:id/threads': object(
    { name: threadName },
    { ...thread, type: oneOf(11, 12), invitable: flag },
  ),
  'PATCH /channels/:id': all(
    object(
      {},
      {
        name: threadName,
        archived: flag,
        locked: flag,
        invitable: flag,
        auto_archive_duration: archiving,
        rate_limit_per_user: maybe(whole(0, 21_600)),
        flags: whole(0, 2 ** 31 - 1),
        topic: maybe(words(1024, 0)),
      },
    ),
    rule((body) => Object.keys(body).length === 0 && 'nothing is changed'),
  ),
  'POST /interactions/:id/:token/callback': answer,
  'POST /webhooks/:id/:token': followed,
  'PATCH /webhooks/:id/:token/messages/:id': changed,
  'POST /users/@me/channels': object({ recipient_id: words(20, 1, /^\d+$/) }),
  'PUT /applications/:id/commands': commands,
  'PUT /applications/:id/guilds/:id/commands': commands,
  'POST /applications/:id/commands': command,
  'POST /applications/:id/guilds/:id/commands': command,
  'PATCH /applications/:id/commands/:id': anything,
  'PATCH /applications/:id/guilds/:id/commands/:id': anything,
}

/** Calls that carry nothing. */
const BARE = new Set([
  'POST /channels/:id/typing',
  'DELETE /channels/:id',
  'DELETE /channels/:id/messages/:id',
  'PUT /channels/:id/thread-members/@me',
  'PUT /channels/:id/thread-members/:id',
  'DELETE /channels/:id/thread-members/:id',
  'PUT /channels/:id/messages/:id/reactions/:emoji/@me',
  'DELETE /channels/:id/messages/:id/reactions/:emoji/@me',
  'DELETE /webhooks/:id/:token/messages/:id',
  'DELETE /applications/:id/commands/:id',
  'DELETE /applications/:id/guilds/:id/commands/:id',
])

/** The message in a body, where there is one. */
const messageOf = (route: string, body: unknown): Record<string, unknown> | undefined => {
  if (!isObject(body)) return undefined
  if (route.endsWith('/callback'))
    return (body.type === 4 || body.type === 7) && isObject(body.data) ? body.data : undefined
  return CALLS[route] === created || CALLS[route] === changed || CALLS[route] === followed ? body : undefined
}

/** Files and what is said of them must fit together; with the flag for components each is shown by one. */
const uploadFaults = (body: unknown, uploads: readonly Named[]): string[] => {
  const message = isObject(body) && isObject(body.data) ? body.data : isObject(body) ? body : {}
  const listed = Array.isArray(message.attachments) ? message.attachments.map((one) => String(one?.id)) : []
  const missing = listed.filter((id) => id.length < 3 && !uploads.some(({ key }) => key === id))
  const v2 = (Number(message.flags ?? 0) & (1 << 15)) !== 0
  const shown = new Set(
    within(message.components).flatMap(({ url }) =>
      typeof url === 'string' ? [url.replace('attachment://', '')] : [],
    ),
  )
  const hidden = v2 ? uploads.filter(({ name }) => !shown.has(name)) : []
  return [
    ...(uploads.length > 10 ? [`${uploads.length} files, at most 10 are allowed`] : []),
    ...missing.map((id) => `attachment ${id} was not uploaded`),
    ...hidden.map(({ name }) => `${name} is shown by no component`),
  ]
}

/** Messages, with what stands in them. */
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
} from '../../slack/limits/shape.ts'
import { classic, modern } from './layout.ts'
import { address, maybe, within } from './shape.ts'

const V2 = 1 << 15

const named = { url: address(2048, 'http', 'https', 'attachment') }
const embed: Check = object(
  {},
  {
    type: oneOf('rich'),
    title: words(256),
    description: words(4096),
    url: address(2048, 'http', 'https'),
    timestamp: words(40, 10, /^\d{4}-\d\d-\d\dT/),
    color: maybe(whole(0, 0xffffff)),
    footer: object({ text: words(2048) }, { icon_url: address(2048, 'http', 'https', 'attachment') }),
    image: object(named),
    thumbnail: object(named),
    author: object({ name: words(256) }, { url: address(2048, 'http', 'https') }),
    fields: list(object({ name: words(256), value: words(1024) }, { inline: flag }), 25),
  },
)

const MEASURED = new Set(['title', 'description', 'text', 'name', 'value'])

/** All embeds of a message share 6,000 characters. */
const embeds: Check = all(list(embed, 10), (value, at) => {
  const characters = within(value)
    .flatMap((one) => Object.entries(one))
    .reduce((sum, [key, one]) => sum + (MEASURED.has(key) && typeof one === 'string' ? one.length : 0), 0)
  return characters > 6000 ? [`${at}: ${characters} characters in all, at most 6000 are allowed`] : []
})

const snowflake = words(20, 1, /^\d+$/)
const called = list(snowflake, 100)

const allowedMentions: Check = all(
  object(
    {},
    {
      parse: list(oneOf('everyone', 'users', 'roles'), 3),
      users: called,
      roles: called,
      replied_user: flag,
    },
  ),
  rule(({ parse, users, roles }) => {
    const both = (kind: string, ids: unknown) =>
      Array.isArray(parse) && parse.includes(kind) && Array.isArray(ids) && ids.length > 0
    return (both('users', users) || both('roles', roles)) && 'parse and a list exclude each other'
  }),
)

const attachment: Check = object(
  {
    id: (value, at) =>
      [snowflake, whole(0, 9)].some((check) => check(value, at).length === 0) ? [] : [`${at}: no id`],
  },
  { filename: words(1024), description: maybe(words(1024, 0)), title: maybe(words(1024)), is_spoiler: flag },
)

const nonce: Check = (value, at) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? [] : words(25)(value, at)

const fields = {
  tts: flag,
  nonce,
  enforce_nonce: flag,
  content: maybe(words(2000, 0)),
  embeds: maybe(embeds),
  allowed_mentions: maybe(allowedMentions),
  flags: maybe(whole(0, 2 ** 31 - 1)),
  attachments: maybe(list(attachment, 10)),
  components: maybe(
    (value, at) =>
      [modern, classic].map((check) => check(value, at)).find((faults) => faults.length === 0) ?? [],
  ),
}

/** What a message is made of must go together: the flag for components shuts out content and embeds. */
const coherent = (changes: boolean): Check => {
  return (value, at) => {
    if (!isObject(value)) return []
    const v2 = (Number(value.flags ?? 0) & V2) !== 0
    const faults =
      value.components == null ? [] : componentFaults(value.components, v2, changes, `${at}.components`)
    const filled = (one: unknown) =>
      Array.isArray(one) ? one.length > 0 : one !== undefined && one !== null && one !== ''
    if (v2 && (filled(value.content) || filled(value.embeds)))
      faults.push(`${at}: content and embeds cannot stand beside components of the second kind`)
    return faults
  }
}

const componentFaults = (components: unknown, v2: boolean, changes: boolean, at: string): string[] => {
  if (v2) return modern(components, at)
  const old = classic(components, at)
  // A changed message keeps its flag, so that it need not be given again.
  return old.length > 0 && changes ? modern(components, at) : old
}

/** A new message. */
export const created: Check = all(
  object(
    {},
    {
      ...fields,
      message_reference: object(
        { message_id: snowflake },
        { channel_id: snowflake, guild_id: snowflake, fail_if_not_exists: flag, type: oneOf(0) },
      ),
    },
  ),
  coherent(false),
)

/** A changed message. */
export const changed: Check = all(object({}, { ...fields }), coherent(true))

/** What answers an interaction, or follows on it. */
export const followed: Check = all(
  object({}, { ...fields, username: words(80), avatar_url: address(2048, 'https') }),
  coherent(false),
)

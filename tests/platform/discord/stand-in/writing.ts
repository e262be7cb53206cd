/** Messages as they are written down: from what a person typed, and from what the app sent. */

import { invalidForm, Refusal } from './refusal.ts'
import type { Upload } from './request.ts'
import { type Stage, tellChannel } from './stage.ts'
import type { Channel, Interaction, Json, Kept, Message, World } from './world.ts'

/** Flags of messages. */
export const EPHEMERAL = 1 << 6
export const COMPONENTS_V2 = 1 << 15

/** No previews, no notification. */
const SUPPRESSED = (1 << 2) | (1 << 12)

const MOST_BYTES = 10_485_760

/** A message with nothing in it. */
export const blankMessage = (world: World, channel: Channel, by: string): Message => ({
  id: world.snowflake(),
  channel: channel.id,
  type: 0,
  by,
  content: '',
  edited: undefined,
  flags: 0,
  embeds: [],
  components: [],
  attachments: [],
  mentions: [],
  mentionsRoles: [],
  mentionsEveryone: false,
  nonce: undefined,
  reference: undefined,
  only: undefined,
  interaction: undefined,
  loading: false,
  thread: undefined,
})

/** Keeps a file so that it can be had from the CDN. */
export const keep = (world: World, channel: string, file: Upload, description?: string): Kept => {
  if (file.bytes.length > MOST_BYTES) throw new Refusal(413, 40005, 'Request entity too large')
  const kept: Kept = {
    id: world.snowflake(),
    channel,
    name: file.name.replace(/[^\w.-]/g, '_'),
    mime: file.mime,
    bytes: file.bytes,
    stale: false,
    ...(description === undefined ? {} : { description }),
  }
  world.files.set(kept.id, kept)
  return kept
}

/** Fills a message with what the app sent; what is left out of a change stays. Refused, it stays as it was. */
export const fill = (stage: Stage, message: Message, body: Json, uploads: readonly Upload[]): void => {
  const { world } = stage
  const given = <T>(key: string, otherwise: T): T =>
    body[key] === undefined ? otherwise : ((body[key] ?? []) as T)
  const draft = { ...message, loading: false, attachments: attached(world, message, body, uploads) }
  const resolve = (parts: Json[]) => resolved(parts, draft.attachments, stage.url())
  draft.flags |= Number(body.flags ?? 0) & (COMPONENTS_V2 | EPHEMERAL | SUPPRESSED)
  if (body.content !== undefined) draft.content = (body.content as string | null) ?? ''
  draft.embeds = resolve(given('embeds', message.embeds))
  if (body.components !== undefined) draft.components = resolve(given('components', [])).map(numbering())
  together(draft)
  const nothing =
    draft.content.trim() === '' &&
    draft.embeds.length + draft.components.length + draft.attachments.length === 0
  if (nothing) throw new Refusal(400, 50006, 'Cannot send an empty message')
  call(draft, body.allowed_mentions as Json | undefined)
  Object.assign(message, draft)
}

/** The flag for components shuts out what came before them, also where it was set long ago. */
const together = ({ flags, content, embeds, components }: Message): void => {
  const modern = (flags & COMPONENTS_V2) !== 0
  if (modern && (content !== '' || embeds.length > 0))
    throw invalidForm(['content and embeds cannot stand beside components of the second kind'])
  if (!modern && components.some(({ type }) => type !== 1))
    throw invalidForm(['such components need the flag for them'])
}

/** Puts a message where it belongs; a thread that slept wakes up. */
export const place = (stage: Stage, channel: Channel, message: Message): void => {
  channel.messages.set(message.id, message)
  const { thread } = channel
  if (thread === undefined || message.only !== undefined) return
  thread.messageCount += 1
  if (!thread.archived) return
  thread.archived = false
  thread.archivedAt = stage.world.now()
  tellChannel(stage, 'THREAD_UPDATE', channel)
}

/** A message of Discord's own about something that the app or somebody did. */
export const system = (
  stage: Stage,
  channel: Channel,
  type: number,
  by: string,
  content: string,
): Message => {
  const message = { ...blankMessage(stage.world, channel, by), type, content }
  channel.messages.set(message.id, message)
  return message
}

/** The answer to an interaction, with whose it is. */
export const answerTo = (stage: Stage, channel: Channel, interaction: Interaction): Message => ({
  ...blankMessage(stage.world, channel, stage.world.app.id),
  type: interaction.kind === 'command' ? 20 : 0,
  interaction,
})

/** Everything that is read in a message: its content and its text displays. */
export const textsOf = (message: Message): string[] => [message.content, ...displays(message.components)]

const displays = (components: readonly Json[]): string[] =>
  components.flatMap((one) => [
    ...(one.type === 10 ? [String(one.content)] : []),
    ...displays((one.components as Json[] | undefined) ?? []),
  ])

/** Whom a message calls: those named in it that the sender allows to be called. */
const call = (message: Message, allowed: Json | undefined): void => {
  const text = textsOf(message).join('\n')
  const parse = allowed === undefined ? ['everyone', 'users', 'roles'] : ((allowed.parse as string[]) ?? [])
  const named = (form: RegExp) => [...new Set([...text.matchAll(form)].map(([, id]) => id ?? ''))]
  const called = (kind: 'users' | 'roles', ids: string[]) => {
    const listed = (allowed?.[kind] as string[] | undefined) ?? []
    return ids.filter((id) => parse.includes(kind) || listed.includes(id))
  }
  message.mentions = called('users', named(/<@!?(\d+)>/g))
  message.mentionsRoles = called('roles', named(/<@&(\d+)>/g))
  message.mentionsEveryone = parse.includes('everyone') && /@(everyone|here)\b/.test(text)
}

const attached = (world: World, message: Message, body: Json, uploads: readonly Upload[]): Kept[] => {
  const listed = body.attachments as { id: string | number; description?: string }[] | undefined
  const kept =
    listed === undefined
      ? message.attachments
      : message.attachments.filter((one) => listed.some(({ id }) => id === one.id))
  const fresh = uploads.map((upload) => {
    const about = listed?.find(({ id }) => String(id) === upload.key)
    return keep(world, message.channel, upload, about?.description)
  })
  return [...kept, ...fresh]
}

/** The same with `attachment://` led to where the file is. */
const resolved = (parts: Json[], attachments: readonly Kept[], url: string): Json[] => {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]))
    if (typeof value !== 'string' || !value.startsWith('attachment://')) return value
    const file = attachments.find(({ name }) => name === value.slice('attachment://'.length))
    if (file === undefined) throw new Refusal(400, 50035, `Invalid Form Body: ${value} was not uploaded`)
    return `${url}/attachments/${file.channel}/${file.id}/${file.name}?ex=ffffffff&is=0&hm=0`
  }
  return JSON.stringify(parts).includes('attachment://') ? (walk(parts) as Json[]) : parts
}

/** Numbers components from one, as Discord does where the sender did not. */
const numbering = () => {
  let next = 0
  const number = (one: Json): Json => {
    next += 1
    const id = (one.id as number | undefined) || next
    const inner = one.components as Json[] | undefined
    const accessory = one.accessory as Json | undefined
    return {
      ...one,
      id,
      ...(inner === undefined ? {} : { components: inner.map(number) }),
      ...(accessory === undefined ? {} : { accessory: number(accessory) }),
    }
  }
  return number
}

/** Messages as the gateway tells them: hostile until checked, and then no more than is read of them. */
import { isRecord } from '../../outside.ts'
import type { Attached, Deletions, Member, Message, MessageEvent, User } from './payload.ts'
import { countIn, fits, fitsIn, flagIn, idIn, isAbsent, listIn, type Parts, textIn } from './shapes.ts'

/** A message; nothing where it is not sure who said what where. */
export const messageIn = (data: unknown): MessageEvent | undefined => {
  const message = plainMessageIn(data)
  if (!message || !isRecord(data) || !fits(data.guild_id, idIn)) return undefined
  const guild_id = idIn(data.guild_id)
  // Only a guild has members: this has lost where it was said.
  if (guild_id === undefined && !isAbsent(data.member)) return undefined
  return { ...message, guild_id, member: memberIn(data.member) }
}

/** A message that comes with something else, which says where that was. */
export const plainMessageIn = (data: unknown): Message | undefined => {
  if (!isRecord(data)) return undefined
  const [id, channel_id] = [idIn(data.id), idIn(data.channel_id)]
  if (id === undefined || channel_id === undefined || !fitsIn(data, REQUIRED)) return undefined
  return {
    ...{ id, channel_id },
    type: countIn(data.type),
    author: userIn(data.author),
    webhook_id: idIn(data.webhook_id),
    content: wordsIn(data.content),
    edited_timestamp: textIn(data.edited_timestamp),
    mentions: listIn(data.mentions, mentionedIn),
    attachments: listIn(data.attachments, attachedIn),
  }
}

/** One message that was taken back, or several at once. */
export const deletionsIn = (data: unknown): Deletions | undefined => {
  if (!isRecord(data) || !fits(data.guild_id, idIn)) return undefined
  const channel_id = idIn(data.channel_id)
  const ids = listIn(data.ids ?? [data.id], idIn)
  return channel_id === undefined || !ids ? undefined : { ids, channel_id, guild_id: idIn(data.guild_id) }
}

export const userIn = (data: unknown): User | undefined => {
  if (!isRecord(data) || !fits(data.bot, flagIn) || !fits(data.system, flagIn)) return undefined
  const id = idIn(data.id)
  if (id === undefined) return undefined
  const names = { username: textIn(data.username), global_name: textIn(data.global_name) }
  return { id, ...names, bot: flagIn(data.bot), system: flagIn(data.system) }
}

export const memberIn = (data: unknown): Member | undefined =>
  isRecord(data) ? { nick: textIn(data.nick), roles: listIn(data.roles, idIn) } : undefined

/** A file; what cannot be read of it is as if it were not told. */
export const attachedIn = (data: unknown): Attached | undefined => {
  const id = isRecord(data) ? idIn(data.id) : undefined
  if (!isRecord(data) || id === undefined) return undefined
  return {
    ...{ id, size: countIn(data.size), url: textIn(data.url) },
    ...{ filename: textIn(data.filename), content_type: textIn(data.content_type) },
  }
}

const mentionedIn = (data: unknown): (User & { member?: Member | undefined }) | undefined => {
  const user = userIn(data)
  return user && isRecord(data) ? { ...user, member: memberIn(data.member) } : undefined
}

const wordsIn = (data: unknown): string | undefined => textIn(data, MOST_WORDS)

/** Discord lets people write 4,000. */
const MOST_WORDS = 20_000

/** By these it shows who said what; where one has another shape, nobody said anything. */
const REQUIRED: Parts = [
  ['type', countIn],
  ['author', userIn],
  ['webhook_id', idIn],
  ['content', wordsIn],
]

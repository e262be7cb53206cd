/** Whether what was heard was said: told by what the gateway told, and not by how that is read. */
import type { Heard } from '../../../src/platform/platform.ts'

/** What the gateway told, in whatever shape. */
export type Telling = { event: string; data: unknown }

type Json = Readonly<Record<string, unknown>>

/** Whether something of what was told says just this, of that person at that place. */
export const accountedFor = (heard: Heard, tellings: readonly Telling[]): boolean =>
  tellings.some(({ event, data }) => isJson(data) && (WITNESSES[event]?.(heard, data) ?? false))

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isId = (value: unknown): value is string => typeof value === 'string' && /^\d{1,20}$/.test(value)

const said = (heard: Heard, data: Json): boolean => {
  if (!isBy(heard, data, data.author) || !isId(data.id)) return false
  if (heard.type === 'file') return ofFiles(data).includes(heard.id)
  return heard.id === data.id && heard.type === 'message' && heard.text === wordsIn(data)
}

const changed = (heard: Heard, data: Json): boolean => {
  if (!isBy(heard, data, data.author) || !isId(data.id)) return false
  if (heard.type === 'edit') return heard.of === data.id && heard.text === wordsIn(data)
  if (heard.type === 'message') return heard.id === data.id && heard.text === wordsIn(data)
  if (heard.type !== 'withdrawal') return false
  if (heard.of === data.id) return wordsIn(data) === ''
  return (
    heard.of.startsWith(`${data.id}.`) && Array.isArray(data.attachments) && !ofFiles(data).includes(heard.of)
  )
}

const deleted = (heard: Heard, { id, ids }: Json): boolean =>
  heard.type === 'withdrawal' &&
  [id, ...(Array.isArray(ids) ? ids : [])].some((one) => heard.of.split('.', 1)[0] === one)

const asked = (heard: Heard, data: Json): boolean => {
  const by = isJson(data.member) ? data.member.user : data.user
  if (heard.id !== data.id || !isBy(heard, data, by)) return false
  const words = new Set(wordsOf(data.data))
  const isThere = (word: string): boolean => [...words].some((each) => each.includes(word))
  if (heard.type === 'form') return isThere(heard.form) && Object.values(heard.fields).every(isThere)
  if (heard.type !== 'command' && heard.type !== 'press') return false
  if (heard.command === 'grade') return Object.values(heard.args).every((id) => words.has(id))
  return isThere(heard.command) && Object.values(heard.args).every(isThere)
}

const WITNESSES: Readonly<Record<string, (heard: Heard, data: Json) => boolean>> = {
  MESSAGE_CREATE: said,
  MESSAGE_UPDATE: changed,
  MESSAGE_DELETE: deleted,
  MESSAGE_DELETE_BULK: deleted,
  INTERACTION_CREATE: asked,
}

/** That person, who is no program, where it was told to be. */
const isBy = ({ person, place }: Heard, data: Json, by: unknown): boolean => {
  if (!isJson(by) || by.bot === true || by.system === true) return false
  const { guild_id: guild, channel, channel_id } = data
  const spot = isJson(channel) && isId(channel.id) ? channel.id : channel_id
  if (!isId(by.id) || !isId(spot) || !(isId(guild) || guild === undefined || guild === null)) return false
  const tenant = isId(guild) ? `discord:${guild}` : 'discord:@me'
  return person === `${tenant}/u${by.id}` && place.startsWith(`${tenant}/`) && place.endsWith(`/${spot}`)
}

const wordsIn = ({ content }: Json): string | undefined =>
  typeof content === 'string' ? content.replace(/<@\d{18,19}> ?/, '').trim() : undefined

const ofFiles = ({ id, attachments }: Json): string[] =>
  Array.isArray(attachments)
    ? attachments.flatMap((file) => (isJson(file) && isId(file.id) ? [`${id}.${file.id}`] : []))
    : []

/** Every text in it. */
const wordsOf = (part: unknown): string[] => {
  if (typeof part === 'object' && part !== null) return Object.values(part).flatMap(wordsOf)
  return part === undefined ? [] : [String(part)]
}

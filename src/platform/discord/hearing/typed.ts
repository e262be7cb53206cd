/** What a person typed, from how Discord writes it down. */
import type { Known } from './known.ts'
import type { Message } from './payload.ts'

/** The words as they were typed: people, roles, channels, commands and emoji by their names. */
export const typedIn = (message: Message, guild: string | undefined, known: Known): string => {
  const names = new Map(message.mentions?.map((user) => [user.id, nameOf(user)]))
  return (message.content ?? '').replace(
    MARK,
    (whole, sign: string, id: string, label: string | undefined) => {
      if (label !== undefined) return sign === '/' ? `/${label}` : `:${label}:`
      if (sign === '#') return `#${known.channelName(id) ?? id}`
      if (sign === '@&') return `@${(guild && known.roleName(guild, id)) ?? id}`
      return sign.startsWith('@') ? `@${names.get(id) ?? id}` : whole
    },
  )
}

/** Whether one of these, a person or a role, is mentioned in a text. */
export const mentions = (text: string, ids: readonly string[]): boolean => mentionOf(ids).test(text)

/** The text without the mentions of these, and without what sets the first one off. */
export const withoutMention = (text: string, ids: readonly string[]): string => {
  if (!mentions(text, ids)) return text
  const mention = mentionOf(ids).source
  return text
    .replace(new RegExp(`^\\s*${mention}[\\s,:;]*`), '')
    .replace(new RegExp(`[^\\S\\n]*${mention}(?=[,.;:!?])`, 'g'), '')
    .replace(new RegExp(`[^\\S\\n]*${mention}[^\\S\\n]*`, 'g'), ' ')
    .trim()
}

const mentionOf = (ids: readonly string[]): RegExp => new RegExp(`<@[!&]?(?:${ids.join('|')})>`)

/** `<@1>`, `<@!1>`, `<@&1>`, `<#1>`, `</name:1>`, `<:name:1>`, `<a:name:1>`. */
const MARK = /<(@[!&]?|#|\/|a?:)(?:(\d{1,20})|([^<>:\n]{1,110}):\d{1,20})>/g

const nameOf = ({ member, global_name, username, id }: NonNullable<Message['mentions']>[number]): string =>
  member?.nick ?? global_name ?? username ?? id

/** What Discord sends, as far as it is read. */

/** Discord leaves out what it has not. */
type Maybe<T> = { [Name in keyof T]?: T[Name] | undefined }

export type User = { id: string } & Maybe<{
  username: string
  global_name: string | null
  bot: boolean
  system: boolean
}>

/** What somebody is in a guild. */
export type Member = Maybe<{ nick: string | null; roles: readonly string[] }>

export type Attached = { id: string } & Maybe<{
  filename: string
  content_type: string
  size: number
  url: string
}>

export type Message = { id: string; channel_id: string } & Maybe<{
  type: number
  author: User
  webhook_id: string
  content: string
  edited_timestamp: string | null
  mentions: readonly (User & Maybe<{ member: Pick<Member, 'nick'> }>)[]
  attachments: readonly Attached[]
}>

/** A message as it is said: with the guild, and the ids of the author's roles there. */
export type MessageEvent = Message & Maybe<{ guild_id: string; member: Member }>

export type Deletions = { ids: readonly string[]; channel_id: string } & Maybe<{ guild_id: string }>

export type Channel = { id: string } & Maybe<{ type: number; parent_id: string | null; name: string | null }>

/** Somebody uses a command, a button or a form, or types a command. */
export type Interaction = { id: string; application_id: string; type: number; token: string } & Maybe<{
  guild_id: string
  channel: Channel
  channel_id: string
  /** In a guild, and then there is no `user`. */
  member: Member & { user: User } & Maybe<{ permissions: string }>
  user: User
  /** The language in which Discord is shown to them. */
  locale: string
  /** There is one on which it was used. */
  message: object
  data: Asked
}>

type Asked = Maybe<{
  id: string
  name: string
  type: number
  custom_id: string
  options: readonly Given[]
  components: unknown
  target_id: string
  resolved: Maybe<{
    messages: Readonly<Record<string, Message>>
    attachments: Readonly<Record<string, Attached>>
  }>
}>

/** An option of a command, as it was given, or the subcommand with its options. */
export type Given = { name: string } & Maybe<{
  type: number
  value: unknown
  focused: boolean
  options: readonly Given[]
}>

/** What an interaction is. */
export const KINDS = { command: 2, press: 3, typing: 4, form: 5 } as const

/** Threads, for announcements, for all and for some. */
export const isThread = ({ type }: Channel): boolean => type === 10 || type === 11 || type === 12

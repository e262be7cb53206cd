/** The state of everything that the stand-in plays: guilds, channels, people, messages, commands, interactions. */
import { Refusal } from './refusal.ts'

export type Json = Record<string, unknown>

export type User = {
  id: string
  username: string
  global_name: string | null
  bot?: true
  /** They take no direct messages from the app. */
  closed?: boolean
  locale: string
}

/** `own` is the role that Discord made for the app. */
export type Role = { id: string; name: string; permissions: bigint; own?: true }
export type Member = { user: User; roles: string[]; nick?: string }
/** What a channel allows and denies to a role (0) or a member (1). */
export type Overwrite = { id: string; type: 0 | 1; allow: bigint; deny: bigint }

export type Guild = {
  id: string
  name: string
  owner: string
  locale: string
  roles: Map<string, Role>
  members: Map<string, Member>
}

/** Text channels (0), direct messages (1), public threads (11) and private ones (12). */
export type Channel = {
  id: string
  type: 0 | 1 | 11 | 12
  guild: string | undefined
  name: string
  topic: string | null
  overwrites: Map<string, Overwrite>
  messages: Map<string, Message>
  /** Of a direct message: with whom. */
  recipient: string | undefined
  thread: Thread | undefined
  /** When somebody was seen typing: the app, mostly. */
  typing: { by: string; at: number }[]
  /** When it was renamed. */
  renames: number[]
  /** The messages of the last minutes by their nonce. */
  nonces: Map<string, string>
}

export type Thread = {
  parent: string
  owner: string
  members: Set<string>
  archived: boolean
  locked: boolean
  invitable: boolean
  autoArchive: number
  archivedAt: number
  messageCount: number
}

export type Kept = {
  id: string
  channel: string
  name: string
  mime: string
  bytes: Uint8Array
  description?: string
  /** Its addresses no longer lead to it. */
  stale: boolean
}

export type Message = {
  id: string
  channel: string
  /** 0 ordinary, 6 pin, 18 a thread began, 19 reply, 20 a command's answer, 21 a thread's first message. */
  type: number
  by: string
  content: string
  edited: number | undefined
  flags: number
  embeds: Json[]
  components: Json[]
  attachments: Kept[]
  mentions: string[]
  mentionsRoles: string[]
  mentionsEveryone: boolean
  nonce: string | undefined
  reference: string | undefined
  /** The one person who sees it. */
  only: string | undefined
  /** The interaction that it answers. */
  interaction: Interaction | undefined
  /** A deferred answer that still waits for its words. */
  loading: boolean
  /** The thread that hangs on it. */
  thread: string | undefined
}

export type InteractionKind = 'command' | 'component' | 'autocomplete' | 'modal'

export type Interaction = {
  id: string
  token: string
  kind: InteractionKind
  channel: string
  user: string
  /** The message whose component was used, or from which the modal came. */
  message: Message | undefined
  at: number
  state: 'open' | 'acknowledged' | 'lost'
  expired: boolean
  /** The first answer, as it was given. */
  callback: Json | undefined
  /** The id of the first answer, where it is a message. */
  original: string | undefined
  /** What happens once it is answered or lost. */
  done: () => void
}

export type World = {
  snowflake(): string
  now(): number
  /** Nothing is checked. */
  lenient: boolean
  app: User & { token: string; messageContent: boolean; members: boolean }
  users: Map<string, User>
  guilds: Map<string, Guild>
  channels: Map<string, Channel>
  /** By guild, `''` for global ones. */
  commands: Map<string, Json[]>
  /** By token. */
  interactions: Map<string, Interaction>
  files: Map<string, Kept>
}

/** The channel, which must be. */
export const channelIn = (world: World, id: string): Channel => {
  const channel = world.channels.get(id)
  if (channel === undefined) throw new Refusal(404, 10003, 'Unknown Channel')
  return channel
}

/** The guild, which must be. */
export const guildIn = (world: World, id: string): Guild => {
  const guild = world.guilds.get(id)
  if (guild === undefined) throw new Refusal(404, 10004, 'Unknown Guild')
  return guild
}

/** The message, which must be, and be seen by all. */
export const messageIn = (channel: Channel, id: string): Message => {
  const message = channel.messages.get(id)
  if (message === undefined || message.only !== undefined) throw new Refusal(404, 10008, 'Unknown Message')
  return message
}

export const userIn = (world: World, id: string): User => {
  const user = world.users.get(id)
  if (user === undefined) throw new Refusal(404, 10013, 'Unknown User')
  return user
}

/** The channel of the direct messages between a person and the app, opened where it is not yet. */
export const directOf = (world: World, user: string): Channel => {
  for (const channel of world.channels.values()) if (channel.recipient === user) return channel
  const channel = blankChannel(world.snowflake(), 1, undefined, '')
  channel.recipient = user
  world.channels.set(channel.id, channel)
  return channel
}

export const blankChannel = (
  id: string,
  type: Channel['type'],
  guild: string | undefined,
  name: string,
): Channel => ({
  id,
  type,
  guild,
  name,
  topic: null,
  overwrites: new Map(),
  messages: new Map(),
  recipient: undefined,
  thread: undefined,
  typing: [],
  renames: [],
  nonces: new Map(),
})

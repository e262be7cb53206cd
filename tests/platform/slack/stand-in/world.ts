/** What a workspace holds, as plain data. */
import type { Names } from './names.ts'

export type Json = Record<string, unknown>

export type User = {
  id: string
  name: string
  isAdmin: boolean
  isOwner: boolean
  isBot: boolean
  deleted: boolean
  tz: string
  tzOffset: number
}

/** A file that was shared or is being uploaded. */
export type FileKept = {
  id: string
  name: string
  title: string
  mime: string
  bytes: Uint8Array
  user: string
  alt?: string
  /** Where it was shared: channel and message. */
  shares: { channel: string; ts: string; thread?: string }[]
}

/** A message as the Web API gives it. */
export type Message = {
  type: 'message'
  subtype?: string
  user: string
  team: string
  text: string
  ts: string
  bot_id?: string
  app_id?: string
  client_msg_id?: string
  thread_ts?: string
  parent_user_id?: string
  blocks?: Json[]
  attachments?: Json[]
  files?: Json[]
  metadata?: Json
  edited?: { user: string; ts: string }
  reactions?: { name: string; count: number; users: string[] }[]
  streaming_state?: 'in_progress' | 'completed' | 'errored'
  assistant_app_thread?: Json
  hidden?: true
  upload?: boolean
}

/** A message that one person sees and nobody can read back. */
export type Ephemeral = { to: string; message: Message }

export type Status = { status: string; loading: string[] }

export type ChannelKind = 'channel' | 'group' | 'im' | 'mpim'

export type Channel = {
  id: string
  name: string
  kind: ChannelKind
  /** The person at the other end of a direct message. */
  with?: string
  members: Set<string>
  archived: boolean
  /** Another organisation is in it, or was asked to be. */
  outside?: 'shared' | 'pending'
  /** By timestamp, oldest first. */
  messages: Map<string, Message>
  ephemerals: Ephemeral[]
  /** What the assistant is said to do, by thread. */
  statuses: Map<string, Status>
  titles: Map<string, string>
  prompts: Map<string, Json>
}

/** A view as Slack keeps it, with what its reader has filled in so far. */
export type ViewKept = {
  id: string
  user: string
  kind: 'modal' | 'home'
  view: Json
  hash: string
  root: string
  previous?: string
  values: Record<string, Record<string, Json>>
  errors?: Record<string, string>
}

export type Workspace = {
  id: string
  name: string
  domain: string
  url: string
  enterprise: string | undefined
  /** The app was installed for the whole organisation: its one token speaks for all its workspaces. */
  orgWide: boolean
  installed: boolean
  bot: { user: string; id: string }
  users: Map<string, User>
  channels: Map<string, Channel>
  files: Map<string, FileKept>
  /** Modals that are open, by person, the topmost last. */
  modals: Map<string, ViewKept[]>
  homes: Map<string, ViewKept>
}

/** A token and what it may do. */
export type Token = {
  token: string
  kind: 'bot' | 'app'
  /** The workspaces that it speaks for. */
  teams: Workspace[]
  scopes: Set<string>
  state: 'good' | 'revoked' | 'inactive' | 'expired'
  refresh?: string
}

export type World = {
  names: Names
  /** Takes channels, threads and persons that it does not know for real, for long runs from outside. */
  lenient: boolean
  app: { id: string; clientId: string; clientSecret: string; verification: string }
  teams: Map<string, Workspace>
  tokens: Map<string, Token>
  /** Trigger ids that can still open a view, each once. */
  triggers: Map<string, { user: string; team: Workspace; state: 'fresh' | 'used' | 'expired' }>
  /** What the person's client may be answered at, by the id in its URL. */
  responses: Map<
    string,
    { user: string; team: Workspace; channel: string; ts?: string; thread?: string; left: number }
  >
  uploads: Map<string, { team: Workspace; file: FileKept }>
  codes: Map<string, { team: Workspace; scopes: string[]; redirect: string; user: string; used: boolean }>
}

/** The workspace of an id, which must exist. */
export const teamOf = (world: World, id: string): Workspace => {
  const team = world.teams.get(id)
  if (team === undefined) throw new Error(`no workspace ${id} in the stand-in; add it with team()`)
  return team
}

/** The direct message between the app and a person, made on first use. */
export const directOf = (team: Workspace, user: string): Channel => {
  const id = `D${user.slice(1)}`
  let channel = team.channels.get(id)
  if (channel === undefined) {
    channel = { ...emptyChannel(id, id, 'im'), with: user, members: new Set([user, team.bot.user]) }
    team.channels.set(id, channel)
  }
  return channel
}

/** A channel with nobody and nothing in it. */
export const emptyChannel = (id: string, name: string, kind: ChannelKind): Channel => ({
  id,
  name,
  kind,
  members: new Set(),
  archived: false,
  messages: new Map(),
  ephemerals: [],
  statuses: new Map(),
  titles: new Map(),
  prompts: new Map(),
})

/** A fresh trigger id; old ones are forgotten in time. */
export const triggerFor = (world: World, team: Workspace, user: string): string => {
  const id = world.names.id('1700000000.').concat('.', user.toLowerCase())
  world.triggers.set(id, { user, team, state: 'fresh' })
  if (world.triggers.size > 1000) forgetOldest(world.triggers)
  return id
}

/** Drops the entry that has been kept the longest. */
export const forgetOldest = (kept: Map<string, unknown>): void => {
  for (const key of kept.keys()) {
    kept.delete(key)
    return
  }
}

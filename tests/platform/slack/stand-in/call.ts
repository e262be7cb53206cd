/** One call of a Web API method, and what every method asks of it. */
import { Refusal, refuse } from './refusal.ts'
import { scopeFor } from './scopes.ts'
import {
  type Channel,
  emptyChannel,
  type Json,
  type Message,
  type Token,
  type Workspace,
  type World,
} from './world.ts'

export type Call = {
  method: string
  args: Json
  token: Token
  /** The workspace that the call is about: the token's, or the one of its `team_id` or channel. */
  team: Workspace
  world: World
  /** Where the stand-in listens. */
  url: string
  /** Tells the app of an event in a workspace, after the call was answered. */
  tell(team: Workspace, event: Json): void
}

/** A method: the scopes it always needs and what it does; what it returns is sent with `ok: true`. */
export type Method = {
  scopes?: readonly string[]
  /** `none` for methods that need no token. */
  token?: 'bot' | 'app' | 'none'
  run(call: Call): Json
}

/** Ends the call unless the token has the scope. */
export const need = (call: Pick<Call, 'token'>, scope: string): void => {
  if (call.token.scopes.has(scope)) return
  refuse('missing_scope', { needed: scope, provided: [...call.token.scopes].join(',') })
}

/** An argument that must be a text. */
export const text = (call: Call, name: string): string => {
  const value = call.args[name]
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'number') return String(value)
  throw new Refusal('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
  })
}

/** An argument that may be a text. */
export const maybe = (call: Call, name: string): string | undefined => {
  const value = call.args[name]
  return value === undefined || value === null || value === '' ? undefined : String(value)
}

/** An argument that may be true. */
export const flag = (call: Call, name: string): boolean => {
  const value = call.args[name]
  return value === true || value === 'true' || value === '1' || value === 1
}

/** An argument that is a whole number within bounds. */
export const count = (call: Call, name: string, preset: number, most: number): number => {
  const value = Number(call.args[name] ?? preset)
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : preset
}

/** The channel of a call as far as the app can see it. */
export const channelOf = (call: Call, name = 'channel'): Channel => {
  const id = text(call, name)
  const channel = call.team.channels.get(id) ?? (call.world.lenient ? imagined(call, id) : undefined)
  if (channel === undefined) return refuse('channel_not_found')
  if (channel.kind !== 'channel' && !channel.members.has(call.team.bot.user))
    return refuse('channel_not_found')
  return channel
}

/** The channel of a call where the app must be a member. */
export const joined = (call: Call, name = 'channel'): Channel => {
  const channel = channelOf(call, name)
  return channel.members.has(call.team.bot.user) ? channel : refuse('not_in_channel')
}

/** The channel of a call whose messages the app may read. */
export const readable = (call: Call): Channel => {
  const channel = channelOf(call)
  need(call, scopeFor(channel.kind, 'history'))
  return channel.members.has(call.team.bot.user) ? channel : refuse('not_in_channel')
}

/** The message of a call. */
export const messageOf = (call: Call, channel: Channel, name = 'ts'): Message =>
  channel.messages.get(text(call, name)) ?? refuse('message_not_found')

/** The thread to which a message goes: where its head was deleted, Slack puts the message into the channel instead. */
export const threadLeft = (call: Call, channel: Channel): string | undefined => {
  const thread = maybe(call, 'thread_ts')
  const gone = thread !== undefined && !call.world.lenient && !channel.messages.has(thread)
  return gone && /^\d+\.\d{6}$/.test(thread) ? undefined : threadOf(call, channel)
}

/** The thread that a call names, which must exist and not be a reply itself. */
export const threadOf = (call: Call, channel: Channel): string | undefined => {
  const thread = maybe(call, 'thread_ts')
  if (thread === undefined) return undefined
  if (!/^\d+\.\d{6}$/.test(thread)) return refuse('invalid_thread_ts')
  const parent = channel.messages.get(thread)
  if (parent === undefined) return call.world.lenient ? thread : refuse('thread_not_found')
  return parent.thread_ts === undefined || parent.thread_ts === thread
    ? thread
    : refuse('cannot_reply_to_message')
}

/** A list of objects among the arguments, such as blocks. */
export const list = (call: Call, name: string): Json[] | undefined => {
  const value = call.args[name]
  if (value === undefined || value === null || value === '') return undefined
  return Array.isArray(value)
    ? value
    : refuse(name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments')
}

/** A channel that nobody has made. */
const imagined = ({ team }: Call, id: string): Channel => {
  const channel = emptyChannel(id, id, id.startsWith('D') ? 'im' : 'channel')
  channel.members.add(team.bot.user)
  team.channels.set(id, channel)
  return channel
}

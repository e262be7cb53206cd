import {
  type Call,
  channelOf,
  list,
  type Method,
  maybe,
  messageOf,
  need,
  text,
  threadLeft,
  threadOf,
} from '../call.ts'
import { changedEvent, deletedEvent, messageEvent } from '../events.ts'
import { refuse } from '../refusal.ts'
import { type Channel, directOf, forgetOldest, type Json, type Message } from '../world.ts'

/** Posting, changing and deleting messages. */
export const chat = (most: number): Record<string, Method> => ({
  'chat.postMessage': {
    scopes: ['chat:write'],
    run: (call) => {
      const channel = writable(call)
      const thread = threadLeft(call, channel)
      const message = post(
        call,
        channel,
        { ...content(call), ...(thread === undefined ? {} : { thread_ts: thread }) },
        most,
      )
      call.tell(call.team, messageEvent(channel, message))
      return { channel: channel.id, ts: message.ts, message }
    },
  },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    run: (call) => {
      const channel = writable(call)
      const user = text(call, 'user')
      if (!call.team.users.has(user) || !channel.members.has(user)) return refuse('user_not_in_channel')
      const thread = threadOf(call, channel)
      const { metadata: _, ...shown } = content(call)
      const message = byBot(call, { ...shown, ...(thread === undefined ? {} : { thread_ts: thread }) })
      channel.ephemerals.push({ to: user, message })
      return { message_ts: message.ts }
    },
  },
  'chat.update': {
    scopes: ['chat:write'],
    run: (call) => {
      const channel = channelOf(call)
      if (channel.archived) return refuse('is_archived')
      const message = messageOf(call, channel)
      if (message.bot_id !== call.team.bot.id) return refuse('cant_update_message')
      if (message.streaming_state === 'in_progress') return refuse('streaming_state_conflict')
      const previous = { ...message }
      change(call, message)
      call.tell(call.team, changedEvent(channel, message, previous, call.world.names.ts()))
      return { channel: channel.id, ts: message.ts, text: message.text, message }
    },
  },
  'chat.delete': {
    scopes: ['chat:write'],
    run: (call) => {
      const channel = channelOf(call)
      const message = messageOf(call, channel)
      if (message.bot_id !== call.team.bot.id) return refuse('cant_delete_message')
      channel.messages.delete(message.ts)
      call.tell(call.team, deletedEvent(channel, message, call.world.names.ts()))
      return { channel: channel.id, ts: message.ts }
    },
  },
  'chat.getPermalink': {
    run: (call) => {
      const channel = channelOf(call)
      const message = messageOf(call, channel, 'message_ts')
      return { channel: channel.id, permalink: permalinkOf(call.team.url, channel.id, message) }
    },
  },
})

/** Where a message can be found for good. */
export const permalinkOf = (base: string, channel: string, message: Message): string => {
  const link = `${base}archives/${channel}/p${message.ts.replace('.', '')}`
  const within = message.thread_ts !== undefined && message.thread_ts !== message.ts
  return within ? `${link}?thread_ts=${message.thread_ts}&cid=${channel}` : link
}

/** The channel of a call if the app may write there; a person's id means their direct message. */
export const writable = (call: Call, name = 'channel'): Channel => {
  const id = text(call, name)
  if (/^[UW]/.test(id)) return call.team.users.has(id) ? directOf(call.team, id) : refuse('channel_not_found')
  const channel = channelOf(call, name)
  if (channel.archived) return refuse('is_archived')
  if (channel.members.has(call.team.bot.user)) return channel
  if (!call.token.scopes.has('chat:write.public')) return refuse('not_in_channel')
  need(call, 'chat:write.public')
  return channel
}

type Content = Pick<Message, 'text'> & Partial<Pick<Message, 'blocks' | 'attachments' | 'metadata'>>

/** What a message is to say. */
const content = (call: Call): Content => {
  const markdown = maybe(call, 'markdown_text')
  const blocks =
    list(call, 'blocks') ?? (markdown === undefined ? undefined : [{ type: 'markdown', text: markdown }])
  const attachments = list(call, 'attachments')
  const said = maybe(call, 'text') ?? markdown ?? ''
  if (markdown !== undefined && (maybe(call, 'text') !== undefined || call.args.blocks !== undefined))
    return refuse('markdown_text_conflict')
  if (said === '' && !blocks?.length && !attachments?.length) return refuse('no_text')
  const metadata = call.args.metadata
  return {
    text: said,
    ...(blocks === undefined ? {} : { blocks: numbered(blocks) }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(metadata === undefined ? {} : { metadata: checkedMetadata(metadata) }),
  }
}

const checkedMetadata = (metadata: unknown): Json => {
  const { event_type: type, event_payload: payload } = (metadata ?? {}) as Json
  if (typeof type !== 'string' || typeof payload !== 'object' || payload === null)
    return refuse('invalid_metadata_format')
  return { event_type: type, event_payload: payload }
}

/** Slack gives every block an id where it has none. */
export const numbered = (blocks: readonly Json[]): Json[] =>
  blocks.map((block, at) => (block.block_id === undefined ? { ...block, block_id: `b${at}` } : block))

/** A message of the app's, not yet posted. */
export const byBot = (call: Pick<Call, 'team' | 'world'>, said: Partial<Message>): Message => ({
  type: 'message',
  user: call.team.bot.user,
  team: call.team.id,
  bot_id: call.team.bot.id,
  app_id: call.world.app.id,
  ts: call.world.names.ts(),
  text: '',
  ...said,
})

/** Posts a message of the app's; where more than `most` are kept, the oldest is forgotten. */
export const post = (
  call: Pick<Call, 'team' | 'world'>,
  channel: Channel,
  said: Partial<Message>,
  most = Infinity,
): Message => {
  const message = byBot(call, said)
  channel.messages.set(message.ts, message)
  if (channel.messages.size > most) forgetOldest(channel.messages)
  channel.statuses.delete(message.thread_ts ?? '')
  return message
}

/** Blocks go when only a text is given; what is left out stays otherwise. */
const change = (call: Call, message: Message): void => {
  const said = content(call)
  const textOnly = maybe(call, 'text') !== undefined && said.blocks === undefined
  const edited = { user: call.team.bot.user, ts: call.world.names.ts() }
  Object.assign(message, said, said.blocks === undefined ? { edited } : {})
  if (textOnly) delete message.blocks
  if (maybe(call, 'text') === undefined && said.blocks !== undefined) message.text = ''
}

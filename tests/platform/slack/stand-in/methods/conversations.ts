import { type Call, channelOf, count, flag, type Method, maybe, need, readable, text } from '../call.ts'
import { refuse } from '../refusal.ts'
import { scopeFor } from '../scopes.ts'
import { type Channel, directOf, type Json, type Message } from '../world.ts'

/** Channels and what was said in them. */
export const conversations: Record<string, Method> = {
  'conversations.open': {
    scopes: ['im:write'],
    run: (call) => {
      const users = text(call, 'users').split(',')
      const [user] = users
      if (user === undefined || users.length > 1) return refuse('invalid_arguments')
      const known = call.team.users.get(user) ?? refuse('user_not_found')
      if (known.isBot) return refuse('cannot_dm_bot')
      if (known.deleted) return refuse('user_disabled')
      const was = call.team.channels.has(`D${user.slice(1)}`)
      const channel = directOf(call.team, user)
      return { no_op: was, already_open: was, channel: { id: channel.id } }
    },
  },
  'conversations.info': {
    run: (call) => {
      const channel = channelOf(call)
      need(call, scopeFor(channel.kind, 'read'))
      return { channel: described(call, channel) }
    },
  },
  'conversations.history': {
    run: (call) => {
      const channel = readable(call)
      const all = [...channel.messages.values()].filter(
        ({ ts, thread_ts: thread }) => thread === undefined || thread === ts,
      )
      const { page, next } = paged(call, within(call, all).reverse())
      return {
        messages: page.map((message) => given(call, channel, message)),
        has_more: next !== '',
        pin_count: 0,
        response_metadata: { next_cursor: next },
      }
    },
  },
  'conversations.replies': {
    run: (call) => {
      const channel = readable(call)
      const parent = channel.messages.get(text(call, 'ts')) ?? refuse('thread_not_found')
      const replies = [...channel.messages.values()].filter((message) => isReply(message, parent.ts))
      const { page, next } = paged(call, within(call, replies))
      const shown = maybe(call, 'cursor') === undefined ? [parent, ...page] : page
      return {
        messages: shown.map((message) => given(call, channel, message)),
        has_more: next !== '',
        response_metadata: { next_cursor: next },
      }
    },
  },
}

const isReply = (message: Message, thread: string): boolean =>
  message.thread_ts === thread && message.ts !== thread

/** The messages between `oldest` and `latest`; the ends count only where the call is `inclusive`. */
const within = (call: Call, messages: readonly Message[]): Message[] => {
  const oldest = micros(maybe(call, 'oldest') ?? '0')
  const latest = micros(maybe(call, 'latest') ?? '9999999999')
  const also = flag(call, 'inclusive') ? 0 : 1
  return messages.filter(({ ts }) => micros(ts) >= oldest + also && micros(ts) <= latest - also)
}

/** A timestamp as a whole number, so that no digit is lost. */
const micros = (ts: string): number => {
  const [seconds = '0', rest = ''] = ts.split('.')
  const value = Number(seconds) * 1e6 + Number(rest.padEnd(6, '0').slice(0, 6))
  return Number.isFinite(value) ? value : refuse('invalid_ts_oldest')
}

const paged = (call: Call, messages: readonly Message[]): { page: Message[]; next: string } => {
  const cursor = maybe(call, 'cursor')
  const after = cursor === undefined ? 0 : messages.findIndex(({ ts }) => cursor === cursorOf(ts))
  if (after < 0) return refuse('invalid_cursor')
  const limit = count(call, 'limit', 100, 999)
  const following = messages[after + limit]
  return {
    page: messages.slice(after, after + limit),
    next: following === undefined ? '' : cursorOf(following.ts),
  }
}

const cursorOf = (ts: string): string => Buffer.from(`next_ts:${ts.replace('.', '')}`).toString('base64')

/** A message as it is read back: metadata only where it is asked for, and a parent with its replies counted. */
const given = (call: Call, channel: Channel, message: Message): Json => {
  const { metadata, ...rest } = message
  const replies = [...channel.messages.values()].filter((other) => isReply(other, message.ts))
  const latest = replies.at(-1)
  return {
    ...rest,
    ...(metadata !== undefined && flag(call, 'include_all_metadata') ? { metadata } : {}),
    ...(latest === undefined
      ? {}
      : {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map(({ user }) => user))],
          latest_reply: latest.ts,
        }),
  }
}

const described = (call: Call, channel: Channel): Json => {
  const { kind } = channel
  return {
    id: channel.id,
    ...(kind === 'im' ? { user: channel.with } : { name: channel.name, name_normalized: channel.name }),
    is_channel: kind === 'channel',
    is_group: kind === 'group',
    is_im: kind === 'im',
    is_mpim: kind === 'mpim',
    is_private: kind !== 'channel',
    is_archived: channel.archived,
    is_general: false,
    is_shared: channel.outside === 'shared',
    is_ext_shared: channel.outside === 'shared',
    is_pending_ext_shared: channel.outside === 'pending',
    is_org_shared: false,
    context_team_id: call.team.id,
    is_member: channel.members.has(call.team.bot.user),
    num_members: channel.members.size,
  }
}

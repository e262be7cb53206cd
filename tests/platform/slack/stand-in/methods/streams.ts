import { type Call, channelOf, joined, list, type Method, maybe, messageOf, text, threadOf } from '../call.ts'
import { messageEvent } from '../events.ts'
import { refuse } from '../refusal.ts'
import type { Json, Message } from '../world.ts'
import { numbered, post } from './chat.ts'

/** Messages that grow while they are read. */
export const streams: Record<string, Method> = {
  'chat.startStream': {
    scopes: ['chat:write'],
    run: (call) => {
      const channel = joined(call)
      if (channel.archived) return refuse('is_archived')
      const thread = threadOf(call, channel) ?? refuse('invalid_arguments')
      if (channel.kind !== 'im') checkRecipient(call)
      const said = words(call)
      const message = post(call, channel, {
        ...grown('', said),
        thread_ts: thread,
        streaming_state: 'in_progress',
      })
      return { channel: channel.id, ts: message.ts }
    },
  },
  'chat.appendStream': {
    scopes: ['chat:write'],
    run: (call) => {
      const { message, channel } = streamed(call)
      const said = words(call)
      if (said === '' && list(call, 'chunks') === undefined) return refuse('no_text')
      Object.assign(message, grown(message.text, said))
      return { channel: channel.id, ts: message.ts }
    },
  },
  'chat.stopStream': {
    scopes: ['chat:write'],
    run: (call) => {
      const { message, channel } = streamed(call)
      Object.assign(message, grown(message.text, words(call)), { streaming_state: 'completed' })
      const closing = list(call, 'blocks') ?? []
      message.blocks = numbered([...(message.blocks ?? []), ...closing])
      if (call.args.metadata !== undefined) message.metadata = call.args.metadata as Json
      call.tell(call.team, messageEvent(channel, message))
      return { channel: channel.id, ts: message.ts, message }
    },
  },
}

const checkRecipient = (call: Call): void => {
  const team = maybe(call, 'recipient_team_id') ?? refuse('missing_recipient_team_id')
  const user = maybe(call, 'recipient_user_id') ?? refuse('missing_recipient_user_id')
  const found = call.world.teams.get(team) ?? refuse('team_not_found')
  if (!found.users.has(user)) refuse('user_not_found')
}

const streamed = (call: Call): { message: Message; channel: ReturnType<typeof channelOf> } => {
  const channel = channelOf(call)
  text(call, 'ts')
  const message = messageOf(call, channel)
  if (message.bot_id !== call.team.bot.id) return refuse('message_not_owned_by_app')
  if (message.streaming_state !== 'in_progress') return refuse('message_not_in_streaming_state')
  return { message, channel }
}

/** The new words of a call, as a text or as chunks of text. */
const words = (call: Call): string => {
  const chunks = list(call, 'chunks') ?? []
  const texts = chunks.filter(({ type }) => type === 'markdown_text').map((chunk) => String(chunk.text))
  return [maybe(call, 'markdown_text') ?? '', ...texts].join('')
}

const grown = (before: string, said: string): Pick<Message, 'text' | 'blocks'> => {
  const all = before + said
  return { text: all, blocks: all === '' ? [] : [{ type: 'markdown', text: all, block_id: 'stream' }] }
}

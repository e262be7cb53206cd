import { type Call, joined, list, type Method, maybe, text } from '../call.ts'
import { refuse } from '../refusal.ts'
import type { Channel } from '../world.ts'

/** What the assistant is said to do, and what it offers to be asked. */
export const assistant: Record<string, Method> = {
  'assistant.threads.setStatus': {
    run: (call) => {
      allowed(call)
      const { channel, thread } = placeOf(call)
      const status = maybe(call, 'status') ?? ''
      if (status === '') channel.statuses.delete(thread)
      else
        channel.statuses.set(thread, { status, loading: (list(call, 'loading_messages') ?? []).map(String) })
      return {}
    },
  },
  'assistant.threads.setTitle': {
    scopes: ['assistant:write'],
    run: (call) => {
      const { channel, thread } = placeOf(call)
      channel.titles.set(thread, text(call, 'title'))
      return {}
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    scopes: ['assistant:write'],
    run: (call) => {
      const { channel, thread } = placeOf(call, '')
      const prompts = list(call, 'prompts') ?? refuse('invalid_arguments')
      const whole = prompts.every(
        ({ title, message }) => typeof title === 'string' && typeof message === 'string',
      )
      if (prompts.length === 0 || prompts.length > 4 || !whole) return refuse('invalid_arguments')
      channel.prompts.set(thread, { title: maybe(call, 'title'), prompts })
      return {}
    },
  },
}

/** Either scope lets an app say what it does. */
const allowed = (call: Call): void => {
  const { scopes } = call.token
  if (scopes.has('assistant:write') || scopes.has('chat:write')) return
  refuse('missing_scope', { needed: 'assistant:write', provided: [...scopes].join(',') })
}

const placeOf = (call: Call, preset?: string): { channel: Channel; thread: string } => {
  const channel = joined(call, 'channel_id')
  const thread = maybe(call, 'thread_ts') ?? preset ?? text(call, 'thread_ts')
  if (thread === preset || call.world.lenient) return { channel, thread }
  return channel.messages.has(thread) ? { channel, thread } : refuse('invalid_thread_ts')
}

/** Which scopes Slack asks for, written down apart from the code under test. */
import type { ChannelKind } from './world.ts'

/** Every bot scope that the stand-in knows. */
export const SCOPES: readonly string[] = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'reactions:read',
  'reactions:write',
  'users:read',
]

const FAMILY: Record<ChannelKind, string> = { channel: 'channels', group: 'groups', im: 'im', mpim: 'mpim' }

/** The scope to read what was said in such a channel, to read about it, or to open one. */
export const scopeFor = (kind: ChannelKind, what: 'history' | 'read' | 'write'): string =>
  `${FAMILY[kind]}:${what}`

/** The scope without which Slack does not deliver an event. */
export const scopeOfEvent = (subscription: string): string | undefined => EVENT_SCOPES[subscription]

const EVENT_SCOPES: Record<string, string> = {
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  app_mention: 'app_mentions:read',
  assistant_thread_started: 'assistant:write',
  assistant_thread_context_changed: 'assistant:write',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
}

/** What an app subscribes to in order to get an event. */
export const subscriptionOf = (event: { type?: unknown; channel_type?: unknown }): string => {
  if (event.type !== 'message') return String(event.type)
  const family = FAMILY[event.channel_type as ChannelKind]
  return `message.${family ?? event.channel_type}`
}

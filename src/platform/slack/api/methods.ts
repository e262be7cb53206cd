/** The Web API as far as it is called from here; nothing else can be called, so this table is all that is needed of it. */
import type { webApi } from '@slack/bolt'

/** Every method that is called, with the bot scopes it needs. */
export const METHODS = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.startStream': ['chat:write'],
  'chat.appendStream': ['chat:write'],
  'chat.stopStream': ['chat:write'],
  // Its successor `agents.sessions.setStatus` is for apps with an `agent_view`; this one is for all others, while it lasts.
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'conversations.open': ['im:write'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.info': ['files:read'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.update': [],
  'views.publish': [],
} as const satisfies Partial<Record<MethodName, readonly string[]>>

export type Method = keyof typeof METHODS

/** What a method is given, in the SDK's own types. */
export type Arguments<M extends Method> = NonNullable<Parameters<Verb<M>>[0]>

/** What a method answers when all went well. */
export type Answer<M extends Method> = Awaited<ReturnType<Verb<M>>>

type Client = webApi.WebClient

/** The function of the SDK's client that a dotted name leads to. */
type Verb<M extends string> =
  At<Client, M> extends infer F extends (options: never) => Promise<unknown> ? F : never
type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? At<T[Head], Rest>
    : never
  : Path extends keyof T
    ? T[Path]
    : never

type MethodName =
  | keyof Dotted<Pick<Client, 'auth' | 'chat' | 'conversations' | 'files' | 'reactions' | 'users' | 'views'>>
  | `assistant.threads.${Extract<keyof Client['assistant']['threads'], string>}`
type Dotted<T> = {
  [K in keyof T as K extends string ? `${K}.${Extract<keyof T[K], string>}` : never]: unknown
}

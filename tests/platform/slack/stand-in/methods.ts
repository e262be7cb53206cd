import type { Method } from './call.ts'
import { apps } from './methods/apps.ts'
import { assistant } from './methods/assistant.ts'
import { chat } from './methods/chat.ts'
import { conversations } from './methods/conversations.ts'
import { files } from './methods/files.ts'
import { oauth } from './methods/oauth.ts'
import { reactions } from './methods/reactions.ts'
import { streams } from './methods/streams.ts'
import { users } from './methods/users.ts'
import { views } from './methods/views.ts'
import type { Token } from './world.ts'

/** Every method of the Web API that the stand-in has. */
export const methodsOf = (options: {
  keep: number
  rotates: boolean
  ticket(): string
  end(token: Token): void
}): Record<string, Method> => ({
  ...apps(options.ticket, options.end),
  ...assistant,
  ...chat(options.keep),
  ...conversations,
  ...files,
  ...oauth(options.rotates),
  ...reactions,
  ...streams,
  ...users,
  ...views,
})

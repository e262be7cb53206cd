import { type Method, maybe } from '../call.ts'
import { refuse } from '../refusal.ts'
import type { Json, Token, Workspace } from '../world.ts'

/** What an app asks about itself; `ticket` is where its next socket may connect. */
export const apps = (ticket: () => string, end: (token: Token) => void): Record<string, Method> => ({
  'api.test': {
    token: 'none',
    run: (call) => {
      const error = maybe(call, 'error')
      if (error !== undefined) return refuse(error, { args: call.args })
      return { args: call.args }
    },
  },
  'auth.test': { run: ({ token, team }) => identity(token, team) },
  'auth.revoke': {
    run: ({ token, args }) => {
      if (args.test === undefined) end(token)
      return { revoked: args.test === undefined }
    },
  },
  'bots.info': {
    scopes: ['users:read'],
    run: (call) => {
      const bot = maybe(call, 'bot')
      if (bot !== call.team.bot.id) return refuse('bot_not_found')
      const { id, user } = call.team.bot
      return { bot: { id, user_id: user, app_id: call.world.app.id, name: 'mlsd', deleted: false } }
    },
  },
  'apps.connections.open': {
    token: 'app',
    scopes: ['connections:write'],
    run: () => ({ url: ticket() }),
  },
})

const identity = (token: Token, team: Workspace): Json => ({
  url: team.url,
  team: team.name,
  user: 'mlsd',
  team_id: team.orgWide ? team.enterprise : team.id,
  user_id: team.bot.user,
  ...(token.kind === 'bot' ? { bot_id: team.bot.id } : {}),
  ...(team.enterprise === undefined ? {} : { enterprise_id: team.enterprise }),
  is_enterprise_install: team.orgWide,
})

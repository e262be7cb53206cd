/** How an installation ends: a token revoked, expired, or the app taken out of a workspace. */
import type { Json, Token, Workspace, World } from './world.ts'
import { teamOf } from './world.ts'

export type Endings = {
  /** Revokes a token; the app is told. */
  revoke(token: string): void
  /** Lets a token run out, where tokens rotate. */
  expire(token: string): void
  /** Takes the app out of a workspace; the app is told. */
  uninstall(team: string): void
}

/** Ends what the world holds, and tells the app through `farewell`. */
export const endingsOf = (
  world: World,
  farewell: (team: Workspace, event: Json) => void,
): Endings & { end(token: Token): void } => {
  const known = (token: string): Token => {
    const found = world.tokens.get(token)
    if (found === undefined) throw new Error('no such token in the stand-in')
    return found
  }
  const end = (token: Token) => {
    token.state = 'revoked'
    for (const team of token.teams)
      farewell(team, {
        type: 'tokens_revoked',
        tokens: { oauth: [], bot: [team.bot.user] },
        event_ts: world.names.ts(),
      })
  }
  return {
    end,
    revoke: (token) => end(known(token)),
    expire: (token) => {
      known(token).state = 'expired'
    },
    uninstall: (id) => {
      const team = teamOf(world, id)
      for (const token of world.tokens.values()) {
        if (!token.teams.includes(team)) continue
        if (token.teams.length > 1) token.teams = token.teams.filter((other) => other !== team)
        else token.state = 'inactive'
      }
      team.installed = false
      const stamp = () => ({ event_ts: world.names.ts() })
      farewell(team, { type: 'tokens_revoked', tokens: { oauth: [], bot: [team.bot.user] }, ...stamp() })
      farewell(team, { type: 'app_uninstalled', ...stamp() })
    },
  }
}

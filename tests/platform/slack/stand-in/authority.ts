/** Whether a call may be made at all, and for which workspace. */
import type { Method } from './call.ts'
import { refuse } from './refusal.ts'
import type { Json, Token, Workspace, World } from './world.ts'

/** The token's holder and the workspace that is meant, or the error that Slack gives. */
export const authorised = (
  world: World,
  method: Method,
  given: string | undefined,
  args: Json,
): { token: Token; team: Workspace } => {
  if (given === undefined || given === '') return refuse('not_authed')
  const token = world.tokens.get(given)
  if (token === undefined) return refuse('invalid_auth')
  checkState(token)
  const kind = method.token ?? 'bot'
  if (token.kind !== kind && !(method.token === undefined && method.scopes === undefined))
    return refuse('not_allowed_token_type')
  for (const scope of method.scopes ?? [])
    if (!token.scopes.has(scope))
      return refuse('missing_scope', { needed: scope, provided: [...token.scopes].join(',') })
  return { token, team: meant(world, token, args) }
}

const STATES: Record<Token['state'], string | undefined> = {
  good: undefined,
  revoked: 'token_revoked',
  inactive: 'account_inactive',
  expired: 'token_expired',
}

const checkState = (token: Token): void => {
  const error = STATES[token.state]
  if (error !== undefined) refuse(error)
}

/** Of the workspaces that an organisation-wide token speaks for, the one that is named or that has the channel. */
const meant = (world: World, token: Token, args: Json): Workspace => {
  const [first] = token.teams
  if (first === undefined) return [...world.teams.values()][0] ?? refuse('team_not_found')
  if (token.teams.length === 1) return first
  if (args.team_id !== undefined)
    return token.teams.find(({ id }) => id === args.team_id) ?? refuse('team_access_not_granted')
  const trigger = world.triggers.get(String(args.trigger_id))
  if (trigger !== undefined && token.teams.includes(trigger.team)) return trigger.team
  const channel = String(args.channel ?? args.channel_id ?? '')
  const user = String(args.user ?? args.user_id ?? args.users ?? '')
  return (
    token.teams.find((team) => team.channels.has(channel)) ??
    token.teams.find((team) => team.users.has(user)) ??
    first
  )
}

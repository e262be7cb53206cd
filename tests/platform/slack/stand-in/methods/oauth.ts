import { type Call, type Method, maybe } from '../call.ts'
import { refuse } from '../refusal.ts'
import { grant } from '../teams.ts'
import type { Json, Workspace, World } from '../world.ts'

/** How long an access token lasts where tokens rotate, in seconds. */
const LIFETIME = 43_200

/** Exchanges codes, and refresh tokens, for tokens; `rotates` says whether tokens end and are renewed. */
export const oauth = (rotates: boolean): Record<string, Method> => ({
  'oauth.v2.access': {
    token: 'none',
    run: (call) => {
      checkClient(call)
      const type = maybe(call, 'grant_type') ?? 'authorization_code'
      if (type === 'refresh_token') return renewed(call)
      if (type !== 'authorization_code') return refuse('invalid_grant_type')
      return exchanged(call, rotates)
    },
  },
})

const checkClient = (call: Call): void => {
  const { clientId, clientSecret } = call.world.app
  if (maybe(call, 'client_id') !== clientId) refuse('invalid_client_id')
  if (maybe(call, 'client_secret') !== clientSecret) refuse('bad_client_secret')
}

const exchanged = (call: Call, rotates: boolean): Json => {
  const code = call.world.codes.get(maybe(call, 'code') ?? '') ?? refuse('invalid_code')
  if (code.used) return refuse('code_already_used')
  const redirect = maybe(call, 'redirect_uri')
  if (redirect !== undefined && redirect !== code.redirect) return refuse('bad_redirect_uri')
  code.used = true
  const { team, scopes } = code
  const serial = call.world.names.id('')
  const token = rotates ? `xoxe.xoxb-1-${team.id}-${serial}` : lasting(call.world, team, serial)
  const refresh = rotates ? `xoxe-1-${team.id}-${serial}` : undefined
  grant(call.world, team, token, scopes, refresh)
  return installation(call.world, team, token, scopes, code.user, refresh)
}

/** A workspace that installs once more gets the token that it has. */
const lasting = (world: World, team: Workspace, serial: string): string => {
  const known = [...world.tokens.values()].find(
    ({ state, teams }) => state === 'good' && teams.includes(team),
  )
  return known?.token ?? `xoxb-${team.id}-${serial}`
}

const renewed = (call: Call): Json => {
  const refresh = maybe(call, 'refresh_token')
  const old = [...call.world.tokens.values()].find(
    (token) => token.refresh === refresh && refresh !== undefined,
  )
  const [team] = old?.teams ?? []
  if (old === undefined || team === undefined) return refuse('invalid_refresh_token')
  if (old.state === 'inactive' || old.state === 'revoked') return refuse('token_revoked')
  delete old.refresh
  const serial = call.world.names.id('')
  const token = `xoxe.xoxb-1-${team.id}-${serial}`
  const next = `xoxe-1-${team.id}-${serial}`
  const scopes = [...old.scopes]
  grant(call.world, team, token, scopes, next)
  return installation(call.world, team, token, scopes, '', next)
}

const installation = (
  world: World,
  team: Workspace,
  token: string,
  scopes: readonly string[],
  user: string,
  refresh?: string,
): Json => ({
  app_id: world.app.id,
  authed_user: user === '' ? {} : { id: user },
  scope: scopes.join(','),
  token_type: 'bot',
  access_token: team.orgWide ? `xoxb-${team.enterprise}` : token,
  bot_user_id: team.bot.user,
  team: team.orgWide ? null : { id: team.id, name: team.name },
  enterprise: team.enterprise === undefined ? null : { id: team.enterprise, name: team.enterprise },
  is_enterprise_install: team.orgWide,
  ...(refresh === undefined ? {} : { refresh_token: refresh, expires_in: LIFETIME }),
})

/** A person who installs the app from an address to Slack's authorise page. */
import { SCOPES } from './scopes.ts'
import { teamOf, type World } from './world.ts'

/** Grants what the address asks for; gives the address that the browser is sent back to. */
export const approve = (world: World, address: string, teamId: string, by?: string): string => {
  const asked = new URL(address).searchParams
  if (asked.get('client_id') !== world.app.clientId)
    throw new Error(`the address names another app: ${address}`)
  const scopes = (asked.get('scope') ?? '').split(/[ ,]/).filter((scope) => scope !== '')
  const unknown = scopes.filter((scope) => !SCOPES.includes(scope))
  if (unknown.length > 0) throw new Error(`the stand-in knows no scope ${unknown.join(', ')}`)
  const redirect = asked.get('redirect_uri') ?? 'http://127.0.0.1/slack/oauth_redirect'
  const team = teamOf(world, teamId)
  const user = by ?? [...team.users.values()].find(({ isBot }) => !isBot)?.id ?? ''
  const code = world.names.id('code-')
  world.codes.set(code, { team, scopes, redirect, user, used: false })
  const back = new URL(redirect)
  back.searchParams.set('code', code)
  back.searchParams.set('state', asked.get('state') ?? '')
  return back.href
}

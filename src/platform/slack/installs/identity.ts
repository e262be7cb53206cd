/** Whose a bot token is. */
import { reasonOf } from '../../../reason.ts'
import { faultOf, isUnwell, unreachable } from '../api/fault.ts'
import type { Wire } from '../api/wire.ts'
import type { Team } from '../names.ts'

/** `wide` where the app was installed for a whole organisation. */
export type Identity = Team & { botUserId: string; botId?: string; url?: string; wide: boolean }

/** Asks Slack. Throws a `PlatformFault`. */
export const identify = async (wire: Wire, token: string): Promise<Identity> => {
  const { status, body } = await wire.call(token, 'auth.test', {}).catch((error: unknown) => {
    throw unreachable('auth.test', reasonOf(error), error)
  })
  const told: Readonly<Record<string, unknown>> = { ...body }
  const text = (name: string): string | undefined => {
    const value = told[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const error = text('error')
  if (!body || status === 429 || status >= 500 || isUnwell(error))
    throw unreachable('auth.test', `it answered ${error ?? `HTTP ${status}`}`)
  if (body.ok !== true) throw faultOf('auth.test', body)
  const [team, enterprise] = [text('team_id'), text('enterprise_id')]
  const [botId, url] = [text('bot_id'), text('url')]
  return {
    botUserId: text('user_id') ?? '',
    wide: told.is_enterprise_install === true,
    ...(team && !team.startsWith('E') && { team }),
    ...(enterprise && { enterprise }),
    ...(botId && { botId }),
    ...(url && { url }),
  }
}

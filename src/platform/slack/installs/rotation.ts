/** Tokens that expire, and the ones that follow them. */
import { webApi } from '@slack/bolt'
import type { Clock } from '../../../clock.ts'
import { reasonOf } from '../../../reason.ts'
import type { Complaints } from '../../complaints.ts'
import { PlatformFault } from '../../platform.ts'
import { unreachable } from '../api/fault.ts'
import type { Install, Ledger } from './ledger.ts'

export type Rotation = {
  /** The installation with a token that will do for a while; `refused` is one that Slack does not take any more. */
  fresh(install: Install, refused?: string): Promise<Install>
}

type Needs = {
  client: Pick<webApi.WebClient, 'apiCall'>
  clientId: string
  clientSecret: string
  ledger: Ledger
  clock: Clock
  complaints: Pick<Complaints, 'complain'>
}

/** A token is renewed while it still has so long to live. */
const AHEAD_MS = 7_200_000

export const rotationOf = (needs: Needs): Rotation => {
  const { client, clientId, clientSecret, ledger, clock, complaints } = needs
  const renewing = new Map<string, Promise<Install>>()

  const left = ({ expiresAt = Number.POSITIVE_INFINITY }: Install): number => expiresAt - clock.now()

  const exchange = async (install: Install): Promise<Install> => {
    const answer = (await client.apiCall('oauth.v2.access', {
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
      refresh_token: install.refreshToken,
    })) as { access_token?: string; refresh_token?: string; expires_in?: number }
    if (!answer.access_token) throw new Error('Slack gave no token')
    const { access_token: token, refresh_token: refreshToken, expires_in: seconds } = answer
    return {
      ...install,
      token,
      ...(refreshToken && { refreshToken }),
      ...(seconds !== undefined && { expiresAt: clock.now() + seconds * 1000 }),
    }
  }

  const renew = async (install: Install, refused: boolean): Promise<Install> => {
    try {
      const next = await exchange(install)
      // The token before is worth nothing any more.
      await ledger.hold(next)
      return next
    } catch (error) {
      const kept = await ledger.find(install, true)
      if (kept && kept.token !== install.token) return kept
      if (left(install) > 0 && !refused) {
        complaints.complain('warn', UNRENEWED, { reason: reasonOf(error) })
        return install
      }
      throw isRefusal(error)
        ? new PlatformFault('gone', 'Slack does not renew the token. Install the app again.', {
            cause: error,
          })
        : unreachable('oauth.v2.access', reasonOf(error), error)
    }
  }

  return {
    async fresh(install, refused) {
      const isRefused = refused !== undefined && refused === install.token
      if (!install.refreshToken || (left(install) > AHEAD_MS && !isRefused)) return install
      const { refreshToken } = install
      const under = renewing.get(refreshToken)
      if (under) return under
      const next = renew(install, isRefused).finally(() => renewing.delete(refreshToken))
      renewing.set(refreshToken, next)
      return next
    },
  }
}

const isRefusal = (error: unknown): boolean => error instanceof webApi.WebAPIPlatformError

const UNRENEWED = 'The token of a workspace could not be renewed yet; it is tried again while it still holds.'

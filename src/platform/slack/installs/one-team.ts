/** One workspace, or one organisation, by its token. */
import { errorIn } from '../api/fault.ts'
import { wireOf } from '../api/wire.ts'
import { Foreign, type Installs } from '../installs.ts'
import { type Team, teamIn } from '../names.ts'
import { type Identity, identify } from './identity.ts'

export const oneTeam = ({ token, apiUrl }: { token: string; apiUrl?: string | undefined }): Installs => {
  const wire = wireOf(apiUrl)
  let known: Promise<Identity> | undefined

  const identity = (): Promise<Identity> => {
    known ??= identify(wire, token).catch((error: unknown) => {
      known = undefined
      throw ENDED.has(errorIn(error)) ? new Foreign() : error
    })
    return known
  }

  return {
    async authorise(tenant) {
      const own = await identity()
      const asked = teamIn(tenant)
      if (!isOurs(asked, own)) throw new Foreign()
      const { botUserId, botId, url } = own
      const teamId = asked.team ?? own.team
      return { token, botUserId, ...(botId && { botId }), ...(teamId && { teamId }), ...(url && { url }) }
    },
    async ended() {
      known = undefined
    },
    check: async () => void (await identity()),
    pages: {},
  }
}

const isOurs = ({ team, enterprise }: Team, own: Identity): boolean =>
  (team !== undefined && team === own.team) ||
  (own.wide && enterprise !== undefined && enterprise === own.enterprise)

/** What Slack says of the token of an app that was taken out of its workspace. */
const ENDED: ReadonlySet<string | undefined> = new Set(['account_inactive', 'token_revoked'])

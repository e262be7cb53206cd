/** Every workspace that installs the app over OAuth, each with a token of its own. */
import { type HTTPReceiverOptions, type Installation, type Logger, webApi } from '@slack/bolt'
import type { Clock } from '../../../clock.ts'
import type { Complaints } from '../../complaints.ts'
import type { Shelf } from '../../shelf.ts'
import type { Waits } from '../../waits.ts'
import type { Bot } from '../api/api.ts'
import { errorIn } from '../api/fault.ts'
import { SLACK_API, type Wire, wireOf } from '../api/wire.ts'
import type { InstallPages } from '../hearing/http.ts'
import { Foreign, type Installs } from '../installs.ts'
import { type Team, teamIn } from '../names.ts'
import { SCOPES } from '../needs.ts'
import { identify } from './identity.ts'
import { type Install, type Ledger, ledgerOf } from './ledger.ts'
import { callbacks, INSTALL_PATH } from './pages.ts'
import { rotationOf } from './rotation.ts'
import { statesOf } from './state.ts'

export type OauthClient = {
  clientId: string
  clientSecret: string
  stateSecret: string
  /** Where people reach the install page; where it is absent, Slack goes back to the first address it was given. */
  publicUrl?: string
}

type Needs = {
  apiUrl?: string | undefined
  shelf: Shelf
  clock: Clock
  waits: Waits
  complaints: Pick<Complaints, 'complain'>
  logger: Logger
}

/** An exchange of tokens is tried so often. */
const RETRIES = 2
const ANSWER_WITHIN_MS = 10_000

export const manyTeams = (client: OauthClient, needs: Needs): Installs => {
  const { apiUrl, clock } = needs
  const ledger = ledgerOf(needs)
  const clientOptions = {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    retryConfig: { retries: RETRIES, minTimeout: 300 },
    timeout: ANSWER_WITHIN_MS,
    logger: needs.logger,
  }
  const exchange = new webApi.WebClient(undefined, clientOptions)
  const wire = wireOf(apiUrl)

  /** Slack may tell of an end when the app is installed anew, or when one workspace of an organisation leaves. */
  const isOver = async (install: Install, { team }: Team, at: number): Promise<boolean> => {
    try {
      await identify(wire, install.token)
      return install.team !== undefined && install.team === team && install.installedAt <= at
    } catch (error) {
      // An answer of Slack's, and not a failure to get one.
      if (errorIn(error) !== undefined) return true
      throw error
    }
  }

  const rotation = rotationOf({ ...needs, ...client, client: exchange, ledger })

  return {
    async authorise(tenant, refused) {
      const asked = teamIn(tenant)
      const install = await ledger.find(asked, refused !== undefined)
      if (!install) throw new Foreign()
      return botOf(await rotation.fresh(install, refused), asked)
    },
    async ended(team, at) {
      const install = await ledger.find(team, true)
      if (install && (await isOver(install, team, at))) await ledger.drop(install)
    },
    check: () => Promise.resolve(),
    pages: pagesOf(client, { apiUrl, clock, clientOptions, keep: keeper(ledger, clock, wire) }),
  }
}

const botOf = ({ token, botUserId, botId, url, ...install }: Install, asked: Team): Bot => {
  const teamId = asked.team ?? install.team
  return { token, botUserId, ...(botId && { botId }), ...(teamId && { teamId }), ...(url && { url }) }
}

type Keep = (installation: Installation) => Promise<void>

const keeper =
  (ledger: Ledger, clock: Clock, wire: Wire): Keep =>
  async ({ bot, team, enterprise, isEnterpriseInstall }) => {
    if (!bot) throw new Error('Slack gave no bot token: the app asks for no bot scopes.')
    const { url } = await identify(wire, bot.token)
    await ledger.keep({
      ...(team && !isEnterpriseInstall && { team: team.id }),
      ...(enterprise && { enterprise: enterprise.id }),
      token: bot.token,
      botUserId: bot.userId,
      botId: bot.id,
      ...(url && { url }),
      ...(bot.refreshToken && { refreshToken: bot.refreshToken }),
      ...(bot.expiresAt !== undefined && { expiresAt: bot.expiresAt * 1000 }),
      installedAt: clock.now(),
    })
  }

const pagesOf = (
  { clientId, clientSecret, stateSecret, publicUrl }: OauthClient,
  needs: {
    apiUrl: string | undefined
    clock: Clock
    clientOptions: webApi.WebClientOptions
    keep: Keep
  },
): InstallPages => {
  const redirectUri = publicUrl && `${publicUrl.replace(/\/+$/, '')}${REDIRECT_PATH}`
  const scopes = [...SCOPES]
  const installerOptions: HTTPReceiverOptions['installerOptions'] = {
    stateStore: statesOf(stateSecret, needs.clock, { scopes, ...(redirectUri && { redirectUri }) }),
    installPath: INSTALL_PATH,
    redirectUriPath: REDIRECT_PATH,
    authorizationUrl: new URL('/oauth/v2/authorize', needs.apiUrl ?? SLACK_API).href,
    callbackOptions: callbacks,
    clientOptions: needs.clientOptions,
  }
  return {
    clientId,
    clientSecret,
    scopes,
    ...(redirectUri && { redirectUri }),
    installerOptions,
    installationStore: {
      storeInstallation: needs.keep,
      fetchInstallation: () => Promise.reject(new Error('Installations are looked up elsewhere.')),
    },
  }
}

const REDIRECT_PATH = '/slack/oauth_redirect'

/** A look at everything that the Slack edge needs, for whoever sets it up. */
import type { Finding } from '../../finding.ts'
import { API_URL, askSlack } from './doctor/ask.ts'
import { checkAddress, checkPort, checkSigningSecret } from './doctor/surroundings.ts'
import { checkApp, checkBot, checkClient, checkPair, OUTSIDE } from './doctor/tokens.ts'
import { SCOPES } from './needs.ts'
import type { SlackOptions } from './slack.ts'

export type Looked = Pick<SlackOptions, 'transport' | 'team' | 'apiUrl'>

/** Looks at Slack, the tokens and this machine, and changes nothing anywhere. */
export const checkSlack = async (options: Looked): Promise<Finding[]> => {
  const { apiUrl = API_URL } = options
  const api = await checkApi(apiUrl)
  const there = api.ok === true ? await Promise.all(atSlack(options, apiUrl)) : []
  return [api, ...there.flat(), ...(await Promise.all(here(options)))]
}

const checkApi = async (apiUrl: string): Promise<Finding> => {
  const what = `Slack's Web API at ${apiUrl}`
  const reply = await askSlack(apiUrl, 'api.test')
  if (reply.ok || reply.error !== 'unreachable') return { what, ok: true, says: 'answers' }
  return { what, ok: false, says: String(reply.told.what), mend: OUTSIDE }
}

const atSlack = ({ team, transport }: Looked, apiUrl: string): Promise<Finding | Finding[]>[] => [
  'token' in team
    ? checkBot(apiUrl, team.token, SCOPES)
    : checkClient(apiUrl, team.clientId, team.clientSecret),
  ...('socket' in transport ? [checkApp(apiUrl, transport.socket.appToken)] : []),
  ...('token' in team && 'socket' in transport
    ? [checkPair(apiUrl, team.token, transport.socket.appToken)]
    : []),
]

const here = ({ team, transport }: Looked): (Finding | Promise<Finding>)[] => {
  if ('socket' in transport) return []
  const { signingSecret, port, host } = transport.http
  const address = team.publicUrl === undefined ? [] : [checkAddress(team.publicUrl)]
  return [checkSigningSecret(signingSecret), checkPort(port, host), ...address]
}

/** One line about where the bot runs, for whoever has just started it. */
import { PlatformFault } from '../platform.ts'
import { API_URL, askSlack } from './doctor/ask.ts'
import type { SlackOptions } from './slack.ts'

/** Who the bot is and how Slack reaches it; throws a `PlatformFault` where Slack does not take its token. */
export const whereabouts = async (
  options: Pick<SlackOptions, 'transport' | 'team' | 'apiUrl'>,
): Promise<string> => `Slack: ${await who(options)}, ${how(options)}.`

const who = async ({ team, apiUrl = API_URL }: Pick<SlackOptions, 'team' | 'apiUrl'>): Promise<string> => {
  if (!('token' in team)) return 'every workspace that installs it'
  const reply = await askSlack(apiUrl, 'auth.test', { token: team.token })
  if (reply.ok) return `@${reply.told.user} in ${reply.told.team} (${reply.told.team_id})`
  if (reply.error === 'unreachable' || reply.error === 'ratelimited')
    return 'cannot be asked yet who it is there'
  throw new PlatformFault(
    'refused',
    `Slack does not take SLACK_BOT_TOKEN (${reply.error}). "mlsd doctor" says what to do.`,
  )
}

const how = ({ transport, team }: Pick<SlackOptions, 'transport' | 'team'>): string => {
  if ('socket' in transport) return 'over Socket Mode'
  const { port } = transport.http
  const install = 'publicUrl' in team && team.publicUrl ? team.publicUrl : `http://localhost:${port}`
  const page = 'token' in team ? '' : `; it is installed from ${install}/slack/install`
  return `over HTTP on port ${port} at /slack/events${page}`
}

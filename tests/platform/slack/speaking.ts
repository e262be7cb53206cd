/** A voice that speaks to a stand-in for Slack, with no other scopes than the app asks for, and time that runs faster. */
import { type Clock, systemClock } from '../../../src/clock.ts'
import { type Api, type ApiOptions, apiOf, type Bot } from '../../../src/platform/slack/api/api.ts'
import { SCOPES } from '../../../src/platform/slack/needs.ts'
import { channelsOf } from '../../../src/platform/slack/saying/target.ts'
import { type Voice, voiceOf } from '../../../src/platform/slack/saying/voice.ts'
import type { Options } from './stand-in/options.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

export type Told = { level: string; what: string; details: Record<string, unknown> | undefined }

export type Speaking = {
  slack: StandIn
  api: Api
  voice: Voice
  /** What those who run it were told. */
  told: Told[]
  /** Another process that speaks as the same app, and knows nothing of the first. */
  another(): Voice
  stop(): Promise<void>
}

/** So many milliseconds pass in one, where nothing else is said. */
const PACE = 10

/** The machine's clock, but quicker: a pause of a second takes a tenth of one. */
export const quickClock = (pace = PACE): Clock => {
  const clock = systemClock()
  const begun = clock.now()
  return {
    now: () => begun + (clock.now() - begun) * pace,
    at: (time, wake) => clock.at(begun + (time - begun) / pace, wake),
  }
}

/** The app as it is installed in the stand-in's workspaces, with whatever token is good now. */
export const authorised =
  (slack: StandIn) =>
  async (tenant: string): Promise<Bot> => {
    const id = tenant.split(/[:.]/).at(-1) ?? ''
    const team = slack.world.teams.get(id)
    if (!team) throw new Error(`no team ${id}`)
    const { bot, url } = team
    return { token: slack.token(id), botUserId: bot.user, botId: bot.id, teamId: id, url }
  }

export const speaking = async (
  options: Options = {},
  more: Partial<ApiOptions> & { pace?: number } = {},
): Promise<Speaking> => {
  const slack = await standIn({ echo: false, teams: [{ id: 'T1', scopes: SCOPES }], ...options })
  slack.person('T1', 'U1')
  const told: Told[] = []
  const log = (level: string, what: string, details?: Record<string, unknown>) =>
    void told.push({ level, what, details })
  const ends: (() => void)[] = []
  const begin = (): { api: Api; voice: Voice } => {
    const clock = more.clock ?? quickClock(more.pace)
    const api = apiOf({ authorise: authorised(slack), apiUrl: slack.apiUrl, clock, chance: () => 0, ...more })
    const voice = voiceOf({
      api,
      channels: channelsOf({ api, clock }),
      locales: { known: () => undefined },
      clock,
      log,
    })
    ends.push(voice.stop, api.stop)
    return { api, voice }
  }
  return {
    slack,
    told,
    ...begin(),
    another: () => begin().voice,
    async stop() {
      for (const end of ends) end()
      await slack.stop()
    },
  }
}

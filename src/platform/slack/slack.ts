/** Slack as a place to talk: channels and their threads, direct messages, the Home tab and the assistant. */
import type { Clock } from '../../clock.ts'
import type { Desk, Hear, Limits, Platform } from '../platform.ts'
import { apiOf } from './api/api.ts'
import { errorIn } from './api/fault.ts'
import { waitsOf } from './api/waits.ts'
import { chainsOf } from './hearing/chains.ts'
import { complaintsOf } from './hearing/complaints.ts'
import { doorOf, reasonOf } from './hearing/door.ts'
import { earOf } from './hearing/ear.ts'
import { formsOf } from './hearing/forms.ts'
import { gapOf } from './hearing/gap.ts'
import { readBack } from './hearing/history.ts'
import { type HttpTransport, httpEntrance } from './hearing/http.ts'
import { libraryApp } from './hearing/library.ts'
import { listen } from './hearing/listeners.ts'
import { loggerOf } from './hearing/logger.ts'
import { panesOf } from './hearing/panes.ts'
import { pressesOf } from './hearing/presses.ts'
import { tellOf } from './hearing/private.ts'
import { slashOf } from './hearing/slash.ts'
import { socketEntrance } from './hearing/socket.ts'
import { manyTeams, type OauthClient } from './installs/many-teams.ts'
import { oneTeam } from './installs/one-team.ts'
import { Foreign, type Installs, type Shelf } from './installs.ts'
import type { Log } from './log.ts'
import { prefixAt } from './prefix.ts'
import { channelsOf } from './saying/target.ts'
import { voiceOf } from './saying/voice.ts'

export type SlackOptions = {
  /** Slack reaches us over a socket that we open, or by requests to a port. */
  transport: { socket: { appToken: string } } | { http: HttpTransport }
  /** One workspace by its token, or every workspace that installs the app. */
  team: { token: string } | OauthClient
  /** Another base of the Web API: GovSlack, a proxy, a test. */
  apiUrl?: string
  /** Where installations are kept. */
  shelf: Shelf
  clock: Clock
  log: Log
}

/** `port` is the one that is listened on, where one is. */
export type Slack = Platform & { port(): number | undefined }

const LIMITS: Limits = {
  characters: 11_000,
  edits: true,
  buttons: true,
  forms: true,
  files: true,
  links: true,
  streaming: true,
  places: true,
  privacy: true,
  hiding: 'a thread is seen by whoever sees its channel; an interview can be held in direct messages',
  removal: 'nobody may remove what somebody else has said',
  history: true,
}

export const slack = (options: SlackOptions): Slack => {
  const { transport, team, apiUrl, shelf, clock, log } = options
  const [waits, lastWaits] = [waitsOf(clock), waitsOf(clock)]
  const complaints = complaintsOf({ log, clock, secrets: secretsIn(options) })
  const logger = loggerOf(complaints)
  const installs: Installs =
    'token' in team
      ? oneTeam({ token: team.token, apiUrl })
      : manyTeams(team, { apiUrl, shelf, clock, complaints, logger })
  const api = apiOf({ authorise: installs.authorise, clock, ...(apiUrl !== undefined && { apiUrl }) })
  const voice = voiceOf({ api, clock, log })
  const app = libraryApp({ authorise: installs.authorise, logger, complaints })
  const door = doorOf(app, complaints, lastWaits)

  const started = Promise.withResolvers<{ hear: Hear; desk: Desk }>()
  let begun = false
  const desk: Desk = {
    form: async (id, at) => (await started.promise).desk.form(id, at),
    async *talks() {
      yield* (await started.promise).desk.talks()
    },
  }
  const chains = chainsOf()
  const gap = gapOf({ chains, complaints, waits, read: (missed) => readBack(missed, { api, ear }) })
  const ear = earOf({ chains, gap, hear: async (heard) => (await started.promise).hear(heard) })
  const channels = channelsOf({ api, clock })
  const forms = formsOf({
    ...{ api, desk, ear, clock },
    channels,
    refused: (why) => complaints.complain('warn', why),
  })
  listen(app, {
    ...{ ear, forms, installs, noted: voice.noted },
    slash: slashOf({ api, channels, ear, forms, clock }),
    presses: pressesOf({ api, ear, forms, clock }),
    panes: panesOf({ api, ear, door, complaints }),
    tell: tellOf({ say: voice.say, door, complaints }),
  })
  const entrance =
    'socket' in transport
      ? socketEntrance(transport.socket.appToken, {
          ...{ apiUrl, door, logger, waits, lastWaits, complaints },
          deaf: gap.open,
          listening: () => void gap.close(desk),
        })
      : httpEntrance(transport.http, { door, logger, waits: lastWaits, pages: installs.pages })

  const end = async (): Promise<void> => {
    const closed = door.close()
    waits.stop()
    gap.stop()
    await closed
    await entrance.stop()
    voice.stop()
    api.stop()
    lastWaits.stop()
    complaints.close()
  }
  let ended: Promise<void> | undefined
  const stop = (): Promise<void> => {
    ended ??= end()
    return ended
  }

  const check = async (): Promise<void> => {
    try {
      await installs.check()
    } catch (fault) {
      if (fault instanceof Foreign || errorIn(fault) !== undefined) throw fault
      complaints.complain('warn', 'Slack cannot be reached yet; it is tried again.', {
        reason: reasonOf(fault),
      })
    }
  }

  const { open, say, revise, think, fetch } = voice
  return {
    ...{
      name: 'slack',
      limits: LIMITS,
      prefix: prefixAt,
      open,
      say,
      revise,
      think,
      fetch,
      stop,
      remove: async () => undefined,
    },
    port: entrance.port,
    async start(hear, given) {
      if (begun) throw new Error('Slack is listened to already.')
      begun = true
      started.resolve({ hear, desk: given })
      gap.open()
      try {
        await check()
        await entrance.start()
      } catch (error) {
        await stop()
        throw error
      }
      await gap.close(desk)
    },
  }
}

const secretsIn = ({ transport, team }: SlackOptions): string[] => [
  'socket' in transport ? transport.socket.appToken : transport.http.signingSecret,
  ...('token' in team ? [team.token] : [team.clientSecret, team.stateSecret]),
]

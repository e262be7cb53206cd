/**
 * Slack as a place to talk: channels and their threads, direct messages, the Home tab and the assistant.
 *
 * Four queues put things in order, and no two the same ones. What is heard waits at the *gap* until it is known what was
 * missed, then in the *chain* of its place behind all that was said there before. What is said waits in the *outlet* for its
 * turn at its place, and each call of the Web API at the *gate* while Slack limits its method.
 */
import { absenceOf } from '../../absence.ts'
import type { Clock } from '../../clock.ts'
import { reasonOf } from '../../reason.ts'
import { chainsOf } from '../chains.ts'
import { complaintsOf } from '../complaints.ts'
import { earOf } from '../ear.ts'
import { gapOf } from '../gap.ts'
import type { Log } from '../log.ts'
import type { Desk, Hear, Platform } from '../platform.ts'
import type { Shelf } from '../shelf.ts'
import { waitsOf } from '../waits.ts'
import { apiOf } from './api/api.ts'
import { errorIn } from './api/fault.ts'
import { unsecret } from './api/unsecret.ts'
import { vouched } from './hearing/admin.ts'
import { doorOf } from './hearing/door.ts'
import { formsOf } from './hearing/forms.ts'
import { readBackOf } from './hearing/history.ts'
import { type HttpTransport, httpEntrance } from './hearing/http.ts'
import { libraryApp } from './hearing/library.ts'
import { listen } from './hearing/listeners.ts'
import { localesOf } from './hearing/locales.ts'
import { loggerOf } from './hearing/logger.ts'
import { panesOf } from './hearing/panes.ts'
import { pressesOf } from './hearing/presses.ts'
import { tellOf } from './hearing/private.ts'
import { slashOf } from './hearing/slash.ts'
import { socketEntrance } from './hearing/socket.ts'
import { manyTeams, type OauthClient } from './installs/many-teams.ts'
import { oneTeam } from './installs/one-team.ts'
import { Foreign, type Installs } from './installs.ts'
import { LIMITS } from './limits.ts'
import { prefixAt } from './prefix.ts'
import { channelsOf } from './saying/target.ts'
import { voiceOf } from './saying/voice.ts'

export type SlackOptions = {
  /** Slack reaches us over a socket that we open, or by requests to a port. */
  transport: { socket: { appToken: string } } | { http: HttpTransport }
  /** One workspace by its token, or every workspace that installs the app; `publicUrl` is where Slack reaches the port. */
  team: { token: string; publicUrl?: string } | OauthClient
  /** Another base of the Web API: GovSlack, a proxy, a test. */
  apiUrl?: string
  /** Where installations are kept. */
  shelf: Shelf
  clock: Clock
  log: Log
  /** A call is made once more, since Slack failed at it. */
  again?: () => void
}

/** `port` is the one that is listened on, where one is. */
export type Slack = Platform & { port(): number | undefined }

export const slack = (options: SlackOptions): Slack => {
  const { transport, team, apiUrl, shelf, clock, log } = options
  const secrets = secretsIn(options)
  const [waits, lastWaits] = [waitsOf(clock), waitsOf(clock)]
  const complaints = complaintsOf({ log, clock, unsecret: (text) => unsecret(text, secrets) })
  const logger = loggerOf(complaints)
  const installs: Installs =
    'token' in team
      ? oneTeam({ token: team.token, apiUrl })
      : manyTeams(team, { apiUrl, shelf, clock, waits, complaints, logger })
  const again = (method: string, reason: string): void => {
    options.again?.()
    complaints.complain('warn', AGAIN, { method, reason })
  }
  const api = apiOf({ authorise: installs.authorise, clock, again, ...(apiUrl !== undefined && { apiUrl }) })
  const channels = channelsOf({ api, clock })
  const locales = localesOf({ api, waits })
  const voice = voiceOf({ api, channels, locales, clock, log })
  const app = libraryApp({ authorise: installs.authorise, logger, complaints })
  const door = doorOf(app, complaints, lastWaits)

  const started = Promise.withResolvers<{ hear: Hear; desk: Desk }>()
  let begun = false
  const desk: Desk = {
    form: async (id, at) => (await started.promise).desk.form(id, at),
    async *talks() {
      yield* (await started.promise).desk.talks()
    },
    talkAt: async (place) => (await started.promise).desk.talkAt(place),
  }
  const absence = absenceOf(clock)
  const chains = chainsOf()
  const gap = gapOf({ chains, complaints, waits, clock, read: (missed) => readBack(missed) })
  const ear = earOf({ chains, gap, hear: async (heard) => (await started.promise).hear(heard) })
  const readBack = readBackOf({ api, ear })
  const forms = formsOf({
    ...{ api, desk, ear, clock },
    ...{ channels, locales },
    refused: (why) => complaints.complain('warn', why),
  })
  listen(app, {
    ...{ ear, forms, installs, locales, noted: voice.noted, vouched: (heard) => vouched(api, heard) },
    slash: slashOf({ api, channels, ear, forms, clock, locales }),
    presses: pressesOf({ api, ear, forms, clock, locales }),
    panes: panesOf({ api, ear, door, locales, complaints }),
    tell: tellOf({ say: voice.say, door, complaints }),
  })
  const entrance =
    'socket' in transport
      ? socketEntrance(transport.socket.appToken, {
          ...{ apiUrl, door, logger, waits, lastWaits, complaints },
          deaf() {
            absence.begins()
            gap.open()
          },
          listening() {
            absence.ends()
            void gap.close(desk)
          },
        })
      : httpEntrance(transport.http, { door, logger, waits: lastWaits, pages: installs.pages })

  /** Nothing more is let in; what is in hand is done while it can still be acknowledged, and only then nobody speaks any more. */
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
    away: absence.since,
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

const AGAIN = 'Slack failed at something that was asked of it; it is asked again.'

const secretsIn = ({ transport, team }: SlackOptions): string[] => [
  'socket' in transport ? transport.socket.appToken : transport.http.signingSecret,
  ...('token' in team ? [team.token] : [team.clientSecret, team.stateSecret]),
]

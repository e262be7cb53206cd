/**
 * A stand-in for Slack: a real server that speaks the Web API, Socket Mode and signed HTTP, with people in it.
 *
 *     const slack = await standIn()                    // workspace T1: U1 candidate, U2 watcher, U3 admin (is_admin);
 *     const one = slack.person('T1', 'U1')             //   C1 and G1 (private) with the app, C2 without, D1 = DM of U1;
 *     slack.token('T1'); slack.appToken; slack.apiUrl  //   the app is UBOT / B1, its token `xoxb-T1`.
 *     await slack.sockets.connected()                  // after your app has started in Socket Mode, or instead:
 *     slack.deliverTo('http://127.0.0.1:3000/slack/events', secret)
 *     const ts = one.say('C1', 'hello', { thread })    // changes the workspace and tells the app; gives the timestamp
 *     await one.command('C1', 'start')                 // resolves with the delivery once the app has answered
 *     await one.press(ts, 'Next'); await one.submit({ Level: 'senior' }); one.modal()?.fields; one.home()?.text
 *     await slack.settled()                            // all that was sent has been acknowledged, or has failed
 *     await slack.until(() => slack.shown('T1/C1').length > 1)
 *     slack.shown('slack:T1/C1/1700000000.001000')     // messages in order: text as read, buttons, files, `only`
 *     expect(slack.faults).toEqual([])                 // nothing was sent that Slack would not have taken
 *     await slack.stop()
 *
 * Time: message timestamps begin at 1700000000 and grow by a millisecond each; give `now` to use a clock of your own
 * (signatures are always of the real time). A further workspace: `slack.team({ id: 'T2' })` has U12, U22, U32, C12, C22,
 * G12, UBOT2, B12 and the token `xoxb-T2`.
 *
 * Events go to the address of `deliverTo` when there is one, else over the newest socket, else they are kept. What was
 * kept or not acknowledged within `ackWithin` is sent again by `redeliver()` (with retry_attempt or x-slack-retry-num),
 * what was acknowledged by `again(delivery)`, whatever `deliveries` shows. `hold()` and `release()` change the order,
 * `twist(change)` and `untwist()` what is sent.
 * Commands and interactions that nobody can take are lost. The app hears its own messages too, unless `echo: false`.
 *
 * Troubles: `trouble.limit(method, { times, retryAfter, channel })`, `trouble.fail(method, 'error_code' | 500 | 'cut' |
 * 'lost-answer', { times, channel })`, `trouble.slow(method, ms)`, `trouble.refuse('streaming' | 'assistant' | method,
 * error?)`, `trouble.mend()`; `'*'` is every method. `revoke(token)`, `expire(token)`, `uninstall(team)`,
 * `expireTriggers()`, `expireStreams()`. Sockets: `sockets.drop()`, `.disconnect(reason)`, `.refuse()`, `.accept()`, `.silence()`,
 * `.ping()`, `.frame(raw)`.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Deliveries, deliveriesOf } from './delivery.ts'
import { calledBy } from './drawn.ts'
import { type Endings, endingsOf } from './endings.ts'
import { wrapped } from './events.ts'
import { type Http, httpTo } from './http.ts'
import { approve } from './install.ts'
import { teller } from './listening.ts'
import { bounded, type Logged } from './log.ts'
import { methodsOf } from './methods.ts'
import { namesOf } from './names.ts'
import type { Options } from './options.ts'
import { type Person, personOf, type Stage } from './person.ts'
import { routes } from './routes.ts'
import { type Shown, shownAt, shownTo, spotOf } from './shown.ts'
import { type Sockets, socketsOf } from './sockets.ts'
import { addTeam, type TeamSketch } from './teams.ts'
import { type Trouble, troubles } from './trouble.ts'
import { waiting } from './waiting.ts'
import { webApi } from './web-api.ts'
import { type Json, type Status, teamOf, type Workspace, type World } from './world.ts'

export type StandIn = Pick<
  Deliveries,
  'again' | 'redeliver' | 'hold' | 'release' | 'settled' | 'twist' | 'untwist'
> &
  Endings & {
    url: string
    /** The base of the Web API, to be given as `slackApiUrl`. */
    apiUrl: string
    appId: string
    appToken: string
    clientId: string
    clientSecret: string
    /** The state of everything, to look at or to change. */
    world: World
    /** Adds a workspace. */
    team(sketch: TeamSketch): Workspace
    /** The newest good token of the app for a workspace. */
    token(team: string): string
    person(team: string, user: string): Person
    /** Everything at a place, in order. */
    shown(place: string): Shown[]
    /** What one person reads in a channel or a thread of theirs. */
    visibleTo(user: string, place: string): Shown[]
    /** Whom the messages at a place call: nobody, it is hoped. */
    calledAt(place: string): string[]
    /** What the assistant is said to do in a thread. */
    status(place: string): Status | undefined
    /** Every call of the Web API so far, and those of one method. */
    calls: Logged[]
    callsOf(method: string): Logged[]
    /** What was wrong with payloads. */
    faults: string[]
    deliveries: Deliveries['all']
    sockets: Sockets
    trouble: Trouble
    /** From now on events, commands and interactions go to this address; gives the means to post there by hand. */
    deliverTo(url: string, signingSecret: string): Http
    /** From now on they go over sockets. */
    deliverOverSockets(): void
    /** An event in its wrapper, to be posted by hand. */
    eventBody(team: string, event: Json): Json
    /** Tells the app of any event at all. */
    tell(team: string, event: Json): void
    /** Somebody agrees on Slack's authorise page; gives the address that the browser is sent back to. */
    install(address: string, team: string, user?: string): string
    /** Lets every trigger id given so far run out. */
    expireTriggers(): void
    /** Ends every stream that still grows, as Slack does after some minutes. */
    expireStreams(): void
    /** Resolves once it is met; rejects after `within` milliseconds, saying what was waited for. */
    until(met: () => boolean, what?: string, within?: number): Promise<void>
    stop(): Promise<void>
  }

/** Starts a stand-in on a free port of this machine. */
export const standIn = async (options: Options = {}): Promise<StandIn> => {
  const { check, keep = 10_000, now = () => 1_700_000_000_000 } = options
  const world: World = {
    names: namesOf(now, options.step ?? 1000),
    lenient: check === false,
    app: { id: 'A1', clientId: '1.1', clientSecret: 'client-secret', verification: 'verification' },
    teams: new Map(),
    tokens: new Map(),
    triggers: new Map(),
    responses: new Map(),
    uploads: new Map(),
    codes: new Map(),
  }
  const appToken = 'xapp-1-A1'
  world.tokens.set(appToken, {
    token: appToken,
    kind: 'app',
    teams: [],
    scopes: new Set(['connections:write']),
    state: 'good',
  })
  for (const team of options.teams ?? [{ id: 'T1' }]) addTeam(world, team)
  const { faultsOf } = check === false ? { faultsOf: () => [] } : await import('../limits.ts')

  const { changed, until } = waiting()
  const server = createServer()
  let url = ''
  const sockets = socketsOf({
    world,
    server,
    url: () => url,
    pingEvery: options.pingEvery ?? 5000,
    acknowledged: (delivery, payload) => deliveries.acknowledged(delivery, payload),
    failed: (delivery) => deliveries.failed(delivery),
    changed,
    until,
  })
  const deliveries = deliveriesOf({ within: options.ackWithin ?? 3000, envelope: sockets.envelope, changed })
  const { tell, echo, farewell } = teller(world, deliveries, {
    events: options.events,
    echo: options.echo !== false,
  })
  const { end, ...endings } = endingsOf(world, farewell)
  const { fateOf, ...trouble } = troubles()
  const calls = bounded<Logged>(keep)
  const faults: string[] = []
  const api = webApi({
    world,
    methods: methodsOf({ keep, rotates: options.rotates === true, ticket: sockets.ticket, end }),
    url: () => url,
    fateOf,
    faultsOf,
    faulty: (fault) => faults.push(fault),
    log: (call) => {
      calls.add(call)
      options.onCall?.(call)
    },
    tell: echo,
    changed,
  })
  server.on('request', routes(world, api, changed))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stage: Stage = {
    world,
    url: () => url,
    tell,
    ask: (kind, type, body) => deliveries.deliver(kind, type, body).answered,
  }
  const { all, again, redeliver, hold, release, settled, twist, untwist } = deliveries

  return {
    url,
    apiUrl: `${url}/api/`,
    appId: world.app.id,
    appToken,
    clientId: world.app.clientId,
    clientSecret: world.app.clientSecret,
    world,
    team: (sketch) => addTeam(world, sketch),
    token: (id) => {
      const team = teamOf(world, id)
      const good = [...world.tokens.values()].findLast(
        ({ state, teams }) => state === 'good' && teams.includes(team),
      )
      if (good === undefined) throw new Error(`the app has no good token for ${id}`)
      return good.token
    },
    person: (team, user) => personOf(stage, team, user),
    shown: (place) => shownAt(spotOf(world, place)),
    visibleTo: (user, place) => shownTo(user, spotOf(world, place)),
    calledAt: (place) =>
      shownAt(spotOf(world, place)).flatMap(({ message }) => (message.bot_id ? calledBy(message) : [])),
    status: (place) => {
      const { channel, thread } = spotOf(world, place)
      return channel.statuses.get(thread ?? '')
    },
    calls: calls.all,
    callsOf: (method) => calls.all.filter((call) => call.method === method),
    faults,
    deliveries: all,
    again,
    redeliver,
    twist,
    untwist,
    hold,
    release,
    settled,
    ...endings,
    sockets,
    trouble,
    deliverTo: (to, secret) => {
      const http = httpTo(to, secret)
      deliveries.over(http)
      return http
    },
    deliverOverSockets: () => deliveries.over(undefined),
    eventBody: (team, event) => wrapped(world, teamOf(world, team), event),
    tell: (team, event) => tell(teamOf(world, team), event),
    install: (address, team, user) => approve(world, address, team, user),
    expireStreams: () => {
      for (const team of world.teams.values())
        for (const { messages } of team.channels.values())
          for (const message of messages.values())
            if (message.streaming_state === 'in_progress') message.streaming_state = 'errored'
    },
    expireTriggers: () => {
      for (const trigger of world.triggers.values()) trigger.state = 'expired'
    },
    until,
    stop: async () => {
      deliveries.end()
      await sockets.end()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

/**
 * A stand-in for Discord: a real server that speaks the REST API and the gateway, with guilds and people in it.
 *
 *     const discord = await standIn()                  // guilds ONE and TWO (from seed.ts), each with the channels
 *     new Client({ intents, rest: { api: discord.apiUrl } }).login(discord.token)   // general, other, members, closed;
 *     await discord.gateway.connected()                // the people candidate, watcher, admin, peer; BOTH is in both.
 *     const one = discord.person(ONE.candidate)
 *     const id = one.say(ONE.general, 'hello', { files, reply })   // also in threads; one.mention, one.dm, one.direct
 *     const theirs = one.begin(ONE.general, 'a thread', hidden); one.join(thread); one.leave(thread)
 *     one.edit(id, 'hi'); one.remove(id); one.unfurl(id); discord.person(ONE.admin).purge([id])
 *     const asked = await one.command(ONE.general, 'mlsd start', { flow: 'mlsd' })  // by what was registered; resolves
 *     asked.answered; asked.callback; asked.took; asked.replies()                   //   once acknowledged, or lost
 *     (await one.autocomplete(ONE.general, 'mlsd start', { problem: 'fe' }, 'problem')).choices
 *     await one.press(message, 'Next'); await one.choose(message, 'menu', 'Label'); await one.contextMenu(id, 'Grade this answer')
 *     one.modal()?.fields; await one.submit({ Level: 'senior' })                   // by labels or custom ids
 *     await discord.until(() => discord.shown(thread).length > 1)
 *     discord.shown(`discord:${ONE.guild}/${ONE.general}/${thread}`)               // or the bare id; `.../uUSER` is a DM
 *     one.sees(thread); discord.threads(ONE.general)   // what one person reads; threads with name, members, archived
 *     expect(discord.faults).toEqual([])               // nothing was sent that Discord would not take, or that pings
 *     await discord.stop()
 *
 * A place can be given to all of these as an id or as `discord:GUILD/CHANNEL/THREAD`, `discord:@me/CHANNEL`, `discord:GUILD/uUSER`.
 * Somebody's language or roles: `discord.world.users.get(id).locale`, `discord.world.guilds.get(guild).members.get(id).roles`.
 * The app can answer an interaction before it knows that it has: wait for what it does next, not only for the interaction.
 *
 * Time: ids begin at 1700000000000 and grow by a millisecond each; give `now` to use a clock of your own.
 *
 * What the app lacks: `deny(channel, 'SendMessages', ...)`, `allow(...)`, `messageContent(false)` (the switch in the portal:
 * asking for the intent is then refused with 4014), `person.close()` (DMs refused with 50007), `leave(guild)`, `rejoin(guild)`.
 *
 * Gateway: `gateway.drop()`, `.close(code)`, `.reconnect()`, `.invalidate(resumable)`, `.forget()`, `.refuse()`, `.accept()`,
 * `.silence()`, `.beat()`, `.hold()`, `.release('reversed')`, `.repeat('MESSAGE_CREATE')`, `.counts`, `.told`; what no sane one
 * does: `.twist(change)`, `.untwist()`, `.blurt(event, data)`, `.frame(raw)`. What is said while nobody
 * is connected is told at the resume, where the session lives. discord.js waits half a second before it connects again, five
 * seconds from one identify to the next, and forever in `destroy()` while it waits for READY: be `connected` first.
 *
 * Troubles: `trouble.limit('POST /channels/:id/messages', { retryAfter, times, channel, scope })`, `trouble.fail(route, { status,
 * code, message } | 500 | 'cut' | 'lost-answer', { times, channel })`, `trouble.slow(route, ms)`, `trouble.mend()`; `'*'` is every
 * route. `expireInteractions()` ends the quarter of an hour, `forgetNonces()` the minutes in which a nonce holds,
 * `forgetRenames()` the ten minutes of two renames, `expireFiles()` makes addresses of files stale. `limited` names the routes on
 * which the app ran into a limit by itself.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bounded } from '../../slack/stand-in/log.ts'
import type { Desk } from './asking.ts'
import { served } from './cdn.ts'
import { type Gateway, gatewayOf } from './gateway.ts'
import type { Logged } from './log.ts'
import { type Looks, looksOf } from './looks.ts'
import type { Options } from './options.ts'
import { type Person, personOf } from './person.ts'
import { ratesOf } from './rates.ts'
import { rest } from './rest.ts'
import { commandRoutes } from './routes/commands.ts'
import { interactionRoutes } from './routes/interactions.ts'
import { messageRoutes } from './routes/messages.ts'
import { otherRoutes } from './routes/others.ts'
import { threadRoutes } from './routes/threads.ts'
import { worldOf } from './seed.ts'
import type { Stage } from './stage.ts'
import { type Trouble, troubles } from './trouble.ts'
import { type Turns, turnsOf } from './turns.ts'
import { waiting } from './waiting.ts'
import type { World } from './world.ts'

export type StandIn = Looks &
  Turns & {
    url: string
    /** The base of the REST API, to be given as `rest.api`. */
    apiUrl: string
    token: string
    appId: string
    /** The state of everything, to look at or to change. */
    world: World
    person(id: string): Person
    /** Every call of the REST API so far, and those of one route. */
    calls: Logged[]
    callsOf(route: string): Logged[]
    /** What was wrong with payloads. */
    faults: string[]
    /** Routes on which the app ran into a rate limit that its headers had told of. */
    limited: string[]
    gateway: Gateway
    trouble: Trouble
    /** Resolves once it is met; rejects after `within` milliseconds, saying what was waited for. */
    until(met: () => boolean, what?: string, within?: number): Promise<void>
    stop(): Promise<void>
  }

/** Starts a stand-in on a free port of this machine. */
export const standIn = async (options: Options = {}): Promise<StandIn> => {
  const world = worldOf(options)
  const { faultsOf, mannersOf } = !world.lenient
    ? await import('../limits.ts')
    : { faultsOf: () => [], mannersOf: () => [] }
  const { changed, until } = waiting()
  const server = createServer()
  let url = ''
  const gateway = gatewayOf({
    world,
    server,
    url: () => url,
    heartbeatEvery: options.heartbeatEvery ?? 41_250,
    shards: options.shards ?? 1,
    changed,
    until,
  })
  const faults: string[] = []
  const limited: string[] = []
  const calls = bounded<Logged>(options.keep ?? 10_000)
  const { fateOf, ...trouble } = troubles()
  const stage: Stage = {
    world,
    url: () => url,
    tell: gateway.tell,
    changed,
    faulty: (fault) => void faults.push(fault),
  }
  const desk: Desk = { answerWithin: options.answerWithin ?? 3000, modals: new Map() }
  const api = rest({
    stage,
    routes: {
      ...messageRoutes,
      ...threadRoutes,
      ...interactionRoutes,
      ...commandRoutes,
      ...otherRoutes({ url: gateway.url, shards: options.shards ?? 1 }),
    },
    rates: ratesOf(options.rates ?? 'generous'),
    fateOf,
    faultsOf,
    mannersOf,
    log: (call) => {
      calls.add(call)
      options.onCall?.(call)
    },
    limited: (route) => void limited.push(route),
  })
  server.on('request', (request, response) => {
    const path = new URL(request.url ?? '/', 'http://stand-in').pathname
    if (!served(world, path, response)) api(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const { tell: _, url: __, end, ...visible } = gateway
  return {
    url,
    apiUrl: `${url}/api`,
    token: world.app.token,
    appId: world.app.id,
    world,
    calls: calls.all,
    callsOf: (route) => calls.all.filter((call) => call.route === route),
    faults,
    limited,
    gateway: visible,
    trouble,
    person: (id) => personOf(stage, desk, id),
    ...looksOf(world),
    ...turnsOf(stage),
    until,
    stop: async () => {
      await end()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      for (const interaction of world.interactions.values())
        if (interaction.state === 'open') interaction.done()
    },
  }
}

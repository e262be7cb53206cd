/** The bot on all chat platforms, from opening the data file to closing it. */
import { type Host, hostOf } from '../host/host.ts'
import type { World } from '../host/world.ts'
import type { Platform } from '../platform/platform.ts'
import { reasonOf } from '../reason.ts'
import type { Words } from '../words/words.ts'
import type { AnyClock, App, OwnData, Served } from './app.ts'
import { Refusal } from './failure.ts'
import { leave } from './leaving.ts'
import { patientlyOpened } from './opening.ts'
import { print } from './print.ts'
import { type Watching, watching } from './watching.ts'
import { worldOf } from './world.ts'

/** Serves until this process is told to end. What an earlier one left in the mailbox is delivered first. */
export const serve = async (app: App): Promise<void> => {
  const clock = await app.clock('real')
  const watch = await watching(app, clock)
  try {
    const health = await watch.start()
    if (health !== undefined) await print(app.streams.out, `${health}\n`).catch(() => {}) // Nobody has to read it.
    await withData(app, clock, watch)
  } finally {
    await watch.stop()
  }
}

const withData = async (app: App, clock: AnyClock, watch: Watching): Promise<void> => {
  const data = await patientlyOpened(app, clock)
  watch.holds(data)
  const { away } = data.mailbox
  if (away && app.config().role !== 'edge') {
    watch.now('queue', 'serves')
    watch.listens('queue', away)
  }
  try {
    await run(app, data, clock, await app.platforms(clock, data, watch.meter?.again), watch)
  } finally {
    await data.close()
  }
}

const run = async (
  app: App,
  data: OwnData,
  clock: AnyClock,
  served: readonly Served[],
  watch: Watching,
): Promise<void> => {
  const platforms = served.map(({ platform }) => platform)
  const { chatQuiet, role } = app.config()
  // An edge only hears; a worker only takes what was heard, and speaks.
  const heard = role === 'worker' ? [] : platforms
  for (const { name, away } of heard) {
    watch.now(name, 'begins')
    if (away) watch.listens(name, away)
  }
  const world = {
    ...(await worldOf(app, data, clock, { platforms, quiet: chatQuiet, storage: storedHere })),
    ...(watch.meter && { meter: watch.meter }),
  }
  const host = hostOf(world)
  const web = role === 'worker' ? undefined : await pagesOver(app, world)
  const say = (line: string) => print(app.streams.out, `${line}\n`).catch(() => {}) // Nobody has to read it.
  const told = app.told().then(() => 'told' as const)
  try {
    if (role === 'edge') data.mailbox.attend?.()
    else host.run()
    for (const { where } of role === 'worker' ? [] : served) await say(where)
    const started = Promise.all(
      heard.map((each) => begin(each, host).then(() => watch.now(each.name, 'serves'))),
    )
    if ((await Promise.race([told, started])) === 'told') return
    if (web) await say(`Pages: ${await opened(web)}`)
    watch.now('process', 'serves')
    await say(`Data: ${data.where}. Ready${role === 'all' ? '' : ` as ${role}`}; Ctrl-C stops.`)
    await told
  } finally {
    watch.now('process', 'ends')
    await leave({ mailbox: data.mailbox, host }, clock, app.log)
    await Promise.all([...platforms.map((each) => each.stop()), web?.stop()])
  }
}

/** Pages over HTTP, where there is a public address. */
const pagesOver = async (app: App, { memory, pages, clock, log }: World) => {
  const settings = app.config().web
  if (settings === undefined || pages === undefined) return undefined
  const { webOf } = await import('../web/server.ts')
  const { port, address } = settings
  return { ...webOf({ memory, pages, clock, log }, { port }), where: `${address}/p/, on port ${port}.` }
}

/** A port that is taken is the world's fault and not one of mlsd. */
const opened = async ({ start, where }: { start(): Promise<number>; where: string }): Promise<string> => {
  try {
    await start()
    return where
  } catch (cause) {
    const why = reasonOf(cause)
    throw new Refusal(`Pages cannot be served: ${why}\nMLSD_WEB_PORT names another port.`, { cause })
  }
}

/** A port that is taken, or a token that is not, is the world's fault and not one of mlsd. */
const begin = async (platform: Platform, host: Host): Promise<void> => {
  try {
    await platform.start(host.hear, host.desk(platform.name))
  } catch (cause) {
    if (!(cause instanceof Error && (cause.name === 'Error' || 'syscall' in cause))) throw cause
    throw new Refusal(`${platform.name} cannot be served: ${cause.message}\n"mlsd doctor" looks for more.`, {
      cause,
    })
  }
}

const storedHere = ({ welcome }: Words, sent: boolean): string =>
  sent ? welcome.storedByBot : welcome.storedByBotAlone

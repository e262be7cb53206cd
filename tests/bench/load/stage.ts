/** What all parts of the bench stand on: the servers, one talk as it is stored, and runs that are told as they end. */
import { median } from '../bank.ts'
import { drive, type Plan, type Run } from './drive.ts'
import { channelOf, userOf } from './people.ts'
import { fill, putToRest } from './resting.ts'
import type { Servers } from './servers.ts'
import type { Settings } from './settings.ts'
import type { Shape } from './shapes.ts'
import { postgresStore, type Store, sqliteStore } from './stores.ts'

export type Stage = {
  settings: Settings
  servers: Servers
  /** A store of this kind with so many interviews at rest, made when it is first asked for. */
  storeWith(kind: Shape['store'], count: number): Promise<Store>
  /** Runs it once on a store, which is put to rest afterwards. */
  run(shape: Shape, store: Store, more?: Readonly<Record<string, string>>): Promise<Run>
  /** The number of people who have not talked yet. */
  newcomers(): number
  tell(line: string): void
}

export const stageOf = (settings: Settings, servers: Servers, folder: string): Stage => {
  const tell = (line: string): void => void process.stderr.write(`${line}\n`)
  const stores = new Map<string, Store>()
  let next = 1
  const newcomers = (): number => next++ * 10_000

  const base = async (kind: Shape['store']): Promise<Store> => {
    const store =
      kind === 'SQLite' ? sqliteStore(folder, 'base') : await postgresStore(servers.postgres, folder)
    const one: Plan = { conversations: 1, turns: 1, atOnce: 1, roles: ['all'], env: store.env, first: 0 }
    await drive(one, servers)
    await putToRest(store)
    return store
  }

  const once = async (name: string, make: () => Promise<Store>): Promise<Store> => {
    const made = stores.get(name) ?? (await make())
    stores.set(name, made)
    return made
  }

  return {
    settings,
    servers,
    newcomers,
    tell,
    storeWith: (kind, count) =>
      once(`${kind} ${count}`, async () => {
        const begun = performance.now()
        const store = await (await once(kind, () => base(kind))).copy(`rest${count}`)
        await fill(store, { user: userOf(0), channel: channelOf(0) }, count)
        tell(`${kind}: ${count} interviews at rest, made in ${seconds(performance.now() - begun)}`)
        return store
      }),
    async run({ name, roles }, store, more = {}) {
      const env = { ...store.env, ...more }
      const run = await drive({ ...settings, roles, env, first: newcomers() }, servers)
      await putToRest(store)
      tell(`${name}: ${run.turnsPerSecond.toFixed(0)} turns a second`)
      return run
    },
  }
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

/** The middle of several runs, figure by figure. */
export const middle = (runs: readonly Run[]): Run => {
  const of = (pick: (run: Run) => number): number => median(runs.map(pick))
  return {
    turnsPerSecond: of((run) => run.turnsPerSecond),
    ack: { p50: of(({ ack }) => ack.p50), p99: of(({ ack }) => ack.p99) },
    turn: { p50: of(({ turn }) => turn.p50), p99: of(({ turn }) => turn.p99) },
    cpu: {
      bots: of(({ cpu }) => cpu.bots),
      database: of(({ cpu }) => cpu.database),
      people: of(({ cpu }) => cpu.people),
    },
    megabytes: { all: of(({ megabytes }) => megabytes.all), most: of(({ megabytes }) => megabytes.most) },
    doubled: runs.reduce((sum, { doubled }) => sum + doubled, 0),
  }
}

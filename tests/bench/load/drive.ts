/** One run: bots are started on a store, people talk to them, and all of it is measured. */
import { setTimeout } from 'node:timers/promises'
import { inParallel, percentile } from '../process.ts'
import { fleetOf } from './fleet.ts'
import { peopleOf, slackOf } from './people.ts'
import type { Servers } from './servers.ts'
import type { Settings } from './settings.ts'
import type { Role } from './shapes.ts'

export type Run = {
  turnsPerSecond: number
  /** Milliseconds of a turn: until it was acknowledged, and until its answer was posted. */
  ack: { p50: number; p99: number }
  turn: { p50: number; p99: number }
  /** Milliseconds of processor time a turn, by who spent it; `database` is 0 where there is none to be looked at. */
  cpu: { bots: number; database: number; people: number }
  megabytes: { all: number; most: number }
  doubled: number
}

export type Plan = Pick<Settings, 'conversations' | 'turns' | 'atOnce' | 'profile'> & {
  roles: readonly Role[]
  env: Readonly<Record<string, string>>
  /** The number of the first person; nobody talks in two runs on one store. */
  first: number
}

export const drive = async (plan: Plan, servers: Pick<Servers, 'processorMs'>): Promise<Run> => {
  const { conversations, turns, atOnce } = plan
  const slack = await slackOf()
  const fleet = await fleetOf(plan.roles, { ...plan.env, SLACK_API_URL: slack.url }, plan.profile).catch(
    async (error: unknown) => {
      await slack.close()
      throw error
    },
  )
  const people = peopleOf(slack, fleet.ports, plan.first)
  try {
    const threads = await inParallel(conversations, atOnce, (n) => people.begin(n))
    const say = (n: number, turn: number) => people.say(n, threads[n] ?? '', turn)
    // The first turn of each is not counted: by then, what a process reads and compiles once is read and compiled.
    await inParallel(conversations, atOnce, (n) => say(n, 0))
    await setTimeout(500)
    const before = spent(fleet, servers)
    const begun = performance.now()
    const said = (
      await inParallel(conversations, atOnce, async (n) => {
        const mine = []
        for (let turn = 1; turn <= turns; turn += 1) mine.push(await say(n, turn))
        return mine
      })
    ).flat()
    const seconds = (performance.now() - begun) / 1_000
    const after = spent(fleet, servers)
    const each = (who: keyof Run['cpu']) => (after[who] - before[who]) / said.length
    return {
      turnsPerSecond: said.length / seconds,
      ack: spread(said.map(({ acknowledged }) => acknowledged)),
      turn: spread(said.map(({ answered }) => answered)),
      cpu: { bots: each('bots'), database: each('database'), people: each('people') },
      megabytes: fleet.megabytes(),
      doubled: slack.posted().doubled,
    }
  } catch (cause) {
    throw new Error(`A run failed. What the bots said last:\n${fleet.said()}`, { cause })
  } finally {
    people.close()
    await fleet.stop()
    await slack.close()
  }
}

const spent = (fleet: { processorMs(): number }, servers: Pick<Servers, 'processorMs'>): Run['cpu'] => {
  const { user, system } = process.cpuUsage()
  return { bots: fleet.processorMs(), database: servers.processorMs(), people: (user + system) / 1_000 }
}

const spread = (values: readonly number[]) => ({
  p50: percentile(values, 0.5),
  p99: percentile(values, 0.99),
})

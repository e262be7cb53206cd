/** A whole interview at the terminal program, with a model over HTTP whose time passes only while nothing else happens. */
import { Readable } from 'node:stream'
import { LOCAL } from '../../src/cli/app.ts'
import { runCli } from '../../src/cli/cli.ts'
import { logOn } from '../../src/cli/log.ts'
import { type Clock, virtualClock } from '../../src/clock.ts'
import { heldAt } from '../../src/host/places.ts'
import { transcriptOf } from '../../src/host/record.ts'
import type { Report } from '../../src/interview/report.ts'
import type { Entry } from '../../src/interview/transcript.ts'
import { mindsIn } from '../../src/main/minds.ts'
import { appOf } from '../../src/main.ts'
import { collector } from '../cli/collector.ts'

/** The clock of the network: it leaps to what is waited for next, and can be moved by hand. */
export type Network = Clock & { next(): number | undefined; advance(ms: number): Promise<void> }

export const networkTime = (): Network => {
  const virtual = virtualClock(Date.now())
  const waits = new Set<{ time: number }>()
  return {
    now: virtual.now,
    advance: virtual.advance,
    next: () => (waits.size === 0 ? undefined : Math.min(...[...waits].map(({ time }) => time))),
    at(time, wake) {
      const wait = { time }
      waits.add(wait)
      const stop = virtual.at(time, () => {
        waits.delete(wait)
        wake()
      })
      return () => {
        waits.delete(wait)
        stop()
      }
    },
  }
}

export type Held = {
  code: number
  /** All that the person saw, white space apart. */
  seen: string
  log: string
  report: Report
  transcript: Entry[]
}

type Given = {
  home: string
  env: Readonly<Record<string, string>>
  words: readonly string[]
  talk: readonly string[]
  network: Network
  server: { asked: readonly unknown[]; owes(): boolean }
}

/** Holds it to its end. */
export const held = async ({ home, env, words, talk, network, server }: Given): Promise<Held> => {
  const [out, err] = [collector(), collector()]
  const log = collector()
  const stdin = Readable.from([talk.join('\n\n')], { objectMode: false })
  const app = appOf({ MLSD_HOME: home, ...env }, { in: stdin, out, err, tty: false })
  const clock = virtualClock(Date.now())
  const both = async (ms: number): Promise<void> => {
    await clock.advance(ms)
    await network.advance(ms)
  }
  const prompts = new URL('../../prompts', import.meta.url).pathname
  const logs = logOn(log)
  const running = runCli(
    {
      ...app,
      log: logs,
      clock: async () => ({ ...clock, advance: both }),
      minds: (memory) => mindsIn(app.config(), { memory, prompts, log: logs, clock: network }),
    },
    ['practice', '--clock', 'virtual', '--json', ...words],
  )
  const code = await leaping(running, network, server)
  const report = code === 0 ? (JSON.parse(out.text()) as Report) : expectReport(err.text(), log.text())
  const data = await app.look()
  if (!data) throw new Error('Nothing was stored.')
  const record = await heldAt(data.memory, LOCAL)
  if (!record) throw new Error('No interview was held.')
  const transcript = await transcriptOf(data.memory, record)
  await data.close()
  const seen = `${err.text()} ${out.text()}`.replace(/\s+/g, ' ')
  return { code, seen, log: log.text(), report, transcript }
}

const expectReport = (...told: string[]): never => {
  throw new Error(`There is no report. ${told.join('\n')}`)
}

/** So many turns without anything new, after which only time can help. */
const STILL = 12

/** Lets the network's time leap whenever somebody waits for it and nothing else goes on. */
const leaping = async <T>(work: Promise<T>, network: Network, server: Given['server']): Promise<T> => {
  let [settled, still, before] = [false, 0, '']
  const end = () => {
    settled = true
  }
  work.then(end, end)
  while (!settled) {
    await new Promise((done) => setTimeout(done, 1))
    const next = network.next()
    const now = `${server.asked.length} ${next}`
    still = now === before && next !== undefined && !server.owes() ? still + 1 : 0
    before = now
    if (still >= STILL && next !== undefined) {
      await network.advance(Math.max(0, next - network.now()))
      still = 0
    }
  }
  return work
}

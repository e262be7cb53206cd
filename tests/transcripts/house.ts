/** The real host on the real stores, in a folder of its own, on a clock that moves when it is told to. */
import { join } from 'node:path'
import { type VirtualClock, virtualClock } from '../../src/clock.ts'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import { hostOf } from '../../src/host/host.ts'
import { libraryOf } from '../../src/host/library.ts'
import type { World } from '../../src/host/world.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { bank } from '../bench/bank.ts'
import type { Edge } from './edge.ts'
import { watcher } from './watcher.ts'

export type House = {
  clock: VirtualClock
  world(): World
  /** Lets time pass, and everything that falls due in it happen; with 0, what is due now. */
  pass(ms: number): Promise<void>
  /** Ends the process and starts another on the same files. */
  restart(): Promise<void>
  close(): Promise<void>
}

export type Settings = {
  /** Seconds. */
  quiet: number
  thinks: number
}

const START = Date.UTC(2026, 0, 5, 10)
const FOUR_HOURS = 4 * 3_600_000

/** Opens a process for an edge. Whatever it warns of is a failure here. */
export const house = async (folder: string, edge: Edge, settings: Settings): Promise<House> => {
  const clock = virtualClock(START)
  const books = flows()
  let troubles: string[] = []
  let process = await open()

  async function open() {
    const database = openDatabase(join(folder, 'mlsd.db'))
    const commits = committer(database)
    const watching = watcher(clock)
    const memory = sqliteMemory(commits)
    const mailbox = watching.watch(
      sqliteMailbox(commits, clock, { report: (error) => troubles.push(String(error)) }),
    )
    const scripted = watching.slowed(scriptedInterviewer(), settings.thinks * 1_000)
    const grader = lexicalGrader()
    const platform = edge.connect(clock)
    const world: World = {
      memory,
      mailbox,
      clock,
      library: libraryOf(books, memory),
      platforms: new Map([[edge.name, platform]]),
      interviewer: { usual: scripted, standIn: scripted },
      grader: { usual: grader, standIn: grader },
      settings: {
        quiet: { [edge.name]: settings.quiet * 1_000 },
        idle: FOUR_HOURS,
        notice: () =>
          'Everything you type is kept in one file on this machine. A program judges, without a model.',
      },
      log: (level, what, details) => {
        if (level === 'warn' || level === 'error') troubles.push(`${what} ${JSON.stringify(details)}`)
      },
    }
    const host = hostOf(world)
    await platform.start(host.hear, host.desk(platform.name))
    host.run()
    const stop = async (): Promise<void> => {
      await platform.stop()
      await mailbox.stop()
      await commits.close()
      database.close()
    }
    return { world, watching, stop }
  }

  const settle = async (): Promise<void> => {
    await process.watching.settled()
    if (troubles.length === 0) return
    const all = troubles.join('\n')
    troubles = []
    throw new Error(`Something went wrong in the house: ${all}`)
  }

  return {
    clock,
    world: () => process.world,
    async pass(ms) {
      const end = clock.now() + ms
      await settle()
      for (let next = process.watching.next(); next <= end; next = process.watching.next()) {
        await clock.advance(next - clock.now())
        await settle()
      }
      await clock.advance(end - clock.now())
      await settle()
    },
    async restart() {
      await settle()
      await process.stop()
      process = await open()
      await settle()
    },
    close: () => process.stop(),
  }
}

let read: ReturnType<typeof bank> | undefined
const flows = (): ReturnType<typeof bank> => {
  read ??= bank()
  return read
}

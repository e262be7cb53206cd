/**
 * The real host on the real stores with one edge, on a clock that moves when it is told to: the far side is a real server,
 * so that between two moments it is waited until all that is due has been handled.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Clock } from '../../src/clock.ts'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import { hostOf } from '../../src/host/host.ts'
import { libraryOf } from '../../src/host/library.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import type { Mailbox } from '../../src/mailbox/mailbox.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import type { Heard, Platform } from '../../src/platform/platform.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { bank } from '../bench/bank.ts'

export type OnAClock = {
  now(): number
  heard: readonly Heard[]
  /** How much is stored under keys that begin so. */
  stored(prefix: string): Promise<number>
  /** What those who run it were warned of, and each delivery that failed. */
  told: string[]
  /** Resolves once nothing that is due is left to do. */
  rest(): Promise<void>
  /** Lets time pass, and everything that falls due in it happen. */
  pass(ms: number): Promise<void>
  /** The machine sleeps so long, and goes on. */
  doze(ms: number): Promise<void>
  close(): Promise<void>
}

/** Monday. */
export const START = Date.UTC(2026, 0, 5, 6)
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/**
 * Looks without a change, a millisecond or more apart, after which only time can help: somebody waits to try again. All that
 * works is in this process, so that looks tell more than seconds where a machine is busy.
 */
const STALLED = 60
/** The same where time is not to go on. */
const LAST_STALLED = 300
/** The same after somebody did something that nothing should hold up. */
const HANGING = 5_000
/** So far time goes at most before it is looked again; a mailbox pauses no longer. */
const LONGEST_STRIDE = 60_000

/** Read once for all tests of a file. */
let books: ReturnType<typeof bank> | undefined

/** Starts it on the edge that `connect` makes; `answered` is how many calls the far side has answered. */
export const onAClock = async (
  connect: (clock: Clock) => Platform,
  answered: () => number,
): Promise<OnAClock> => {
  books ??= bank()
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-clock-'))
  const time = leaping(START)
  const { clock } = time
  const database = openDatabase(join(folder, 'mlsd.db'))
  const commits = committer(database)
  const memory = sqliteMemory(commits)
  const told: string[] = []
  const stored = sqliteMailbox(commits, clock, { report: (error) => told.push(`failed: ${error}`) })
  const { mailbox, due, handled, soonest } = counted(stored, clock)
  const platform = connect(clock)
  const [interviewer, grader] = [scriptedInterviewer(), lexicalGrader()]
  const host = hostOf({
    ...{ memory, mailbox, clock },
    library: libraryOf(books, memory),
    platforms: new Map([[platform.name, platform]]),
    interviewer: { usual: interviewer, standIn: interviewer },
    grader: { usual: grader, standIn: grader },
    settings: { quiet: {}, idle: DAY, notice: () => 'It is kept in a file. Rules judge it.' },
    log: (level, what, details) => {
      if (level === 'warn' || level === 'error') told.push(`${what} ${JSON.stringify(details)}`)
    },
  })
  const heard: Heard[] = []
  const hear = async (each: Heard): Promise<void> => {
    await host.hear(each)
    heard.push(each)
  }
  await platform.start(hear, host.desk(platform.name))
  host.run()

  /** Waits until all that is due is done, or nothing moves for so many looks: then somebody waits for time to pass. */
  const still = async (patience: number): Promise<boolean> => {
    let [before, looks] = ['', 0]
    while (due() > 0) {
      await setTimeout(1)
      const now = [answered(), handled(), heard.length, told.length].join(' ')
      looks = now === before ? looks + 1 : 0
      before = now
      if (looks > patience) return false
    }
    return true
  }
  /** The same, with time passing until `end` where it has to, in growing strides. */
  const until = async (end: number): Promise<void> => {
    for (let stride = 1_000; !(await still(STALLED)); stride = Math.min(2 * stride, LONGEST_STRIDE)) {
      if (time.now() >= end) return void (await still(LAST_STALLED))
      await time.leap(Math.min(time.now() + stride, end))
    }
  }

  return {
    ...{ now: time.now, heard, told },
    stored: async (prefix) => (await Array.fromAsync(memory.each(prefix))).length,
    async rest() {
      if (!(await still(HANGING))) throw new Error(`It does not come to rest: ${told}`)
    },
    async pass(ms) {
      const end = time.now() + ms
      await until(end)
      for (let at = soonest(); at <= end; at = soonest()) {
        await time.leap(at)
        await until(end)
      }
      await time.leap(end)
      await until(end)
    },
    async doze(ms) {
      await time.leap(time.now() + ms)
      await until(time.now())
    },
    async close() {
      await platform.stop()
      await mailbox.stop()
      await commits.close()
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Time that leaps: an edge that looks at something every other second is not woken for each of them. */
const leaping = (start: number) => {
  let now = start
  const alarms = new Set<{ time: number; wake: () => void }>()
  const ring = (): void => {
    for (const alarm of [...alarms].filter(({ time }) => time <= now).toSorted((a, b) => a.time - b.time))
      if (alarms.delete(alarm)) alarm.wake()
  }
  const clock: Clock = {
    now: () => now,
    at(time, wake) {
      const alarm = { time, wake }
      alarms.add(alarm)
      if (time <= now) setImmediate(ring)
      return () => alarms.delete(alarm)
    },
  }
  return {
    clock,
    now: clock.now,
    /** When somebody is to be woken next. */
    next: () => Math.min(...[...alarms].map(({ time }) => time).filter((time) => time > now)),
    async leap(to: number): Promise<void> {
      // Whole milliseconds, as on the clock of a machine.
      now = Math.max(now, Math.ceil(to))
      ring()
      await new Promise((done) => setImmediate(done))
    },
  }
}

/** The same mailbox, of which it is known how much is due. */
const counted = (inner: Mailbox, clock: Clock) => {
  const waiting = new Map<string, number>()
  let done = 0
  const mailbox: Mailbox = {
    ...inner,
    async post(body, to) {
      const isKnown = waiting.has(to.id)
      if (!isKnown) waiting.set(to.id, to.at ?? clock.now())
      const taken = await inner.post(body, to)
      if (!taken && !isKnown) waiting.delete(to.id)
      return taken
    },
    deliver: (handler) =>
      inner.deliver(async (message) => {
        await handler(message)
        waiting.delete(message.id)
        done += 1
      }),
  }
  const due = (): number => [...waiting.values()].filter((at) => at <= clock.now()).length
  /** When something next falls due. */
  const soonest = (): number => Math.min(...[...waiting.values()].filter((at) => at > clock.now()))
  return { mailbox, due, soonest, handled: () => done }
}

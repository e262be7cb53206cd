/** The real host on the real stores and a chat platform in memory, on a clock that moves when it is told to. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, virtualClock } from '../../src/clock.ts'
import type { Cut } from '../../src/flow/cut.ts'
import type { Flow } from '../../src/flow/flow.ts'
import type { Problem } from '../../src/flow/problem.ts'
import type { Grader } from '../../src/grader/grader.ts'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import { hostOf } from '../../src/host/host.ts'
import { type Bank, libraryOf } from '../../src/host/library.ts'
import { heldAt } from '../../src/host/places.ts'
import { type InterviewRecord, transcriptOf } from '../../src/host/record.ts'
import { reportFor } from '../../src/host/reporting.ts'
import { type Shelf, shelfOf } from '../../src/host/shelf.ts'
import type { World } from '../../src/host/world.ts'
import type { Report } from '../../src/interview/report.ts'
import type { Entry } from '../../src/interview/transcript.ts'
import type { Interviewer } from '../../src/interviewer/interviewer.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import type { Teacher } from '../../src/interviewer/teacher.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import type { Memory } from '../../src/memory/memory.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import type { Desk, Heard } from '../../src/platform/platform.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { SMALL_FLOW, SMALL_PROBLEM } from '../flow/small.ts'
import { type Chat, chat } from './chat.ts'

/** What may be different; all else is as it is at home. */
export type Options = {
  /** Milliseconds for which the usual interviewer thinks, its words coming bit by bit; at once and here when absent. */
  thinks?: number
  interviewer?: Interviewer
  grader?: Grader
  teacher?: Teacher
  tools?: World['tools']
  /** Pages by a link at this address, or as files where it is empty. */
  pages?: World['pages']
  memory?: (inner: Memory) => Memory
  /** Who measures. */
  meter?: World['meter']
  /** Told what calls of a model took. */
  used?: World['used']
}

export type House = {
  chat: Chat
  now(): number
  hear(heard: Heard): Promise<void>
  /** Posts a message as some process did. */
  post(body: unknown, to: { key: string; id: string }): Promise<unknown>
  desk(): Desk
  /** Resolves once nothing moves any more before time passes. */
  settled(): Promise<void>
  /** Lets time pass, and everything that falls due in it happen. */
  pass(ms: number): Promise<void>
  /** The process dies as it stands, and another starts on the same files, which may serve another platform. */
  restart(platform?: string): Promise<void>
  /** The process dies, and another starts on the same files when so much time has passed. */
  sleep(ms: number): Promise<void>
  /** What the process keeps. */
  memory(): Memory
  /** Where an edge keeps small things. */
  shelf(): Shelf
  /** The interview that was held at a place last. */
  held(place: string): Promise<InterviewRecord>
  transcript(place: string): Promise<Entry[]>
  report(place: string): Promise<Report>
  /** All that is in the data file, as text. */
  stored(): string
  aside(): Promise<unknown[]>
  /** What was reported as going wrong; what is left in it at the end fails the test. */
  troubles: string[]
  close(): Promise<void>
}

export const START = Date.UTC(2026, 0, 5, 10)
export const QUIET = 2_000
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

const FLOW: Flow = { ...SMALL_FLOW, id: 'mlsd' }
const SECOND: Problem = { ...SMALL_PROBLEM, id: 'late-trains', title: 'Trains that will be late' }
const cut = (id: string, take: Cut['take'], among: string[]): Cut => ({
  ...{ id, version: '1.0.0', title: id, cut: 'mlsd', take, among, about: `This is a ${id}.` },
  ...{ minutes: 6, bounds: { least: 2, most: 12 }, clock: { nudge: 1, interrupt: 1.3 } },
})
const CUTS = [
  cut('stint', 'one-stage', ['data', 'details']),
  cut('point', 'one-criterion', ['clarify', 'data']),
]
const BANK: Bank = {
  flows: new Map([FLOW, SMALL_FLOW].map((flow) => [flow.id, flow])),
  cuts: new Map(CUTS.map((cut) => [cut.id, cut])),
  problems: new Map([SMALL_PROBLEM, SECOND].map((problem) => [problem.id, problem])),
}

/** Turns of the event loop without a change after which nothing moves by itself; a commit takes one. */
const STILL = 20

export const house = async (options: Options = {}): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-chat-'))
  const virtual = virtualClock(START)
  const shown = chat()
  const troubles: string[] = []
  const alarms = new Set<{ time: number }>()
  let process = open('chat')

  /** A clock that wakes nobody of a process that has died. */
  function mortal() {
    const mine = new Set<() => void>()
    const clock: Clock = {
      now: virtual.now,
      at: (time, wake) => {
        const alarm = { time }
        alarms.add(alarm)
        const stop = virtual.at(time, () => {
          cancel()
          wake()
        })
        const cancel = (): void => {
          alarms.delete(alarm)
          mine.delete(cancel)
          stop()
        }
        mine.add(cancel)
        return cancel
      },
    }
    const die = (): void => {
      for (const cancel of [...mine]) cancel()
    }
    return { clock, die }
  }

  function open(served: string) {
    const { clock, die } = mortal()
    const database = openDatabase(join(folder, 'mlsd.db'))
    const commits = committer(database)
    const stored = sqliteMemory(commits)
    const memory = options.memory?.(stored) ?? stored
    const mailbox = sqliteMailbox(commits, clock, { report: (error) => troubles.push(String(error)) })
    const scripted = scriptedInterviewer()
    const grader = lexicalGrader()
    const platform = shown.connect()
    const world: World = {
      memory,
      mailbox,
      clock,
      library: libraryOf(BANK, memory),
      platforms: new Map([[served, platform]]),
      interviewer: {
        usual: slowed(options.interviewer ?? scripted, options.thinks, clock),
        standIn: scripted,
      },
      grader: { usual: options.grader ?? grader, standIn: grader },
      ...(options.teacher && { teacher: options.teacher }),
      ...(options.tools && { tools: options.tools }),
      ...(options.pages && { pages: options.pages }),
      ...(options.meter && { meter: options.meter }),
      ...(options.used && { used: options.used }),
      settings: {
        quiet: { chat: QUIET },
        idle: 4 * HOUR,
        notice: () => 'It is kept in a file. Rules judge it.',
      },
      log: (level, what, details) => {
        if (level === 'warn' || level === 'error') troubles.push(`${what} ${JSON.stringify(details)}`)
      },
    }
    const host = hostOf(world)
    host.run()
    const changes = database.connection.prepare('SELECT total_changes() AS n')
    const stop = async (): Promise<void> => {
      die()
      await commits.close()
      database.close()
    }
    return { world, host, mailbox, database, changes, stop }
  }

  const settled = async (): Promise<void> => {
    let before = ''
    for (let still = 0; still < STILL; still++) {
      await new Promise<void>((done) => setImmediate(done))
      const { calls, thoughts } = shown
      const now = [process.changes.get()?.n, calls.length, thoughts.length, troubles.length].join(' ')
      if (now !== before) still = 0
      before = now
    }
  }
  const next = (): number =>
    Math.min(...[...alarms].map(({ time }) => time).filter((time) => time > virtual.now()))

  const held = async (place: string): Promise<InterviewRecord> => {
    const record = await heldAt(process.world.memory, place)
    if (!record) throw new Error(`No interview is held at ${place}.`)
    return record
  }

  return {
    chat: shown,
    now: virtual.now,
    hear: (heard) => process.host.hear(heard),
    post: (body, to) => process.mailbox.post(body, to),
    desk: () => process.host.desk('chat'),
    settled,
    async pass(ms) {
      const end = virtual.now() + ms
      await settled()
      for (let time = next(); time <= end; time = next()) {
        await virtual.advance(time - virtual.now())
        await settled()
      }
      await virtual.advance(end - virtual.now())
      await settled()
    },
    async restart(platform = 'chat') {
      await settled()
      await process.stop()
      process = open(platform)
      await settled()
    },
    async sleep(ms) {
      await settled()
      await process.stop()
      await virtual.advance(ms)
      process = open('chat')
      await settled()
    },
    memory: () => process.world.memory,
    shelf: () => shelfOf(process.world, 'chat'),
    held,
    transcript: async (place) => transcriptOf(process.world.memory, await held(place)),
    report: async (place) => reportFor(process.world, await held(place)),
    stored: () => {
      const { connection } = process.database
      const tables = ['document', 'list', 'message', 'known', 'aside']
      return tables
        .map((table) => JSON.stringify(connection.prepare(`SELECT * FROM ${table}`).all()))
        .join('\n')
    },
    aside: () => process.mailbox.aside(),
    troubles,
    async close() {
      await process.stop()
      rmSync(folder, { recursive: true })
      const ids = shown.posts.map(({ cardId, place }) => `${cardId} at ${place}`)
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `shown twice: ${id}`)
      const wrong = [...troubles, ...shown.misuse, ...twice]
      if (wrong.length > 0) throw new Error(`Something went wrong in the house:\n${wrong.join('\n')}`)
    },
  }
}

/** The same interviewer, who takes so long and whose words come in four parts. */
const slowed = (inner: Interviewer, ms: number | undefined, clock: Clock): Interviewer =>
  ms === undefined
    ? inner
    : {
        ...inner,
        local: false,
        reply: async (brief, onDelta) => {
          const reply = await inner.reply(brief)
          const size = Math.ceil(reply.say.length / PARTS)
          for (let part = 0; part < PARTS; part++) {
            await new Promise<void>((done) => clock.at(clock.now() + ms / PARTS, done))
            onDelta?.(reply.say.slice(part * size, (part + 1) * size))
          }
          return reply
        },
      }

const PARTS = 4

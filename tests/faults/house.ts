/** The real host on the real store, in a folder of its own, with a place to break each part of the world. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type VirtualClock, virtualClock } from '../../src/clock.ts'
import type { Grader } from '../../src/grader/grader.ts'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import { hostOf } from '../../src/host/host.ts'
import { libraryOf } from '../../src/host/library.ts'
import { type InterviewRecord, keys, transcriptOf } from '../../src/host/record.ts'
import { reportFor } from '../../src/host/reporting.ts'
import type { World } from '../../src/host/world.ts'
import type { Report } from '../../src/interview/report.ts'
import type { Entry } from '../../src/interview/transcript.ts'
import type { Interviewer } from '../../src/interviewer/interviewer.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import type { Kept, Memory } from '../../src/memory/memory.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import type { Card } from '../../src/platform/card.ts'
import type { Heard } from '../../src/platform/platform.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { SMALL_FLOW, SMALL_PROBLEM } from '../flow/small.ts'
import { bare } from '../platform/bare.ts'

type Deed<T = Heard> = T extends Heard ? Omit<T, 'person' | 'place' | 'id' | 'at'> : never

/** What may be broken; all else is as it is at home. */
export type Faults = {
  interviewer?: Interviewer
  standIn?: Interviewer
  grader?: Grader
  graderStandIn?: Grader
  /** Milliseconds for which the interviewer thinks elsewhere; at once and here when absent. */
  thinks?: number
  memory?: (inner: Memory) => Memory
  /** Called before a card is shown; what it throws the platform throws. */
  saying?: (id: string, card: Card) => void
  /** Milliseconds; 2,000 when absent. */
  quiet?: number
}

export type House = {
  clock: VirtualClock
  /** Every card that was shown, as often as it was. */
  shown: { id: string; card: Card }[]
  /** What was reported as going wrong. */
  troubles: string[]
  /** Sends something, now unless told otherwise, and answers its id; resolves once it is durable. */
  send(deed: Deed, as?: { id?: string; at?: number }): Promise<string>
  say(text: string, as?: { id?: string; at?: number }): Promise<string>
  type(command: string, args?: Record<string, string>): Promise<string>
  /** Resolves once nothing moves any more before time passes. */
  settled(): Promise<void>
  /** Lets time pass, and everything that falls due in it happen. */
  pass(ms: number): Promise<void>
  /** Whether the file may grow; where it may not, it has no free page either. */
  room(some: boolean): void
  record(): Promise<Kept<InterviewRecord>>
  transcript(): Promise<Entry[]>
  report(): Promise<Report>
  aside(): Promise<unknown[]>
  close(): Promise<void>
}

const START = Date.UTC(2026, 0, 5, 10)

/** Turns of the event loop without a change after which nothing moves by itself; a commit takes one. */
const STILL = 20

/** Opens a house in which an interview on the small problem has just begun. */
export const house = async (faults: Faults = {}): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-house-'))
  const virtual = virtualClock(START)
  const alarms = new Set<{ time: number }>()
  const clock: VirtualClock = {
    ...virtual,
    at: (time, wake) => {
      const alarm = { time }
      alarms.add(alarm)
      const cancel = virtual.at(time, () => {
        alarms.delete(alarm)
        wake()
      })
      return () => {
        alarms.delete(alarm)
        cancel()
      }
    },
  }
  const database = openDatabase(join(folder, 'mlsd.db'))
  const commits = committer(database)
  const stored = sqliteMemory(commits)
  const memory = faults.memory?.(stored) ?? stored
  const troubles: string[] = []
  const shown: House['shown'] = []
  const mailbox = sqliteMailbox(commits, clock, { report: (error) => troubles.push(String(error)) })
  const slowed = (inner: Interviewer, ms: number): Interviewer => ({
    ...inner,
    local: false,
    reply: async (brief) => {
      await new Promise<void>((done) => clock.at(clock.now() + ms, done))
      return inner.reply(brief)
    },
  })
  const interviewer = scriptedInterviewer()
  const usual = faults.interviewer ?? interviewer
  const grader = lexicalGrader()
  const world: World = {
    memory,
    mailbox,
    clock,
    library: libraryOf(
      {
        flows: new Map([[SMALL_FLOW.id, SMALL_FLOW]]),
        problems: new Map([[SMALL_PROBLEM.id, SMALL_PROBLEM]]),
      },
      memory,
    ),
    platforms: new Map([
      [
        'home',
        bare('home', (card, id) => {
          faults.saying?.(id, card)
          shown.push({ id, card })
        }),
      ],
    ]),
    interviewer: {
      usual: faults.thinks === undefined ? usual : slowed(usual, faults.thinks),
      standIn: faults.standIn ?? interviewer,
    },
    grader: { usual: faults.grader ?? grader, standIn: faults.graderStandIn ?? grader },
    settings: {
      quiet: { home: faults.quiet ?? 2_000 },
      idle: 4 * 3_600_000,
      notice: () => 'Kept in a file.',
    },
    log: (level, what, details) =>
      (level === 'warn' || level === 'error') && troubles.push(`${what} ${JSON.stringify(details)}`),
  }
  const host = hostOf(world)
  host.run()

  let sent = 0
  const send: House['send'] = async (deed, as = {}) => {
    sent += 1
    const { id = `m${sent}`, at = clock.now() } = as
    await host.hear({ ...deed, person: 'home:person', place: 'home:room', id, at } as Heard)
    return id
  }
  const type: House['type'] = (command, args = {}) => send({ type: 'command', command, args })

  const changes = database.connection.prepare('SELECT total_changes() AS n')
  const settled: House['settled'] = async () => {
    let before = ''
    for (let still = 0; still < STILL; still++) {
      await new Promise<void>((done) => setImmediate(done))
      const now = `${changes.get()?.n} ${shown.length} ${troubles.length}`
      if (now !== before) still = 0
      before = now
    }
  }
  const next = (): number =>
    Math.min(...[...alarms].map(({ time }) => time).filter((time) => time > clock.now()))
  const record = async (): Promise<Kept<InterviewRecord>> => {
    for await (const kept of stored.each<InterviewRecord>(keys.interview(''))) return kept
    throw new Error('No interview was begun.')
  }

  await type('start', { flow: 'small', problem: 'late-parcels', level: 'mid', minutes: '15' })
  await settled()

  return {
    clock,
    shown,
    troubles,
    send,
    say: (text, as) => send({ type: 'message', text }, as),
    type,
    settled,
    pass: async (ms) => {
      const end = clock.now() + ms
      await settled()
      for (let time = next(); time <= end; time = next()) {
        await clock.advance(time - clock.now())
        await settled()
      }
      await clock.advance(end - clock.now())
      await settled()
    },
    room: (some) => {
      if (!some) database.connection.exec('VACUUM')
      const pages = database.connection.prepare('PRAGMA page_count').get()?.page_count
      database.connection.exec(`PRAGMA max_page_count = ${some ? 1_000_000 : Number(pages)}`)
    },
    record,
    transcript: async () => transcriptOf(stored, (await record()).value),
    report: async () => reportFor(world, (await record()).value),
    aside: mailbox.aside,
    close: async () => {
      await mailbox.stop()
      await commits.close()
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

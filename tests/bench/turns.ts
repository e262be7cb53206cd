/**
 * Turns per second, everything durable: heard, quiet over, judged for coverage, reply handed to the platform.
 * 1,000 interviews of 30 messages, 32 at once, beside single-row synced transactions of the same file in a bare loop.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { systemClock } from '../../src/clock.ts'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import { hostOf } from '../../src/host/host.ts'
import { libraryOf } from '../../src/host/library.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import type { Card } from '../../src/platform/card.ts'
import { committer } from '../../src/sqlite/committer.ts'
import type { Database } from '../../src/sqlite/open.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { bare } from '../platform/bare.ts'
import { ANSWERS } from './answers.ts'
import { bank } from './bank.ts'
import type { Figure } from './bench.ts'

const INTERVIEWS = Number(process.env.MLSD_BENCH_INTERVIEWS ?? 1_000)
const MESSAGES = 30
const AT_ONCE = 32
const SHARE = 0.25

export const turns = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(process.cwd(), '.bench-'))
  try {
    const bare = bareTransactions(join(folder, 'bare.db'))
    const database = openDatabase(join(folder, 'mlsd.db'))
    const rate = await drive(database)
    database.close()
    return [
      {
        name: `turns per second, ${INTERVIEWS} interviews of ${MESSAGES} messages, ${AT_ONCE} at once`,
        value: rate.toFixed(0),
        baseline: `${bare.toFixed(0)} single-row synced transactions per second`,
        goal: `at least ${SHARE} of the baseline; it is ${(rate / bare).toFixed(2)}`,
        met: rate / bare >= SHARE,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const bareTransactions = (file: string): number => {
  const database = openDatabase(file)
  const { connection } = database
  connection.exec('CREATE TABLE bare (n INTEGER PRIMARY KEY, body TEXT)')
  const insert = connection.prepare('INSERT INTO bare (body) VALUES (?)')
  const start = performance.now()
  let count = 0
  for (; performance.now() - start < 3_000; count += 1) insert.run('x'.repeat(200))
  const rate = (count / (performance.now() - start)) * 1000
  database.close()
  return rate
}

const drive = async (database: Database): Promise<number> => {
  const commits = committer(database)
  const clock = systemClock()
  const memory = sqliteMemory(commits)
  const mailbox = sqliteMailbox(commits, clock, { atOnce: AT_ONCE })
  const waiting = new Map<string, (card: Card) => void>()
  const platform = bare('bench', (card, _, place) => {
    if (card.tone === 'interviewer') waiting.get(place)?.(card)
  })
  const scripted = scriptedInterviewer()
  const lexical = lexicalGrader()
  const host = hostOf({
    memory,
    mailbox,
    clock,
    library: libraryOf(bank(), memory),
    platforms: new Map([['bench', platform]]),
    interviewer: { usual: scripted, standIn: scripted },
    grader: { usual: lexical, standIn: lexical },
    settings: { quiet: { bench: 0 }, idle: 1e12, notice: () => '' },
    log: (level, what, details) => {
      if (level !== 'debug') process.stderr.write(`${level} ${what} ${JSON.stringify(details)}\n`)
    },
  })
  host.run()

  const said = (place: string): Promise<Card> => new Promise((resolve) => waiting.set(place, resolve))
  const talk = async (n: number): Promise<void> => {
    const place = `bench:${n}`
    const common = { person: `bench:p${n}`, place }
    const opened = said(place)
    const args = { problem: 'ad-clicks', level: 'senior' }
    await host.hear({ ...common, type: 'command', command: 'start', args, id: 'start', at: clock.now() })
    await opened
    for (let m = 0; m < MESSAGES; m += 1) {
      const reply = said(place)
      // No two answers are alike, so that nothing is gained by remembering them.
      const text = `${ANSWERS[(n + m) % ANSWERS.length]} That is point ${m} of talk ${n}.`
      await host.hear({ ...common, type: 'message', text, id: `m${m}`, at: clock.now() })
      await reply
    }
  }

  const start = performance.now()
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < INTERVIEWS) await talk(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const rate = ((INTERVIEWS * MESSAGES) / (performance.now() - start)) * 1000
  await mailbox.stop()
  await commits.close()
  return rate
}

/**
 * A process of its own that holds the conversation on real files, and can end itself by kill -9 at any moment of it.
 * Run as `node tests/faults/child.ts JSON`, again and again on the same folder, until it exits with 0.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type VirtualClock, virtualClock } from '../../src/clock.ts'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import { hostOf } from '../../src/host/host.ts'
import { libraryOf } from '../../src/host/library.ts'
import { aboutAt } from '../../src/host/places.ts'
import { type InterviewRecord, keys, transcriptOf } from '../../src/host/record.ts'
import { reportFor } from '../../src/host/reporting.ts'
import type { World } from '../../src/host/world.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import type { Mailbox } from '../../src/mailbox/mailbox.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import type { Memory } from '../../src/memory/memory.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { type Database, openDatabase } from '../../src/sqlite/open.ts'
import { SMALL_FLOW, SMALL_PROBLEM } from '../flow/small.ts'
import { CONVERSATION, PERSON, PLACE, type Sent, START } from './conversation.ts'
import { appendDurably, committing, crashing, showing } from './crashing.ts'

export type Orders = {
  folder: string
  /** The moment to end at, counted from 1; 0 for none. */
  crash: number
  /** `at once`: thinking is part of a turn. `elsewhere`: it is sent out as work, and every message is an answer. */
  thinking: 'at once' | 'elsewhere'
  /** Breaks a promise on purpose, so that the suite can be seen to notice: an outbox that is not kept. */
  broken?: 'outbox'
}

const orders = JSON.parse(process.argv[2] ?? '') as Orders
const path = (name: string): string => join(orders.folder, name)
const [JOURNAL, SHOWN] = [path('journal'), path('shown')]

const main = async (): Promise<void> => {
  const journal = existsSync(JOURNAL) ? readFileSync(JOURNAL, 'utf8').trimEnd().split('\n') : []
  const [sending, acked] = [lastOf(journal, 'sending'), lastOf(journal, 'acked')]
  const clock = virtualClock(CONVERSATION[sending]?.arrives ?? START)
  const moments = crashing(orders.crash)
  const database = openDatabase(path('mlsd.db'))
  const commits = committer(database)
  const world = worldOn(committing(commits, moments), clock)
  world.platforms = new Map([['faulty', showing('faulty', SHOWN, moments)]])
  const host = hostOf(world)
  host.run()

  const send = async ({ heard }: Sent, n: number): Promise<void> => {
    appendDurably(JOURNAL, `sending ${n}`)
    moments.point(`before hearing message ${n}`)
    await host.hear(heard)
    moments.point(`before message ${n} is acknowledged`)
    appendDurably(JOURNAL, `acked ${n}`)
    moments.point(`after message ${n} is acknowledged`)
  }
  await world.mailbox.idle()
  const repeated = CONVERSATION[acked]
  if (repeated) await host.hear(repeated.heard)
  for (const [n, sent] of CONVERSATION.entries()) {
    if (n <= acked) continue
    await passUntil(world.mailbox, database, clock, sent.arrives)
    await send(sent, n)
    await world.mailbox.idle()
  }

  writeFileSync(path('outcome.json'), JSON.stringify(await outcomeOf(world, database)))
  writeFileSync(path('moments.json'), JSON.stringify(moments.passed))
  await world.mailbox.stop()
  await commits.close()
  database.close()
}

const lastOf = (journal: readonly string[], word: string): number =>
  Number(
    journal
      .findLast((line) => line.startsWith(word))
      ?.split(' ')
      .at(-1) ?? -1,
  )

const worldOn = (commits: ReturnType<typeof committing>, clock: VirtualClock): World => {
  const memory = orders.broken === 'outbox' ? forgetful(sqliteMemory(commits)) : sqliteMemory(commits)
  const local = orders.thinking === 'at once'
  const interviewer = { ...scriptedInterviewer(), local }
  const grader = { ...lexicalGrader(), local }
  const bank = {
    flows: new Map([[SMALL_FLOW.id, SMALL_FLOW]]),
    problems: new Map([[SMALL_PROBLEM.id, SMALL_PROBLEM]]),
  }
  return {
    memory,
    mailbox: sqliteMailbox(commits, clock, { report: fail }),
    clock,
    library: libraryOf(bank, memory),
    platforms: new Map(),
    interviewer: { usual: interviewer, standIn: interviewer },
    grader: { usual: grader, standIn: grader },
    settings: { quiet: { faulty: local ? 2_000 : 0 }, idle: 4 * 3_600_000, notice: () => 'Kept in a file.' },
    log: (level, what, details) =>
      (level === 'warn' || level === 'error') && fail(new Error(`${what} ${JSON.stringify(details)}`)),
  }
}

/** Nothing may go wrong here but the crash itself. */
const fail = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  process.exit(1)
}

/** A memory that keeps no effects in an outbox: what was not sent before a crash is never sent. */
const forgetful = (inner: Memory): Memory => ({
  ...inner,
  save: (key, value, replaces) => {
    const { outbox } = value as Partial<InterviewRecord>
    return inner.save(key, outbox ? { ...value, outbox: { ...outbox, effects: [] } } : value, replaces)
  },
})

/** Lets time pass, and everything that falls due in it happen. */
const passUntil = async (
  mailbox: Mailbox,
  { connection }: Database,
  clock: VirtualClock,
  end: number,
): Promise<void> => {
  const next = connection.prepare('SELECT min(due) AS due FROM message WHERE state = 1 AND due <= ?')
  for (let due = next.get(end)?.due; due != null; due = next.get(end)?.due) {
    await clock.advance(Number(due) - clock.now())
    await mailbox.idle()
  }
  await clock.advance(end - clock.now())
}

/** All that is stored in the end. */
const outcomeOf = async ({ memory, mailbox, library }: World, { connection }: Database) => {
  const [only] = await Array.fromAsync(memory.each<InterviewRecord>(keys.interview('')))
  if (!only) throw new Error('No interview was begun.')
  const { value: record, revision } = only
  return {
    record,
    revision,
    transcript: await transcriptOf(memory, record),
    report: await reportFor({ memory, library }, record),
    learner: (await memory.load(keys.learner(PERSON)))?.value,
    place: await aboutAt(memory, PLACE),
    waiting: connection.prepare('SELECT key, id, at, body FROM message ORDER BY key, at, id').all(),
    aside: await mailbox.aside(),
  }
}

await main()

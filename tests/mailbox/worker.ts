import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { systemClock } from '../../src/clock.ts'
import { postgresMailbox } from '../../src/mailbox/postgres.ts'
import { postgresMemory } from '../../src/memory/postgres.ts'
import { openPostgres } from '../../src/postgres/open.ts'

/**
 * A process of its own that handles what is in a database: it loads the document of the message's key, says
 * `began ID`, waits for a line, saves over the revision that it loaded, and says how that went.
 * Run as `node tests/mailbox/worker.ts URL`.
 */
const database = await openPostgres(process.argv[2] ?? '')
const memory = postgresMemory(database)
const mailbox = postgresMailbox(database, systemClock(), { beatMs: 100, leaseMs: 1_000, lookMs: 100 })
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const say = (line: string): number => writeSync(1, `${line}\n`)

mailbox.deliver(async ({ key, id }) => {
  const kept = await memory.load(key)
  say(`began ${id}`)
  await lines.next()
  try {
    await memory.save(key, `${id} by the worker`, kept?.revision ?? 0)
    say(`saved ${id}`)
  } catch (error) {
    say(`${error instanceof Error ? error.name : error} ${id}`)
    throw error
  }
})

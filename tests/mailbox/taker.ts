import { systemClock } from '../../src/clock.ts'
import { postgresMailbox } from '../../src/mailbox/postgres.ts'
import { postgresMemory } from '../../src/memory/postgres.ts'
import { openPostgres } from '../../src/postgres/open.ts'

/**
 * A process of its own that takes what is in a database into one record per key, each message once: `['k/0', 'k/1']`.
 * Run as `node tests/mailbox/taker.ts URL`; it says `open` and works until it is killed.
 */
const database = await openPostgres(process.argv[2] ?? '')
const memory = postgresMemory(database)
const options = { beatMs: 100, leaseMs: 800, lookMs: 100, firstPauseMs: 20, attempts: 1_000 }

postgresMailbox(database, systemClock(), options).deliver(async ({ key, id }) => {
  const { value, revision } = (await memory.load<string[]>(key)) ?? { value: [], revision: 0 }
  if (value.includes(id)) return
  await new Promise((done) => setTimeout(done, 5))
  await memory.save(key, [...value, id], revision)
})
process.stdout.write('open\n')

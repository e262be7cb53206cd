/** A process at rest on a data file: prints the megabytes it holds and ends. */
import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../../src/clock.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'

const database = openDatabase(process.argv[2] ?? '')
const commits = committer(database)
sqliteMemory(commits)
const mailbox = sqliteMailbox(commits, systemClock())
mailbox.deliver(async () => {})
await setTimeout(500)
globalThis.gc?.()
await setTimeout(100)
process.stdout.write(String(process.memoryUsage.rss() / 1e6))
await mailbox.stop()
await commits.close()
database.close()

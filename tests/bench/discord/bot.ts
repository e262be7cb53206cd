/** The bot on Discord alone, with everything durable, as `mlsd serve` runs it; calls are not held to 50 a second. */
import { join } from 'node:path'
import { systemClock } from '../../../src/clock.ts'
import { lexicalGrader } from '../../../src/grader/lexical.ts'
import { bankIn } from '../../../src/host/bank.ts'
import { hostOf } from '../../../src/host/host.ts'
import { libraryOf } from '../../../src/host/library.ts'
import { shelfOf } from '../../../src/host/shelf.ts'
import { scriptedInterviewer } from '../../../src/interviewer/scripted.ts'
import { sqliteMailbox } from '../../../src/mailbox/sqlite.ts'
import { sqliteMemory } from '../../../src/memory/sqlite.ts'
import { discord } from '../../../src/platform/discord/discord.ts'
import { committer } from '../../../src/sqlite/committer.ts'
import { openDatabase } from '../../../src/sqlite/open.ts'

const { DISCORD_API_URL = '', DISCORD_TOKEN = '', MLSD_HOME = '' } = process.env
const flows = join(import.meta.dirname, '..', '..', '..', 'flows')
const database = openDatabase(join(MLSD_HOME, 'mlsd.db'))
const commits = committer(database)
const clock = systemClock()
const memory = sqliteMemory(commits)
const mailbox = sqliteMailbox(commits, clock)
const [interviewer, grader] = [scriptedInterviewer(), lexicalGrader()]
const log = (level: string, what: string, details?: unknown) => {
  if (level === 'warn' || level === 'error')
    process.stderr.write(`${level} ${what} ${JSON.stringify(details)}\n`)
}
const platform = discord({
  token: DISCORD_TOKEN,
  apiUrl: DISCORD_API_URL,
  perSecond: 1_000_000,
  shelf: shelfOf({ memory, mailbox }, 'discord'),
  clock,
  log,
})
const host = hostOf({
  memory,
  mailbox,
  clock,
  library: libraryOf(bankIn(flows), memory),
  platforms: new Map([['discord', platform]]),
  interviewer: { usual: interviewer, standIn: interviewer },
  grader: { usual: grader, standIn: grader },
  settings: { quiet: { discord: 0 }, idle: 1e12, notice: () => '' },
  log,
})
host.run()
await platform.start(host.hear, host.desk('discord'))
process.stdout.write('ready\n')
process.on('SIGTERM', async () => {
  await platform.stop()
  await mailbox.stop()
  await commits.close()
  database.close()
  process.exit(0)
})

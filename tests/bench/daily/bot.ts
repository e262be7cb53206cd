/**
 * The bot on Slack alone, with everything durable, as `mlsd serve` runs it; its clock shows nine o'clock in a moment, and
 * what it asks of its file is counted. Prints when nine o'clock is, and at its end what it has read.
 */
import { systemClock } from '../../../src/clock.ts'
import { lexicalGrader } from '../../../src/grader/lexical.ts'
import { hostOf } from '../../../src/host/host.ts'
import { libraryOf } from '../../../src/host/library.ts'
import { scriptedInterviewer } from '../../../src/interviewer/scripted.ts'
import { sqliteMailbox } from '../../../src/mailbox/sqlite.ts'
import { sqliteMemory } from '../../../src/memory/sqlite.ts'
import { slack } from '../../../src/platform/slack/slack.ts'
import { committer } from '../../../src/sqlite/committer.ts'
import { openDatabase } from '../../../src/sqlite/open.ts'
import { bank } from '../bank.ts'
import { counted } from './counted.ts'
import { DUE } from './subscribers.ts'

const { SLACK_API_URL = '', DATA_FILE = '' } = process.env
const SOON = 2_000

const database = openDatabase(DATA_FILE)
const reads = counted(database.connection)
const commits = committer(database)
const real = systemClock()
const ahead = DUE - (real.now() + SOON)
const clock: typeof real = {
  now: () => real.now() + ahead,
  at: (time, wake) => real.at(time - ahead, wake),
}
const memory = sqliteMemory(commits)
const mailbox = sqliteMailbox(commits, clock)
const [interviewer, grader] = [scriptedInterviewer(), lexicalGrader()]
const log = (level: string, what: string, details?: unknown) => {
  if (level === 'warn' || level === 'error')
    process.stderr.write(`${level} ${what} ${JSON.stringify(details)}\n`)
}
const shelf = { load: async () => undefined, save: async () => {}, remove: async () => {} }
const platform = slack({
  transport: { http: { signingSecret: 'unused', port: 0, host: '127.0.0.1' } },
  ...{ team: { token: 'xoxb-bench' }, apiUrl: SLACK_API_URL, shelf, clock, log },
})
const host = hostOf({
  ...{ memory, mailbox, clock, library: libraryOf(bank(), memory) },
  platforms: new Map([['slack', platform]]),
  interviewer: { usual: interviewer, standIn: interviewer },
  grader: { usual: grader, standIn: grader },
  settings: { quiet: { slack: 0 }, idle: 1e12, notice: () => '' },
  log,
})
await platform.start(host.hear, host.desk('slack'))
host.run()
process.stdout.write(`${DUE - ahead}\n`)

process.on('SIGTERM', async () => {
  await mailbox.idle()
  await platform.stop()
  await mailbox.stop()
  await commits.close()
  process.stdout.write(`${JSON.stringify(reads())}\n`)
  database.close()
})

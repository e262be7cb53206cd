/** What the Slack edge is measured against: Bolt alone, with one fully synced commit and one `chat.postMessage` a turn. */
import { DatabaseSync } from 'node:sqlite'
import bolt from '@slack/bolt'

const { SLACK_API_URL, SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, PORT, BARE_FILE = '' } = process.env
const database = new DatabaseSync(BARE_FILE)
database.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE said (n INTEGER PRIMARY KEY, body TEXT)',
)
const keep = database.prepare('INSERT INTO said (body) VALUES (?)')

const app = new bolt.App({
  signingSecret: SLACK_SIGNING_SECRET ?? '',
  token: SLACK_BOT_TOKEN ?? '',
  clientOptions: { slackApiUrl: SLACK_API_URL ?? '' },
  logLevel: bolt.LogLevel.ERROR,
})
app.message(async ({ message, client }) => {
  if (!('text' in message) || !('thread_ts' in message)) return
  keep.run(message.text ?? '')
  await client.chat.postMessage({
    channel: message.channel,
    thread_ts: message.thread_ts ?? message.ts,
    text: 'And how would you measure that?',
  })
})
await app.start({ port: Number(PORT), host: '127.0.0.1' })
process.on('SIGTERM', () => process.exit(0))

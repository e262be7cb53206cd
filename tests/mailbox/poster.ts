import { writeSync } from 'node:fs'
import { systemClock } from '../../src/clock.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'

/**
 * A process of its own that posts and handles without end, and says so line by line: `posted k3 17`, `handled k3 17`.
 * Run as `node tests/mailbox/poster.ts FILE`.
 */
const database = openDatabase(process.argv[2] ?? '')
const mailbox = sqliteMailbox(committer(database), systemClock())
const say = (line: string): number => writeSync(1, `${line}\n`)

mailbox.deliver(async ({ key, body }) => {
  await new Promise((done) => setTimeout(done, 1))
  say(`handled ${key} ${body}`)
})

const poster = async (key: string): Promise<void> => {
  for (let n = 0; ; n++) {
    await mailbox.post(n, { key, id: `${key}/${n}` })
    say(`posted ${key} ${n}`)
    if (n % 10 === 9) await new Promise((done) => setTimeout(done, 5))
  }
}

await Promise.all(Array.from({ length: 8 }, (_, n) => poster(`k${n}`)))

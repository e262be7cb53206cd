import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'

const POSTER = new URL('poster.ts', import.meta.url).pathname

test('after kill -9 every message that was acknowledged is there, and only what was in hand comes again', {
  timeout: 20_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'))
  const file = join(folder, 'mlsd.db')
  const child = spawn(process.execPath, [POSTER, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child.stdout, 'data')
  await new Promise((done) => setTimeout(done, 500))
  child.kill('SIGKILL')
  await once(child, 'close')

  const lines = said.split('\n').slice(0, -1)
  const those = (verb: string) =>
    lines.filter((line) => line.startsWith(verb)).map((line) => line.slice(verb.length + 1))
  const [posted, before] = [those('posted'), those('handled')]
  expect(posted.length).toBeGreaterThan(100)

  const database = openDatabase(file)
  const writer = committer(database)
  const mailbox = sqliteMailbox(writer, systemClock())
  const after: string[] = []
  mailbox.deliver(async ({ key, body }) => void after.push(`${key} ${body}`))
  const left = () => database.connection.prepare('SELECT count(*) AS n FROM message').get()?.n
  await expect.poll(left, { timeout: 10_000 }).toBe(0)
  await mailbox.stop()
  await writer.close()
  database.close()
  rmSync(folder, { recursive: true })

  const all = new Set([...before, ...after])
  expect(posted.filter((line) => !all.has(line))).toEqual([])
  const again = after.filter((line) => before.includes(line))
  expect(new Set(again.map((line) => line.split(' ')[0])).size).toBe(again.length)
  for (let k = 0; k < 8; k++) {
    const numbers = after
      .filter((line) => line.startsWith(`k${k} `))
      .map((line) => Number(line.split(' ')[1]))
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
  }
})

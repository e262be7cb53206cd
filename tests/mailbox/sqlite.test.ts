import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { virtualClock } from '../../src/clock.ts'
import type { Committer } from '../../src/mailbox/committer.ts'
import type { Mailbox } from '../../src/mailbox/mailbox.ts'
import type { DeliveryOptions } from '../../src/mailbox/options.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { mailboxContract, type Opened, START } from './contract.ts'
import { turnable } from './turnable.ts'

type Switches = { failing: boolean; dead: boolean }

/** Every statement that a test made the mailbox run. */
const statements = new Set<string>()

/** A committer whose works can meet a broken disk when all is written, or that can be cut off as by the end of its process. */
const fragile = (inner: Committer, switches: Switches): Committer => ({
  run: (work) =>
    inner
      .run((sql) => {
        if (switches.dead) throw new Error('This process has ended.')
        const result = work((text) => {
          statements.add(text)
          return sql(text)
        })
        if (switches.failing) throw new Error('disk I/O error')
        return result
      })
      .catch((error: unknown) => (switches.dead ? new Promise<never>(() => {}) : Promise.reject(error))),
  read: inner.read,
})

type OpenedSqlite = Opened & { count(table: string): number; plan(sql: string): string[] }

const open = async (start = START, options: DeliveryOptions = {}): Promise<OpenedSqlite> => {
  const folder = mkdtempSync(join(tmpdir(), 'mailbox-'))
  const database = openDatabase(join(folder, 'mlsd.db'))
  const writer = committer(database)
  const clock = turnable(virtualClock(start))
  let switches: Switches = { failing: false, dead: false }
  let mailbox = sqliteMailbox(fragile(writer, switches), clock, options)
  return {
    mailbox,
    clock,
    async reopen(how): Promise<Mailbox> {
      if (how === 'stopped') await mailbox.stop()
      else switches.dead = true
      switches = { failing: false, dead: false }
      mailbox = sqliteMailbox(fragile(writer, switches), clock, options)
      return mailbox
    },
    fail(failing) {
      switches.failing = failing
    },
    settle: () => clock.advance(0),
    async close() {
      switches.dead = true
      await writer.close()
      database.close()
      rmSync(folder, { recursive: true })
    },
    count: (table) => Number(database.connection.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n),
    plan: (sql) =>
      database.connection
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => String(detail)),
  }
}

mailboxContract('SQLite', (start) => open(start))

test('ids whose time is over do not pile up', async () => {
  const { mailbox, clock, count, close } = await open()
  mailbox.deliver(async () => {})
  for (let n = 0; n < 100; n++) await mailbox.post(n, { key: 'old', id: `old${n}` })
  await clock.advance(15 * 24 * 60 * 60 * 1_000)
  expect(count('known')).toBe(100)
  for (let n = 0; n < 100; n++) await mailbox.post(n, { key: 'new', id: `new${n}` })
  await clock.advance(0)
  expect(count('known')).toBe(100)
  expect(count('message')).toBe(0)
  await close()
})

test('the id of a message that was removed for good is known as long as that of one that was handled', async () => {
  const { mailbox, clock, close } = await open(START, { attempts: 1, knownForMs: 1_000 })
  const post = (id: string) => mailbox.post(1, { key: 'k', id })
  mailbox.deliver(async ({ id }) => {
    if (id === 'bad') throw new Error('It fails.')
  })
  await post('bad')
  await post('good')
  await clock.advance(0)
  expect(await mailbox.discard('bad')).toBe(true)
  expect([await post('bad'), await post('good')]).toEqual([false, false])
  await clock.advance(1_001)
  expect([await post('bad'), await post('good')]).toEqual([true, true])
  await close()
})

test('no statement that changes anything walks through a table or sorts', async () => {
  const { plan, close } = await open()
  expect(statements.size).toBeGreaterThan(15)
  const slow = [...statements].filter((sql) =>
    plan(sql).some((step) => /SCAN (?!.*message_ready|.*message_in_hand)|TEMP B-TREE/.test(step)),
  )
  expect(slow).toEqual([])
  await close()
})

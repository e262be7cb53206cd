import { expect, test } from 'vitest'
import type { Mailbox } from '../../src/mailbox/mailbox.ts'
import { postgresMailbox } from '../../src/mailbox/postgres.ts'
import type { Store } from '../../src/mailbox/shared-queue.ts'
import { type Database, openPostgres } from '../../src/postgres/open.ts'
import { patientClock } from '../postgres/patient-clock.ts'
import { type Server, withPostgres } from '../postgres/server.ts'
import { mailboxContract, type Opened, START } from './contract.ts'
import { turnable } from './turnable.ts'

type Switches = { failing: boolean; dead: boolean }

/** Statements under way: nothing moves by itself once there are none. */
type Traffic = { busy: number }

/** A store that can fail, or be cut off as by the end of its process, and that says whether it is at work. */
const fragile = ({ query, listen }: Database, switches: Switches, traffic: Traffic): Store => ({
  async query(text, values) {
    if (switches.dead) return new Promise<never>(() => {})
    if (switches.failing) throw new Error('connection lost')
    traffic.busy += 1
    try {
      return await query(text, values)
    } finally {
      traffic.busy -= 1
    }
  },
  listen: (channel, hear) => listen(channel, (what) => !switches.dead && hear(what)),
})

const opening = async (server: Server, start = START): Promise<Opened & { database: Database }> => {
  const database = await openPostgres(await server.database())
  const traffic = { busy: 0 }
  const clock = turnable(patientClock(start, () => traffic.busy === 0))
  let switches: Switches = { failing: false, dead: false }
  const made = (): Mailbox => postgresMailbox(fragile(database, switches, traffic), clock, { beatMs: 300 })
  let mailbox = made()
  const crash = (): void => {
    switches.dead = true
    switches = { failing: false, dead: false }
  }
  return {
    mailbox,
    clock,
    database,
    async reopen(how) {
      if (how === 'stopped') await mailbox.stop()
      else {
        crash()
        await database.query(`UPDATE mlsd.holder SET until = '-infinity'`)
      }
      mailbox = made()
      return mailbox
    },
    fail(failing) {
      switches.failing = failing
    },
    settle: () => clock.advance(0),
    async close() {
      switches.dead = true
      await database.close()
    },
  }
}

withPostgres('a mailbox in PostgreSQL', (server) => {
  mailboxContract('PostgreSQL', (start) => opening(server(), start), 2)

  test('ids whose time is over do not pile up', async () => {
    const { mailbox, clock, database, close } = await opening(server())
    const count = async (table: string) =>
      Number((await database.query(`SELECT count(*) AS n FROM mlsd.${table}`))[0]?.n)
    mailbox.deliver(async () => {})
    for (let n = 0; n < 100; n++) await mailbox.post(n, { key: 'old', id: `old${n}` })
    await clock.advance(15 * 24 * 60 * 60 * 1_000)
    expect(await count('known')).toBe(100)
    for (let n = 0; n < 100; n++) await mailbox.post(n, { key: 'new', id: `new${n}` })
    await clock.advance(0)
    expect(await count('known')).toBe(100)
    expect(await count('message')).toBe(0)
    await close()
  })

  test('many posts at once are few statements, each with its own answer and in their order', async () => {
    const { mailbox, database, close } = await opening(server())
    const ids = Array.from({ length: 300 }, (_, n) => `m${n % 290}`)
    const taken = await Promise.all(ids.map((id) => mailbox.post(id, { key: 'k', id })))
    expect(taken).toEqual(ids.map((_, n) => n < 290))
    const changes = `SELECT count(DISTINCT xmin::text) AS n FROM mlsd.message`
    expect(Number((await database.query(changes))[0]?.n)).toBeLessThan(10)
    const rows = await database.query('SELECT id FROM mlsd.message ORDER BY n')
    expect(rows.map(({ id }) => id)).toEqual(ids.slice(0, 290))
    await close()
  })

  test('an id that no index can hold is refused, and what is posted beside it is taken', async () => {
    const { mailbox, close } = await opening(server())
    const [long, beside] = await Promise.allSettled([
      mailbox.post(1, { key: 'k', id: 'x'.repeat(3_000) }),
      mailbox.post(1, { key: 'k', id: 'y'.repeat(2_000) }),
    ])
    expect(long).toMatchObject({ status: 'rejected', reason: expect.any(TypeError) })
    expect(beside).toEqual({ status: 'fulfilled', value: true })
    await close()
  })
})

/** A process that only posts is seen by others, and takes nothing. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { postgresMailbox } from '../../src/mailbox/postgres.ts'
import { openPostgres } from '../../src/postgres/open.ts'
import { usersOf } from '../../src/postgres/rows.ts'
import { withPostgres } from '../postgres/server.ts'

const BRISK = { beatMs: 50, leaseMs: 1_000, lookMs: 50 }
const PATIENCE = { timeout: 15_000, interval: 20 }

withPostgres('a process that only posts', (server) => {
  test('is seen by others until it stops, for longer than a lease too, and leaves what it posts to them', async () => {
    const database = await openPostgres(await server().database())
    const mailbox = postgresMailbox(database, systemClock(), BRISK)
    try {
      expect(await usersOf(database)).toBe(0)
      mailbox.attend?.()
      await expect.poll(() => usersOf(database), PATIENCE).toBe(1)
      await mailbox.post('for others', { key: 'one', id: '1' })
      await pause(1_500)
      expect(await usersOf(database)).toBe(1)
      expect(await mailbox.state()).toMatchObject({ due: 1, held: 1 })
    } finally {
      await mailbox.stop()
    }
    expect(await usersOf(database)).toBe(0)
    await database.close()
  })

  test('puts back what a dead one had in hand', async () => {
    const url = await server().database()
    const [mine, others] = [await openPostgres(url), await openPostgres(url)]
    const [edge, worker] = [mine, others].map((each) => postgresMailbox(each, systemClock(), BRISK))
    try {
      worker?.deliver(() => new Promise(() => {}))
      await edge?.post('in hand', { key: 'one', id: '1' })
      await expect.poll(async () => (await edge?.state())?.due, PATIENCE).toBe(0)
      // Dead: it says nothing any more.
      await others.close()
      edge?.attend?.()
      await expect.poll(async () => (await edge?.state())?.due, PATIENCE).toBe(1)
    } finally {
      await edge?.stop()
      await mine.close()
    }
  })
})

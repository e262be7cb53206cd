/** Two queues with the same two verbs: ours, and pg-boss by itself. */
import { PgBoss } from 'pg-boss'
import { systemClock } from '../../../src/clock.ts'
import { postgresMailbox } from '../../../src/mailbox/postgres.ts'
import { openPostgres } from '../../../src/postgres/open.ts'

export type Kind = 'mailbox' | 'pg-boss'

export type Posting = { post(key: string, n: number): Promise<void>; stop(): Promise<void> }

type Queue = {
  post(url: string): Promise<Posting>
  /** Does what is posted until it is stopped; answers how to. */
  work(url: string, handle: (job: { key: string; n: number }) => void): Promise<() => Promise<void>>
}

const mailbox: Queue = {
  async post(url) {
    const database = await openPostgres(url)
    const { post, stop } = postgresMailbox(database, systemClock())
    return {
      post: async (key, n) => void (await post({ key, n }, { key, id: `${n}` })),
      async stop() {
        await stop()
        await database.close()
      },
    }
  },
  async work(url, handle) {
    const database = await openPostgres(url)
    const { deliver, stop } = postgresMailbox(database, systemClock(), { atOnce: 64 })
    deliver(async ({ body }) => handle(body as { key: string; n: number }))
    return async () => {
      await stop()
      await database.close()
    }
  },
}

const NAME = 'bench'

const bossAt = async (url: string): Promise<PgBoss> => {
  const boss = new PgBoss({ connectionString: url, useListenNotify: true, max: 8 })
  boss.on('error', () => {})
  await boss.start()
  await boss.createQueue(NAME, { policy: 'key_strict_fifo', notify: true })
  return boss
}

const pgBoss: Queue = {
  async post(url) {
    const boss = await bossAt(url)
    return {
      post: async (key, n) => void (await boss.send(NAME, { key, n }, { singletonKey: key })),
      stop: () => boss.stop({ graceful: false }),
    }
  },
  async work(url, handle) {
    const boss = await bossAt(url)
    const options = {
      batchSize: 50,
      localConcurrency: 1,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: 0.5,
    }
    await boss.work<{ key: string; n: number }>(
      NAME,
      { ...options, notifyPollingIntervalSeconds: 0.5 },
      async (jobs) => {
        for (const { data } of jobs) handle(data)
      },
    )
    return () => boss.stop({ graceful: false })
  },
}

export const QUEUES: Readonly<Record<Kind, Queue>> = { mailbox, 'pg-boss': pgBoss }

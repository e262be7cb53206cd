import { expect, test } from 'vitest'
import { MemoryError, StaleRevision } from '../../src/memory/memory.ts'
import { postgresMemory } from '../../src/memory/postgres.ts'
import type { Store } from '../../src/memory/store.ts'
import { openPostgres } from '../../src/postgres/open.ts'
import { type Server, withPostgres } from '../postgres/server.ts'
import { memoryContract, type Opened } from './contract.ts'

type Kind = 'read' | 'write' | undefined

/** A store whose statements meet a lost connection when told so. */
const fragile = (inner: Store, kind: () => Kind): Store => ({
  async query(text, values) {
    const reads = text.trimStart().startsWith('SELECT')
    if (kind() === (reads ? 'read' : 'write')) throw new Error('Connection terminated unexpectedly')
    return inner.query(text, values)
  },
})

const opening = async (
  server: Server,
): Promise<Opened & { raw(sql: string): Promise<unknown>; url: string }> => {
  const url = await server.database()
  let failing: Kind
  let database = await openPostgres(url)
  const memory = () => postgresMemory(fragile(database, () => failing))
  return {
    url,
    memory: memory(),
    async reopen() {
      await database.close()
      database = await openPostgres(url)
      return memory()
    },
    fail(kind) {
      failing = kind
    },
    close: () => database.close(),
    raw: (sql) => database.query(sql),
  }
}

withPostgres('memory in PostgreSQL', (server) => {
  memoryContract('PostgreSQL', () => opening(server()))

  test('a document whose text is damaged is an error, not absent', async () => {
    const { memory, raw, close } = await opening(server())
    await memory.save('doc', { a: 1 }, 0)
    await raw(`UPDATE mlsd.document SET value = '{"a":'`)
    await expect(memory.load('doc')).rejects.toThrow(MemoryError)
    await expect(Array.fromAsync(memory.each(''))).rejects.toThrow(MemoryError)
    await close()
  })

  test('a table that is gone is an error, not absent', async () => {
    const { memory, raw, close } = await opening(server())
    await raw('DROP TABLE mlsd.document, mlsd.list')
    await expect(memory.load('doc')).rejects.toThrow(MemoryError)
    await expect(memory.save('doc', 1, 0)).rejects.toThrow(MemoryError)
    await expect(memory.append('doc', 0, [1])).rejects.toThrow(MemoryError)
    await close()
  })

  test('of processes that save over the same revision one wins, and the others are told', async () => {
    const { memory, url, close } = await opening(server())
    await memory.save('doc', 'first', 0)
    const others = await Promise.all([1, 2, 3].map(() => openPostgres(url)))
    const results = await Promise.allSettled(
      others.map((database, n) => postgresMemory(database).save('doc', n, 1)),
    )
    const stale = results.filter(
      (result) => result.status === 'rejected' && result.reason instanceof StaleRevision,
    )
    expect(stale).toHaveLength(2)
    await Promise.all(others.map((database) => database.close()))
    await close()
  })

  test('of processes that append from the same place, no entry is doubled or torn', async () => {
    const { memory, url, close } = await opening(server())
    const others = await Promise.all([1, 2, 3].map(() => openPostgres(url)))
    const entries = ['a', 'b', 'c', 'd']
    await Promise.all(others.map((database) => postgresMemory(database).append('talk', 0, entries)))
    expect(await Array.fromAsync(memory.entries('talk'))).toEqual(entries)
    await Promise.all(others.map((database) => database.close()))
    await close()
  })
})

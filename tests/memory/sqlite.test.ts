import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Keyv } from 'keyv'
import { expect, test } from 'vitest'
import { adapter, withRevision } from '../../src/memory/adapter.ts'
import type { Committer } from '../../src/memory/committer.ts'
import { MemoryError } from '../../src/memory/memory.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { memoryContract, type Opened } from './contract.ts'

type Kind = 'read' | 'write' | undefined

/** A committer whose works meet a broken disk when told so. */
const fragile = (inner: Committer, kind: () => Kind): Committer => {
  const broken = () => {
    throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 10 })
  }
  return {
    run: (work) => inner.run((sql) => (kind() === 'write' ? broken() : work(sql))),
    read: (work) => inner.read((sql) => (kind() === 'read' ? broken() : work(sql))),
  }
}

const open = async (): Promise<Opened & { raw(sql: string): void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'memory-'))
  const file = join(folder, 'mlsd.db')
  let failing: Kind
  let database = openDatabase(file)
  let writer = committer(database)
  const memory = () => sqliteMemory(fragile(writer, () => failing))
  const shut = async () => {
    await writer.close()
    database.close()
  }
  return {
    memory: memory(),
    async reopen() {
      await shut()
      database = openDatabase(file)
      writer = committer(database)
      return memory()
    },
    fail(kind) {
      failing = kind
    },
    async close() {
      await shut()
      rmSync(folder, { recursive: true })
    },
    raw: (sql) => database.connection.exec(sql),
  }
}

memoryContract('SQLite', open)

test('a document whose text is damaged is an error, not absent', async () => {
  const { memory, raw, close } = await open()
  await memory.save('doc', { a: 1 }, 0)
  raw(`UPDATE document SET value = '{"a":'`)
  await expect(memory.load('doc')).rejects.toThrow(MemoryError)
  await expect(Array.fromAsync(memory.each(''))).rejects.toThrow(MemoryError)
  await close()
})

test('a table that is gone is an error, not absent', async () => {
  const { memory, raw, close } = await open()
  raw('DROP TABLE document; DROP TABLE list')
  await expect(memory.load('doc')).rejects.toThrow(MemoryError)
  await expect(memory.save('doc', 1, 0)).rejects.toThrow(MemoryError)
  await expect(memory.append('doc', 0, [1])).rejects.toThrow(MemoryError)
  await close()
})

test("the adapter keeps Keyv's contract: namespaces, expiry, many at once, clear", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'adapter-'))
  const database = openDatabase(join(folder, 'mlsd.db'))
  const writer = committer(database)
  const serialization = {
    stringify: (data: unknown) => withRevision(1, JSON.stringify(data)),
    parse: <T>(text: string) => JSON.parse(text.slice(text.indexOf(' '))) as T,
  }
  const [one, two] = ['one', 'two'].map(
    (namespace) => new Keyv({ store: adapter(writer), namespace, serialization }),
  ) as [Keyv, Keyv]
  expect(await one.set('key', 'in one')).toBe(true)
  expect(await two.set('key', 'in two')).toBe(true)
  expect(await one.get('key')).toBe('in one')
  expect(await two.getMany(['key', 'none'])).toEqual(['in two', undefined])
  expect(await one.set('key', 'again')).toBe(false)

  expect(await one.set('brief', 'x', 20)).toBe(true)
  expect(await one.has('brief')).toBe(true)
  await new Promise((done) => setTimeout(done, 40))
  expect(await one.hasMany(['brief', 'key'])).toEqual([false, true])
  expect(await one.set('brief', 'y')).toBe(true)
  expect(await one.get('brief')).toBe('y')

  expect(await one.deleteMany(['brief', 'none'])).toEqual([true, false])
  await one.clear()
  expect(await one.get('key')).toBeUndefined()
  expect(await two.get('key')).toBe('in two')
  await writer.close()
  database.close()
  rmSync(folder, { recursive: true })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Committer, committer, type Sql } from '../../src/sqlite/committer.ts'
import { DatabaseError } from '../../src/sqlite/error.ts'
import { type Database, openDatabase } from '../../src/sqlite/open.ts'

describe('the committer', () => {
  let folder: string
  let database: Database
  let writer: Committer

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'committer-'))
    database = openDatabase(join(folder, 'mlsd.db'))
    database.connection.exec('CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)')
    writer = committer(database)
  })

  afterEach(async () => {
    await writer.close()
    database.close()
    rmSync(folder, { recursive: true })
  })

  const add = (text: string) => (sql: Sql) =>
    Number(sql('INSERT INTO note (text) VALUES (?)').run(text).lastInsertRowid)

  /** What another connection sees, and so what is committed. */
  const seenByOthers = (): string[] => {
    const other = new DatabaseSync(database.file, { readOnly: true })
    const rows = other.prepare('SELECT text FROM note ORDER BY n').all()
    other.close()
    return rows.map(({ text }) => String(text))
  }

  /** Counts commits as another connection notices them. */
  const countingCommits = () => {
    const other = new DatabaseSync(database.file, { readOnly: true })
    let last = other.prepare('PRAGMA data_version').get()?.data_version
    let commits = 0
    return {
      look() {
        const now = other.prepare('PRAGMA data_version').get()?.data_version
        if (now !== last) commits += 1
        last = now
      },
      end() {
        other.close()
        return commits
      },
    }
  }

  test('answers what the work answers, once another connection can see it', async () => {
    expect(await writer.run(add('one'))).toBe(1)
    expect(seenByOthers()).toEqual(['one'])
    expect(await writer.read((sql) => sql('SELECT count(*) AS n FROM note').get()?.n)).toBe(1)
  })

  test('works asked for in one turn share one commit, and are done in order', async () => {
    const commits = countingCommits()
    const statements: string[] = []
    const works = Array.from({ length: 500 }, (_, n) =>
      writer.run((sql) => {
        expect(seenByOthers()).toEqual([])
        statements.push(`${n}`)
        return add(`text ${n}`)(sql)
      }),
    )
    await Promise.all(works.slice(0, 1))
    commits.look()
    expect(seenByOthers()).toHaveLength(500)
    await Promise.all(works)
    commits.look()
    expect(commits.end()).toBe(1)
    expect(statements).toEqual(Array.from({ length: 500 }, (_, n) => `${n}`))
  })

  test('under load from many askers there are few commits', async () => {
    const commits = countingCommits()
    const asker = async (name: number): Promise<void> => {
      for (let n = 0; n < 20; n++) {
        await writer.run(add(`${name}/${n}`))
        commits.look()
      }
    }
    await Promise.all(Array.from({ length: 50 }, (_, name) => asker(name)))
    expect(seenByOthers()).toHaveLength(1_000)
    expect(commits.end()).toBeLessThanOrEqual(21)
  })

  test('a work that throws is undone alone, and its own error comes back', async () => {
    const mine = new Error('mine')
    const [one, two, three, four] = await Promise.allSettled([
      writer.run(add('one')),
      writer.run((sql) => {
        add('half')(sql)
        throw mine
      }),
      writer.run(add('one')),
      writer.run(add('two')),
    ])
    expect(one.status).toBe('fulfilled')
    expect(two).toEqual({ status: 'rejected', reason: mine })
    expect(three.status === 'rejected' && three.reason).toBeInstanceOf(DatabaseError)
    expect(four.status).toBe('fulfilled')
    expect(seenByOthers()).toEqual(['one', 'two'])
  })

  test('a full disk fails what does not fit, keeps what was saved, and passes', async () => {
    await writer.run(add('early'))
    const limit = database.connection.prepare('PRAGMA page_count').get()?.page_count
    database.connection.exec(`PRAGMA max_page_count = ${limit}`)
    const results = await Promise.allSettled([
      writer.run(add('small')),
      writer.run(add('x'.repeat(1_000_000))),
    ])
    for (const result of results) {
      expect(result.status === 'rejected' && result.reason).toMatchObject({
        fault: 'full',
        file: database.file,
      })
      expect(result.status === 'rejected' && result.reason.cause).toBeInstanceOf(Error)
    }
    expect(seenByOthers()).toEqual(['early'])
    expect(database.connection.prepare('PRAGMA integrity_check').get()?.integrity_check).toBe('ok')
    database.connection.exec('PRAGMA max_page_count = 1000000')
    await writer.run(add('late'))
    expect(seenByOthers()).toEqual(['early', 'late'])
  })

  test('a commit that fails rejects every work of its group, leaves nothing and can be repeated', async () => {
    database.connection.exec(`
      CREATE TABLE child (n INTEGER REFERENCES note (n) DEFERRABLE INITIALLY DEFERRED)`)
    const orphan = (sql: Sql) => sql('INSERT INTO child VALUES (77)').run()
    const results = await Promise.allSettled([
      writer.run(add('one')),
      writer.run(orphan),
      writer.run(add('two')),
    ])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    for (const result of results) {
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(DatabaseError)
      expect(result.status === 'rejected' && String(result.reason.cause)).toContain('FOREIGN KEY')
    }
    expect(seenByOthers()).toEqual([])
    await writer.run(add('one'))
    expect(seenByOthers()).toEqual(['one'])
  })

  test('a reading that fails is an error', async () => {
    await expect(writer.read((sql) => sql('SELECT * FROM nowhere').all())).rejects.toThrow(/nowhere/)
  })

  test('statements are prepared once', async () => {
    const seen = new Set<unknown>()
    for (let n = 0; n < 3; n++) await writer.run((sql) => seen.add(sql('SELECT 1')))
    await writer.read((sql) => seen.add(sql('SELECT 1')))
    expect(seen.size).toBe(1)
  })

  test('closing finishes what was asked for and refuses what comes later', async () => {
    const last = writer.run(add('last'))
    await writer.close()
    expect(seenByOthers()).toEqual(['last'])
    expect(await last).toBe(1)
    await expect(writer.run(add('too late'))).rejects.toThrow(/closed/)
  })
})

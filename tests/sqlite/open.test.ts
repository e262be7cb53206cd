import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { committer } from '../../src/sqlite/committer.ts'
import { DatabaseError, type Fault } from '../../src/sqlite/error.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { VERSION } from '../../src/sqlite/schema.ts'

const HOLDER = new URL('holder.ts', import.meta.url).pathname

describe('opening the shared file', () => {
  let folder: string
  let file: string
  const children: ChildProcess[] = []

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'open-'))
    file = join(folder, 'data', 'mlsd.db')
  })

  afterEach(async () => {
    for (const child of children.splice(0)) await killed(child)
    rmSync(folder, { recursive: true })
  })

  const holder = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [HOLDER, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    await once(child.stdout, 'data')
    return child
  }

  const killed = async (child: ChildProcess): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  const refusal = (path: string, options = {}): DatabaseError => {
    try {
      openDatabase(path, { busy: 0, ...options }).close()
    } catch (error) {
      expect(error).toBeInstanceOf(DatabaseError)
      return error as DatabaseError
    }
    return expect.unreachable(`${path} was opened.`)
  }

  const expectRefusal = (path: string, fault: Fault, says: RegExp, options = {}): void => {
    const error = refusal(path, options)
    expect(error.fault).toBe(fault)
    expect(error.message).toContain(path)
    expect(error.message).toMatch(says)
  }

  const made = (change?: string): void => {
    const database = openDatabase(file)
    if (change) database.connection.exec(change)
    database.close()
  }

  /** Every file beside the database and the hash of its content; looking may make SQLite's index and an empty log. */
  const contents = (): Record<string, string> => {
    const entries = readdirSync(join(folder, 'data'))
      .sort()
      .map((name) => [name, readFileSync(join(folder, 'data', name))] as const)
    const telling = entries.filter(
      ([name, content]) => !name.endsWith('-shm') && !(name.endsWith('-wal') && content.length === 0),
    )
    return Object.fromEntries(
      telling.map(([name, content]) => [name, createHash('sha256').update(content).digest('hex')]),
    )
  }

  test('makes the folder and the file, durable and in write-ahead mode, and opens it again', () => {
    const { connection, close } = openDatabase(file)
    const pragma = (name: string) => Object.values(connection.prepare(`PRAGMA ${name}`).get() ?? {})[0]
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('user_version')).toBe(VERSION)
    connection.exec(`INSERT INTO list VALUES ('k', 0, '1')`)
    close()
    const again = openDatabase(file)
    expect(again.connection.prepare('SELECT key FROM list').get()).toEqual({ key: 'k' })
    again.close()
  })

  test('a second process is refused and told who holds the file; readers are let in', async () => {
    const child = await holder()
    expectRefusal(file, 'locked', new RegExp(`pid ${child.pid}\\b.*Stop that one first`))
    const reader = openDatabase(file, { readOnly: true })
    expect(reader.connection.prepare('SELECT count(*) AS n FROM list').get()).toEqual({ n: 0 })
    expect(() => reader.connection.exec(`INSERT INTO list VALUES ('k', 0, '1')`)).toThrow(/readonly/)
    reader.close()
  })

  test('the lock is found by another way to the same file', async () => {
    await holder()
    symlinkSync(join(folder, 'data'), join(folder, 'link'))
    expect(refusal(join(folder, 'link', 'mlsd.db')).fault).toBe('locked')
  })

  test('the same process is refused as well, until it closes', () => {
    const first = openDatabase(file)
    expectRefusal(file, 'locked', /this process/)
    first.close()
    openDatabase(file, { busy: 0 }).close()
  })

  test('kill -9 drops the lock at once, and what was committed is there', async () => {
    made(`INSERT INTO list VALUES ('k', 0, '1')`)
    const child = await holder()
    expect(refusal(file).fault).toBe('locked')
    await killed(child)
    const database = openDatabase(file, { busy: 0 })
    expect(database.connection.prepare('SELECT count(*) AS n FROM list').get()).toEqual({ n: 1 })
    database.close()
  })

  test('a lock file that is damaged says so', () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(`${file}.lock`, 'no lock file at all, but long enough to look like one'.repeat(40))
    const error = refusal(file)
    expect(error).toMatchObject({ fault: 'corrupt', file: `${file}.lock` })
    expect(error.message).toMatch(/Delete it while no mlsd is running/)
  })

  test('a file from a newer mlsd is refused and not one byte is changed', () => {
    made('PRAGMA user_version = 999')
    const before = contents()
    expectRefusal(file, 'newer', /format is 999.*Update mlsd/)
    expectRefusal(file, 'newer', /Update mlsd/, { readOnly: true })
    expect(contents()).toEqual(before)
  })

  test('a newer file that was left by a crash is refused with its log untouched', () => {
    made('PRAGMA user_version = 999')
    const script = `
      const { DatabaseSync } = require('node:sqlite')
      const db = new DatabaseSync(process.argv[1])
      db.exec("INSERT INTO list VALUES ('k', 0, '1')")
      process.kill(process.pid, 'SIGKILL')`
    return new Promise<void>((done) => {
      spawn(process.execPath, ['-e', script, file]).on('exit', () => done())
    }).then(() => {
      const before = contents()
      expect(Object.keys(before)).toContain('mlsd.db-wal')
      expect(refusal(file).fault).toBe('newer')
      expect(contents()).toEqual(before)
    })
  })

  test.each([
    ['text', Buffer.from("This is not a database, it is somebody's notes. ".repeat(100))],
    ['zeroes', Buffer.alloc(8_192)],
  ])('a file of %s is refused and unchanged', (_, content) => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(file, content)
    expectRefusal(file, 'corrupt', /move it aside, or restore a backup/)
    expect(readFileSync(file).equals(content)).toBe(true)
    expect(Object.keys(contents())).toEqual(['mlsd.db'])
  })

  test('a file that was cut short is refused and unchanged', () => {
    made(`WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000)
      INSERT INTO list SELECT 'k', n, hex(randomblob(200)) FROM c`)
    const cut = readFileSync(file).subarray(0, 40_960)
    writeFileSync(file, cut)
    expectRefusal(file, 'corrupt', /not a usable SQLite database/)
    expect(readFileSync(file).equals(cut)).toBe(true)
  })

  test("another program's database is refused and unchanged", () => {
    mkdirSync(join(folder, 'data'))
    const other = new DatabaseSync(file)
    other.exec('CREATE TABLE theirs (a)')
    other.close()
    const before = contents()
    expectRefusal(file, 'foreign', /choose another path/)
    expect(contents()).toEqual(before)
  })

  test('an empty file is made ours', () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(file, '')
    made()
    openDatabase(file, { readOnly: true }).close()
  })

  test('a folder that cannot be written is named', () => {
    writeFileSync(join(folder, 'plain-file'), '')
    expectRefusal(
      join(folder, 'plain-file', 'mlsd.db'),
      'unwritable',
      /this user may write.*or choose another path/,
    )
    mkdirSync(file, { recursive: true })
    expectRefusal(file, 'unwritable', /choose another path/)
  })

  test('a reader creates nothing', () => {
    mkdirSync(join(folder, 'data'))
    expectRefusal(file, 'missing', /Check the path/, { readOnly: true })
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, '')
    expectRefusal(file, 'older', /Start mlsd once/, { readOnly: true })
  })

  test('a disk that is full while the file is in use leaves earlier data whole', async () => {
    const database = openDatabase(file)
    const writer = committer(database)
    const add = (n: number, size: number) =>
      writer.run((sql) => sql('INSERT INTO list VALUES (?, ?, ?)').run('k', n, 'x'.repeat(size)))
    await add(0, 10)
    database.connection.exec('PRAGMA max_page_count = 60')
    await expect(add(1, 1_000_000)).rejects.toMatchObject({ fault: 'full' })
    database.close()
    const again = openDatabase(file)
    expect(again.connection.prepare('SELECT count(*) AS n FROM list').get()).toEqual({ n: 1 })
    again.close()
  })
})

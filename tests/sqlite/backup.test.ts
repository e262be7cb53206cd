import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backup } from '../../src/sqlite/backup.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { restore } from '../../src/sqlite/restore.ts'

const HOLDER = new URL('holder.ts', import.meta.url).pathname
const NOW = new Date(Date.UTC(2030, 0, 2, 3, 4, 5, 6))

let folder: string
let file: string
let copy: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  file = join(folder, 'mlsd.db')
  copy = join(folder, 'copy.db')
})

afterEach(() => rmSync(folder, { recursive: true }))

const holding = (path: string, ...entries: string[]): void => {
  const { connection, close } = openDatabase(path)
  for (const [n, entry] of entries.entries())
    connection.prepare('INSERT INTO list VALUES (?, ?, ?)').run('k', n, entry)
  close()
}

const heldBy = (path: string): string[] => {
  const database = new DatabaseSync(path, { readOnly: true })
  const rows = database.prepare(`SELECT entry FROM list WHERE key = 'k' ORDER BY n`).all()
  database.close()
  return rows.map(({ entry }) => String(entry))
}

describe('backup', () => {
  test('while another process writes without a pause, the copy is whole and says the same about both halves', async () => {
    const child = spawn(process.execPath, [HOLDER, file, 'write'], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    await new Promise((done) => setTimeout(done, 300))
    for (const name of ['one.db', 'two.db']) await backup(file, join(folder, name))
    child.kill('SIGKILL')
    await once(child, 'exit')
    const rows = ['one.db', 'two.db'].map((name) => {
      const database = new DatabaseSync(join(folder, name), { readOnly: true })
      const { a, b } =
        database.prepare(`SELECT sum(key = 'a') AS a, sum(key = 'b') AS b FROM list`).get() ?? {}
      expect(database.prepare('PRAGMA integrity_check').get()?.integrity_check).toBe('ok')
      expect(database.prepare('PRAGMA journal_mode').get()?.journal_mode).toBe('delete')
      database.close()
      expect(a).toBe(b)
      return Number(a)
    })
    expect(rows[0]).toBeGreaterThan(0)
    expect(rows[1]).toBeGreaterThanOrEqual(rows[0] ?? 0)
    expect(readdirSync(folder).filter((name) => /partial|-journal/.test(name))).toEqual([])
  })

  test('nothing is overwritten', async () => {
    holding(file, 'new')
    writeFileSync(copy, 'precious')
    await expect(backup(file, copy)).rejects.toMatchObject({ fault: 'exists', file: copy })
    expect(readFileSync(copy, 'utf8')).toBe('precious')
  })

  test.each([
    ['is not there', () => {}, 'missing'],
    ['is no database', () => writeFileSync(file, 'words '.repeat(1_000)), 'corrupt'],
    ['is empty', () => writeFileSync(file, ''), 'foreign'],
  ])('a file that %s is refused and leaves no copy', async (_, prepare, fault) => {
    prepare()
    await expect(backup(file, copy)).rejects.toMatchObject({ fault, file })
    expect(readdirSync(folder).filter((name) => name !== 'mlsd.db')).toEqual([])
  })

  test('a place that cannot be written is named', async () => {
    holding(file, 'a')
    await expect(backup(file, join(file, 'copy.db'))).rejects.toMatchObject({ fault: 'unwritable' })
  })
})

describe('restore', () => {
  test('names the backup and not the data when the backup is none, and changes nothing', async () => {
    holding(file, 'old')
    const before = readFileSync(file)
    const notes = join(folder, 'notes.txt')
    writeFileSync(notes, 'no database at all, only a few words')
    for (const wrong of [notes, folder]) {
      const refusal = expect.objectContaining({
        file: wrong,
        message: expect.stringContaining('Nothing was changed'),
      })
      await expect(restore(wrong, file, NOW)).rejects.toEqual(refusal)
    }
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('puts the backup in place and keeps the old file beside it, whole', async () => {
    holding(file, 'old')
    await backup(file, copy)
    const crashed = `
      const { DatabaseSync } = require('node:sqlite')
      new DatabaseSync(process.argv[1]).exec("INSERT INTO list VALUES ('k', 1, 'newer')")
      process.kill(process.pid, 'SIGKILL')`
    await once(spawn(process.execPath, ['-e', crashed, file]), 'exit')
    const kept = await restore(copy, file, NOW)
    expect(kept).toBe(`${file}.before-restore-2030-01-02T03-04-05-006Z`)
    expect(heldBy(file)).toEqual(['old'])
    expect(heldBy(kept ?? '')).toEqual(['old', 'newer'])
    holding(file)
    expect(heldBy(file)).toEqual(['old'])
    expect(heldBy(copy)).toEqual(['old'])
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([])
  })

  test('works where there is no file yet', async () => {
    holding(copy, 'saved')
    expect(await restore(copy, file, NOW)).toBeUndefined()
    expect(heldBy(file)).toEqual(['saved'])
  })

  test('replaces a damaged file and keeps it, log and all', async () => {
    holding(copy, 'saved')
    writeFileSync(file, 'damaged '.repeat(1_000))
    writeFileSync(`${file}-wal`, 'its log')
    const kept = await restore(copy, file, NOW)
    expect(heldBy(file)).toEqual(['saved'])
    expect(readFileSync(kept ?? '', 'utf8')).toContain('damaged')
    expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('its log')
    expect(readdirSync(folder)).not.toContain('mlsd.db-wal')
  })

  test('is refused while a process has the file, and changes nothing', async () => {
    holding(copy, 'saved')
    holding(file, 'old')
    const writer = openDatabase(file)
    await expect(restore(copy, file, NOW)).rejects.toThrow(/in use by this process.*Stop that one first/)
    writer.close()
    const reader = openDatabase(file, { readOnly: true })
    reader.connection.prepare('SELECT * FROM list').all()
    await expect(restore(copy, file, NOW)).rejects.toMatchObject({ fault: 'locked' })
    reader.close()
    expect(heldBy(file)).toEqual(['old'])
    expect(readdirSync(folder).filter((name) => /before|restoring/.test(name))).toEqual([])
  })

  test.each([
    ['damaged', (path: string) => writeFileSync(path, 'words '.repeat(1_000)), 'corrupt'],
    ['from a newer mlsd', (path: string) => raw(path, 'PRAGMA user_version = 999'), 'newer'],
    ["another program's", (path: string) => raw(path, 'PRAGMA application_id = 7'), 'foreign'],
    ['damaged inside', (path: string) => spoil(path), 'corrupt'],
  ])('a backup that is %s is refused, and the file stays', async (_, prepare, fault) => {
    holding(file, 'old')
    holding(copy, ...Array.from({ length: 500 }, (_, n) => `${n}`.repeat(50)))
    prepare(copy)
    await expect(restore(copy, file, NOW)).rejects.toMatchObject({ fault })
    expect(heldBy(file)).toEqual(['old'])
    expect(readdirSync(folder).filter((name) => /before|restoring/.test(name))).toEqual([])
  })
})

const raw = (path: string, sql: string): void => {
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
}

/** Overwrites a page in the middle, which a look at the header does not notice. */
const spoil = (path: string): void => {
  const content = readFileSync(path)
  content.fill(0xff, content.length - 8_192, content.length - 4_096)
  writeFileSync(path, content)
}

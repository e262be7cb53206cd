import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import type { Rows } from '../../src/moving/rows.ts'
import { checkData } from '../../src/sqlite/doctor.ts'
import { takeLock } from '../../src/sqlite/lock.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { sqliteRows } from '../../src/sqlite/rows.ts'

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'mlsd-doctor-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** As another version of mlsd would leave it. */
const versioned = (file: string, version: number): void => {
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA user_version = ${version}`)
  database.close()
}

test('where nothing is stored yet nothing is made, and the folder to come is tried', async () => {
  const home = folder()
  const file = join(home, 'a', 'b', 'mlsd.db')
  expect(await checkData(file)).toMatchObject({
    ok: true,
    says: expect.stringContaining('nothing is stored yet'),
  })
  expect(readdirSync(home)).toEqual([])
})

test('a file that can be written is said with its size, and can be opened afterwards', async () => {
  const file = join(folder(), 'mlsd.db')
  openDatabase(file).close()
  expect(await checkData(file)).toMatchObject({
    ok: true,
    says: expect.stringMatching(/mlsd\.db, \d+\.\d MB$/),
  })
  openDatabase(file).close()
})

test('a file in use is a warning that says by whom', async () => {
  const file = join(folder(), 'mlsd.db')
  const open = openDatabase(file)
  onTestFinished(() => open.close())
  expect(await checkData(file)).toMatchObject({
    ok: 'warning',
    says: `${file}, in use by this process (pid ${process.pid}) already`,
    mend: 'Nothing, if that is the mlsd you know of.',
  })
  expect(() => openDatabase(file, { busy: 0 }), 'the look has not let go of the lock').toThrow(/in use/)
})

test('a file that an older mlsd wrote is left as it is, and said to be carried over', async () => {
  const file = join(folder(), 'mlsd.db')
  openDatabase(file).close()
  versioned(file, 1)
  const before = readFileSync(file)
  expect(await checkData(file)).toMatchObject({
    ok: true,
    says: expect.stringMatching(/mlsd\.db, \d+\.\d MB, is carried over to this version at the next start$/),
  })
  expect(readFileSync(file).equals(before)).toBe(true)
  const lock = takeLock(file)
  expect(await checkData(file)).toMatchObject({ ok: 'warning', says: expect.stringContaining('in use') })
  lock()
  versioned(file, 999)
  expect(await checkData(file)).toMatchObject({ ok: false, mend: expect.stringMatching(/Update mlsd/) })
})

test.each<[what: string, note: Parameters<Rows['note']>[0], mend: RegExp]>([
  ['was moved away', { moved: { to: 'postgres://db/mlsd' } }, /was moved to postgres:.*, and goes on there/],
  [
    'is to be moved into',
    { progress: { from: 'postgres://db/mlsd', table: 'list', after: null } },
    /The move from postgres:.* is not finished\. Repeat "mlsd migrate sqlite"/,
  ],
])('a file that %s is not what counts, in use or not', async (_, note, mend) => {
  const file = join(folder(), 'mlsd.db')
  const open = openDatabase(file)
  await sqliteRows(open).note(note)
  const expected = {
    what: 'data',
    ok: false,
    says: `${file} is not what counts`,
    mend: expect.stringMatching(mend),
  }
  expect(await checkData(file)).toEqual(expected)
  open.close()
  expect(await checkData(file)).toEqual(expected)
  const again = openDatabase(file)
  await sqliteRows(again).note({})
  again.close()
  expect(await checkData(file)).toMatchObject({ ok: true })
})

test.each<[what: string, make: (file: string) => void, mend: RegExp]>([
  ['damaged', (file) => writeFileSync(file, 'not a database '.repeat(600)), /not a usable SQLite database/],
  ['a folder', (file) => mkdirSync(file), /is a folder/],
  [
    "another program's",
    (file) => {
      const database = new DatabaseSync(file)
      database.exec('CREATE TABLE cake (slice)')
      database.close()
    },
    /another program/,
  ],
])('a file that is %s has to be mended', async (_, make, mend) => {
  const file = join(folder(), 'mlsd.db')
  make(file)
  expect(await checkData(file)).toMatchObject({ ok: false, mend: expect.stringMatching(mend) })
})

test('a file where the folder should be has to be mended', async () => {
  const home = join(folder(), 'home')
  writeFileSync(home, 'a file')
  expect(await checkData(join(home, 'mlsd.db'))).toMatchObject({
    ok: false,
    mend: expect.stringContaining('must be a folder'),
  })
})

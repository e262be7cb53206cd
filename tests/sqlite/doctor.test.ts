import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { checkData } from '../../src/sqlite/doctor.ts'
import { openDatabase } from '../../src/sqlite/open.ts'

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'mlsd-doctor-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test('where nothing is stored yet nothing is made, and the folder to come is tried', () => {
  const home = folder()
  const file = join(home, 'a', 'b', 'mlsd.db')
  expect(checkData(file)).toMatchObject({ ok: true, says: expect.stringContaining('nothing is stored yet') })
  expect(readdirSync(home)).toEqual([])
})

test('a file that can be written is said with its size, and can be opened afterwards', () => {
  const file = join(folder(), 'mlsd.db')
  openDatabase(file).close()
  expect(checkData(file)).toMatchObject({ ok: true, says: expect.stringMatching(/mlsd\.db, \d+\.\d MB$/) })
  openDatabase(file).close()
})

test('a file in use is a warning that says by whom', () => {
  const file = join(folder(), 'mlsd.db')
  const open = openDatabase(file)
  onTestFinished(() => open.close())
  expect(checkData(file)).toMatchObject({
    ok: 'warning',
    says: expect.stringContaining(`pid ${process.pid}`),
    mend: expect.any(String),
  })
  expect(() => openDatabase(file, { busy: 0 }), 'the look has not let go of the lock').toThrow(/in use/)
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
])('a file that is %s has to be mended', (_, make, mend) => {
  const file = join(folder(), 'mlsd.db')
  make(file)
  expect(checkData(file)).toMatchObject({ ok: false, mend: expect.stringMatching(mend) })
})

test('a file where the folder should be has to be mended', () => {
  const home = join(folder(), 'home')
  writeFileSync(home, 'a file')
  expect(checkData(join(home, 'mlsd.db'))).toMatchObject({
    ok: false,
    mend: expect.stringContaining('must be a folder'),
  })
})

/** What becomes of a suite that needs PostgreSQL where none can be had: a vitest of its own runs one, as `npm test` would. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A folder in which there is no PostgreSQL. */
let nothing = ''
beforeAll(() => {
  nothing = mkdtempSync(join(tmpdir(), 'mlsd-nothing-'))
})
afterAll(() => rmSync(nothing, { recursive: true, force: true }))

const FOLDER = new URL('left-out', import.meta.url).pathname
const VITEST = new URL('../../node_modules/vitest/vitest.mjs', import.meta.url).pathname

const suite = (env: Readonly<Record<string, string>>): { status: number | null; said: string } => {
  const { PATH = '', HOME = '' } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [VITEST, 'run', '--root', FOLDER, '--no-cache'],
    {
      encoding: 'utf8',
      env: { PATH, HOME, NO_COLOR: '1', TEST_POSTGRES_BIN: nothing, ...env },
    },
  )
  return { status, said: `${stdout}${stderr}` }
}

const MEND = /TEST_DATABASE_URL=postgres:\/\/\S+ .*npm ci\./

test('it fails under CI=true, and says what to do', () => {
  const { status, said } = suite({ CI: 'true' })
  expect(status).toBe(1)
  expect(said).toMatch(/FAIL.*a suite/)
  expect(said).toMatch(new RegExp(`There is no PostgreSQL to test with\\. .*${MEND.source}`))
  expect(said).toMatch(/Test Files +1 failed/)
})

test.each<Record<string, string>>([{}, { CI: '' }, { CI: 'false' }])(
  'it is left out with %o, and says so and what to do',
  (env) => {
    const { status, said } = suite(env)
    expect(status).toBe(0)
    expect(said).toMatch(new RegExp(`a suite: left out, as there is no PostgreSQL\\. .*${MEND.source}`))
    expect(said).toMatch(/Test Files +1 skipped/)
  },
)

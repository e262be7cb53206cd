import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { dataFolder, mlsd, talk } from './run.ts'

const CASES: [words: string[], says: RegExp][] = [
  [['practice'], /No problem was named\. There are: ad-clicks, .*--scenario/],
  [['practice', '--problem', 'clocks'], /There is no problem "clocks"\. There are: ad-clicks, /],
  [
    ['practice', '--problem', 'ad-clicks', '--minutes', '3'],
    /"3" minutes cannot be: choose a number from 15/,
  ],
  [['practice', '--problem', 'ad-clicks', '--minutes', 'ten'], /"ten" minutes cannot be/],
  [
    ['practice', '--problem', 'ad-clicks', '--level', 'lead'],
    /Allowed choices are junior, mid, senior, staff/,
  ],
  [['practice', '--problem', 'ad-clicks', '--scenario', 'Mine.'], /cannot be used with/],
  [['practice', '--scenario', 'x'.repeat(3_000)], /The scenario has 3000 characters; 2000 are the most/],
  [['resume'], /There is no unfinished interview here\. "mlsd practice" begins one/],
  [['report'], /You have no finished interview yet/],
  [['report', 'nothing'], /You have no interview "nothing"\. "mlsd history" lists yours/],
  [['history', 'all'], /too many arguments/],
  [['practise'], /There is no command "practise"\. Did you mean "mlsd practice"\? "mlsd --help" lists all/],
  [['backup', '/nowhere/at/all.db'], /Nothing is stored in .* yet/],
  [['restore', '/nowhere/at/all.db'], /does not exist/],
  [['flows', 'check', '/nowhere/at/all.yaml'], /cannot be read.*Check the path/],
  [['grade', '--batch', '/nowhere/at/all.jsonl'], /cannot be read.*Check the path/],
  [['grade', '--problem', 'ad-clicks'], /Say which stage/],
  [['grade', '--stage', 'data'], /Say what the answer is about/],
  [['grade', '--stage', 'dat', '--problem', 'ad-clicks'], /There is no stage "dat"\. There are: overview/],
]

test.each(CASES.map(([words, says]) => ({ says, words, name: words.join(' ').slice(0, 60) })))(
  '$name: refused with a reason',
  async ({ words, says }) => {
    const { code, out, err } = await mlsd(dataFolder(), words)
    expect(code).toBeGreaterThan(0)
    expect(err).toMatch(says)
    expect(err).not.toMatch(/^\s+at /m)
    expect(out).toBe('')
  },
)

test('settings that cannot be used are named before anything is opened', async () => {
  const { code, err } = await mlsd(dataFolder(), ['history'], '', { env: { MLSD_IDLE_HOURS: 'soon' } })
  expect(code).toBe(1)
  expect(err).toContain('MLSD_IDLE_HOURS is "soon"')
})

test('a broken flow is listed fault by fault, with lines, and the good file beside it is not named', async () => {
  const home = dataFolder()
  const good = readFileSync('flows/mlsd.yaml', 'utf8')
  writeFileSync(join(home, 'good.yaml'), good)
  const broken = good.replace(/^minutes: 45$/m, 'minutes: 44').replace('step: restate', 'step: restated')
  writeFileSync(join(home, 'broken.yaml'), broken)
  const { code, out, err } = await mlsd(home, [
    'flows',
    'check',
    join(home, 'good.yaml'),
    join(home, 'broken.yaml'),
  ])
  expect(code).toBe(1)
  expect(out).toMatch(/broken\.yaml:\d+ .*minutes/)
  expect(out).not.toContain('good.yaml')
  expect(err).toMatch(/2 files checked: \d+ faults?\./)
})

test('the bank as it stands has no faults', async () => {
  const { code, out, err } = await mlsd(dataFolder(), ['flows', 'check'])
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(err).toMatch(/^2\d files checked: no faults\.\n$/)
})

const PRACTICE = ['practice', '--problem', 'ad-clicks']

test.each([
  ['damaged', () => Buffer.alloc(9_000, 'not a database '), /not a usable SQLite database/],
  [
    'of another program',
    () => foreign('PRAGMA user_version = 3; CREATE TABLE cake (slice)'),
    /another program/,
  ],
  [
    'of a newer mlsd',
    () => foreign(`PRAGMA application_id = ${0x6d6c7364}; PRAGMA user_version = 999; CREATE TABLE t (a)`),
    /newer mlsd/,
  ],
])('a data file that is %s is left as it is', async (_, make, says) => {
  const home = dataFolder()
  const file = join(home, 'mlsd.db')
  const before = make()
  writeFileSync(file, before)
  for (const words of [
    PRACTICE,
    ['history'],
    ['export'],
    ['forget', '--yes'],
    ['backup', join(home, 'copy.db')],
  ]) {
    const { code, out, err } = await mlsd(home, words, talk('An answer.'))
    expect({ words, code, out }).toEqual({ words, code: 2, out: '' })
    expect(err).toMatch(says)
    expect(err).toContain(file)
  }
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a data folder that cannot be made is named', async () => {
  const home = join(dataFolder(), 'file')
  writeFileSync(home, 'I am a file, not a folder.')
  const { code, err } = await mlsd(home, PRACTICE, talk('An answer.'))
  expect(code).toBe(2)
  expect(err).toMatch(/cannot be written|exists already/)
  expect(err).toContain(home)
})

const foreign = (sql: string): Buffer => {
  const folder = dataFolder()
  const file = join(folder, 'made.db')
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
  const bytes = readFileSync(file)
  rmSync(file)
  return bytes
}

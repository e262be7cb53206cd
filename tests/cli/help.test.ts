import { expect, test } from 'vitest'
import { dataFolder, mlsd } from './run.ts'

const COMMANDS = [
  'practice',
  'resume',
  'history',
  'report',
  'problems',
  'grade',
  'flows',
  'flows check',
  'eval',
  'usage',
  'cost',
  'diagram',
  'export',
  'forget',
  'backup',
  'restore',
  'migrate',
  'serve',
  'doctor',
  'status',
  'set-aside',
  'set-aside list',
  'set-aside retry',
  'set-aside drop',
]

test('help lists every command, an example, the settings and the exit codes', async () => {
  const { code, out, err } = await mlsd(dataFolder(), ['--help'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  for (const name of COMMANDS) expect(out).toContain(`  ${name.split(' ')[0]}`)
  for (const words of ['Example', 'MLSD_HOME', 'MLSD_IDLE_HOURS', 'NO_COLOR', 'Exit codes']) {
    expect(out).toContain(words)
  }
})

test.each(COMMANDS)('the help of %s shows an example of it', async (name) => {
  const { code, out } = await mlsd(dataFolder(), [...name.split(' '), '--help'])
  expect(code).toBe(0)
  expect(out).toMatch(new RegExp(`Examples?:\\n.*mlsd ${name}`, 's'))
})

test('the version is that of the package', async () => {
  const { code, out } = await mlsd(dataFolder(), ['--version'])
  expect(code).toBe(0)
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('problems lists the bank, or what a word finds', async () => {
  const home = dataFolder()
  expect((await mlsd(home, ['problems'])).out.match(/^- \*\*/gm)?.length).toBeGreaterThanOrEqual(4)
  const found = await mlsd(home, ['problems', 'fraud'])
  expect(found.out).toContain('card-fraud')
  expect(found.out).not.toContain('ad-clicks')
  expect((await mlsd(home, ['problems', 'zeppelin'])).out).toContain('No problem has "zeppelin" in it')
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Belongings } from '../../src/host/export.ts'
import { dataFolder, mlsd, start, talk } from './run.ts'

const SECRET = 'xylophone-marmalade'
const SCENARIO = 'Rank glockenspiel-tutorials for learners.'

const bytesIn = (home: string): string =>
  readdirSync(home)
    .map((name) => readFileSync(join(home, name)).toString('latin1'))
    .join()

const exported = async (home: string): Promise<Belongings> =>
  JSON.parse((await mlsd(home, ['export'])).out) as Belongings

test('history, report and export hold what was said and judged', async () => {
  const home = dataFolder()
  const held = await mlsd(
    home,
    ['practice', '--problem', 'ad-clicks', '--json'],
    talk(`We log ${SECRET} as a feature.`),
  )
  const { out } = await mlsd(home, ['history'])
  expect(out).toContain('Ad click prediction (mid, 45 min, coach)')
  const id = out.match(/`(\w+)`/)?.[1] ?? ''
  expect(JSON.parse((await mlsd(home, ['report', id, '--format', 'json'])).out)).toEqual(JSON.parse(held.out))
  expect((await mlsd(home, ['report', id])).out).toContain('# Report: Ad click prediction')
  expect((await mlsd(home, ['report', '--format', 'json'])).out).toEqual(held.out)

  const all = await exported(home)
  expect(all.person).toBe('terminal:local')
  expect(all.interviews).toHaveLength(1)
  expect(all.interviews[0]?.report).toEqual(JSON.parse(held.out))
  expect(JSON.stringify(all.interviews[0]?.transcript)).toContain(SECRET)
  expect((await mlsd(home, ['export', '--format', 'md'])).out).toContain(`> We log ${SECRET} as a feature.`)
})

test('forget asks first, and then no byte of what was said or typed is left on the disk', async () => {
  const home = dataFolder()
  await mlsd(home, ['practice', '--scenario', SCENARIO], talk(`The ${SECRET} matters.`, '/hint'))
  const run = start(home, ['practice', '--problem', 'card-fraud'])
  run.process.stdin?.write(talk(`Again ${SECRET}.`))
  await run.saying(SECRET)
  run.process.kill('SIGKILL')
  await run.ended()
  expect(bytesIn(home)).toContain(SECRET)
  expect(bytesIn(home)).toContain('glockenspiel')

  const refused = await mlsd(home, ['forget'], 'no\n')
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('Nothing was removed')
  expect(bytesIn(home)).toContain(SECRET)

  const done = await mlsd(home, ['forget'], 'forget\n')
  expect(done).toMatchObject({ code: 0, out: '' })
  expect(done.err).toContain('Forgotten: 2 interviews')
  const left = bytesIn(home)
  for (const word of [SECRET, 'xylophone', 'glockenspiel', 'terminal:local']) expect(left).not.toContain(word)

  expect((await exported(home)).interviews).toEqual([])
  expect((await mlsd(home, ['history'])).out).toContain('None yet')
  expect((await mlsd(home, ['forget', '--yes'])).err).toContain('Forgotten: 0 interviews')
  expect((await mlsd(home, ['practice', '--problem', 'ad-clicks'], talk('A new start.'))).code).toBe(0)
})

test('looking at nothing shows nothing and leaves nothing behind', async () => {
  const home = dataFolder()
  expect((await mlsd(home, ['history'])).out).toContain('None yet')
  expect((await exported(home)).interviews).toEqual([])
  expect(readdirSync(home)).toEqual([])
})

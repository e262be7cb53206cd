import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Belongings } from '../../src/host/export.ts'
import { dataFolder, mlsd, start, talk } from './run.ts'

const PRACTICE = ['practice', '--problem', 'ad-clicks']

const exported = async (home: string): Promise<Belongings> =>
  JSON.parse((await mlsd(home, ['export'])).out) as Belongings

const saidIn = ({ interviews }: Belongings): string[] =>
  interviews.flatMap(({ transcript }) =>
    transcript.filter(({ who }) => who === 'candidate').map(({ text }) => text),
  )

test('killed in the middle, the interview is offered, and goes on with every answer there once', async () => {
  const home = dataFolder()
  const first = start(home, PRACTICE)
  first.process.stdin?.write(talk('Answer one: we serve people who scroll.', 'Answer two: labels come late.'))
  await first.saying('two: labels come late.')
  await first.saying('[Overview · 1 of 7')
  first.process.stdin?.write(talk('/next'))
  await first.saying('Interviewer: Clarify')
  first.process.kill('SIGKILL')
  expect((await first.ended()).code).toBe(-1)

  const refused = await mlsd(home, PRACTICE, talk('Answer to another interview.'))
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('"mlsd resume" goes on with it')

  const offered = await mlsd(home, [], talk('/resume', 'Answer three: I derive the load.'))
  expect(offered.code).toBe(0)
  expect(offered.out).toMatch(/is not finished; it is at\s+Clarify\s+requirements/)
  expect(offered.out).toMatch(/We were at\s+Clarify\s+requirements\./)
  expect(offered.out).toContain('Report: Ad click prediction')

  const said = saidIn(await exported(home))
  expect(said).toEqual([
    'Answer one: we serve people who scroll.',
    'Answer two: labels come late.',
    'Answer three: I derive the load.',
  ])
})

const HOUR = 3_600_000

const killed = async (home: string): Promise<void> => {
  const run = start(home, PRACTICE)
  run.process.stdin?.write(talk('An answer.', '/time'))
  await run.saying('of 45:00 left')
  run.process.kill('SIGKILL')
  await run.ended()
}

test('the clock stands still while the terminal is gone', async () => {
  const home = dataFolder()
  await killed(home)
  const { out } = await mlsd(home, ['resume'], talk('/time'), { later: 3 * HOUR })
  expect(out).toMatch(/4[45]:\d\d of 45:00 left/)
  expect(out).not.toContain('is used up')
})

test('an interview left for longer than the idle time closes itself, with its report', async () => {
  const home = dataFolder()
  await killed(home)
  const { out } = await mlsd(home, [], '', { later: 73 * HOUR })
  expect(out).toContain('Report: Ad click prediction')
  expect((await mlsd(home, ['resume'])).err).toContain('There is no unfinished interview here')
})

test('one process at a time: the second is told which one has the data, lookers and backups are let in', async () => {
  const home = dataFolder()
  const first = start(home, PRACTICE)
  first.process.stdin?.write(talk('An answer before the backup.'))
  await first.saying('An answer before the backup.')
  // Once it is answered it is in the transcript.
  const replies = () => first.out().split('[Overview · 1 of 7').length - 1
  await expect.poll(replies, { timeout: 30_000 }).toBe(2)

  const second = await mlsd(home, PRACTICE, talk('Me too.'))
  expect(second.code).toBe(2)
  expect(second.err).toContain(`pid ${first.process.pid}`)
  expect((await mlsd(home, ['forget', '--yes'])).code).toBe(2)
  expect((await mlsd(home, ['history'])).out).toContain('not finished')

  const copy = join(home, 'copy.db')
  expect(await mlsd(home, ['backup', copy])).toMatchObject({ code: 0, out: '' })
  const again = await mlsd(home, ['backup', copy])
  expect(again.code).toBe(2)
  expect(again.err).toContain('exists already')
  expect((await mlsd(home, ['restore', copy])).code).toBe(2)

  first.process.stdin?.end(talk('An answer after the backup.'))
  expect((await first.ended()).code).toBe(0)
  const restored = await mlsd(home, ['restore', copy])
  expect(restored.code).toBe(0)
  expect(restored.err).toMatch(/The data from before is kept in .*before-restore/)
  expect(saidIn(await exported(home))).toEqual(['An answer before the backup.'])
  expect((await mlsd(home, ['resume', '--end'])).out).toContain('Report: Ad click prediction')
  expect((await mlsd(home, ['forget', '--yes'])).err).toMatch(/still holds your words: .*before-restore/)
})

test('what was acknowledged but not handled when the process died is delivered on the next start', async () => {
  const home = dataFolder()
  const run = start(home, PRACTICE)
  run.process.stdin?.write(
    talk(...Array.from({ length: 40 }, (_, n) => `Answer number ${n}: features are logged as served.`)),
  )
  await run.saying('Answer number 7')
  run.process.kill('SIGKILL')
  await run.ended()
  const shown = run.out().match(/Answer number \d+/g)?.length ?? 0
  expect((await mlsd(home, ['resume', '--end'])).code).toBe(0)
  const said = saidIn(await exported(home))
  expect(new Set(said).size).toBe(said.length)
  expect(said.length).toBeGreaterThanOrEqual(shown - 1)
  expect(said).toEqual(said.map((_, n) => `Answer number ${n}: features are logged as served.`))
  expect(readFileSync(join(home, 'mlsd.db')).length).toBeGreaterThan(0)
})

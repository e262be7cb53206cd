/** The report as a page in a file, and the question of the day at a terminal. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, mlsd, talk } from './run.ts'

const ANSWER = 'We build the part that picks an ad for each person, so that people see ads they care about.'
const DRAWN = 'user -> api [5ms] -> ranker [20ms] -> api -> event log -> trainer -> ranker'

test('"report --html" writes one page with pictures, the talk and what was drawn in it', async () => {
  const home = dataFolder()
  const words = ['practice', '--problem', 'ad-clicks']
  expect((await mlsd(home, words, talk(ANSWER, '/next', ANSWER, '/next', DRAWN, '/end', '/skip'))).code).toBe(
    0,
  )
  const file = join(home, 'report.html')
  const { code, out } = await mlsd(home, ['report', '--html', file])
  expect(code).toBe(0)
  expect(out).toContain('report.html')
  const page = readFileSync(file, 'utf8')
  expect(page).toContain(ANSWER)
  expect(page.match(/<figure role="img"/g)).toHaveLength(3)
  expect(page).toContain('aria-label="Diagram of')
  const denied = await mlsd(home, ['report', '--html', join(home, 'no', 'such', 'folder.html')])
  expect(denied).toMatchObject({ code: 1 })
  expect(denied.err).toContain('cannot be written')
})

test('"daily" asks one question on one point, and not the same again once it was answered', async () => {
  const home = dataFolder()
  const asked: string[] = []
  for (let day = 0; day < 2; day += 1) {
    const { code, out, err } = await mlsd(home, ['daily', '--json'], talk(ANSWER, '/end'))
    expect({ code, err: err.includes('One question on one point') }).toEqual({ code: 0, err: true })
    const report = JSON.parse(out)
    expect(report.format.part).toMatchObject({ take: 'one-criterion' })
    asked.push(report.question.criterion)
  }
  expect(new Set(asked).size).toBe(2)
  const { practice } = JSON.parse((await mlsd(home, ['export'])).out)
  expect(Object.keys(practice.practice.deck).sort()).toEqual(asked.toSorted())
  await mlsd(home, ['forget', '--yes'])
  expect((await mlsd(home, ['export'])).out).not.toContain('"deck"')
})

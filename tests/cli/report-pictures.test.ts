/** The pictures of a report at the terminal: in characters under it, and as files where they are asked for. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, mlsd, talk } from './run.ts'

const PRACTICE = ['practice', '--problem', 'ad-clicks']
const ANSWER = 'We build the part that picks an ad for each person, so that people see ads they care about.'

test('are printed under the report, and are written as PNG with "--png"', async () => {
  const home = dataFolder()
  const held = await mlsd(home, PRACTICE, talk(ANSWER, '/next', ANSWER, '/end', '/skip'))
  expect(held.code).toBe(0)
  const plots = held.out.slice(held.out.indexOf('Marks and the bar for'))
  expect(plots).toMatch(/^Overview +│.*┃.* \d/m)
  expect(plots).toMatch(/^Pace against plan$/m)
  const folder = join(home, 'pictures')
  const missing = await mlsd(home, ['report', '--png', folder])
  expect(missing.code).not.toBe(0)
  expect(missing.err).toContain('cannot be written')
  mkdirSync(folder)
  const { code, out, err } = await mlsd(home, ['report', '--png', folder])
  expect(code).toBe(0)
  expect(out).toContain('# Report')
  const files = readdirSync(folder).sort()
  expect(files).toEqual([
    expect.stringMatching(/^mlsd-\w+-marks\.png$/),
    expect.stringMatching(/-pace\.png$/),
  ])
  for (const file of files) {
    expect(readFileSync(join(folder, file)).subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(err).toContain(file)
  }
  expect(err).toContain('Marks by stage and the bar for')
})

test('a report of one question has none, and says so', async () => {
  const home = dataFolder()
  const held = await mlsd(
    home,
    ['practice', '--flow', 'warm-up', '--problem', 'ad-clicks'],
    talk(ANSWER, '/end'),
  )
  expect(held.code).toBe(0)
  const { code, err } = await mlsd(home, ['report', '--png', home])
  expect({ code, err }).toEqual({ code: 0, err: 'This report has no pictures.\n' })
  expect(readdirSync(home).filter((file) => file.endsWith('.png'))).toEqual([])
})

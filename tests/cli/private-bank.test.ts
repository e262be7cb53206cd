/** A folder of one's own beside the bank: what is sound can be practised, what is not is told and left out. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '../../src/interview/report.ts'
import { dataFolder, mlsd, talk } from './run.ts'

const flows = new URL('../../flows/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, flows), 'utf8')
const MINE = read('problems/ad-clicks.yaml')
  .replace('id: ad-clicks', 'id: my-clicks')
  .replace('title: Ad click prediction', 'title: Clicks of our own')
const STINT = read('sprint.yaml').replace('id: sprint', 'id: stint').replace('title: Sprint', 'title: Stint')

let home: string
let folder: string
beforeEach(() => {
  home = dataFolder()
  folder = join(home, 'mine')
  mkdirSync(join(folder, 'problems'), { recursive: true })
})

const put = (name: string, text: string): void => writeFileSync(join(folder, name), text)
const run = (words: readonly string[], input = '', own = folder) =>
  mlsd(home, words, input, { env: { MLSD_FLOWS: own } })
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

test('is offered beside the bank, and practised like it', async () => {
  put('problems/my-clicks.yaml', MINE)
  put('stint.yaml', STINT)
  const listed = await run(['problems'])
  expect(listed).toMatchObject({ code: 0, err: '' })
  expect(listed.out).toContain('Ad click prediction')
  expect(listed.out).toContain('**Clicks of our own** (`my-clicks`')
  const practice = ['practice', '--problem', 'my-clicks', '--flow', 'stint', '--focus', 'model', '--json']
  const held = await run(practice, talk('I start from the mean.'))
  expect(held.code).toBe(0)
  const report = JSON.parse(held.out) as Report
  expect(report.problem.id).toBe('my-clicks')
  expect(report.format).toEqual({
    ...{ id: 'stint', title: 'Stint: Model' },
    part: { of: expect.stringMatching(/^mlsd \d/), take: 'one-stage' },
  })
  rmSync(folder, { recursive: true })
  const again = await run(['report', '--format', 'json'])
  expect(again.err).toContain('there is no such folder')
  expect(JSON.parse(again.out).problem).toEqual(report.problem)
})

test('a flow of its own can be practised whole, and be cut', async () => {
  put('mine.yaml', read('mlsd.yaml').replace('id: mlsd', 'id: mine'))
  put('short.yaml', STINT.replace('id: stint', 'id: short').replace('cut: mlsd', 'cut: mine'))
  const { code, out, err } = await run(
    ['practice', '--problem', 'ad-clicks', '--flow', 'short', '--focus', 'fit', '--json'],
    talk('It sits behind the ad server.'),
  )
  expect({ code, warned: err.includes('mlsd: warn') }).toEqual({ code: 0, warned: false })
  expect((JSON.parse(out) as Report).format.part?.of).toMatch(/^mine \d/)
})

describe('a file with a fault is left out, told with file, line and mend, and the rest can be used', () => {
  const cases: [what: string, name: string, text: string, at: string, says: RegExp][] = [
    [
      'too few facts',
      'problems/my-clicks.yaml',
      MINE.replace(
        /facts:\n[\s\S]*?\ntwist:/,
        (all) => `${all.split('\n  - id:').slice(0, 6).join('\n  - id:')}\ntwist:`,
      ),
      'facts:',
      /there are 5 facts, at least 12 are wanted; add what/,
    ],
    [
      'a figure that is wrong',
      'problems/my-clicks.yaml',
      MINE.replace(/\n {4}value: (\S+)/, '\n    value: 1.5'),
      '    value: 1.5',
      /the derivation gives .* and the value says 1\.5; correct whichever is wrong/,
    ],
    [
      'no note for a level',
      'problems/my-clicks.yaml',
      MINE.replace(/\n {2}staff: (?:.|\n {4})*$/m, ''),
      'levels:',
      /levels has no note for .*staff; say in a sentence/,
    ],
    [
      'an id that is taken',
      'problems/ad-clicks.yaml',
      read('problems/ad-clicks.yaml'),
      'id: ad-clicks',
      /is taken already, by the bank; give this one/,
    ],
    [
      'a name that is not its id',
      'problems/theirs.yaml',
      MINE,
      'id: my-clicks',
      /is not the name of the file, "theirs"; name the file my-clicks\.yaml/,
    ],
    ['a flow whose id is taken', 'sprint.yaml', read('sprint.yaml'), 'id: sprint', /is taken already/],
    [
      'a cut of nothing',
      'stint.yaml',
      STINT.replace('cut: mlsd', 'cut: nothing'),
      'cut: nothing',
      /no whole flow "nothing"; write one of: mlsd/,
    ],
    ['no YAML at all', 'stint.yaml', 'cut: [\n', 'cut', /\S/],
    [
      'a problem among the flows',
      'my-clicks.yaml',
      MINE,
      'id',
      /no flow; move a problem into the folder problems/,
    ],
    ['another ending', 'problems/my-clicks.yml', MINE, 'id', /end with \.yaml are read; rename it/],
  ]
  test.each(cases)('%s', async (_what, name, text, at, says) => {
    put(
      'problems/sound.yaml',
      MINE.replace('id: my-clicks', 'id: sound').replace('Clicks of our own', 'Sound one'),
    )
    put(name, text)
    const { code, out, err } = await run(['problems'])
    expect(code).toBe(0)
    expect(out).toContain('Sound one')
    expect(out).not.toContain('Clicks of our own')
    const first = err.split('\n')[0] ?? ''
    expect(first).toContain(`left out of the private bank: `)
    expect(first).toContain(`${name}:${lineOf(text, at)}  `)
    expect(first).toMatch(says)
    const checked = await run(['flows', 'check'])
    expect(checked.code).toBe(1)
    expect(checked.out).toContain(`${name}:${lineOf(text, at)}  `)
    expect(checked.err).toMatch(/2\d files checked: \d+ faults?\./)
  })

  test('an interview begins all the same, and it is told once', async () => {
    put('problems/my-clicks.yaml', 'id: 1')
    const { code, err } = await run(['practice', '--problem', 'ad-clicks'], '')
    expect(code).toBe(0)
    const told = err.split('\n').filter((line) => line.includes('my-clicks.yaml:1  id:'))
    expect(told).toHaveLength(1)
  })

  test('many faults of one file are counted and hide no other file, and the check lists them all', async () => {
    put(
      'problems/my-clicks.yaml',
      `id: my-clicks\n${Array.from({ length: 30 }, (_, n) => `odd${n}: 1\n`).join('')}`,
    )
    put('problems/theirs.yaml', MINE)
    const told = (await run(['problems'])).err.trim().split('\n')
    expect(told).toHaveLength(2)
    expect(told[0]).toMatch(
      /my-clicks\.yaml:1 .* \(and \d\d more in this file; "mlsd flows check" lists all\)$/,
    )
    expect(told[1]).toMatch(/theirs\.yaml:\d+ {2}id: .*write "id: theirs"$/)
    expect((await run(['flows', 'check'])).out.trim().split('\n').length).toBeGreaterThan(30)
  })
})

describe('a folder that is not there, is none, or is empty', () => {
  test('is told, and mlsd starts without it', async () => {
    const gone = await run(['problems'], '', join(home, 'nowhere'))
    expect(gone).toMatchObject({ code: 0, out: expect.stringContaining('Ad click prediction') })
    expect(gone.err).toMatch(/nowhere:1 {2}\(here\): there is no such folder; make it, or set MLSD_FLOWS/)
    put('note', 'a file')
    const file = await run(['problems'], '', join(folder, 'note'))
    expect(file.code).toBe(0)
    expect(file.err).toMatch(/^mlsd: warn: .*note:1 .*this is no folder; make it, or set MLSD_FLOWS.*\n$/)
    const empty = await run(['problems'])
    expect(empty.code).toBe(0)
    expect(empty.err).toContain('the private bank of MLSD_FLOWS holds no .yaml files')
  })
})

test('the doctor looks at it as well', async () => {
  expect((await run(['doctor'])).out).toMatch(
    /look {2}private bank: there is no \.yaml file in .*mine\n +-> Put flows there, /,
  )
  put('problems/my-clicks.yaml', MINE)
  expect((await run(['doctor'])).out).toMatch(/ok {4}private bank: 1 files? in .*mine, without a fault/)
  put('problems/other.yaml', MINE)
  const { out } = await run(['doctor'])
  expect(out).toMatch(
    /look {2}private bank: 1 fault, the first in .*other\.yaml:1: the id "my-clicks" is not/,
  )
  expect(out).toContain('"mlsd flows check" lists every fault')
})

/** `mlsd diagram`: what a drawing lacks, its picture, and what cannot be read. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, mlsd } from './run.ts'

const run = (words: readonly string[], typed: string) => mlsd(dataFolder(), ['diagram', ...words], typed)

const SYSTEM = [
  'user -> app: opens -> api [5ms]: user id -> ranker [20ms]: candidates -> app: ranked ids',
  'api -> popular items [2ms]: on timeout',
  'ranker -> feature store: lookup',
  'app -> event log: clicks and views -> trainer: labels -> model registry: weights -> ranker: new model',
  'feature store -> trainer: features',
].join('\n')

test('what is drawn whole has nothing to mend, and the same in Mermaid comes to the same', async () => {
  const { code, out, err } = await run(['--budget', '100'], SYSTEM)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('Nothing is missing')
  const mermaid = 'flowchart LR\n  user --> api\n  api --> ranker[Ranker 20ms]\n  ranker --> api'
  expect((await run([], mermaid)).out).toContain('How the model comes about is not drawn')
})

test('hops over the time are added up, as words and as JSON', async () => {
  const typed = 'user -> api [5ms] -> ranker [120ms] -> api'
  const { out } = await run(['--budget', '100'], typed)
  expect(out).toMatch(/take 125 ms, and 100 ms are allowed/)
  const { boxes, remarks } = JSON.parse((await run(['--budget', '100', '--json'], typed)).out)
  expect(boxes).toHaveLength(3)
  expect(remarks).toContainEqual(expect.objectContaining({ kind: 'over-budget', criteria: ['FT4'] }))
  expect(JSON.stringify(await run(['--json'], typed))).not.toContain('over-budget')
})

test('the picture is a file, told in words', async () => {
  const folder = dataFolder()
  const [png, svg] = [join(folder, 'system.png'), join(folder, 'system.svg')]
  const { code, err } = await run(['--png', png, '--svg', svg, '--theme', 'dark'], SYSTEM)
  expect(code).toBe(0)
  expect(err).toMatch(/The picture is in .*system\.png and .*system\.svg\. Diagram of \d+ boxes/)
  expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG')
  expect(readFileSync(svg, 'utf8')).toContain('event log')
})

test('what cannot be read or written is refused with what mends it, and no stack', async () => {
  const cases = [
    [[], ''],
    [[], 'x'.repeat(30_000)],
    [[], `flowchart LR\n  a[${'b'.repeat(3000)}`],
    [['--budget', 'soon'], SYSTEM],
  ] as const
  for (const [words, typed] of cases) {
    const { code, err } = await run(words, typed)
    expect(code, typed.slice(0, 20)).toBe(1)
    expect(err).toMatch(/\w+ \w+.*\.\n/)
    expect(err).not.toContain('    at ')
  }
  const taken = dataFolder()
  writeFileSync(join(taken, 'file'), '')
  const { code, err } = await run(['--png', join(taken, 'file', 'system.png')], SYSTEM)
  expect(code).toBe(1)
  expect(err).toContain('cannot be written')
})

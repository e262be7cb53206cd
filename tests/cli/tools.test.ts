/** Tools in a shell: a file or a pipe in, words, JSON and pictures out. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, mlsd } from './run.ts'

const CSV = 'label,score\n1,.9\n0,.4\n0,.2\n1,.7\n'

test('"metrics" reads a file, draws its first picture, and prints the same as JSON', async () => {
  const folder = dataFolder()
  const [file, png] = [join(folder, 'rows.csv'), join(folder, 'rows.png')]
  writeFileSync(file, CSV)
  const { code, out, err } = await mlsd(folder, ['metrics', file, '--png', png, '--plot'])
  expect(code).toBe(0)
  expect(out).toContain('1 accuracy is well above the 0.5 that always saying')
  expect(out).toContain('Predicted')
  expect(err).toContain('The picture is in')
  expect(readFileSync(png).subarray(1, 4).toString('latin1')).toBe('PNG')
  const json = await mlsd(folder, ['metrics', '--json', '-'], CSV)
  expect(JSON.parse(json.out)).toMatchObject({
    task: 'classification',
    rows: 4,
    metrics: { accuracy: { value: 1 } },
  })
})

test.each<[string, string[], string, RegExp]>([
  ['a file that is not there', ['metrics', 'no-such.csv'], '', /no-such\.csv cannot be read/],
  ['a broken row', ['data', '-'], 'a,b\n1,2\n3\n', /Row 3 has 1 value/],
  [
    'an argument that is no figure',
    ['bias-variance', '--train', 'low', '--validation', '.1'],
    '',
    /"low" as train/,
  ],
  ['nothing to draw', ['estimate', '2 x 3', '--png', 'x.png'], '', /nothing to draw/],
])('%s is refused with what mends it', async (_, words, typed, says) => {
  const { code, out, err } = await mlsd(dataFolder(), words, typed)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(says)
  expect(err).not.toContain('    at ')
})

test.each([
  ['estimate', ['estimate', '120M users x 9 / day'], '12,500 per second'],
  ['choose-model', ['choose-model', '--input', 'table'], 'Start with'],
  ['ab-test', ['ab-test', '--baseline', '2.4%', '--effect', '2%'], '1,611,498'],
])('"%s" answers in words', async (_, words, says) => {
  const { code, out } = await mlsd(dataFolder(), words)
  expect(code).toBe(0)
  expect(out).toContain(says)
})

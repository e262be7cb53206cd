/** The tools that need no table: estimates, errors side by side, drawings. */
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../src/numbers/bad-input.ts'
import { biasVariance } from '../../src/tools/bias-variance.ts'
import { diagram } from '../../src/tools/diagram.ts'
import { estimate } from '../../src/tools/estimate.ts'
import type { Input } from '../../src/tools/tool.ts'
import { toolNamed } from '../../src/tools/tools.ts'

const inputOf = (text: string): Input => ({
  name: 'a file',
  bytes: (async function* () {
    yield new TextEncoder().encode(text)
  })(),
})

describe('an estimate', () => {
  it.each([
    ['120M users x 9 / day', 12_500, 'per second'],
    ['120M users x 9 / 86400', 12_500, 'per second'],
    ['a billion a day', 1e9 / 86_400, 'per second'],
    ['80M x 256 float32', 81.92e9, 'bytes'],
    ['80M x 256 x int8', 20.48e9, 'bytes'],
    ['40 TB x 3 replicas', 120e12, 'bytes'],
    ['5 GB / 100 MB/s', 50, 'seconds'],
    ['12/(12+95)', 12 / 107, ''],
    ['3 % of 22 million', 660_000, ''],
    ['22M a day over 18 months', 22e6 * 540, 'in all'],
    ['5M a week over a year', (5e6 * 365) / 7, 'in all'],
    ['24 months of 22 million a day', 22e6 * 720, 'in all'],
    ['18 million a day over 86,400 seconds', 18e6 / 86_400, 'per second'],
    ['200 MB/s for 2 hours', 1.44e12, 'bytes'],
    ['22M a day over 18 months x 200 bytes', 22e6 * 540 * 200, 'bytes'],
    ['60 reviewers at 150 a day', 9_000 / 86_400, 'per second'],
    ['100M rows at 50k rows a second', 2_000, 'seconds'],
    ['35 million over 1.3 million a day', (35 / 1.3) * 86_400, 'seconds'],
    ['1000 candidates in 40 ms', 25_000, 'per second'],
    ['300 GB over 4 shards', 75e9, 'bytes'],
    ['9,000 out of 22 million', 9_000 / 22e6, ''],
  ])('reads %s', async (text, value, unit) => {
    const { data } = await estimate({ args: { text } })
    expect(data).toMatchObject({ unit })
    expect((data as { value: number }).value).toBeCloseTo(value, 6)
  })

  it('shows how it comes about, and the peak', async () => {
    const { text } = await estimate({ args: { text: '120M users x 9 / day' } })
    expect(text).toContain('12,500 per second on average, 37,500')
    expect(text).toContain('1,080,000,000 / 86,400 s = 12,500 per second')
  })

  it('tells large numbers in words too, what a month is, and thousands as they were written', async () => {
    const span = await estimate({ args: { text: '22M a day over 18 months' } })
    expect(span.text).toContain('**11,880,000,000, or 11.9 billion in all**')
    expect(span.text).toContain('A month counts 30 days')
    expect((await estimate({ args: { text: '9,000 out of 22 million' } })).text).toContain(
      '- 9,000 out of 22',
    )
  })

  it.each([
    '',
    'rm -rf /',
    '100M rows at 50k a second',
    '120M users or so',
    'process.exit(1)',
    '5 / 0',
    '9'.repeat(400),
  ])('refuses %s and says what can be written', async (text) => {
    await expect(estimate({ args: { text } })).rejects.toThrow(BadInput)
  })
})

describe('errors side by side', () => {
  it('are read with what helps and what would be wrong', async () => {
    const { text, data } = await biasVariance({ args: { train: '2%', validation: '11%', human: '1.5%' } })
    expect(data).toMatchObject({ dominant: 'variance' })
    expect(text).toMatch(
      /Mostly \*\*variance\*\*.*What helps.*Regularise more.*What would be wrong.*larger model/s,
    )
  })

  it.each([
    [{}],
    [{ train: '.02' }],
    [{ train: 'two', validation: '.1' }],
    [{ train: '2', validation: '.1' }],
  ])('refuse %o and say what is missing', async (args: Record<string, string>) => {
    await expect(biasVariance({ args })).rejects.toThrow(BadInput)
  })

  it('take one thing to be reached', async () => {
    const args = { train: '.1', validation: '.2', human: '.01', target: '.02' }
    await expect(biasVariance({ args })).rejects.toThrow('both given')
  })
})

describe('a drawing', () => {
  it('is read from text or a file, and comes with its picture', async () => {
    const text = 'user -> api [5ms] -> ranker [120ms] -> api'
    const typed = await diagram({ args: { text, budget: '100 ms' } })
    const sent = await diagram({ args: { budget: '100' }, input: inputOf(text) })
    expect(typed).toEqual(sent)
    expect(typed.text).toContain('take 125 ms, and 100 ms are allowed')
    expect(typed.pictures).toMatchObject([{ kind: 'diagram' }])
  })

  it('refuses what is none, and a budget that is none', async () => {
    await expect(diagram({ args: {} })).rejects.toThrow(BadInput)
    await expect(diagram({ args: { text: 'a -> b', budget: '0' } })).rejects.toThrow('budget of 0')
  })
})

it('finds a tool by its command, and nothing by other names', async () => {
  expect(await toolNamed('estimate')).toBe(estimate)
  for (const name of ['start', 'toString', '__proto__', '']) expect(await toolNamed(name)).toBeUndefined()
})

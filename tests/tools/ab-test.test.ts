import { describe, expect, test } from 'vitest'
import { BadInput } from '../../src/numbers/bad-input.ts'
import { abTest } from '../../src/tools/ab-test.ts'

const ask = (args: Record<string, string>) => abTest({ args })

describe('a plan', () => {
  test('2.4 % to 2.448 % needs 1.61 million in each arm, however the change is put', async () => {
    for (const change of [{ effect: '2%' }, { effect: '0.048 points' }, { target: '2.448 %' }]) {
      const { text, data } = await ask({ baseline: '2.4%', daily: '200k', ...change })
      expect(text).toContain('1,611,498 users in each arm')
      expect(text).toContain('17 days; run **3 weeks**')
      expect(text).toContain(
        '= (1.960 + 0.842)² x (0.024 x 0.976 + 0.02448 x 0.97552) / 0.00048² = 1,611,498',
      )
      expect(text).toContain('16 p (1 - p) / change² = 1,626,670')
      expect(data).toMatchObject({ kind: 'plan', each: 1611498, total: 3222996, days: 17, weeks: 3 })
    }
  })

  test('the reading stands before the figures', async () => {
    const { text } = await ask({ baseline: '2.4%', effect: '2%' })
    expect(text.startsWith('To see 2.4 % become 2.448 %')).toBe(true)
    expect(text).toContain('Give daily')
  })

  test('a fall takes what its own spread asks for, half the effect about four times as many', async () => {
    const [rise, fall, half] = await Promise.all(
      ['10%', '-10%', '5%'].map(async (effect) => (await ask({ baseline: '.3', effect })).data),
    )
    expect(fall).toMatchObject({ change: -0.03 })
    const each = (data: unknown): number => (data as { each: number }).each
    expect(each(fall) / each(rise)).toBeCloseTo((0.3 * 0.7 + 0.27 * 0.73) / (0.3 * 0.7 + 0.33 * 0.67), 2)
    expect(each(half) / each(rise)).toBeCloseTo(4, 1)
  })

  test('a mean: half a deviation needs 63', async () => {
    const { text, data } = await ask({ baseline: '10', effect: '0.5', deviation: '1' })
    expect(data).toMatchObject({ metric: 'mean', each: 63, total: 126 })
    expect(text).toContain('x 2 x 1² / 0.5² = 63')
    expect((await ask({ baseline: '10', effect: '5%', deviation: '1' })).data).toMatchObject({ each: 63 })
    expect((await ask({ baseline: '10', target: '9.5', deviation: '1' })).data).toMatchObject({
      change: -0.5,
    })
  })

  test('more arms share alpha, and all count', async () => {
    const { text, data } = await ask({ baseline: '10%', effect: '10%', arms: '3' })
    const strict = await ask({ baseline: '10%', effect: '10%', alpha: '.025' })
    expect((data as { each: number }).each).toBe((strict.data as { each: number }).each)
    expect(data).toMatchObject({ total: 3 * (data as { each: number }).each, alpha: 0.025 })
    expect(text).toContain('alpha 0.05 / 2 comparisons')
  })

  test('looks cost false alarms', async () => {
    const { text, data } = await ask({ baseline: '10%', effect: '10%', looks: '5' })
    expect(text).toContain('**14.2 %**')
    expect(text).toContain('look 1: never; look 2: 0.00079')
    expect(data).toMatchObject({ looks: { looks: 5, lines: [{}, {}, {}, {}, { share: 1 }] } })
    expect((await ask({ baseline: '10%', effect: '10%', looks: '30' })).text).toContain(
      'of the last three, look 28',
    )
  })

  test('a test that runs for ever is called long', async () => {
    expect((await ask({ baseline: '2.4%', effect: '2%', daily: '10000' })).text).toContain('That is long')
  })
})

describe('a result', () => {
  test('difference, interval, p and what was seen', async () => {
    const { text, data } = await ask({ a: '1000/40000', b: '1100 of 40010', effect: '10%' })
    expect(text).toMatch(
      /^b is \*\*higher\*\* by 0.2493 points, 9.973 % of a, more than chance \(p = 0.027\)/,
    )
    expect(text).toContain('power that was there for the planned +0.25 points: 0.599')
    expect(text).toContain('sizes of the arms fit the plan')
    expect(data).toMatchObject({
      kind: 'result',
      a: 0.025,
      significant: true,
      sampleRatio: { mismatch: false },
    })
    const { difference, low, high, p, power } = data as Record<string, number>
    // The z-test by hand, with the pooled share.
    expect(difference).toBeCloseTo(1100 / 40010 - 0.025, 12)
    expect(p).toBeCloseTo(0.0274, 4)
    expect(low).toBeGreaterThan(0)
    expect(high).toBeLessThan(0.005)
    expect(power).toBeCloseTo(0.599, 3)
  })

  test('within chance is no proof of nothing', async () => {
    const { text, data } = await ask({ a: '1000/40000', b: '1010/40000' })
    expect(text).toContain('within chance')
    expect(text).toContain('no proof of no effect')
    expect(data).toMatchObject({ significant: false })
  })

  test('arms of the wrong size are said first, unless they were planned so', async () => {
    const arms = { a: '1000/40000', b: '2100/80000' }
    const { text, data } = await ask(arms)
    expect(text.startsWith('**Do not read the result yet.**')).toBe(true)
    expect(data).toMatchObject({ sampleRatio: { mismatch: true } })
    expect((await ask({ ...arms, split: '1 2' })).data).toMatchObject({ sampleRatio: { mismatch: false } })
  })

  test('a p that one look would allow and five do not', async () => {
    const once = { a: '1000/40000', b: '1094/40000' }
    expect((await ask(once)).text).toContain('more than chance')
    expect((await ask({ ...once, looks: '20' })).text).toContain('it is **not**')
    expect((await ask({ ...once, looks: '20', effect: '10%' })).text).toContain('holds at any look')
  })

  test('without rows there is nothing, and without any difference in outcome no test', async () => {
    expect((await ask({ a: '0/0', b: '1/2' })).text).toContain('There are no trials')
    expect((await ask({ a: '0/10', b: '0/12' })).text).toContain('nothing to test')
  })
})

test('without anything it says what to give, with two examples', async () => {
  const { text, data } = await ask({})
  expect(text.match(/`ab-test --/g)).toHaveLength(2)
  expect(data).toEqual({ kind: null })
})

test.each([
  [{ baseline: '2.4', effect: '2%' }, 'baseline'],
  [{ baseline: '2.4%', effect: '.05' }, 'effect'],
  [{ baseline: '2.4%' }, 'effect'],
  [{ effect: '2%' }, 'baseline'],
  [{ baseline: '60%', effect: '80%' }, 'effect'],
  [{ baseline: '2%', target: '2%' }, 'change'],
  [{ baseline: '2%', effect: '2%', arms: '1' }, 'arms'],
  [{ baseline: '2%', effect: '2%', looks: '1000' }, 'looks'],
  [{ baseline: '2%', effect: '2%', power: '1%' }, 'power'],
  [{ baseline: '2%', effect: '2%', daily: '0' }, 'perDay'],
  [{ effect: '5%', deviation: '1' }, 'baseline'],
  [{ a: '10/40' }, 'b'],
  [{ a: '10', b: '1/2' }, 'a'],
  [{ a: '50/40', b: '1/2' }, 'successes'],
])('%o is refused', async (args, column) => {
  await expect(ask(args)).rejects.toThrow(BadInput)
  await expect(ask(args)).rejects.toThrow(expect.objectContaining({ column }))
})

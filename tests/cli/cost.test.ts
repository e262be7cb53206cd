/** `mlsd cost`: the estimate of an interview from the recorded one, its money, and what cannot be estimated. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Estimate, Here, Money } from '../../src/cli/cost-page.ts'
import { dataFolder, mlsd } from './run.ts'

type Printed = Estimate & Money & { here?: Here }

const run = (words: readonly string[], env: Record<string, string> = {}) =>
  mlsd(dataFolder(), ['cost', ...words], '', { env })

const estimated = async (words: readonly string[], env: Record<string, string> = {}): Promise<Printed> => {
  const { code, out, err } = await run([...words, '--json'], env)
  expect(code, err).toBe(0)
  return JSON.parse(out) as Printed
}

const total = ({ parts }: Printed, of: 'calls' | 'sent' | 'cached' | 'received'): number =>
  parts.reduce((sum, part) => sum + part[of], 0)

test('the whole interview is the recorded one: its forty answers, below the goal for what no cache holds', async () => {
  const whole = await estimated(['--flow', 'mlsd', '--minutes', '45'])
  expect(whole).toMatchObject({ flow: 'mlsd', problem: 'ad-clicks', minutes: 45, answers: 40 })
  const of = (part: string) => whole.parts.find((one) => one.part === part)
  expect(of('asking')).toMatchObject({ role: 'interviewer', calls: 47 })
  expect(of('judging')).toMatchObject({ role: 'judge', calls: 18 })
  for (const { sent, cached, received } of whole.parts) {
    expect(cached).toBeLessThan(sent)
    expect(received).toBeGreaterThan(0)
  }
  expect(total(whole, 'sent') - total(whole, 'cached')).toBeLessThan(90_000)
})

test('tokens follow the minutes', async () => {
  const [half, whole, double] = [
    await estimated(['--minutes', '22']),
    await estimated(['--minutes', '45']),
    await estimated(['--minutes', '90']),
  ]
  expect(half.answers).toBeLessThan(24)
  expect(double.answers).toBe(80)
  expect(total(double, 'sent') / total(whole, 'sent')).toBeGreaterThan(1.5)
  expect(total(double, 'sent') / total(whole, 'sent')).toBeLessThan(2.5)
  expect(total(half, 'sent')).toBeLessThan(total(whole, 'sent'))
})

test('a single stage and a single question cost a part of it, on whatever problem', async () => {
  const whole = await estimated([])
  const sprint = await estimated(['--flow', 'sprint', '--focus', 'data', '--problem', 'card-fraud'])
  const warmup = await estimated(['--flow', 'warmup', '--focus', 'DX2'])
  expect(sprint).toMatchObject({ flow: 'sprint', problem: 'card-fraud', minutes: 15 })
  expect(warmup.answers).toBe(2)
  expect(total(sprint, 'sent')).toBeLessThan(total(whole, 'sent') / 2)
  expect(total(warmup, 'sent')).toBeLessThan(total(sprint, 'sent') / 2)
})

test('money is tokens times prices, of the table or of one of your own, the cheapest first', async () => {
  const prices = join(dataFolder(), 'prices.json')
  const models = {
    dear: { sent: 10, cached: 1, received: 100 },
    cheap: { sent: 1, cached: 0.5, received: 2 },
  }
  writeFileSync(prices, JSON.stringify({ currency: 'EUR', asOf: '2030-01', source: 'me', models }))
  const of = await estimated(['--minutes', '15'], { MLSD_PRICES: prices })
  expect(of).toMatchObject({ currency: 'EUR', asOf: '2030-01', source: 'me' })
  expect(of.models.map(({ model }) => model)).toEqual(['cheap', 'dear'])
  const [sent, cached, received] = [total(of, 'sent'), total(of, 'cached'), total(of, 'received')]
  expect(of.models[0]?.cost).toBeCloseTo(((sent - cached) * 1 + cached * 0.5 + received * 2) / 1e6, 9)
  expect(of.models[1]?.cost).toBeCloseTo(((sent - cached) * 10 + cached * 1 + received * 100) / 1e6, 9)
  expect(of).not.toHaveProperty('here')
})

test('what is set is priced as it is set, each role with its model', async () => {
  const own = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', MLSD_INTERVIEWER_MODEL: 'gpt-5-mini' }
  const of = await estimated(['--minutes', '15'], { ...own, MLSD_JUDGE_MODEL: 'gpt-4.1' })
  const part = (model: string, name: string) =>
    of.models.find((one) => one.model === model)?.parts[name] ?? Number.NaN
  const judge = of.parts
    .filter(({ role }) => role === 'judge')
    .reduce((sum, one) => sum + part('gpt-4.1', one.part), 0)
  expect(of.here?.models).toEqual({ interviewer: 'gpt-5-mini', judge: 'gpt-4.1' })
  expect(of.here?.cost).toBeCloseTo(part('gpt-5-mini', 'asking') + judge, 9)
  const unknown = await estimated(['--minutes', '15'], { ...own, MLSD_JUDGE_MODEL: 'my-own' })
  expect(unknown.here?.cost).toBeNull()
})

test('the page has every part, every model and where the prices are from', async () => {
  const { code, out, err } = await run(['--minutes', '15', '--model', 'gpt-4.1-mini'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^\| asking +\| +\d+ \| +[\d,]+ \| +\d+ % \| +[\d,]+ \|$/m)
  expect(out).toMatch(/^\| gpt-4\.1-mini +\|( +[\d.]+ \|)+$/m)
  expect(out).not.toMatch(/^\| gpt-5/m)
  expect(out).toMatch(/o200k_base[\s\S]*Prices of \d{4}/)
})

test.each<[string, string[], Record<string, string>, RegExp]>([
  [
    'a model without a price',
    ['--model', 'nobody'],
    {},
    /no "nobody"\. It has: .*gpt-4\.1-mini.*MLSD_PRICES/,
  ],
  ['a flow that is none', ['--flow', 'opera'], {}, /There is no flow "opera"/],
  ['more minutes than it takes', ['--minutes', '900'], {}, /choose a number from 15 to 90/],
  ['a problem that is none', ['--problem', 'opera'], {}, /opera/],
  ['prices that are none', [], { MLSD_PRICES: '/nowhere/at/all' }, /MLSD_PRICES cannot be used/],
])('%s is refused with a reason', async (_, words, env, says) => {
  const { code, out, err } = await run(words, env)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(says)
  expect(err).not.toMatch(/^\s+at /m)
})

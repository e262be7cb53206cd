import { expect, onTestFinished, test } from 'vitest'
import { type Ledger, ledgerInMemory } from '../../src/model/ledger.ts'
import type { ModelSettings } from '../../src/model/settings.ts'
import { asking, failureOf, GOOD } from './contract.ts'
import { answer, cut, faulty, status } from './faulty.ts'
import { driven, modelAt } from './house.ts'

const TEXT = JSON.stringify(GOOD)

/** Each call takes `tokens`, of which 100 are received. */
const open = async (
  budget: Partial<ModelSettings['budget']>,
  {
    tokens = 1_000,
    ledger = ledgerInMemory(),
    report,
  }: { tokens?: number; ledger?: Ledger; report?: (error: unknown) => void } = {},
) => {
  const server = await faulty()
  onTestFinished(() => server.close())
  server.always(answer(TEXT, { usage: { prompt_tokens: tokens - 100, completion_tokens: 100 } }))
  const settings = { budget: { interview: {}, person: {}, day: {}, ...budget } }
  return {
    server,
    ledger,
    ...modelAt(server.url, { settings, world: { ledger, ...(report && { report }) } }),
  }
}

const OF = (interview: string, person = 'ada') => asking({ whose: { interview, person } })

test('an interview that has used up its tokens is over budget, and another one is not', async () => {
  const { server, model, clock } = await open({ interview: { tokens: 2_500 } })
  for (let n = 0; n < 2; n++) await driven(model.ask(OF('one')), clock, server)
  await driven(model.ask(OF('two')), clock, server)
  server.always(answer(TEXT, { usage: { prompt_tokens: 900, completion_tokens: 100 } }))
  await driven(model.ask(OF('one')), clock, server)
  const failure = await failureOf(model.ask(OF('one')))
  expect(failure).toMatchObject({ kind: 'budget', usage: [] })
  expect(failure.message).toMatch(/one interview.*2500 tokens.*MLSD_BUDGET_INTERVIEW_TOKENS/)
  expect(server.requests).toHaveLength(4)
  expect((await driven(model.ask(OF('two')), clock, server)).value).toEqual(GOOD)
})

test('a person has a new budget the next day, in all interviews together', async () => {
  const { server, model, clock } = await open({ person: { tokens: 1_500 } })
  await driven(model.ask(OF('one')), clock, server)
  await driven(model.ask(OF('two')), clock, server)
  const failure = await failureOf(model.ask(OF('three')))
  expect(failure.kind).toBe('budget')
  expect(failure.message).toMatch(/one person in a day.*until midnight/)
  expect((await driven(model.ask(OF('four', 'grace')), clock, server)).value).toEqual(GOOD)
  await clock.advance(12 * 3_600_000)
  expect((await driven(model.ask(OF('five')), clock, server)).value).toEqual(GOOD)
})

test('the budget of a day counts everybody, also calls without a name', async () => {
  const { server, model, clock } = await open({ day: { tokens: 2_400 } })
  await driven(model.ask(OF('one', 'ada')), clock, server)
  await driven(model.ask(OF('two', 'grace')), clock, server)
  await driven(model.ask(asking()), clock, server)
  expect((await failureOf(model.ask(asking({ role: 'judge' })))).message).toContain('MLSD_BUDGET_DAY_TOKENS')
})

test('money is counted by the price table', async () => {
  // 900 sent and 100 received cost 0.00052 with gpt-4.1-mini; a call is first set aside with its 300 tokens.
  const { server, model, clock, ledger } = await open({ interview: { cost: 0.0012 } })
  await driven(model.ask(OF('one')), clock, server)
  expect((await ledger.spent('interview:one')).cost).toBeCloseTo(0.00052, 12)
  await driven(model.ask(OF('one')), clock, server)
  expect((await failureOf(model.ask(OF('one')))).message).toMatch(/0\.0012 USD.*MLSD_BUDGET_INTERVIEW_COST/)
})

test('what is on its way counts, so that calls at once do not pass the limit together', async () => {
  const { server, model, clock } = await open({ interview: { tokens: 700 } }, { tokens: 310 })
  const asked = Array.from({ length: 5 }, () => model.ask(OF('one')))
  const ends = await driven(Promise.allSettled(asked), clock, server)
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(server.requests).toHaveLength(2)
})

test('what was set aside is given back: only what was used counts', async () => {
  const { server, model, clock, ledger } = await open({ interview: { tokens: 1_000 } }, { tokens: 110 })
  for (let n = 0; n < 6; n++) await driven(model.ask(OF('one')), clock, server)
  expect(await ledger.spent('interview:one')).toMatchObject({ tokens: 660 })
})

test('tries that fail count with what they took, also when they break off', async () => {
  const { server, model, clock, ledger } = await open({})
  server.next(status(500), cut(TEXT.slice(0, 40)))
  await driven(model.ask(OF('one')), clock, server)
  const { tokens } = await ledger.spent('interview:one')
  expect(tokens).toBeGreaterThan(1_010)
  expect(tokens).toBeLessThan(1_100)
})

test('a ledger that was written before a restart still counts', async () => {
  const first = await open({ day: { tokens: 1_200 } })
  await driven(first.model.ask(OF('one')), first.clock, first.server)
  const second = await open({ day: { tokens: 1_200 } }, { ledger: first.ledger })
  expect((await failureOf(second.model.ask(OF('two')))).kind).toBe('budget')
})

test('a ledger that cannot be read stops spending, and says so', async () => {
  const broken: Ledger = { ...ledgerInMemory(), spent: () => Promise.reject(new Error('disk')) }
  const { server, model } = await open({ day: { tokens: 9_999 } }, { ledger: broken })
  const failure = await failureOf(model.ask(OF('one')))
  expect(failure).toMatchObject({ kind: 'budget', cause: { message: 'disk' } })
  expect(failure.message).toMatch(/cannot be read/)
  expect(server.requests).toHaveLength(0)
})

test('a ledger that cannot be written loses no answer, is reported, and the spending holds', async () => {
  const told: unknown[] = []
  const broken: Ledger = { ...ledgerInMemory(), spend: () => Promise.reject(new Error('disk')) }
  const { server, model, clock } = await open(
    { interview: { tokens: 700 } },
    { ledger: broken, report: (error) => told.push(error) },
  )
  expect((await driven(model.ask(OF('one')), clock, server)).value).toEqual(GOOD)
  expect(told).toMatchObject([{ message: 'disk' }])
  await driven(model.ask(OF('one')), clock, server)
  expect((await failureOf(model.ask(OF('one')))).kind).toBe('budget')
})

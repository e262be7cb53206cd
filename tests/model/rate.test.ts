/** How often a model may be asked in a minute, for a person and for all of a team. */
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { modelOf } from '../../src/config/model.ts'
import { ledgerOn } from '../../src/host/spending.ts'
import { counted, type Ledger, ledgerInMemory, type Window } from '../../src/model/ledger.ts'
import { countCall, TooOften } from '../../src/model/rate.ts'
import { fakeMemory } from '../memory/fake.ts'
import { asking, failureOf, GOOD } from './contract.ts'
import { answer, faulty } from './faulty.ts'
import { driven, modelAt } from './house.ts'

const NOON = Date.UTC(2030, 0, 1, 12)

describe('at an endpoint', () => {
  const open = async (rates: { person?: number; team?: number }) => {
    const server = await faulty()
    onTestFinished(() => server.close())
    server.always(answer(JSON.stringify(GOOD)))
    return { server, ...modelAt(server.url, { settings: { rates } }) }
  }
  const of = (person: string, team?: string) =>
    asking({ whose: { interview: 'one', person, ...(team && { team }) } })

  test('a person who has it asked too often is refused before anything is sent, and a minute later is not', async () => {
    const { server, model, clock } = await open({ person: 2 })
    for (let n = 0; n < 2; n++) await driven(model.ask(of('ada', 't1')), clock, server)
    const failure = await failureOf(model.ask(of('ada', 't1')))
    expect(failure).toMatchObject({ kind: 'rate', usage: [] })
    expect(failure.message).toMatch(/one person.*2 times a minute.*MLSD_RATE_PERSON_CALLS/)
    expect(server.requests).toHaveLength(2)
    expect((await driven(model.ask(of('grace', 't1')), clock, server)).value).toEqual(GOOD)
    await clock.advance(61_000)
    expect((await driven(model.ask(of('ada', 't1')), clock, server)).value).toEqual(GOOD)
  })

  test('a team is limited as a whole, and another one is not', async () => {
    const { server, model, clock } = await open({ person: 9, team: 2 })
    await driven(model.ask(of('ada', 't1')), clock, server)
    await driven(model.ask(of('grace', 't1')), clock, server)
    expect((await failureOf(model.ask(of('joan', 't1')))).message).toContain('MLSD_RATE_TEAM_CALLS')
    expect((await driven(model.ask(of('ada', 't2')), clock, server)).value).toEqual(GOOD)
    expect(server.requests).toHaveLength(3)
  })

  test('whoever belongs to no team, as at a terminal, is not limited', async () => {
    const { server, model, clock } = await open({ person: 1, team: 1 })
    for (let n = 0; n < 3; n++) await driven(model.ask(of('ada')), clock, server)
    expect(server.requests).toHaveLength(3)
  })
})

const memory = fakeMemory()
const LEDGERS: readonly [string, () => Ledger[]][] = [
  ['in memory', () => [ledgerInMemory()]],
  // Each stands for a process of its own on one store.
  ['on a store, in three processes', () => Array.from({ length: 3 }, () => ledgerOn(memory))],
]

describe.each(LEDGERS)('a ledger %s', (name, ledgers) => {
  test('lets through as many calls as may be, however many are asked for at once', async () => {
    const all = ledgers()
    const asked = Array.from({ length: 60 }, (_, n) =>
      all[n % all.length]?.count(`team:${name}`, 17, NOON + n),
    )
    const let_ = (await Promise.all(asked)).filter(Boolean)
    expect(let_).toHaveLength(17)
    expect(await all[0]?.count(`team:${name}`, 18, NOON + 60)).toBe(true)
  })

  test('a call that the team may not make does not count for its person', async () => {
    const [ledger = ledgerInMemory()] = ledgers()
    const whose = { person: `${name} ada`, team: `${name} t1` }
    const call = (team: number) => countCall({ person: 2, team }, ledger, whose, NOON)
    await call(1)
    for (let n = 0; n < 5; n++) await expect(call(1)).rejects.toThrow(TooOften)
    await call(2)
    await expect(call(9)).rejects.toThrow('MLSD_RATE_PERSON_CALLS')
  })
})

test('no minute has more calls than may be, wherever it begins, and the count stays small', () => {
  const times = fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 400 })
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 40 }), (asked, most) => {
      let window: Window = []
      const taken: number[] = []
      for (const at of asked.toSorted((a, b) => a - b)) {
        const next = counted(window, most, at)
        if (next) taken.push(at)
        window = next ?? window
        expect(window.length).toBeLessThanOrEqual(61)
      }
      for (const [n, first] of taken.entries())
        expect(taken.slice(n).filter((at) => at - first < 60_000).length).toBeLessThanOrEqual(most)
      expect(taken.length).toBeGreaterThanOrEqual(Math.min(most, asked.length))
    }),
  )
})

test('a clock that is set back by an hour does not shut anybody out for it', () => {
  const ahead = counted([], 1, NOON + 3_600_000) ?? []
  expect(counted(ahead, 1, NOON)).toEqual([[NOON / 1_000, 1]])
})

test('20 calls for a person and 200 for a team, unless others are set; what is no number is told', () => {
  const told: string[] = []
  const read = (more: Record<string, string>) =>
    modelOf({ MLSD_MODEL: 'm', OPENAI_API_KEY: 'k', ...more }, (fault) => void told.push(fault))?.rates
  expect(read({})).toEqual({ person: 20, team: 200 })
  expect(read({ MLSD_RATE_PERSON_CALLS: '3', MLSD_RATE_TEAM_CALLS: '7' })).toEqual({ person: 3, team: 7 })
  expect(told).toEqual([])
  read({ MLSD_RATE_PERSON_CALLS: '0', MLSD_RATE_TEAM_CALLS: 'many' })
  expect(told).toEqual([
    expect.stringMatching(/MLSD_RATE_PERSON_CALLS.*whole number from 1/),
    expect.stringMatching(/MLSD_RATE_TEAM_CALLS.*whole number from 1/),
  ])
})

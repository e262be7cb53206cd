/** The pick of the day: what is due and matters, on a problem that was not seen lately. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { reaches } from '../../src/flow/flow.ts'
import { parseFlow } from '../../src/flow/parse.ts'
import { type Bank, type Learner, pickFor, pickForAll } from '../../src/practice/pick.ts'
import { type Deck, reviewed } from '../../src/practice/recall.ts'

const DAY = 86_400_000
const NOW = Date.parse('2027-01-04T09:00:00Z')

let bank: Bank
beforeAll(() => {
  const flow = parseFlow(readFileSync('flows/mlsd.yaml', 'utf8'), 'flows/mlsd.yaml')
  bank = { flow, problems: ['ad-clicks', 'card-fraud', 'delivery-eta'].map((id) => ({ id })) }
})

const learner = (deck: Deck, rest: Partial<Learner> = {}): Learner => ({
  deck,
  level: 'mid',
  seen: [],
  ...rest,
})
const heard = (verdict: 0 | 1 | 2, ...criteria: string[]) =>
  criteria.map((criterion) => ({ criterion, verdict }))

it('asks again for what was missed, once it is due', () => {
  const deck = reviewed({}, heard(0, 'ME1'), NOW - 3 * DAY)
  expect(pickFor(bank, learner(deck), NOW, 'a')).toMatchObject({
    criterion: 'ME1',
    stage: 'model',
    why: 'due',
  })
})

it('puts what weighs more at the level before what weighs less', () => {
  const deck = reviewed({}, heard(0, 'ME1', 'DP1', 'OV1'), NOW - 3 * DAY)
  expect(pickFor(bank, learner(deck), NOW, 'a')?.criterion).toBe('ME1')
})

it('asks for something new where nothing is due', () => {
  const deck = reviewed({}, heard(2, 'ME1'), NOW - DAY / 2)
  const pick = pickFor(bank, learner(deck), NOW, 'a')
  expect(pick?.why).toBe('new')
  expect(pick?.criterion).not.toBe('ME1')
})

it('asks for what is least sure where all sits', () => {
  const all = bank.flow.stages.flatMap(({ criteria }) => criteria.map(({ id }) => id))
  const known = reviewed({}, heard(2, ...all), NOW - DAY)
  expect(pickFor(bank, learner(known), NOW, 'a')?.why).toBe('least sure')
})

it('keeps to topics and level, and to problems not seen lately', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('junior', 'mid', 'senior', 'staff' as const),
      fc.constantFrom('data', 'model', 'scaling'),
      fc.string(),
      (level, topic, seed) => {
        const seen = ['delivery-eta', 'ad-clicks']
        const pick = pickFor(bank, learner({}, { level, topics: [topic], seen }), NOW, seed)
        const stage = bank.flow.stages.find(({ id }) => id === pick?.stage)
        const criterion = stage?.criteria.find(({ id }) => id === pick?.criterion)
        expect(pick?.stage).toBe(topic)
        expect(criterion && reaches(level, criterion.level)).toBe(true)
        expect(pick?.problem).toBe('card-fraud')
        expect(pickFor(bank, learner({}, { level, topics: [topic], seen }), NOW, seed)).toEqual(pick)
      },
    ),
  )
  const all = ['card-fraud', 'delivery-eta', 'ad-clicks']
  expect(pickFor(bank, learner({}, { seen: all }), NOW, 'a')?.problem).toBe('card-fraud')
  expect(pickFor(bank, learner({}, { topics: ['nothing'] }), NOW, 'a')).toBeUndefined()
})

it('serves most of a channel', () => {
  const missed = (...criteria: string[]) => learner(reviewed({}, heard(0, ...criteria), NOW - 3 * DAY))
  const members = [missed('DX4'), missed('DX4', 'ME1'), missed('DX4')]
  expect(pickForAll(bank, members, NOW, 'a')).toMatchObject({ criterion: 'DX4', why: 'due' })
  expect(pickForAll(bank, [], NOW, 'a')).toBeUndefined()
})

it('finds the pick among five thousand reviewed cards quickly beside reading them', () => {
  const deck: Deck = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, n) => [`XX${n}`, reviewed({}, heard(0, 'A'), NOW - DAY).A ?? never()]),
  )
  const taken = (work: () => unknown): number => {
    const start = performance.now()
    for (let n = 0; n < 20; n += 1) work()
    return performance.now() - start
  }
  const reading = taken(() => JSON.parse(JSON.stringify(deck)))
  expect(taken(() => pickFor(bank, learner(deck), NOW, 'a'))).toBeLessThan(reading * 5)
})

const never = (): never => {
  throw new Error('a review makes a card')
}

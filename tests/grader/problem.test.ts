/** What the problem adds: its mistakes, its points, its figures and its words. */
import { describe, expect, it } from 'vitest'
import { ownScenario } from '../../src/flow/problem.ts'
import { SMALL_PROBLEM } from '../flow/small.ts'
import { CRITERIA } from './contract.ts'
import { earned, judged, total, warned } from './marking.ts'

const problem = SMALL_PROBLEM
const OWN = ownScenario('A parcel service wants to know in the morning which parcels will arrive late.')

describe('a trap of the problem', () => {
  const text = 'We use todays scan as the strongest feature.'

  it('is a mistake where that problem is talked about, and nowhere else', async () => {
    const judgement = await judged(text, { problem })
    const says = problem.traps.find(({ id }) => id === 'scan-times')?.says
    expect(judgement.flags).toEqual([{ criterion: 'SP2', says, quote: text, entry: 0 }])
    expect(warned(await judged(text))).toEqual([])
    expect(warned(await judged(text, { problem: { ...problem, traps: [] } }))).toEqual([])
    expect(warned(await judged(text, { problem: OWN }))).toEqual([])
  })

  it('turns its criterion into a miss', async () => {
    const clear = 'I maximise accuracy; the classes are imbalanced, 3 % are late, so I use class weights.'
    expect(earned(await judged(clear, { problem }))).toEqual({})
    expect(earned(await judged(clear)).DX2).toBeGreaterThan(0)
  })

  it('is none where it is turned down, or not judged', async () => {
    expect(warned(await judged('We never use todays scan, it comes too late.', { problem }))).toEqual([])
    const criteria = CRITERIA.filter(({ id }) => id !== 'SP2')
    expect(warned(await judged(text, { problem, criteria }))).toEqual([])
  })
})

describe('a point of the problem to reach', () => {
  const capacity =
    'I rank all parcels by risk and cut the list at the capacity of dispatch, 50 000 a day, because no more can be moved.'
  const morning = 'Only what is known at six in the morning may be a feature, or else the scans give it away.'

  it('is another way to meet its criterion', async () => {
    expect(earned(await judged(capacity, { problem }))).toEqual({ DX2: 2 })
    expect(earned(await judged(capacity))).toEqual({})
    expect(earned(await judged(morning, { problem })).SP2).toBeGreaterThan(0)
    expect(earned(await judged(morning)).SP2).toBeUndefined()
    expect(earned(await judged(capacity, { problem: { ...problem, mustReach: [] } }))).toEqual({})
  })

  it('leaves the ways of the criterion as they are', async () => {
    const usual = 'At 3 % late the classes are imbalanced, so I use class weights and leave accuracy alone.'
    const without = { ...problem, mustReach: [] }
    expect(earned(await judged(usual, { problem }))).toEqual(
      earned(await judged(usual, { problem: without })),
    )
    expect(earned(await judged(usual, { problem })).DX2).toBeGreaterThan(0)
  })

  it('asks for as much as the criterion does: what is denied or asked is no point made', async () => {
    expect(earned(await judged('We do not cut at the capacity of dispatch.', { problem }))).toEqual({})
    expect(earned(await judged('What is the capacity of dispatch?', { problem }))).toEqual({})
  })
})

describe('the words and figures of the problem', () => {
  const general =
    'I take a time based split and leave a gap between both sets of rows, so that it is right in general.'
  const particular =
    'I take a time based split, so the newest parcels of each depot are for testing, and leave a gap of 2 days until the depots report which parcels arrived late.'

  it('make an answer stronger', async () => {
    expect(earned(await judged(general, { problem })).SP2).toBe(1)
    expect(earned(await judged(particular, { problem })).SP2).toBe(2)
  })

  it('are not asked for where nothing is known of the problem', async () => {
    for (const text of [general, particular]) {
      const free = await judged(text)
      expect(earned(await judged(text, { problem: OWN }))).toEqual(earned(free))
      expect(total(free)).toBeGreaterThanOrEqual(total(await judged(text, { problem })))
    }
    expect(earned(await judged(particular, { problem: OWN })).SP2).toBe(2)
  })

  it('earn nothing by themselves', async () => {
    const facts = problem.facts.map(({ says }) => says).join(' ')
    const heaped =
      'parcels depots dispatch van 140 depots 2.4 million parcels 50 000 parcels 400 days 6 euros'
    expect(total(await judged(heaped, { problem }))).toBe(0)
    expect(total(await judged(facts, { problem, given: problem.facts.map(({ says }) => says) }))).toBe(0)
  })
})

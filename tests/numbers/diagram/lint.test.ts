import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lint } from '../../../src/numbers/diagram/lint.ts'
import { readDiagram } from '../../../src/numbers/diagram/read.ts'
import type { Asked, Kind } from '../../../src/numbers/diagram/remark.ts'

const WHOLE = `
app -user id-> api -candidates-> ranker [40ms] -scores-> api -> app: ranked ids
ranker -> feature store [5ms]
api -on timeout-> popularity fallback
app -clicks-> event log -> trainer -> model registry ~> ranker
feature store -> trainer
`

const kinds = (text: string, asked: Asked = {}): Kind[] =>
  lint(readDiagram(text), asked).map(({ kind }) => kind)
const without = (word: string) =>
  WHOLE.split('\n')
    .filter((line) => !line.includes(word))
    .join('\n')

test('nothing is said of a whole system', () => expect(lint(readDiagram(WHOLE), { budget: 100 })).toEqual([]))

describe('each lack is found, and no other', () => {
  test.each<[Kind, string]>([
    ['no-training-path', without('trainer')],
    ['no-logging-back', WHOLE.replace('app -clicks-> event log', 'warehouse -> event log')],
    ['unshared-features', without('feature store ->').replace('feature store -> trainer', '')],
    ['orphan', `${WHOLE}\ngrafana`],
    ['no-fallback', without('fallback')],
    ['no-serving-path', WHOLE.replaceAll('ranker', 'thing')],
    ['bare-arrows', WHOLE.replaceAll(/-[a-z ]+->/g, '->').replace(': ranked ids', '')],
  ])('%s', (kind, text) => {
    const found = kinds(text)
    expect(found).toContain(kind)
    expect(
      found.filter((one) => one !== kind && !['no-store', 'no-fallback', 'no-logging-back'].includes(one)),
    ).toEqual([])
  })

  test('no store', () => expect(kinds('app -> api -> model -> app')).toContain('no-store'))

  test('no source: only where everything goes in a circle and nobody calls', () => {
    expect(kinds('model -> api -> model')).toContain('no-source')
    expect(kinds('thing -> model -> api')).not.toContain('no-source')
    expect(kinds('app -> model -> app')).not.toContain('no-source')
  })

  test('training that is not fed, or arrives nowhere', () => {
    const says = (text: string) =>
      lint(readDiagram(text)).find(({ kind }) => kind === 'no-training-path')?.says
    expect(says('app -> model -> app\ntrainer -> model')).toMatch(/Nothing feeds "trainer"/)
    expect(says('app -> model -> log -> trainer')).toMatch(/never reaches/)
    expect(says('app -> model -> log -> trainer -> model')).toBeUndefined()
  })

  test('a model that no request reaches', () => {
    const found = lint(readDiagram('app -> api -> app\nlog -> trainer -> model'))
    expect(found.find(({ kind }) => kind === 'no-serving-path')).toMatchObject({ boxes: ['model'] })
  })
})

describe('features in common', () => {
  test.each<[string, boolean]>([
    ['feature store -> model\nfeature store -> trainer', true],
    ['model -> feature store\nfeature store -> trainer', true],
    ['feature job -> online store -> model\nfeature job -> lake -> trainer', true],
    ['model -logs features-> log -> trainer', true],
    ['online features -> model\noffline features -> trainer', false],
    ['feature store -> trainer -> model', false],
  ])('%s: %s', (text, shared) => {
    expect(kinds(`app -> model -> app\ntrainer -> model\n${text}`).includes('unshared-features')).toBe(
      !shared,
    )
  })
})

describe('the time of one request', () => {
  const over = (text: string, budget?: number) =>
    lint(readDiagram(text), budget === undefined ? {} : { budget }).find(({ kind }) => kind === 'over-budget')

  test('is summed along the slowest way, each box once', () => {
    const text = 'app -> api [5ms] -> {cache [2ms], ranker [20ms]} -> app'
    expect(over(text, 25)).toBeUndefined()
    expect(over(text, 24)).toMatchObject({
      boxes: ['app', 'api', 'ranker'],
      derivation: ['api: 5 ms', 'ranker: 20 ms', 'sum: 25 ms', 'allowed: 24 ms, over by 1 ms'],
      criteria: ['FT4'],
    })
  })

  test('counts arrows, and not what happens later, in training, or is no time that passes', () => {
    expect(over('app -network 30ms-> api [5ms]', 34)?.derivation?.[0]).toBe('network 30ms: 30 ms')
    expect(over('app -> api [5ms] ~> job [900ms]', 10)).toBeUndefined()
    expect(over('app -> api [5ms] -> trainer [900ms]', 10)).toBeUndefined()
    expect(over('app -timeout 50ms-> api [5ms]', 10)).toBeUndefined()
    expect(over('app -> api [5ms] -> counts [last 30 s]', 10)).toBeUndefined()
  })

  test('a budget may be drawn', () => {
    expect(over('app -> api [80ms] -> app\nbudget 50ms')?.says).toMatch(/80 ms, and 50 ms are allowed/)
    expect(kinds('app -> api [80ms] -> app\nbudget 50ms')).not.toContain('orphan')
    expect(over('app -> api [80ms] -> app')).toBeUndefined()
  })

  test('is that of the slowest way by brute force, where nothing leads back', () => {
    const drawn = fc.record({
      times: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 7, maxLength: 7 }),
      arrows: fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), {
        minLength: 1,
        maxLength: 12,
        selector: String,
      }),
    })
    fc.assert(
      fc.property(drawn, ({ times, arrows }) => {
        const forward = arrows.filter(([one, other]) => one < other)
        const text = forward.map(
          ([one, other]) => `b${one} [${times[one]}ms] -> b${other} [${times[other]}ms]`,
        )
        const longest = (at: number): number =>
          (times[at] ?? 0) +
          Math.max(0, ...forward.filter(([one]) => one === at).map(([, other]) => longest(other)))
        const expected = Math.max(0, ...forward.map(([one]) => longest(one)))
        if (text.length === 0) return
        expect(over(text.join('\n'), expected)).toBeUndefined()
        expect(over(text.join('\n'), expected - 1)?.derivation?.at(-2)).toBe(`sum: ${expected} ms`)
      }),
    )
  })
})

test('every remark says a sentence, names its criteria, and only boxes that are there', () => {
  const criteria = new Set(['FT1', 'FT2', 'FT3', 'FT4', 'FT5', 'FT6', 'PL1'])
  const seen = new Set<string>()
  for (const text of [
    'a -> b -> a',
    'app -> model [9ms] -> app -> model\nlone',
    'trainer -> model -> trainer',
    'a -> b -> c -> d',
  ])
    for (const { says, boxes, criteria: borne } of lint(readDiagram(text), { budget: 5 })) {
      expect(says).toMatch(/^[A-Z"].*\.$/)
      const ids = readDiagram(text).boxes.map(({ id }) => id)
      expect(boxes.every((id) => ids.includes(id))).toBe(true)
      for (const one of borne) {
        expect(criteria).toContain(one)
        seen.add(one)
      }
    }
  expect([...seen].toSorted()).toEqual([...criteria])
})

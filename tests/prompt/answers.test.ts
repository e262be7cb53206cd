/** The shapes of the answers, and what is said of one that does not fit. */
import { describe, expect, it } from 'vitest'
import { interviewerShape } from '../../src/prompt/interviewer-answer.ts'
import { judgeShape } from '../../src/prompt/judge-answer.ts'
import { MAIN } from './files.ts'

const faultOf = (read: { value: unknown } | { fault: string }): string => ('fault' in read ? read.fault : '')

/** Endpoints with strict schemas want every field named and no other. */
const expectStrict = (schema: unknown): void => {
  if (typeof schema !== 'object' || schema === null) return
  for (const part of Object.values(schema)) expectStrict(part)
  if (!('properties' in schema) || !('required' in schema)) return
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
  expect(schema.required).toEqual(Object.keys(schema.properties ?? {}))
}

describe('a turn', () => {
  const shape = interviewerShape(MAIN)
  const sound = {
    say: 'Where does that figure come from?',
    move: 'probe',
    criterion: 'OV1',
    named: false,
    facts: [],
    unknown: [],
    noticed: [{ criterion: 'OV1', quote: 'for each slot', mark: 1 }],
  }

  it('is strict, begins with the words, and is the same for every problem of a flow', () => {
    expectStrict(shape.schema)
    expect(Object.keys(Object(shape.schema.properties))[0]).toBe('say')
    expect(shape.schema).not.toHaveProperty('$schema')
    expect(JSON.stringify(interviewerShape(MAIN).schema)).toBe(JSON.stringify(shape.schema))
  })

  it('is read as it is', () => {
    expect(shape.parse(sound)).toEqual({ value: sound })
    expect(shape.parse({ ...sound, criterion: null })).toEqual({ value: { ...sound, criterion: null } })
  })

  it.each<[string, unknown, RegExp]>([
    ['no object', 'hello', /expected object/],
    ['nothing said', { ...sound, say: ' ' }, /say is empty/],
    ['an unknown move', { ...sound, move: 'praise' }, /move: .*"probe"/],
    ['an unknown criterion', { ...sound, criterion: 'ZZ1' }, /criterion: /],
    ['a field too many', { ...sound, thought: 'x' }, /"thought"/],
    ['a field too few', { ...sound, facts: undefined }, /facts: /],
    [
      'a mark that is none',
      { ...sound, noticed: [{ criterion: 'OV1', quote: 'a', mark: 3 }] },
      /noticed\.0\.mark/,
    ],
  ])('%s is told by its place', (_, value, fault) => {
    expect(faultOf(shape.parse(value))).toMatch(fault)
  })
})

describe('a judgement', () => {
  const warnings = [{ key: 'DX4-1', criterion: 'DX4', says: 'Fills every blank with zero.' }]
  const shape = judgeShape(['DX5', 'DX4'], warnings)
  const one = (criterion: string) => ({ criterion, quote: 'fill blanks', reason: 'It is named.', verdict: 1 })
  const sound = { verdicts: [one('DX4'), one('DX5')], flags: [{ warning: 'DX4-1', quote: 'fill with 0' }] }

  it('is strict, gives the quote before the verdict, and is the same whatever is judged', () => {
    expectStrict(shape.schema)
    const text = JSON.stringify(shape.schema)
    expect(text.indexOf('"quote"')).toBeLessThan(text.indexOf('"verdict"'))
    expect(JSON.stringify(judgeShape(['OV1'], []).schema)).toBe(text)
  })

  it('comes in the order that was asked for, with warnings in full', () => {
    expect(shape.parse(sound)).toEqual({
      value: {
        verdicts: [one('DX5'), one('DX4')],
        flags: [{ criterion: 'DX4', says: 'Fills every blank with zero.', quote: 'fill with 0' }],
      },
    })
  })

  it.each<[string, unknown, RegExp]>([
    ['a criterion without a verdict', { ...sound, verdicts: [one('DX4')] }, /DX5 is missing/],
    [
      'one with two',
      { ...sound, verdicts: [one('DX4'), one('DX5'), one('DX4')] },
      /DX4 stands there 2 times/,
    ],
    [
      'a foreign one',
      { ...sound, verdicts: [one('DX4'), one('DX5'), one('OV1')] },
      /OV1 is none of the criteria/,
    ],
    ['a foreign warning', { ...sound, flags: [{ warning: 'DX5-1', quote: 'a' }] }, /no warning DX5-1/],
    [
      'a verdict of 3',
      { ...sound, verdicts: [{ ...one('DX4'), verdict: 3 }, one('DX5')] },
      /verdicts\.0\.verdict/,
    ],
  ])('%s is told by its place', (_, value, fault) => {
    expect(faultOf(shape.parse(value))).toMatch(fault)
  })

  it('tells a few faults and counts the rest', () => {
    const many = Array.from({ length: 30 }, (_, index) => `AA${index}`)
    expect(faultOf(judgeShape(many, []).parse({ verdicts: [], flags: [] }))).toMatch(
      /AA7 is missing; and 22 more$/,
    )
  })
})

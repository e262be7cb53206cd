import { describe, expect, it } from 'vitest'
import { checkProblem } from '../../src/flow/check.ts'
import { parseFlow, parseProblem } from '../../src/flow/parse.ts'
import { ownScenario } from '../../src/flow/problem.ts'
import { changed, FLOW, lineOf, only, PROBLEM, problemError } from './broken.ts'

const SMALL = parseFlow(FLOW, 'small.yaml')

/** The fixture without one of its top-level keys, or with only some lines of it. */
const without = (key: string, from = 0, to = Number.POSITIVE_INFINITY): string => {
  const lines = PROBLEM.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`${key}:`))
  const length = lines.slice(start + 1).findIndex((line) => /^[a-z]/i.test(line)) + 1
  return lines.filter((_, at) => at < start + from || at >= Math.min(start + length, start + to)).join('\n')
}

describe('what a schema cannot see in a problem', () => {
  it.each<[what: string, from: string, to: string, path: string, says: string, mend: string]>([
    [
      'a fact id twice',
      'id: volume',
      'id: goal #',
      'facts.goal.id',
      'another fact already has',
      'of its own',
    ],
    [
      'a point twice',
      'id: known-at-six',
      'id: intervention-bias #',
      'mustReach.intervention-bias.id',
      'another entry of mustReach',
      'of its own',
    ],
    ['a trap twice', 'id: shuffled', 'id: accuracy #', 'traps.accuracy.id', 'another trap', 'of its own'],
    [
      'a check twice',
      'id: late-a-day',
      'id: scores-a-second #',
      'checks.scores-a-second.id',
      'another check',
      'of its own',
    ],
    [
      'a stage of nowhere',
      'stage: data\n    criterion: SP2',
      'stage: model\n    criterion: SP2\n    asks: What else is in the rows?\n  - stage: data\n    criterion: SP2',
      'probes.#2.stage',
      'named "model"',
      'clarify, data, details',
    ],
    [
      'a criterion of nowhere in a point',
      'criterion: DX2\n    signals',
      'criterion: ZZ9\n    signals',
      'mustReach.capacity-threshold.criterion',
      'named "ZZ9"',
      'CL1, CL3, DX2',
    ],
    [
      'a criterion of nowhere in a trap',
      'phrases: [accuracy is good, maximi* accuracy]\n    criterion: DX2',
      'criterion: ZZ9\n    phrases: [accuracy is good]',
      'traps.accuracy.criterion',
      'named "ZZ9"',
      'CL1, CL3, DX2',
    ],
    [
      'a criterion of nowhere in a probe',
      'criterion: CL1',
      'criterion: ZZ9',
      'probes.#1.criterion',
      'named "ZZ9"',
      'CL1, CL3, DX2',
    ],
    [
      'a criterion of nowhere in the exemplars',
      '  DX2: With',
      '  ZZ9: With',
      'exemplars.ZZ9',
      'named "ZZ9"',
      'CL1, CL3, DX2',
    ],
    [
      'more ideas than there are',
      '    signals:\n      ideas:',
      '    signals:\n      clear: 2\n      ideas:',
      'mustReach.capacity-threshold.signals.clear',
      'asks for 2 ideas and there is 1',
      'up to 1',
    ],
    [
      'a derivation that gives another value',
      'value: 667',
      'value: 671',
      'checks.scores-a-second.value',
      'gives 666.667 and the value says 671',
      '0.5 %',
    ],
    [
      'a derivation that is no expression',
      'derivation: 2.4e6 * 0.03',
      'derivation: 2.4 million * 0.03',
      'checks.late-a-day.derivation',
      'character 5',
      '120e6',
    ],
    [
      'a derivation that divides by nothing',
      'derivation: 2.4e6 * 0.03',
      'derivation: 2.4e6 / 0',
      'checks.late-a-day.derivation',
      'divides by zero',
      '120e6',
    ],
    [
      'two questions in a probe',
      'asks: Dispatch gets your list at seven. What',
      'asks: Who gets your list? What',
      'probes.#1.asks',
      'asks 2 questions',
      'keep one',
    ],
    [
      'a placeholder',
      'beware: Parcels',
      'beware: TBD Parcels',
      'metrics.beware',
      'placeholder "TBD"',
      'what belongs here',
    ],
    [
      'an endless opening',
      'opening: A',
      `opening: ${'A very '.repeat(30)}`,
      'opening',
      'at most 60',
      'more briefly',
    ],
  ])('%s', (_, from, to, path, says, mend) => {
    const text = changed(PROBLEM, [from, to])
    const fault = only(problemError(text))
    const key = path.split('.').at(-1) ?? ''
    const line = lineOf(text, to.includes(`${key}:`) ? to.slice(to.indexOf(`${key}:`)) : to)
    expect(fault).toMatchObject({ file: 'broken-problem.yaml', line, path })
    expect(fault.says).toContain(says)
    expect(fault.mend).toContain(mend)
  })

  it.each([
    [667, true],
    [664, true],
    [663, false],
    [669, true],
    [670, false],
    [-667, false],
  ])('a value of %d beside 666.67 is near enough: %s', (value, near) => {
    const text = changed(PROBLEM, ['value: 667', `value: ${value}`])
    if (near) expect(parseProblem(text, 'p.yaml', SMALL).checks[0]?.value).toBe(value)
    else expect(only(problemError(text)).path).toBe('checks.scores-a-second.value')
  })
})

describe('a problem of the bank', () => {
  it.each([
    ['no twist', without('twist'), 'twist', 'has no twist', 'id, says and moves'],
    ['no points to reach', without('mustReach'), 'mustReach', '0 points must be reached', 'three'],
    ['two points to reach', without('mustReach', 1, 7), 'mustReach', '2 points must be reached', 'three'],
    ['two traps', without('traps', 1, 5), 'traps', 'there are 2 traps', 'add mistakes'],
    [
      'a stage without probes',
      without('probes', 1, 4),
      'probes',
      'no probe for the stage clarify',
      'at least one',
    ],
    ['no probes', without('probes'), 'probes', 'the stages clarify, data, details', 'at least one'],
  ])('may not have %s', (_, text, path, says, mend) => {
    const fault = only(problemError(text))
    const line = text.includes(`\n${path}:`)
      ? lineOf(text, `\n${path}:`) + 1
      : lineOf(text, 'id: late-parcels')
    expect(fault).toMatchObject({ path, line })
    expect(fault.says).toContain(says)
    expect(fault.mend).toContain(mend)
  })
})

describe("a candidate's own scenario", () => {
  it('need not be complete, whatever its words are', () => {
    expect(checkProblem(ownScenario('What? Why? TODO, all of it.'), SMALL)).toEqual([])
  })

  it('still has to fit the flow', () => {
    const own = { ...ownScenario('Sort letters.'), exemplars: { ZZ9: 'Sorted.' } }
    expect(checkProblem(own, SMALL)).toMatchObject([{ path: ['exemplars', 'ZZ9'] }])
  })
})

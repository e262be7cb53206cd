import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FlowError } from '../../src/flow/faults.ts'
import { parseFlow, parseProblem } from '../../src/flow/parse.ts'
import { changed, FLOW, flowError, lineOf, only, PROBLEM, problemError } from './broken.ts'

describe('a sound file', () => {
  it('becomes a flow, with what may be left out filled in', () => {
    const flow = parseFlow(FLOW, 'small.yaml')
    expect(flow.stages.map(({ id }) => id)).toEqual(['clarify', 'data', 'details'])
    expect(flow.stages.map(({ twist }) => twist)).toEqual([false, false, true])
    expect(flow.stages[2]?.criteria[1]).toMatchObject({
      id: 'CM3',
      measured: 'stages-reached',
      weight: 1,
      redFlags: [],
    })
  })

  it('becomes a problem', () => {
    const problem = parseProblem(PROBLEM, 'small-problem.yaml', parseFlow(FLOW, 'small.yaml'))
    expect(problem.facts).toHaveLength(12)
    expect(problem.checks[0]).toMatchObject({ derivation: '2.4e6 / 3_600', value: 667 })
  })

  it('may have Windows line ends and a byte order mark', () => {
    expect(parseFlow(`\ufeff${FLOW.replaceAll('\n', '\r\n')}`, 'small.yaml')).toEqual(
      parseFlow(FLOW, 'small.yaml'),
    )
  })
})

describe('words for what has the wrong shape', () => {
  it.each<[what: string, from: string, to: string, at: string, path: string, says: string, mend: string]>([
    [
      'an unknown key',
      'core: junior',
      'croe: junior',
      'croe',
      'stages.clarify.criteria.CL1.croe',
      '"croe" is unknown',
      '"core"',
    ],
    [
      'a key of nowhere',
      'id: small',
      'id: small\nfoo: 1',
      'foo',
      'foo',
      '"foo" is unknown',
      'use one of: id, version',
    ],
    [
      'a text for a number',
      'minutes: 15',
      'minutes: ten',
      'minutes: ten',
      'minutes',
      '"ten" was found where a number',
      'minutes: 10',
    ],
    [
      'a number for a text',
      'title: Data',
      'title: 12',
      'title: 12',
      'stages.data.title',
      '12 was found where a text',
      'title: "12"',
    ],
    [
      'a group for a text',
      'press: How many',
      'press: {a: b} #',
      'press: {',
      'stages.clarify.criteria.CL3.press',
      'a group of keys was found',
      'double quotes',
    ],
    [
      'a text for a list',
      'covers: [what stays, what moves]',
      'covers: what stays',
      'covers: what',
      'stages.details.steps.change.covers',
      'where a list',
      '[what stays]',
    ],
    [
      'a text for yes or no',
      'twist: true',
      'twist: yes',
      'twist: yes',
      'stages.details.twist',
      '"yes" was found',
      '"twist: true"',
    ],
    [
      'half a weight',
      'weight: 2',
      'weight: 2.5',
      'weight: 2.5',
      'stages.clarify.criteria.CL1.weight',
      'a whole number is wanted',
      'weight: 2',
    ],
    [
      'too large a weight',
      'weight: 3\n',
      'weight: 7\n',
      'weight: 7',
      'stages.details.criteria.DT1.weight',
      '7 is too large',
      'at most 3',
    ],
    [
      'no share',
      'weight: 0.3',
      'weight: 0',
      'weight: 0\n',
      'stages.clarify.weight',
      '0 is too small',
      'more than 0',
    ],
    [
      'an unknown level',
      'level: junior',
      'level: boss',
      'level: boss',
      'stages.clarify.criteria.CL1.level',
      '"boss" is not one of',
      'junior, mid, senior, staff',
    ],
    [
      'an id with a blank',
      'id: data',
      'id: The Data',
      'id: The',
      'stages.#2.id',
      '"The Data" is not in the right form',
      'lower-case letters',
    ],
    [
      'a wrong next',
      'twist: true',
      'next: The End',
      'next: The',
      'stages.details.next',
      '"The End" is not',
      'lower-case letters',
    ],
    [
      'too few hints',
      '          - Think about quantities.\n',
      '',
      'hints:\n          - I am asking what you need to know',
      'stages.clarify.criteria.CL3.hints',
      'has 3 entries, at least 4',
      'add 1 more',
    ],
    [
      'too many hints',
      '          - Think about quantities.',
      '          - One.\n          - Two.',
      'hints:\n          - I am asking what you need to know',
      'stages.clarify.criteria.CL3.hints',
      'has 5 entries, at most 4',
      'remove 1',
    ],
    [
      'an empty text',
      'says: Starts with a model before any goal.',
      'says: ""',
      'says: ""',
      'stages.clarify.criteria.CL1.redFlags.#1.says',
      'the text is empty',
      'some words',
    ],
    [
      'a missing key',
      '    opening: Let us look',
      '    # Let us look',
      'id: data',
      'stages.data.opening',
      '"opening" is missing',
      'add a text',
    ],
    ['a missing list', 'twists:\n', 'clock2:\n', 'id: small', 'twists', '"twists" is missing', '- id: ...'],
    [
      'nothing after the colon',
      'clock: { nudge: 1, interrupt: 1.3 }',
      'clock:',
      'clock:',
      'clock',
      'nothing was found',
      'nudge, interrupt',
    ],
    [
      'a key written twice',
      'id: small',
      'id: small\nid: other',
      'id: other',
      'id',
      '"id" stands here a second time',
      'remove the other',
    ],
  ])('%s', (_, from, to, at, path, says, mend) => {
    const text = changed(FLOW, [from, to])
    const { faults, message } = flowError(text)
    const fault = faults.find((one) => one.path === path)
    expect(fault?.says).toContain(says)
    expect(fault?.mend).toContain(mend)
    expect(fault?.line).toBe(lineOf(text, at))
    expect(message).toContain(`broken.yaml:${fault?.line}  ${path}: ${fault?.says}; ${fault?.mend}`)
  })

  it.each([
    ['difficulty: 1', 'difficulty: 9', 'difficulty', 'at most 3'],
    ['  CL1: The goal', '  goal: The goal', 'exemplars.goal', 'two capitals and a number'],
    ['  senior: Sees', '  boss: Sees', 'levels.boss', 'remove it'],
    ['tolerance: 0.1', 'tolerance: 10', 'checks.scores-a-second.tolerance', 'at most 1'],
  ])('of a problem: %s', (from, to, path, mend) => {
    const text = changed(PROBLEM, [from, to])
    const fault = only(problemError(text))
    expect(fault).toMatchObject({ file: 'broken-problem.yaml', line: lineOf(text, to), path })
    expect(fault.mend).toContain(mend)
  })
})

describe('words for what is not YAML', () => {
  it.each([
    ['a second colon', 'title: Data\n', 'title: Data: all of it\n', 'double quotes'],
    ['a quote left open', 'title: Details', 'title: "Details', 'missing quote'],
    ['a reserved beginning', 'title: Details', 'title: @Details', 'double quotes'],
    ['an alias of nothing', 'title: Details', 'title: *Details', 'double quotes'],
    ['a tag', 'title: Details', 'title: !Details x', 'double quotes'],
  ])('%s', (_, from, to, mend) => {
    const text = changed(FLOW, [from, to])
    const { faults } = flowError(text)
    expect(faults[0]?.mend).toContain(mend)
    expect(faults[0]?.line).toBeGreaterThanOrEqual(lineOf(text, to.trim()))
  })

  it('a tab, a colon and a bracket at once, each with its line', () => {
    const { faults } = flowError('id: a: b\ntitle: x\nabout:\n\tx: 1\nstages: [\n')
    expect(faults.map(({ line }) => line)).toEqual(expect.arrayContaining([1, 4, 5]))
    expect(faults.map(({ mend }) => mend).join()).toContain('instead of tabs')
  })

  it.each(['', '\n', '# only a remark\n', '~'])('an empty file %j', (text) => {
    expect(only(flowError(text))).toMatchObject({ line: 1, says: 'the file is empty' })
  })

  it.each(['hello', '- a\n- b', '3'])('a file that is not a group of keys: %j', (text) => {
    expect(only(flowError(text)).mend).toContain('stages')
  })
})

describe('all at once', () => {
  it('lists faults of every kind in the order of their lines', () => {
    const text = changed(
      FLOW,
      ['bounds: { least: 5, most: 30 }', 'bounds: { least: 5, most: 10 }'],
      ['weight: 0.3', 'weight: 0.2'],
      ['level: junior', 'level: boss'],
      ['id: CL3\n        step: scale', 'id: CL3\n        step: size'],
      ['title: Data\n', 'title: Data\n    title: Data\n'],
      ['press: Would you split at random, by', 'press: Random? Or by'],
      ['title: Closing', 'titel: Closing'],
    )
    const { faults, message } = flowError(text)
    expect(faults.map(({ path }) => path)).toEqual([
      'bounds',
      'stages',
      'stages.clarify.criteria.CL1.level',
      'stages.data.title',
      'stages.data.criteria.SP2.press',
      'stages.details.steps.wrap.title',
      'stages.details.steps.wrap.titel',
    ])
    expect(message.split('\n')).toHaveLength(faults.length)
    expect(message).toMatch(/^(broken\.yaml:\d+ {2}\S+: .+; .+\n?)+$/)
  })

  it('checks the sound keys of a broken problem', () => {
    const text = changed(
      PROBLEM,
      ['difficulty: 1', 'difficulty: easy'],
      ['value: 667', 'value: 600'],
      ['stage: data', 'stage: dat'],
    )
    const paths = problemError(text).faults.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['difficulty', 'checks.scores-a-second.value', 'probes.#2.stage']),
    )
  })

  it('keeps the cause', () => {
    expect(flowError('id: x').cause).toBeInstanceOf(Error)
  })
})

describe('hostile files', () => {
  it('over 1 MB are refused, in bytes', () => {
    expect(only(flowError(`${FLOW}#${'x'.repeat(1_000_000)}`)).says).toContain('larger than 1 MB')
    expect(only(flowError(`${FLOW}#${'é'.repeat(500_000)}`)).says).toContain('larger than 1 MB')
  })

  it('whose aliases multiply are refused', () => {
    const layers = 'abcdefghi'.split('').map((name, at, all) => {
      const below = all[at - 1]
      return `${name}: &${name} [${Array(9)
        .fill(below ? `*${below}` : 'x')
        .join(', ')}]`
    })
    expect(only(flowError(layers.join('\n'))).says).toContain('repeat too much')
  })

  it('with very many aliases are refused', () => {
    const text = `a: &a x\nb:\n${'  - *a\n'.repeat(50_000)}`
    expect(only(flowError(text))).toMatchObject({ line: 103 })
  })

  it('with an alias of itself are refused', () => {
    expect(flowError('id: &id [*id]').faults.length).toBeGreaterThan(1)
  })

  it.each(['[', '{a: ', '- ', '? '])('nested without end by %j are refused', (opening) => {
    expect(flowError(opening.repeat(100_000)).message).toContain('nested too deeply')
  })

  it('with __proto__ keys change nothing and are told', () => {
    const { faults } = flowError(`${FLOW}__proto__: { polluted: true }\n`)
    expect(faults.map(({ path }) => path)).toEqual(['__proto__'])
    const text = changed(PROBLEM, ['exemplars:\n', 'exemplars:\n  __proto__: polluted\n'])
    const problem = parseProblem(text, 'p.yaml', parseFlow(FLOW, 'f.yaml'))
    expect(Object.keys(problem.exemplars)).toEqual(['CL1', 'DX2'])
    expect('polluted' in {}).toBe(false)
  })

  it('with very many faults list the first ones and say how many follow', () => {
    const { faults } = flowError(`stages:\n${'  - x\n'.repeat(20_000)}`)
    expect(faults.length).toBeLessThanOrEqual(201)
    expect(faults.at(-1)?.says).toMatch(/\d+ more faults/)
  })

  it('of any kind give a FlowError and nothing else', () => {
    const scraps = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a ',
      '*a',
      '|',
      '>',
      '!x ',
      '? ',
      'stages',
      'id',
      '1',
      '---\n',
      '#',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scraps, { maxLength: 40 }).map((s) => s.join('')),
        ),
        (text) => {
          expect(() => parseFlow(text, 'x.yaml')).toThrow(FlowError)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('that are a sound flow with a line lost never crash the reader', () => {
    const lines = FLOW.split('\n')
    fc.assert(
      fc.property(fc.nat({ max: lines.length - 1 }), (lost) => {
        try {
          parseFlow(lines.toSpliced(lost, 1).join('\n'), 'x.yaml')
        } catch (error) {
          expect(error).toBeInstanceOf(FlowError)
          for (const { line, says, mend } of (error as FlowError).faults)
            expect(line > 0 && line <= lines.length && says !== '' && mend !== '').toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMAND_WORDS, COMMANDS } from '../../src/platform/commands.ts'
import { helpText } from '../../src/platform/help.ts'
import { misheard } from '../../src/platform/misheard.ts'
import { parseCommand } from '../../src/platform/parse.ts'
import { ratedFields } from '../../src/platform/rate.ts'
import { commandLine } from '../../src/platform/usage.ts'
import { wordsIn } from '../../src/words/words.ts'

const EN = wordsIn('en')

describe('the table', () => {
  test.each(COMMANDS)('the example of $name is a right use of it', ({ name, example }) => {
    expect(parseCommand(example)).toMatchObject({ command: name, args: expect.any(Object) })
  })

  test('every word means one command only', () => {
    expect(new Set(COMMAND_WORDS).size).toBe(COMMANDS.flatMap(({ also = [] }) => [0, ...also]).length)
  })

  test('what shows scores, or what somebody has set or stored, is private', () => {
    const open = COMMANDS.filter((spec) => !spec.private).map(({ name }) => name)
    expect(open).not.toEqual(expect.arrayContaining(['report']))
    const [tools, others] = [true, false].map((is) =>
      COMMANDS.filter(({ group }) => (group === 'tools') === is),
    )
    expect(tools).toHaveLength(8)
    expect(tools?.every((spec) => spec.private)).toBe(true)
    expect(others?.filter((spec) => spec.private).map(({ name }) => name)).toEqual([
      'rate',
      'report',
      'contest',
      'history',
      'daily',
      'settings',
      'board',
      'link',
      'page',
      'export',
      'forget',
    ])
  })
})

describe('parseCommand', () => {
  test.each([
    ['hint', 'hint', {}],
    ['/hint', 'hint', {}],
    ['  /HINT  ', 'hint', {}],
    ['/mlsd hint', 'hint', {}],
    ['/MLSD Hint', 'hint', {}],
    ['/mlsd /hint', 'hint', {}],
    ['/status', 'time', {}],
    ['/?', 'help', {}],
    ['/', 'help', {}],
    ['', 'start', {}],
    ['/mlsd', 'start', {}],
    ['/start ad-clicks', 'start', { problem: 'ad-clicks' }],
    ['/start ad clicks --level mid', 'start', { problem: 'ad clicks', level: 'mid' }],
    ['/start --level=Senior "ad clicks"', 'start', { level: 'senior', problem: 'ad clicks' }],
    ['/start —level staff –minutes 030', 'start', { level: 'staff', minutes: '30' }],
    [
      '/start --scenario Rank the user\'s "home" feed --mode exam',
      'start',
      { scenario: 'Rank the user\'s "home" feed', mode: 'exam' },
    ],
    ['/start --scenario "Rank a feed --mode exam"', 'start', { scenario: 'Rank a feed --mode exam' }],
    ['/start --scenario=“Rank a feed” --mode exam', 'start', { scenario: 'Rank a feed', mode: 'exam' }],
    ['/start --scenario find 5" wafers — fast', 'start', { scenario: 'find 5" wafers — fast' }],
    ['/start --help', 'help', { command: 'start' }],
    ['/rate 3, 2 -,4', 'rate', { ratings: '3 2 - 4' }],
    ['/retry product backend', 'retry', { stage: 'product backend' }],
    ['/report', 'report', {}],
    ['/report 3f9c2a71d0', 'report', { id: '3f9c2a71d0' }],
  ])('%s', (line, command, args) => {
    expect(parseCommand(line)).toEqual({ command, args })
  })

  test.each([
    ['/hnit', 'hint'],
    ['/hin', 'hint'],
    ['/nex', 'next'],
    ['/paues', 'pause'],
    ['/reprot', 'report'],
    ['/statsu', 'status'],
    ['/api/predict', undefined],
    ['/x', undefined],
    ['/constructor', undefined],
    ['/__proto__', undefined],
  ])('%s is unknown, %s is near', (line, near) => {
    expect(parseCommand(line)).toEqual({ unknown: line.slice(1), ...(near && { nearest: near }) })
  })

  test.each([
    ['/start --levle mid', '`--levle`', '`--level`'],
    ['/start --pace slow', '`--pace`', '`--scenario`'],
    ['/hint --loud', '`--loud`', 'no options'],
    ['/start --level', '`--level` needs a value', 'start ad-clicks'],
    ['/start --level --mode exam', '`--level` needs a value', 'start ad-clicks'],
    ['/start --scenario ""', 'needs a value', 'start ad-clicks'],
    ['/start --level principal', '`staff`, not `principal`', 'start ad-clicks'],
    ['/start --minutes soon', 'whole number', 'start ad-clicks'],
    ['/start --minutes 0', 'whole number', 'start ad-clicks'],
    ['/start --minutes -5', 'whole number', 'start ad-clicks'],
    ['/start --level mid --level staff', 'given twice', 'out'],
    ['/start "ad clicks', 'not closed', 'Close it'],
    ['/hint please', 'takes nothing after it', 'alone'],
    ['/report 1 2', 'does not take `2`', 'report 3f9c2a71d0'],
    ['/retry', 'needs which stage', 'retry data'],
    ['/rate', 'needs', 'rate 3 2 4'],
    ['/rate 3 5', 'not `5`', 'rate 3 2 4'],
  ])('%s is explained', (line, fault, mend) => {
    const parsed = parseCommand(line)
    if (!('fault' in parsed)) throw new Error('It was taken.')
    expect(parsed.fault(EN)).toContain(fault)
    expect(parsed.mend(EN)).toContain(mend)
  })

  test('any text at all gets an answer of one of the three kinds', () => {
    const words = fc.constantFrom(
      '/',
      'start',
      '--level',
      '--scenario',
      '=',
      '"',
      '“',
      '”',
      ' ',
      '—',
      'mid',
      '`',
      '\n',
    )
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(line, (text) => {
        const parsed = parseCommand(text)
        expect(['args', 'unknown', 'fault'].filter((kind) => kind in parsed)).toHaveLength(1)
        if ('fault' in parsed) expect(parsed.mend(EN)).not.toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  test('a line of a megabyte is read in no time', () => {
    for (const part of ['x', '" ', '“ ', '— ', '--a ', '/start ']) {
      const from = performance.now()
      parseCommand(`/start ${part.repeat(1_000_000 / part.length)}`)
      expect(performance.now() - from).toBeLessThan(2000)
    }
  })

  test('what commandLine writes is read back the same', () => {
    const value = fc
      .stringMatching(/^[a-z0-9 —'-]{1,20}$/)
      .map((text) => text.trim())
      .filter((text) => /\w/.test(text))
    const args = fc.record(
      {
        problem: value,
        scenario: value,
        level: fc.constantFrom('mid', 'staff'),
        minutes: fc.integer({ min: 1, max: 200 }).map(String),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(args, (given) => {
        expect(parseCommand(commandLine('start', given))).toEqual({ command: 'start', args: given })
      }),
    )
  })
})

describe('helpText', () => {
  test('names every command with its example', () => {
    const text = helpText()
    for (const { name, example } of COMMANDS) {
      expect(text).toContain(`**/${name}**`)
      expect(text).toContain(`/${example}`)
    }
  })

  test('tells one command in detail, by any of its words', () => {
    expect(helpText('start')).toContain('[--level junior|mid|senior|staff] [--minutes N]')
    expect(helpText('status', '/mlsd ')).toContain('`/mlsd time`')
    expect(helpText('rate')).toContain('Only you see')
  })

  test('offers the nearest for a word that is none', () => {
    expect(helpText('hnit')).toContain('`/hint`')
    expect(helpText('```')).toContain('`/help`')
  })
})

describe('ratedFields', () => {
  const form = {
    id: 'rate' as const,
    title: 'Rate yourself',
    fields: [
      { name: 'data', label: 'Data' },
      { name: 'model', label: 'Model' },
    ],
  }

  test('goes by the order of the fields and leaves out what is a dash', () => {
    expect(ratedFields(form, '3 1')).toEqual({ fields: { data: '3', model: '1' } })
    expect(ratedFields(form, '- 2')).toEqual({ fields: { model: '2' } })
  })

  test('says what is missing or too much', () => {
    const said = (ratings: string, words = EN): string => {
      const rated = ratedFields(form, ratings)
      return 'fault' in rated ? misheard({ command: 'rate', ...rated }, '/', words) : 'taken'
    }
    expect(said('3')).toBe(
      'You gave 1 rating for 2 stages. Give one number from 1 to 4 for each, or - to leave one out, in this order: Data, Model.',
    )
    expect(said('3 2 1')).toContain('gave 3')
    expect(said('3', wordsIn('de'))).toContain('1 Bewertung für 2 Abschnitte')
  })
})

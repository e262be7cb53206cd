import fc from 'fast-check'
import { lexer, type Token, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import { blockquote, plain } from '../../src/interview/markdown/plain.ts'
import { attemptMarkdown, reportMarkdown } from '../../src/interview/markdown.ts'
import { reportOf } from '../../src/interview/report.ts'
import { full, type Script, short, told } from './told.ts'

const page = (script: Script): string => reportMarkdown(reportOf(told(script)))

const headings = (markdown: string): string[] =>
  lexer(markdown).flatMap((token) => (token.type === 'heading' ? [token.text as string] : []))

/** The kinds of all tokens of a text, at every depth. */
const kinds = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token) => [token.type, ...('tokens' in token && token.tokens ? kinds(token.tokens) : [])])

describe('the report as Markdown', () => {
  test('begins with the band, S and level in a sentence', () => {
    const [title, headline, reason] = page(full).split('\n\n')
    expect(title).toBe('# Report: Parcels that will be late')
    expect(headline).toMatch(/^\*\*Lean hire\*\* at mid level, with S 3\.25 of 4\. /)
    expect(reason).toContain('lean hire starts at 2.75')
  })

  test('has its sections in order, and none that says nothing', () => {
    expect(headings(page(full))).toEqual([
      'Report: Parcels that will be late',
      'What went well',
      'Where to grow',
      'Practise this next',
      'Stage by stage',
      'The same talk at every level',
      'What would lift S most',
      'What was credited',
      'Clarify requirements',
      'Data',
      'Details',
      'Not heard',
      'Facts you never asked for',
      'Questions left to you',
      'Pace and words',
      'Your own rating',
    ])
  })

  test('shows quotes as quotations, and where they were said', () => {
    expect(page(full)).toContain(
      '**Class balance**: clear (Data, minute 9)\n\n> About 3 % are late, so I rank and take the top 50 000.',
    )
  })

  test('has a row per stage and per level, in whole tables', () => {
    const tables = lexer(page(full)).filter((token): token is Tokens.Table => token.type === 'table')
    expect(tables.map((table) => table.rows.length)).toEqual([3, 4])
    expect(tables[0]?.raw).toContain('| Data | 3 |')
    expect(tables[1]?.raw).toContain('| **Mid** | **3.25** | **Lean hire** |')
    expect(tables[1]?.raw).toContain('| Junior | 4.00 | Strong hire |')
  })

  test('says what was missing, what could have been said, and what to do next', () => {
    const text = page({ ...full, found: full.found?.filter(({ criterion }) => criterion !== 'DX2') ?? [] })
    expect(text).toContain('What was missing: The balance is given as a figure')
    expect(text).toContain('You could have said: *With 3 % late I rank and take the top 50 000')
    expect(text).toContain('`/retry data`')
    expect(text).toContain('## Not heard')
  })

  test('says the facts that nobody asked for, and the question without one', () => {
    expect(page(full)).toContain('- labels: About 3 parcels in 100 arrive late.')
    expect(page(full)).toContain('- Who owns the vans?')
  })

  test('of a short talk says with a coach what was not reached, and in an exam what it costs', () => {
    expect(page(short('coach'))).toContain('**No band** at mid level.')
    expect(page(short('coach'))).toContain('No band, because this was not reached: Data, Details.')
    expect(page(short('exam'))).toContain('| Data | 1 (not reached) |')
  })

  test('does not praise or blame what was not assessed', () => {
    const text = page({ ...full, foreign: ['clarify', 'data', 'details'] })
    expect(text).toContain('a language that the judge does not know')
    expect(headings(text)).not.toContain('What went well')
    expect(headings(text)).not.toContain('Where to grow')
  })

  test('ends with who judged and every version', () => {
    expect(page(full)).toMatch(
      /Judged by test 1\.0\.0; asked by scripted 1\.0\.0\. Versions: .*scoring 1\.2\.0/,
    )
  })
})

describe('questions for which no fact is held', () => {
  const asked = (count: number): string[] => Array.from({ length: count }, (_, n) => `Who owns van ${n}?`)
  const with_ = (unknown: string[]): Script => ({ ...full, unknown })

  test('are listed each once, and that there were more where there were', () => {
    const few = page(with_([...asked(99), ...asked(99)]))
    expect(few.match(/^- Who owns van \d+/gm)).toHaveLength(99)
    expect(few).not.toContain('These are the first')
    const many = page(with_(asked(250)))
    expect(many.match(/^- Who owns van \d+/gm)).toHaveLength(100)
    expect(many).toContain('These are the first 100. Whatever else you asked is in the transcript.')
  })

  test('take no more room with each that is asked', () => {
    expect(told(with_([...asked(250), ...asked(250)])).context.unknown).toEqual(asked(100))
  })
})

describe('hostile words', () => {
  const hostile =
    '# Heading | a | b |\n\n## Strong hire\n> quoted\n- item\n```js\n<@U123> <!channel> <#C1> @everyone @here **bold** _it_ ' +
    '[link](https://evil.example) ![i](x) <script>alert(1)</script> ~~s~~ ||s|| www.evil.example &lt;'
  const script: Script = {
    ...full,
    steps: [{ waits: 1 }, { says: hostile }, ...full.steps.slice(5)],
    found: [{ criterion: 'CL1', verdict: 1, quote: hostile }],
    flags: [{ criterion: 'CL1', says: 'Starts with a model.', quote: hostile }],
    unknown: [hostile],
  }
  const text = page(script)

  test('add no heading, no table, no code and no link', () => {
    expect(headings(text)).not.toContain('Strong hire')
    expect(lexer(text).filter(({ type }) => type === 'table').length).toBe(2)
    const all = kinds(lexer(text))
    for (const kind of ['code', 'link', 'image', 'html', 'del']) expect(all).not.toContain(kind)
  })

  test('mention nobody on any platform', () => {
    expect(text).not.toMatch(/@(?:everyone|here|U123)|<[@!#]|https?:\/\/|www\.evil/)
    expect(text).toContain('everyone')
  })

  test('render as they were written, in one line', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...MARKS) })),
        (words) => {
          const shown = rendered(lexer(blockquote(`x ${words}`))).replaceAll('\u200b', '')
          expect(shown).toBe(
            `x ${words}`.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim().replaceAll('\u200b', ''),
          )
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('are one paragraph wherever they begin', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...MARKS) }), (words) => {
        if (plain(words) === '') return
        expect(lexer(plain(words)).map(({ type }) => type)).toEqual(['paragraph'])
        expect(plain(words)).not.toContain('\n')
      }),
      { numRuns: 1000 },
    )
  })

  test('are cut where they are endless', () => {
    expect(blockquote('word '.repeat(10_000)).length).toBeLessThan(500)
  })
})

const MARKS = [
  ...'#>-+*_`~|[]()!<>&@:/\\.=\n\t 1a',
  'www.',
  'https://',
  '&amp;',
  '    ',
  '---',
  '```',
  '\u202e',
]

const UNSEEN = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** The words a reader sees. */
const rendered = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      'tokens' in token && token.tokens ? rendered(token.tokens) : 'text' in token ? token.text : '',
    )
    .join('')

describe('a stage tried again', () => {
  const report = reportOf(
    told({
      ...full,
      found: full.found?.slice(0, 1) ?? [],
      retry: {
        stage: 'data',
        steps: [{ says: 'About 3 % are late | @everyone, so I take the top 50 000.' }],
        found: [{ criterion: 'DX2', verdict: 2, quote: 'About 3 % are late | @everyone' }],
      },
    }),
  )

  test('stands before and after side by side', () => {
    const text = attemptMarkdown(report, 1)
    expect(text).toContain('# Data, tried again')
    expect(text).toContain('| Mark | 1 | 2 |')
    expect(text).toContain('| **Class balance** | not heard | **clear** |')
    expect(text).toContain('> About 3 % are late \\| @\u200beveryone')
    expect(text).toContain('**Split by time or group**. You could say:')
  })

  test('is named in the report of the talk', () => {
    expect(reportMarkdown(report)).toContain('- Attempt 1, Data: mark 1 before, 2 now; 1 criterion changed.')
  })

  describe('where it is a single question', () => {
    const attempts = report.attempts.map((one) => ({
      ...one,
      criteria: one.criteria.filter(({ criterion }) => criterion === 'DX2'),
    }))
    const asked = { criterion: 'DX2', name: 'Class balance', stage: 'data', question: 'How many are late?' }
    const found = { verdict: 0 as const, helped: false, quote: '', where: null }
    const says = { sentence: 'Say it so.', moment: null }
    const anchors = { miss: 'No figure.', partial: 'A figure.', clear: 'What follows.' }
    const single = { ...report, attempts, question: { ...asked, ...found, ...says, anchors } }

    test('verdicts are compared, and no marks of a stage', () => {
      const text = attemptMarkdown(single, 1)
      expect(text).toContain('**Class balance**: not heard before, clear now.')
      expect(text).toContain('> About 3 % are late \\| @\u200beveryone')
      expect(text).not.toMatch(/\bmark\b|could have said/i)
      expect(reportMarkdown(single)).toContain('- Attempt 1, Data: not heard before, clear now.')
    })

    test('what is still open comes with a sentence, and an attempt that was not judged says so', () => {
      const missed = attempts.map((one) => ({
        ...one,
        criteria: one.criteria.map((each) => ({ ...each, after: 0 as const, quote: '', where: null })),
      }))
      const text = attemptMarkdown({ ...single, attempts: missed }, 1)
      expect(text).toContain('not heard before, not heard now.')
      expect(text).toMatch(/You could have said: \*.+\*\n\nAgain: `\/retry data`$/)
      const open = attempts.map((one) => ({ ...one, after: null, criteria: [] }))
      expect(attemptMarkdown({ ...single, attempts: open }, 1)).toContain(
        'could not be judged, so the verdict',
      )
    })
  })

  test('that does not exist is said so', () => {
    expect(attemptMarkdown(report, 2)).toContain('There is no attempt 2')
  })
})

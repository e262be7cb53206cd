import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mrkdwnOf } from '../../../src/platform/slack/drawing/mrkdwn.ts'
import { hostile } from './hostile.ts'
import { faultsOf } from './limits.ts'

const lines = (...all: string[]): string => all.join('\n')

describe('any Markdown', () => {
  test('calls nobody and keeps to the markup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(faultsOf('chat.postMessage', { channel: 'C1', text: `x${mrkdwnOf(text)}` })).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('loses no word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 6 })
    const wrap = fc.constantFrom('', '*', '**', '~~', '`', '_', '> ', '- ', '# ', '1. ', '| ')
    fc.assert(
      fc.property(fc.array(fc.tuple(words, wrap), { maxLength: 10 }), (all) => {
        const text = all.map(([some, sign]) =>
          sign.endsWith(' ') ? sign + some.join(' ') : `${sign}${some.join(' ')}${sign}`,
        )
        const drawn = mrkdwnOf(text.join('\n\n'))
        for (const word of all.flatMap(([some]) => some)) expect(drawn).toContain(word)
      }),
    )
  })

  test.each(['['.repeat(50_000), '>'.repeat(5000), '*a '.repeat(50_000), '`'.repeat(100_001)])(
    'noise is shown in little time',
    (noise) => {
      expect(mrkdwnOf(noise).length).toBeGreaterThan(0)
    },
  )
})

describe('what is drawn how', () => {
  test.each([
    ['**bold** __too__', '*bold* *too*'],
    ['*lean* _too_', '_lean_ _too_'],
    ['***both***', '_*both*_'],
    ['~~gone~~', '~gone~'],
    ['`a < b`', '`a &lt; b`'],
    ['``a ` b``', 'a ` b'],
    ['# A **title** & more', '*A title &amp; more*'],
    ['a\\*b\\*', 'a*b*'],
    ['un**believ**able', 'un\u200b*believ*\u200bable'],
    ['**two\nlines**', '*two*\n*lines*'],
    ['a &lt;b&gt; &amp; &#169; &quot;c&quot;', 'a &lt;b&gt; &amp; © "c"'],
    ['[a *b*](https://example.org/?x=1&y=2)', '<https://example.org/?x=1&amp;y=2|a b>'],
    ['https://example.org', '<https://example.org>'],
    ['![a chart](https://example.org/c.png)', '<https://example.org/c.png|a chart>'],
    ['[a|b](https://example.org)', '<https://example.org|a¦b>'],
    ['[x](javascript:alert(1)) y', 'x (javascript:alert(1)) y'],
    ['ada@example.org', '<mailto:ada@example.org|ada@example.org>'],
    ['a<br>b', 'a\nb'],
    ['<b>x</b>', '&lt;b&gt;x&lt;/b&gt;'],
    ['a\n\n---\n\nb', 'a\n\n────────────\n\nb'],
    ['> one\n> two\n>\n> three', '> one\n> two\n> \n> three'],
    ['- one\n- two\n  - three\n    1. four', '• one\n• two\n    • three\n        1. four'],
    ['3. three\n4. four', '3. three\n4. four'],
    ['- [ ] open\n- [x] done', '• ☐ open\n• ☑ done'],
  ])('%j as %j', (markdown, markup) => {
    expect(mrkdwnOf(markdown)).toBe(markup)
  })

  test('code as code, in which nothing ends it', () => {
    expect(mrkdwnOf('````js\na ``` b & c\n````')).toBe(
      '```\na `\u200b`\u200b` b &amp; c\n```'.replace('`\u200b`\u200b`', '`\u200b``'),
    )
  })

  test('code in a quotation as its lines', () => {
    expect(mrkdwnOf('> ```\n> a\n> b\n> ```')).toBe('> a\n> b')
  })

  test('a table as aligned code', () => {
    const table = lines('| Stage | Mark |', '|---|--:|', '| **Data** & so on | 3 |', '| 漢字 | 10 |')
    expect(mrkdwnOf(table)).toBe(
      lines(
        '```',
        'Stage         Mark',
        '────────────  ────',
        'Data &amp; so on     3',
        '漢字            10',
        '```',
      ),
    )
  })

  test('a table too wide for that as a list of its rows', () => {
    const long = 'word '.repeat(20).trim()
    expect(mrkdwnOf(lines('| A | B |', '|---|---|', `| ${long} | <x> |`, '| | y |'))).toBe(
      lines(`• *${long}*: B &lt;x&gt;`, '• B y'),
    )
  })
})

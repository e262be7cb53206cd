import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  escaped,
  oneLine,
  safeMarkdown,
  settled,
  webAddress,
} from '../../../src/platform/slack/drawing/safe.ts'
import { hostile } from './hostile.ts'
import { faultsOf } from './limits.ts'

const seen = (text: string): string => text.replaceAll('\u200b', '')

const asMarkdown = (text: string): string[] =>
  faultsOf('chat.postMessage', { channel: 'C1', text: 'x', blocks: [{ type: 'markdown', text: `x${text}` }] })

const asMarkup = (text: string): string[] => faultsOf('chat.postMessage', { channel: 'C1', text: `x${text}` })

describe('Markdown for Slack', () => {
  test('calls nobody, whatever it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(asMarkdown(safeMarkdown(text))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('shows the same words', () => {
    const words = (text: string): string => text.replace(/[\s\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/gu, '')
    fc.assert(
      fc.property(hostile, (text) => {
        expect(words(safeMarkdown(text))).toBe(words(text))
        expect(safeMarkdown(text).match(/\s/g)?.length).toBe(
          text.replaceAll('\r\n', '\n').match(/\s/g)?.length,
        )
      }),
    )
  })

  test('made safe twice is made safe once', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(safeMarkdown(safeMarkdown(text))).toBe(safeMarkdown(text))
      }),
    )
  })

  test.each([
    'See [the notes](https://example.org/@ada?at=@1) and <https://example.org>, or [write](mailto:ada@example.org).',
    '[here](<https://example.org/a b>)',
    '[1]: https://example.org',
    'if (a < b && c > d) { list<int> x = a[0]; }',
    'ada@example.org',
    '| a | b |\n|---|---|\n| 1 | 2 |',
  ])('%s is left as it is', (text) => {
    expect(safeMarkdown(text)).toBe(text)
  })

  test.each([
    '[x](javascript:alert(1))',
    '[x]( slack://open )',
    '[x](<data:text/html,x>)',
    '[x](/etc/passwd)',
    '> - [x]: javascript:alert(1)',
    '<javascript:alert(1)>',
  ])('%s is text and no link', (text) => {
    expect(safeMarkdown(text)).not.toBe(text)
    expect(seen(safeMarkdown(text))).toBe(text)
  })

  test('has no signs that turn the direction, ring or move, and its line ends are one kind', () => {
    expect(safeMarkdown('a\u202eb\u0007c\u2066d\r\ne\rf\tg')).toBe('abcd\ne\nf\tg')
    expect(safeMarkdown('half \ud83d a pair').isWellFormed()).toBe(true)
  })

  test('of a text that is still being written, what was shown stays as it was', () => {
    fc.assert(
      fc.property(hostile, fc.nat(), fc.nat(), (text, one, other) => {
        const [less = 0, more = 0] = [one % (text.length + 1), other % (text.length + 1)].sort(
          (a, b) => a - b,
        )
        const shown = safeMarkdown(settled(text.slice(0, less)))
        expect(safeMarkdown(settled(text.slice(0, more))).startsWith(shown)).toBe(true)
        expect(safeMarkdown(text).startsWith(shown)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['<', '@a', '](', '[x]: ', '&lt', '\n> - ['])(
    'is made safe in little time, though it is %j again and again',
    (piece) => {
      const text = `${piece.repeat(100_000)} x`
      expect(safeMarkdown(text).length).toBeGreaterThanOrEqual(text.length)
      expect(settled(text).length).toBeGreaterThan(0)
    },
  )

  test('is settled up to the last word at least', () => {
    expect(settled('I would start with the goal and')).toBe('I would start with the goal and')
    expect(settled('I would ask @')).toBe('I would ask ')
    expect(settled('see [the notes](http')).toBe('see [the notes')
  })
})

describe("Slack's own markup", () => {
  test('has no power, whatever is escaped', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(asMarkup(escaped(text))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('shows the words as they were', () => {
    expect(escaped('a < b && <!channel>')).toBe('a &lt; b &amp;&amp; &lt;!channel&gt;')
    expect(seen(escaped('@here and ada@example.org'))).toBe('@here and ada@example.org')
  })
})

describe('one line', () => {
  test('is a line of at most so many characters, cut with a sign', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 30 }), (text, most) => {
        const line = oneLine(text, most)
        expect(line.length).toBeLessThanOrEqual(most)
        expect(line).not.toMatch(/\n/)
        expect(line.isWellFormed()).toBe(true)
      }),
    )
    expect(oneLine(' a\n b ', 10)).toBe('a b')
    expect(oneLine('abcdef', 4)).toBe('abc…')
    expect(oneLine('ab😀', 3)).toBe('ab…')
  })
})

describe('an address', () => {
  test('leads to the web or a mailbox, and cannot leave its link', () => {
    expect(webAddress('https://example.org/?a=1&b=2|<x>')).toBe('https://example.org/?a=1&amp;b=2%7C%3Cx%3E')
    expect(webAddress('mailto:ada@example.org')).toBe('mailto:ada@example.org')
    for (const other of ['javascript:x', '/a', 'slack://x', 'https://a b', ' https://a', '']) {
      expect(webAddress(other)).toBeUndefined()
    }
  })
})

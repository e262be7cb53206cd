/** The report of a talk that is held in German: nothing of the bot's own in it is English, and its tables hold. */
import { lexer, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import { attemptMarkdown, reportMarkdown } from '../../src/interview/markdown.ts'
import { type Report, reportOf } from '../../src/interview/report.ts'
import { drawCard } from '../../src/platform/terminal/draw.ts'
import { wordsIn } from '../../src/words/words.ts'
import { full, type Script, short, told } from './told.ts'

const inGerman = (script: Script): Report => {
  const talk = told(script)
  const options = { ...talk.context.options, language: 'de-AT' }
  return reportOf({ ...talk, context: { ...talk.context, options } })
}

const retried: Script = {
  ...full,
  found: full.found?.slice(0, 1) ?? [],
  retry: {
    stage: 'data',
    steps: [{ says: 'About 3 % are late, so I take the top 50 000.' }],
    found: [{ criterion: 'DX2', verdict: 2, quote: 'About 3 % are late' }],
  },
}

const tablesIn = (page: string) =>
  lexer(page).filter((token): token is Tokens.Table => token.type === 'table')

describe('a report in German', () => {
  const report = inGerman(full)
  const page = reportMarkdown(report)

  test('begins with the vote, its meaning and its reason', () => {
    const [title, headline, reason] = page.split('\n\n')
    expect(title).toBe('# Bericht: Parcels that will be late')
    expect(headline).toMatch(
      /^\*\*Eher Zusage\*\* auf der Stufe Mid, mit S 3,25 von 4\. Es spricht mehr für dich/,
    )
    expect(reason).toBe('S ist 3,25; „eher Zusage“ beginnt bei 2,75.')
  })

  test('has every heading of the English one, none of them in English', () => {
    const headings = (text: string) =>
      lexer(text).flatMap((token) => (token.type === 'heading' && token.depth === 2 ? [token.text] : []))
    const english = headings(reportMarkdown(reportOf(told(full))))
    const german = headings(page)
    expect(german).toHaveLength(english.length)
    for (const heading of german) expect(english).not.toContain(heading)
  })

  test('counts, measures and rates with the numbers of the English one', () => {
    const numbers = (text: string) => (text.replaceAll(',', '.').match(/\d+(?:\.\d+)?/g) ?? []).toSorted()
    expect(numbers(page.replace(/ein(?:en)? Hinweis/g, ''))).toEqual(
      numbers(reportMarkdown(reportOf(told(full)))),
    )
  })

  test('keeps commands, ids of criteria and quotations as they are', () => {
    expect(page).toContain('`/contest ')
    expect(page).toContain('DX2 **Class balance**: klar (Data, Minute 9)\n\n> About 3 % are late')
    expect(reportMarkdown(inGerman(short('exam')))).toContain('| Data | 1 (nicht erreicht) |')
  })

  test('compares an attempt with what was before it', () => {
    const again = inGerman(retried)
    expect(attemptMarkdown(again, 1)).toContain('| Wertung | 1 | 2 |')
    expect(attemptMarkdown(again, 1)).toContain('| **Class balance** | nicht gehört | **klar** |')
    expect(reportMarkdown(again)).toContain(
      '- Versuch 1, Data: Wertung vorher 1, jetzt 2; 1 Kriterium geändert.',
    )
    expect(attemptMarkdown(again, 9, '/mlsd ')).toContain('`/mlsd retry STAGE`')
  })

  test('is said in another language where that is asked for', () => {
    expect(reportMarkdown(report, '/', wordsIn('en'))).toContain('## What went well')
    expect(reportOf(told(full), wordsIn('de')).levels[0]?.bandReason).toContain('beginnt bei')
  })

  test.each([80, 100])('has tables that are drawn as tables in %d columns, and no wider', (columns) => {
    const tables = tablesIn(page)
    expect(tables.length).toBeGreaterThanOrEqual(2)
    for (const { raw } of tables) {
      const lines = drawCard({ tone: 'report', text: raw }, columns, false).trimEnd().split('\n')
      expect(lines[1]).toMatch(/^┌/)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns)
    }
  })

  test('has the heads of its tables in words that break nowhere', () => {
    for (const table of tablesIn(page))
      for (const { text } of table.header) expect(text.length).toBeLessThan(13)
  })
})

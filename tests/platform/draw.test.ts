import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/platform/card.ts'
import { drawCard } from '../../src/platform/terminal/draw.ts'
import { widthOf } from '../../src/platform/terminal/width.ts'

const answer = (text: string, columns = 80, color = false): string =>
  drawCard({ tone: 'answer', text }, columns, color)

const REPORT = `# Report

**Band:** hire at *mid*, see [the framework](https://example.org/mlsd) and \`mlsd report\`.

| Stage | Minutes | What stood out |
|:--|--:|---|
| Overview | 2:10 | Named the kind of problem early, and said a plan for the time that was left to talk |
| 数据 🙂 | 12:40 | **Labels** were named |

1. One
   > I would ask what it is worth
2. Two
   - [x] peak

\`\`\`
loss = -(y * log(p) + (1 - y) * log(1 - p))  # verbatim, and longer than any line may otherwise be
\`\`\``

describe('Markdown on a terminal', () => {
  test('is drawn with boxes and bars, and without colour its signs stay', () => {
    expect(answer(REPORT, 60)).toMatchInlineSnapshot(`
      "Report
      ======

      *Band:* hire at _mid_, see the framework
      (https://example.org/mlsd) and \`mlsd report\`.

      ┌──────────┬─────────┬─────────────────────────────────────┐
      │ Stage    │ Minutes │ What stood out                      │
      ├──────────┼─────────┼─────────────────────────────────────┤
      │ Overview │    2:10 │ Named the kind of problem early,    │
      │          │         │ and said a plan for the time that   │
      │          │         │ was left to talk                    │
      ├──────────┼─────────┼─────────────────────────────────────┤
      │ 数据 🙂  │   12:40 │ *Labels* were named                 │
      └──────────┴─────────┴─────────────────────────────────────┘

      1. One
         │ I would ask what it is worth
      2. Two
         • [x] peak

          loss = -(y * log(p) + (1 - y) * log(1 - p))  # verbatim, and longer than any line may otherwise be
      "
    `)
  })

  test('has looks in place of signs where there is colour', () => {
    const drawn = answer(REPORT, 60, true)
    expect(drawn).toContain('\u001b[1mBand:\u001b[0m')
    expect(drawn).toContain('\u001b[3mmid\u001b[0m')
    expect(drawn).not.toContain('**')
  })

  test('says the same words with colour and without', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looks are taken away
    const bare = (text: string) => text.replace(/\u001b\[\d+m/g, '').replace(/[=*_`~│┌┬┐├┼┤└┴┘─\s-]+/g, '')
    expect(bare(answer(REPORT, 90, true))).toBe(bare(answer(REPORT, 90)))
  })

  test.each([20, 40, 60, 100, 300])('fits into %i columns, code aside', (columns) => {
    const lines = answer(REPORT, columns)
      .split('\n')
      .filter((line) => !line.includes('verbatim'))
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(Math.min(columns, 100))
  })

  test('breaks no word in a table whose words all fit', () => {
    const table =
      '|Stage|Mark|Core met|Clear|Partial|Minutes|Plan|Your rating|\n|-|-|-|-|-|-|-|-|\n|Clarify requirements|not reached|-|-|-|-|6|-|'
    const drawn = answer(table, 80)
    for (const word of ['Clarify', 'requirements', 'reached', 'Partial', 'Minutes', 'rating'])
      expect(drawn).toContain(word)
    for (const line of drawn.trimEnd().split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test('loses no column of a table too wide for any box', () => {
    const head = Array.from({ length: 12 }, (_, index) => `Column${index}`)
    const table = `|${head.join('|')}|\n|${head.map(() => '-').join('|')}|\n|${head.map((name) => `value of ${name}`).join('|')}|`
    for (const name of head) expect(answer(table, 40)).toContain(`${name}: value of ${name}`)
  })

  test('keeps every word of any text', () => {
    const word = fc.stringMatching(/^[a-zа-я]{1,30}$/)
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 20, max: 120 }), (words, columns) => {
        expect(answer(words.join(' '), columns).replace(/\s+/g, '')).toBe(words.join(''))
      }),
    )
  })

  test('is drawn in good time whatever it is made of', () => {
    for (const part of [
      '*',
      '[',
      '> ',
      '`',
      '**a_',
      '![',
      '<a ',
      '1. ',
      '| a ',
      '~~',
      '[a](',
      '语',
      '- \n',
    ]) {
      const from = process.cpuUsage()
      expect(answer(part.repeat(50_000 / part.length)).length).toBeGreaterThan(100)
      expect(process.cpuUsage(from).user / 1_000, part).toBeLessThan(5000)
    }
  })
})

describe('a picture in characters', () => {
  const text = 'Pace\n\nData │██┃\n_a_ **b**  │█'
  const card: Card = {
    tone: 'report',
    text: 'The report.',
    buttons: [{ label: 'Again', command: 'report' }],
    attachments: [
      { name: 'pace.txt', mime: 'text/plain', text, drawn: true },
      { name: 'report.md', mime: 'text/markdown', text: 'abc' },
    ],
  }

  test('is printed as it is under the words, and other files are named', () => {
    const drawn = drawCard(card, 80, true)
    expect(drawn).toContain(`The report.\n\n${text}\n`)
    expect(drawn).toContain('report.md')
    expect(drawn).not.toContain('pace.txt')
    expect(drawn.indexOf('Pace')).toBeLessThan(drawn.indexOf('Again'))
  })

  test('is only named where it does not fit', () => {
    const wide = { name: 'pace.txt', mime: 'text/plain', text: '█'.repeat(41), drawn: true } as const
    const narrow = drawCard({ ...card, attachments: [wide] }, 40, false)
    expect(narrow).not.toContain('█')
    expect(narrow).toContain('pace.txt')
    expect(drawCard({ ...card, attachments: [wide] }, 41, false)).toContain(wide.text)
  })

  test('cannot act on the terminal', () => {
    const evil = { name: 'x', mime: 'text/plain', text: 'a\u001b[2Jb', drawn: true } as const
    expect(drawCard({ ...card, attachments: [evil] }, 80, false)).toContain('a␛[2Jb')
  })
})

describe('foreign text', () => {
  const evil = '\u001b]0;title\u0007 \u001b[2J \u009b31m \u001bP$q \r gone \b\b \u007f \u202e x'
  const everywhere: Card = {
    tone: 'report',
    title: evil,
    text: `${evil}\n\n> ${evil}\n\n\`${evil}\`\n\n\`\`\`\n${evil}\n\`\`\`\n\n|${evil}|\n|-|\n|${evil}|\n\n[${evil}](${evil})`,
    footer: evil,
    buttons: [{ label: evil, command: evil, args: { any: evil } }],
    attachments: [{ name: evil, mime: evil, text: '' }],
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/

  test('cannot act on the terminal from any part of a card', () => {
    expect(drawCard(everywhere, 80, false)).not.toMatch(CONTROLS)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: only looks are left
    expect(drawCard(everywhere, 80, true).replace(/\u001b\[[0-9]m|\u001b\[36m/g, '')).not.toMatch(CONTROLS)
  })

  test('is shown with what it tried', () => {
    expect(answer('> \u001b[31mred')).toContain('│ ␛[31mred')
  })

  test('of any kind is drawn and stays well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, color) => {
        const drawn = answer(text, 40, color)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: only looks are left
        const bare = drawn.replace(/\u001b\[\d+m/g, '')
        expect(drawn.isWellFormed()).toBe(true)
        expect(bare.replaceAll('\t', ' ')).not.toMatch(CONTROLS)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a card', () => {
  test('says who speaks, what may be done and where we are', () => {
    const card: Card = {
      tone: 'interviewer',
      text: 'How late do labels arrive?',
      footer: 'Data · 3 of 7 · 04:10 of 10:00',
      buttons: [
        { label: 'Hint', command: 'hint' },
        { label: 'Again', command: 'start', args: { problem: 'ad clicks', level: 'mid' } },
      ],
    }
    expect(drawCard(card, 80, false)).toBe(
      [
        'Interviewer:',
        'How late do labels arrive?',
        '',
        'Hint (/hint) · Again (/start "ad clicks" --level mid)',
        '',
        '[Data · 3 of 7 · 04:10 of 10:00]',
        '',
      ].join('\n'),
    )
    expect(drawCard({ tone: 'notice', title: 'Paused', text: 'The clock stands.' }, 80, false)).toBe(
      'Note: Paused\nThe clock stands.\n',
    )
    expect(drawCard({ tone: 'notice', text: 'Quiet.' }, 80, true)).toContain('\u001b[2mQuiet.\u001b[0m')
  })
})

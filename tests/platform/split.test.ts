import fc from 'fast-check'
import { lexer } from 'marked'
import { describe, expect, test } from 'vitest'
import { split } from '../../src/platform/split.ts'

const bare = (text: string): string => text.replace(/\s/g, '')

/** Whether all signs of one text stand in another, in their order. */
const isWithin = (inner: string, outer: string): boolean => {
  let at = 0
  for (const sign of inner) {
    at = outer.indexOf(sign, at)
    if (at < 0) return false
    at += sign.length
  }
  return true
}

/** Whether each block of code that is opened is closed again. */
const isBalanced = (part: string): boolean => {
  let open = ''
  for (const line of part.split('\n')) {
    const [, marker = '', more = ''] = /^\s*(`{3,})(.*)$/.exec(line) ?? []
    if (open === '' && marker !== '' && !more.includes('`')) open = marker
    else if (marker.length >= open.length && more.trim() === '') open = ''
  }
  return open === ''
}

const codeIn = (text: string): string[] =>
  lexer(text).flatMap((token) => (token.type === 'code' ? [token.text] : []))

const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefghij😀é漢') })
const sentence = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => `${words.join(' ')}.`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
const list = fc
  .array(sentence, { minLength: 1, maxLength: 8 })
  .map((all) => all.map((one) => `- ${one}`).join('\n'))
const quote = fc
  .array(sentence, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((one) => `> ${one}`).join('\n'))
const heading = word.map((one) => `## ${one}`)
const code = fc
  .tuple(
    fc.constantFrom('', 'python', 'sql'),
    fc.array(fc.constantFrom('', 'x = 1', '    y = "# no"', 'for z in q:'), { maxLength: 30 }),
  )
  .map(([language, lines]) => ['```'.concat(language), ...lines, '```'].join('\n'))
const table = fc
  .array(fc.tuple(word, word), { minLength: 1, maxLength: 20 })
  .map((rows) => ['| a | b |', '| --- | ---: |', ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join('\n'))
const document = fc
  .array(fc.oneof(paragraph, list, quote, heading, code, table), { minLength: 1, maxLength: 12 })
  .map((blocks) => blocks.join('\n\n'))

/** Anything at all, with much of what is special. */
const noise = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '\n',
        '\n\n',
        ' ',
        '```',
        '````',
        '~~~js',
        '> ',
        '- ',
        '| a |',
        '\n|---|\n',
        '# ',
        '    ',
        '**',
        '](',
        '\u200d',
      ),
    ),
    { maxLength: 80 },
  )
  .map((pieces) => pieces.join(''))

describe('any text', () => {
  const anything = fc.oneof(document, noise)

  test('has every part within the limit, and none empty', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 50, max: 600 }), (text, most) => {
        for (const part of split(text, most)) {
          expect(part.length).toBeLessThanOrEqual(most)
          expect(part.trim()).not.toBe('')
        }
      }),
      { numRuns: 300 },
    )
  })

  test('loses nothing but white space', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 50, max: 600 }), (text, most) => {
        expect(isWithin(bare(text), bare(split(text, most).join('\n')))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('keeps surrogate pairs whole', () => {
    const pairs = fc.string({ unit: fc.constantFrom('😀', 'a', ' ', '漢'), minLength: 100, maxLength: 300 })
    fc.assert(
      fc.property(pairs, fc.integer({ min: 50, max: 90 }), (text, most) => {
        expect(split(text, most).every((part) => part.isWellFormed())).toBe(true)
      }),
    )
  })
})

describe('a document', () => {
  test('has its code closed in every part', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 60, max: 400 }), (text, most) => {
        for (const part of split(text, most)) expect(isBalanced(part)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('has the same code in its parts together', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 60, max: 400 }), (text, most) => {
        const parts = split(text, most).flatMap(codeIn)
        expect(bare(parts.join(''))).toBe(bare(codeIn(text).join('')))
      }),
      { numRuns: 300 },
    )
  })

  test('is one part where it fits, as it was', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(split(text, text.length + 10)).toEqual([text.trimEnd()])
      }),
    )
  })

  test('is in as few parts as its paragraphs allow', () => {
    const blocks = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(blocks, (sizes) => {
        const text = sizes.map((size) => 'p'.repeat(size)).join('\n\n')
        expect(split(text, 120)).toHaveLength(greedy(sizes, 120))
      }),
    )
  })

  test('is in no more parts where it is cut before headings', () => {
    const sections = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(sections, (all) => {
        const drawn = (mark: string): string =>
          all
            .map(([first = 1, ...sizes]) =>
              [`${mark} x\n${'h'.repeat(first)}`, ...sizes.map((size) => 'p'.repeat(size))].join('\n\n'),
            )
            .join('\n\n')
        expect(split(drawn('#'), 120).length).toBe(split(drawn('x'), 120).length)
      }),
    )
  })
})

const greedy = (sizes: readonly number[], most: number): number => {
  let [parts, filled] = [0, most]
  for (const size of sizes) {
    if (filled + 2 + size <= most) filled += 2 + size
    else [parts, filled] = [parts + 1, size]
  }
  return parts
}

describe('where it is cut', () => {
  const filler = (length: number, sign = 'w'): string =>
    `${sign.repeat(9)} `
      .repeat(Math.ceil(length / 10))
      .slice(0, length)
      .trim()

  test('before a heading, where that costs no part more', () => {
    const text = `${filler(50)}\n\n## Two\n\n${filler(40)}\n\n${filler(30)}\n\n${filler(60)}`
    expect(split(text, 150).map((part) => part.slice(0, 6))).toEqual(['wwwwww', '## Two'])
  })

  test('not where that would cost one', () => {
    const text = `${filler(20)}\n\n## Two\n\n${filler(150)}\n\n${filler(150)}`
    expect(split(text, 200)).toHaveLength(2)
  })

  test('never between a heading, or what ends in a colon, and its text', () => {
    for (const first of ['## Not heard', 'Core at this level:', '**Core:**']) {
      const [head, tail] = split(`${filler(60)}\n\n${first}\n\n- ${filler(60)}\n- ${filler(20)}`, 100)
      expect(head).toBe(filler(60))
      expect(tail).toContain(first)
    }
  })

  test('between lines of a list that is too long for one part', () => {
    const items = Array.from({ length: 20 }, (_, index) => `- item ${index}`)
    const parts = split(items.join('\n'), 60)
    expect(parts.flatMap((part) => part.split('\n'))).toEqual(items)
  })

  test('between sentences of a long paragraph, and between words of a long sentence', () => {
    const sentences = `${'One two three four. '.repeat(3)}Five six seven eight nine ten eleven twelve.`
    expect(split(sentences, 80)[0]).toBe('One two three four. One two three four. One two three four.')
    expect(split(filler(100), 55)).toEqual([filler(50), filler(50)])
  })

  test('not in a link, nor in emphasis, nor before what would be markup', () => {
    const start = filler(40)
    expect(split(`${start} [three words here](https://example.org/a) and more`, 60)[0]).toBe(start)
    expect(split(`${start} **three words here and some** and more`, 60)[0]).toBe(start)
    expect(split(`${start} aaa bbb # ccc ddd eee fff ggg`, 48)[0]).toBe(`${start} aaa`)
  })

  test('a quotation goes on as one', () => {
    const parts = split(`> ${filler(300)}`, 100)
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expect(part).toMatch(/^> w/)
  })

  test('a table that is too long repeats its head', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `| row ${index} | ${index} |`)
    const parts = split(['| name | n |', '| --- | --- |', ...rows].join('\n'), 100)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(part).toMatch(/^\| name \| n \|\n\| --- \| --- \|\n\| row/)
    expect(parts.flatMap((part) => part.split('\n').slice(2))).toEqual(rows)
  })

  test('code that fits is never cut', () => {
    const code = '```python\n'.concat('x = 1\n'.repeat(10), '```')
    expect(split(`${filler(30)}\n\n${code}\n\n${filler(30)}`, 90)).toEqual([filler(30), code, filler(30)])
  })

  test('code that is too long is closed and opened again in its language, its indent kept', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `    y${index} = ${index}`)
    const parts = split(['```python', ...lines, '```'].join('\n'), 120)
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expect(part).toMatch(/^```python\n {4}y[\s\S]*\n```$/)
    expect(parts.flatMap((part) => part.split('\n').slice(1, -1))).toEqual(lines)
  })

  test('a code block that nobody closed is closed', () => {
    expect(split('```js\nlet a', 100)).toEqual(['```js\nlet a\n```'])
  })

  test('nothing of nothing', () => {
    expect(split(' \n\n ', 100)).toEqual([])
  })

  test('a hundred thousand characters of anything in little time', () => {
    for (const sign of ['a', '`', '> ', '[', '# \n\n', '|-', '\u0301', '- a\n', '*']) {
      const parts = split(sign.repeat(100_000 / sign.length), 2000)
      expect(parts.every(({ length }) => length <= 2000)).toBe(true)
    }
  })
})

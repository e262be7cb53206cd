import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phrasebook, SENTENCE, type Span } from '../../src/flow/phrase.ts'
import { stem } from '../../src/flow/stem.ts'
import { sentences, type Word, words } from '../../src/flow/words.ts'

const holds = (phrase: string, text: string): boolean => phrasebook([phrase]).find(words(text)).has(phrase)
const texts = (text: string): string[] => words(text).map((word) => word.text)

describe('phrases', () => {
  it.each([
    ['class weight', 'We set class weights'],
    ['class weight', 'a class-based weighting'],
    ['class weight', 'class_weight'],
    ['calibrat*', 'after recalibration we look at Calibration plots'],
    ['threshold + cost', 'The cost of each error decides on the threshold.'],
    ['split by time', 'I SPLIT the rows by time'],
    ['trade off', 'that is a tradeoff'],
    ['tradeoff', 'that is a trade-off'],
    ['optimise', 'we optimize'],
    ['labelled data', 'labeled data'],
    ['within ms', 'answers within 100ms'],
    ['million user', '120M users'],
    ['top 50 000', 'the top 50,000 of them'],
    ['requests per second', '400 requests/s'],
    ["don't shuffle", 'we don’t shuffle'],
  ])('%s is found in: %s', (phrase, text) => {
    expect(holds(phrase, text)).toBe(true)
  })

  it.each([
    ['class weight', 'the weight of the class'],
    ['class weight', 'class one two three weight'],
    ['calibrat*', 'uncalibrated'],
    ['threshold + cost', 'the cost of it all'],
    ['random split', 'random forest and a time split'],
    ['f1', 'f 12'],
  ])('%s is not found in: %s', (phrase, text) => {
    expect(holds(phrase, text)).toBe(false)
  })

  it('keeps joined parts within the length of a sentence', () => {
    const apart = (n: number): string => `threshold ${'very '.repeat(n)}cost`
    expect(holds('threshold + cost', apart(SENTENCE - 2))).toBe(true)
    expect(holds('threshold + cost', apart(SENTENCE))).toBe(false)
  })

  it('says where a phrase stands', () => {
    const text = words('First we set the class weights.')
    const spans = phrasebook(['class weight', 'absent']).find(text)
    expect([...spans]).toEqual([['class weight', [{ from: 4, to: 6 }]]])
  })

  it('finds among many phrases exactly those that it finds alone', () => {
    const vocabulary = ['time', 'split', 'random', 'cost', 'label', 'gap', 'delay', 'the']
    const some = (least: number, most: number) =>
      fc.array(fc.constantFrom(...vocabulary), { minLength: least, maxLength: most })
    const phrase = fc
      .array(some(1, 3), { minLength: 1, maxLength: 2 })
      .map((parts) => parts.map((part) => part.join(' ')).join(' + '))
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 8 }), some(0, 40), (phrases, text) => {
        const said = text.join(' ')
        const all = phrasebook(phrases).find(words(said))
        for (const one of phrases) expect(all.has(one)).toBe(holds(one, said))
      }),
    )
  })

  it('finds plain words again in any text that says them, whatever stands between', () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/)
    const between = fc.constantFrom(
      ' ',
      ', ',
      '. ',
      '\n',
      '\n\n',
      ' - ',
      '-',
      '; ',
      '** **',
      ' `',
      '\n> ',
      '_',
    )
    const list = fc.array(fc.tuple(word, between, fc.boolean()), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(list, fc.array(word, { maxLength: 6 }), (said, others) => {
        const phrase = said.map(([one]) => one).join(' ')
        const text = said.map(([one, gap, loud]) => (loud ? one.toUpperCase() : one) + gap).join('')
        expect(holds(phrase, text)).toBe(true)
        expect(holds(phrase, `${others.join(' ')}. ${text} ${others.join(' ')}`)).toBe(true)
      }),
    )
  })

  it('takes one word written as two, and two written as one, whatever else is looked for', () => {
    const found = (phrases: string[], text: string) => [...phrasebook(phrases).find(words(text)).keys()]
    expect(found(['trade off', 'tradeoff cost'], 'a tradeoff')).toEqual(['trade off'])
    expect(found(['tradeoffs'], 'a trade off')).toEqual(['tradeoffs'])
    expect(found(['tradeoff'], 'many trade-offs')).toEqual(['tradeoff'])
    expect(found(['pretraining'], 'we pre train')).toEqual(['pretraining'])
    expect(found(['abc defghi', 'abcd efghi'], 'abcdefghi')).toEqual(['abc defghi', 'abcd efghi'])
  })

  it('finds three joined parts in any order', () => {
    const text =
      'demand is what it is, price goes up and down with it, demand then falls and by evening or so both of them correlate'
    for (const phrase of [
      'price + demand + correlate',
      'demand + price + correlate',
      'correlate + price + demand',
    ])
      expect([phrase, holds(phrase, text)]).toEqual([phrase, true])
  })

  it('finds the parts of a phrase in words of their own', () => {
    expect(holds('costs + costs', 'it costs little')).toBe(false)
    expect(holds('costs + costs', 'a miss costs five, an alarm costs one')).toBe(true)
    expect(holds('late label + label delay', 'late label delay')).toBe(false)
    expect(holds('late label + label delay', 'a late label, and the label delay')).toBe(true)
  })

  it('finds exactly the spans that a slow and simple search finds', () => {
    const vocabulary = ['data', 'base', 'database', 'databases', 'time', 'out', 'timeout', 'splits', 'split']
    const plain = fc.constantFrom(...vocabulary, 'the', 'of', 'gap')
    const begun = fc.constantFrom('dat*', 'database*', 'time*', 'sp*', 'ou*')
    const part = fc.array(fc.oneof({ weight: 4, arbitrary: plain }, begun), { minLength: 1, maxLength: 3 })
    const phrase = fc
      .array(part, { minLength: 1, maxLength: 2 })
      .map((parts) => parts.map((one) => one.join(' ')).join(' + '))
    const text = fc.array(fc.oneof(plain, fc.constantFrom('very', 'cold')), { maxLength: 40 })
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { minLength: 1, maxLength: 8 }), text, (phrases, said) => {
        const all = words(said.join(' '))
        const found = phrasebook(phrases).find(all)
        for (const one of phrases) {
          const spans = (found.get(one) ?? []).map(({ from, to }) => ({ from, to }))
          expect([one, spans]).toEqual([one, slowly(one, all)])
        }
      }),
      { numRuns: 400 },
    )
  })

  it('finds among thirty thousand phrases what it finds alone', () => {
    const syllables = [
      'ba',
      'ce',
      'di',
      'fo',
      'gu',
      'ka',
      'le',
      'mi',
      'no',
      'pu',
      'ra',
      'se',
      'ti',
      'vo',
      'zu',
    ]
    const made = (n: number): string =>
      [n, n / 15, n / 225].map((m) => syllables[Math.floor(m) % 15]).join('')
    const draw = drawn(7)
    const word = (): string => made(draw(400))
    const phrases = Array.from({ length: 30_000 }, () => {
      const part = (): string => `${word()} ${word()}${draw(10) === 0 ? '*' : ''}`
      return draw(4) === 0 ? `${part()} + ${word()}` : part()
    })
    const text = words(Array.from({ length: 400 }, word).join(' '))
    const all = phrasebook(phrases).find(text)
    expect(all.size).toBeGreaterThan(50)
    for (const [one, spans] of all) expect([one, phrasebook([one]).find(text).get(one)]).toEqual([one, spans])
    for (const one of phrases.slice(0, 2_000))
      expect([one, phrasebook([one]).find(text).has(one)]).toEqual([one, all.has(one)])
  })

  it('is not held up by a megabyte of words with which many phrases begin', () => {
    const phrases = [
      'time',
      'time time',
      'time time time',
      'time time time time',
      'time time + split',
      'tim* ti* t*',
    ]
    const text = words('time '.repeat(200_000))
    const found = phrasebook(phrases).find(text)
    expect(found.get('time time time time')?.at(0)).toEqual({ from: 0, to: 4 })
    expect(found.has('time time + split')).toBe(false)
    for (const spans of found.values()) expect(spans.length).toBeLessThan(1_000)
  })

  it('reads a megabyte in a second or so', () => {
    const book = phrasebook(['split by time', 'random split + time', 'calibrat*'])
    for (const piece of ['split by time ', 'a', '\u0000\ud800', 'time time ', '9 ', '%/'.repeat(4)]) {
      const began = process.cpuUsage()
      book.find(words(piece.repeat(Math.ceil(1_000_000 / piece.length))))
      expect(process.cpuUsage(began).user / 1_000).toBeLessThan(3_000)
    }
  })
})

describe('words', () => {
  it('takes a number and its unit apart however they are written', () => {
    expect(texts('1.1 % of 12.5k/s')).toEqual(['1.1', 'percent', 'of', '12.5', 'thousand', 'per', 'second'])
    expect(texts('120M users, 50 000 rows, 3,000 items')).toEqual(texts('120 m users 50000 rows 3000 items'))
  })

  it('takes no notice of case, punctuation, Markdown and line breaks', () => {
    const plain = texts('We dont split at random its leaky e.g. over time')
    expect(texts("**We don't** _split_ at `random`;\n> it's LEAKY — (e.g. over time)!")).toEqual(plain)
    expect(texts('1. first\n2) second')).toEqual(['first', 'second'])
  })

  it('keeps a word and its ending together where only the word is set off', () => {
    for (const text of ["the `user`'s clicks", "the **user**'s clicks", 'the _user_’s clicks'])
      expect(texts(text)).toEqual(texts("the user's clicks"))
  })

  it('takes a number that ends a sentence for a number, also where a line begins with it', () => {
    expect(texts('we keep the top\n20. Then we rank')).toEqual(texts('we keep the top 20. Then we rank'))
    expect(texts('first this\n1. one\n2. two\n3) three')).toEqual(['first', 'this', 'one', 'two', 'three'])
  })

  it('stands where the text says it does, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0
        for (const { start, end } of words(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = start
        }
      }),
    )
  })
})

describe('sentences', () => {
  it('ends them at full stops and line breaks, and not inside numbers', () => {
    const text = 'About 3.5 % are late. So we rank\n- by risk'
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'About 3.5 % are late.',
      'So we rank',
      '- by risk',
    ])
  })
})

/** The phrase language as its description has it, word by word and without any index. */
function slowly(phrase: string, text: readonly Word[]): Span[] {
  const [first = [], second] = phrase.split(' + ').map((part) => standing(part, text))
  if (second === undefined) return first
  return first.flatMap((one) => {
    const apart = second.filter((two) => two.to <= one.from || one.to <= two.from)
    const wholes = apart.map((two) => ({ from: Math.min(one.from, two.from), to: Math.max(one.to, two.to) }))
    const near = wholes.filter(({ from, to }) => to - from <= SENTENCE)
    return near.sort((a, b) => a.to - a.from - (b.to - b.from)).slice(0, 1)
  })
}

function standing(part: string, text: readonly Word[]): Span[] {
  const all = part.split(' ')
  const telling = all.filter((word) => word !== 'the' && word !== 'of')
  const tests = telling.length >= 2 ? telling : all
  return text.flatMap((_, from) => {
    const ends = endings(tests, text, from, from)
    return ends.length > 0 ? [{ from, to: Math.min(...ends) }] : []
  })
}

/** Where the tests can end of which the first stands at one of these places. */
function endings(tests: readonly string[], text: readonly Word[], least: number, most: number): number[] {
  const [test, next, ...rest] = tests
  if (test === undefined) return [least]
  const out: number[] = []
  for (let at = least; at <= Math.min(most, text.length - 1); at += 1) {
    const here = text[at]?.text ?? ''
    const after = text[at + 1]?.text
    const on = (left: readonly string[], to: number) => out.push(...endings(left, text, to, to + 2))
    if (same(test, here)) on(tests.slice(1), at + 1)
    if (after !== undefined && !test.endsWith('*') && same(test, here + after)) on(tests.slice(1), at + 2)
    if (next !== undefined && writtenAsOne(test, next, here)) on(rest, at + 1)
  }
  return out
}

function same(test: string, word: string): boolean {
  return test.endsWith('*') ? word.startsWith(test.slice(0, -1)) : stem(test) === stem(word)
}

function writtenAsOne(first: string, second: string, word: string): boolean {
  if (first.endsWith('*') || second.endsWith('*')) return false
  return [...word].some(
    (_, i) => i >= 3 && word.length - i >= 3 && same(first, word.slice(0, i)) && same(second, word.slice(i)),
  )
}

/** Numbers below a bound, the same in every run. */
function drawn(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * bound)
  }
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phrasebook, SENTENCE } from '../../src/flow/phrase.ts'
import { sentences, words } from '../../src/flow/words.ts'

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

  it('reads a megabyte in a second or so', () => {
    const book = phrasebook(['split by time', 'random split + time', 'calibrat*'])
    for (const piece of ['split by time ', 'a', '\u0000\ud800', 'time time ', '9 ', '%/'.repeat(4)]) {
      const began = performance.now()
      book.find(words(piece.repeat(Math.ceil(1_000_000 / piece.length))))
      expect(performance.now() - began).toBeLessThan(3_000)
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

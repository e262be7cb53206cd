import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEnglish } from '../../src/flow/english.ts'
import { type Speller, speller } from '../../src/flow/spelling.ts'
import { words } from '../../src/flow/words.ts'

const WANTED = ['calibration', 'threshold', 'latency', 'split', 'stale', 'gap', 'imbalance', 'imbalanced']
const ORDINARY = ['decay', 'stable']
const SPELLER = speller(WANTED, ORDINARY)

const read = (text: string, mend: Speller = SPELLER): string[] => mend(words(text)).map((word) => word.text)

describe('a misspelt word', () => {
  it.each([
    ['a letter too much', 'latenccy', 'latency'],
    ['a letter too few', 'latncy', 'latency'],
    ['a wrong letter', 'latensy', 'latency'],
    ['two letters that changed places', 'latnecy', 'latency'],
    ['two slips in a long word', 'calibratoin', 'calibration'],
    ['two slips apart in a long word', 'callibratian', 'calibration'],
    ['whatever the case', 'LATENSY', 'latency'],
  ])('is read as what was meant: %s', (_, slip, meant) => {
    expect(read(slip)).toEqual([meant])
    expect(SPELLER(words(slip))[0]?.stem).toBe(words(meant)[0]?.stem)
  })

  it.each([
    ['its first letter is wrong', 'hatency'],
    ['a short one has two slips', 'ltensy'],
    ['a long one has three', 'calobritien'],
    ['it is shorter than five letters', 'gapp'],
    ['it is a form of a word that is known', 'splitting'],
    ['it is an ordinary word', 'decay'],
    ['it is an ordinary word one letter off', 'stable'],
    ['it is a small word of English', 'still'],
    ['it is a number', '12345'],
    ['it is in another script', 'задержка'],
  ])('stays as it is where %s', (_, word) => {
    expect(SPELLER(words(word))).toEqual(words(word))
  })

  it('stays where two words may have been meant, and goes to the nearer one where one is', () => {
    const mend = speller(['stale', 'stage'], [])
    expect(read('stane', mend)).toEqual(['stane'])
    const far = speller(['partition', 'partitioning', 'petitions'], [])
    expect(read('partitiom', far)).toEqual(['partition'])
  })

  it('is mended between two forms of one word', () => {
    expect(SPELLER(words('imbalancd'))[0]?.stem).toBe(words('imbalance')[0]?.stem)
  })

  it('keeps its place and whatever else is known of it', () => {
    const said = words('A latensy of 20 ms').map((word, n) => ({ ...word, n }))
    const mended = SPELLER(said)
    expect(mended.map(({ start, end, n, number }) => [start, end, n, number])).toEqual(
      said.map(({ start, end, n, number }) => [start, end, n, number]),
    )
    expect(mended.map(({ text }) => text)).toEqual(['a', 'latency', 'of', '20', 'ms'])
  })
})

describe('a speller', () => {
  const meant = fc.constantFrom('calibration', 'threshold', 'latency', 'split', 'feature', 'quantile')
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')

  it('mends any one slip after the first letter', () => {
    fc.assert(
      fc.property(meant, fc.nat(), letter, fc.nat(3), (word, at, wrong, kind) => {
        const i = 1 + (at % (word.length - 1))
        const [before, here, after] = [word.slice(0, i), word.charAt(i), word.slice(i + 1)]
        const slips = [
          before + wrong + here + after,
          before + after,
          before + wrong + after,
          before + after.charAt(0) + here + after.slice(1),
        ]
        const slip = slips[kind] ?? ''
        const alone = speller([word], [])
        const [found] = alone(words(slip))
        // Four letters are too few, and a slip may make another word.
        if (slip.length >= 5 && !isEnglish(slip)) expect(found?.stem).toBe(words(word)[0]?.stem)
      }),
    )
  })

  it('does not depend on the order of the words it knows, nor on what it read before', () => {
    const vocabulary = [
      'stale',
      'stage',
      'scale',
      'scales',
      'serve',
      'server',
      'servers',
      'severe',
      'latency',
      'later',
    ]
    const texts = fc.array(fc.stringMatching(/^[sl][acelrtvy]{3,7}$/), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.shuffledSubarray(vocabulary, { minLength: 10 }), texts, (order, said) => {
        const fresh = speller(vocabulary, [])
        const other = speller(order, [])
        const text = said.join(' ')
        expect(read(text, other)).toEqual(read(text, fresh))
        expect(read(text, other)).toEqual(said.flatMap((word) => read(word, speller(order, []))))
      }),
    )
  })

  it('reads what it mended no further', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{3,12}$/)), (said) => {
        const once = SPELLER(words(said.join(' ')))
        expect(SPELLER(once)).toEqual(once)
      }),
    )
  })

  it('leaves every word alone that it wants or was told of', () => {
    for (const word of [...WANTED, ...ORDINARY]) expect(read(word)).toEqual([word])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phrasebook } from '../../src/flow/phrase.ts'
import { concepts } from '../../src/flow/synonyms.ts'
import { words } from '../../src/flow/words.ts'

const GROUPS = [
  ['click-through rate', 'ctr', 'share of clicks'],
  ['gap', 'embargo', 'quiet period'],
  ['quiet', 'silent'],
  ['quiet period', 'night'],
]
const READ = concepts(GROUPS)

const stems = (text: string): string[] => READ(words(text)).map((word) => word.stem)
const finds = (phrase: string, text: string): boolean =>
  phrasebook([phrase], READ)
    .find(READ(words(text)))
    .has(phrase)

describe('words of a group', () => {
  it('are one concept, in whatever form, case or layout', () => {
    const all = [
      'click-through rate',
      'CTR',
      'share of clicks',
      'Click\nThrough **rates**',
      'shares of click',
    ]
    expect(new Set(all.flatMap(stems)).size).toBe(1)
    expect(all.map((text) => stems(text).length)).toEqual(all.map(() => 1))
  })

  it('are another concept than those of another group', () => {
    expect(stems('ctr')).not.toEqual(stems('gap'))
    expect(stems('quiet')).toEqual(stems('silent'))
  })

  it('are taken by the longest phrase, and by the first group that names it', () => {
    expect(stems('quiet period')).toEqual(stems('embargo'))
    expect(stems('quiet period')).not.toEqual(stems('night'))
    expect(stems('quiet periods and quiet')).toEqual([...stems('gap'), ...stems('and'), ...stems('silent')])
    expect(stems('share of')).toEqual(words('share of').map((word) => word.stem))
  })

  it('leave every other word as it is', () => {
    const text = words('We rank by risk in 20 ms')
    expect(READ(text)).toEqual(text)
    expect(concepts()(text)).toEqual(text)
    expect(concepts([])(text)).toEqual(text)
  })

  it('stand where they were said, and keep what else is known of them', () => {
    const text = 'Then a quiet period of two days'
    const said = words(text).map((word, n) => ({ ...word, n }))
    const found = READ(said).find(({ stem }) => stem === stems('gap')[0])
    expect(found).toMatchObject({ text: 'quiet', n: 2 })
    expect(text.slice(found?.start, found?.end)).toBe('quiet period')
  })
})

describe('phrases read as concepts', () => {
  it('are found in the words of anyone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GROUPS.slice(0, 3)), fc.nat(), fc.nat(), (group, a, b) => {
        const [said = '', sought = ''] = [group[a % group.length], group[b % group.length]]
        expect(finds(sought, `so ${said} it is`)).toBe(true)
        expect(finds(`wide ${sought} of days`, `a wide, ${said.toUpperCase()} of two days`)).toBe(true)
        expect(finds(`${sought} + days`, `days after a ${said}`)).toBe(true)
      }),
    )
  })

  it('are not found where only a part of a synonym is said', () => {
    expect(finds('ctr', 'the rate of it')).toBe(false)
    expect(finds('gap', 'a long period')).toBe(false)
  })

  it('count a compound in a group as its parts', () => {
    const read = concepts([['trade off', 'compromise']])
    const book = phrasebook(['compromise on cost'], read)
    for (const text of [
      'a trade off on cost',
      'a trade-off on cost',
      'compromises on cost',
      'a tradeoff on cost',
    ])
      expect([text, book.find(read(words(text))).size]).toEqual([text, 1])
  })
})

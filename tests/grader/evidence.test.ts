import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { upheld } from '../../src/grader/evidence.ts'
import type { Judgement, Mark } from '../../src/interview/verdict.ts'
import { said } from './contract.ts'

const judgement = (quote: string, verdict: Mark, entry?: number): Judgement => ({
  verdicts: [{ criterion: 'SP2', verdict, quote, ...(entry === undefined ? {} : { entry }) }],
  flags: [],
  by: 'test 1.0.0',
  assessed: true,
})

const first = (judged: Judgement) => judged.verdicts[0]

describe('a quote', () => {
  it('stands when the candidate said it, and names the message', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1 }), { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (texts, a, b, c) => {
          const text = texts[a % texts.length] ?? ''
          const from = b % text.length
          const quote = text.slice(from, from + 1 + (c % (text.length - from)))
          fc.pre(quote.trim() !== '')
          const verdict = first(upheld(judgement(quote, 2), said(...texts)))
          expect(verdict?.verdict).toBe(2)
          expect(texts[(verdict?.entry ?? -2) / 2]?.replace(/\s+/g, ' ')).toContain(
            quote.replace(/\s+/g, ' ').trim(),
          )
        },
      ),
    )
  })

  it('falls when no message holds it, whatever is around it', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), fc.constantFrom<Mark>(1, 2), (texts, quote, mark) => {
        const verdict = first(upheld(judgement(`${quote} never said`, mark, 0), said(...texts)))
        expect(verdict).toMatchObject({ verdict: 0, quote: '' })
        expect(verdict?.reason).toContain('not found')
        expect(verdict).not.toHaveProperty('entry')
      }),
    )
  })

  it('may differ in white space and typographic quotes only', () => {
    const answers = said('Labels aren’t known\n\nbefore “day two”.')
    expect(first(upheld(judgement('Labels aren\'t  known before "day two".', 2), answers))).toMatchObject({
      verdict: 2,
      entry: 0,
    })
    for (const other of ['labels aren’t known', 'Labels are known', 'Labels aren’t known, before', '']) {
      expect(first(upheld(judgement(other, 1), answers))?.verdict).toBe(0)
    }
  })

  it('is looked for in every message, first in the one that is named', () => {
    const answers = said('split by time', 'split by time')
    expect(first(upheld(judgement('split by time', 1, 2), answers))?.entry).toBe(2)
    expect(first(upheld(judgement('split by time', 1, 9), answers))?.entry).toBe(0)
  })

  it('is asked of flags too', () => {
    const flag = { criterion: 'SP2', says: 'Shuffles.', quote: 'random', entry: 0 }
    const both = { ...judgement('', 0), flags: [flag, { ...flag, quote: 'never said' }] }
    expect(upheld(both, said('a random split')).flags).toEqual([flag])
  })

  it('leaves everything else as it was', () => {
    const judged = { ...judgement('', 0), assessed: false }
    expect(upheld(judged, said('a'))).toEqual(judged)
  })
})

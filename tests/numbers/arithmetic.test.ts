import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, MOST_CHARACTERS, MOST_DEPTH } from '../../src/numbers/arithmetic.ts'

describe('values', () => {
  it.each([
    ['120e6 * 9 / 86400', 12_500],
    ['1_000 + 2.5', 1002.5],
    ['.5e-1', 0.05],
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['10 - 4 - 3', 3],
    ['16 / 4 / 2', 2],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['2 - -3', 5],
    ['sqrt(16) + ln(exp(2)) + log2(8) + log10(1e4)', 13],
    ['min(3, 1, 2) + max(3, 1, 2)', 4],
    ['ceil(1.2) + floor(1.8) + round(1.6)', 5],
    ['0.36 / (0.36 + (1 - 0.36) / 0.02)', 0.0111248],
    ['  7  ', 7],
  ])('%s is %d', (expression, value) => {
    expect(evaluate(expression).value).toBeCloseTo(value, 6)
  })
})

describe('faults', () => {
  it.each([
    ['', 0, 'a number was expected'],
    ['   ', 0, 'a number was expected'],
    ['2 +', 3, 'the end'],
    ['1 / 0', 2, 'divides by zero'],
    ['1 / (2 - 2)', 2, 'divides by zero'],
    ['sqrt(-1)', 0, 'no value'],
    ['ln(0)', 0, 'infinite'],
    ['1e308 * 10', 6, 'too large'],
    ['1e999', 0, 'too large'],
    ['(-8)^0.5', 4, 'no value'],
    ['(1 + 2', 6, '")" was expected'],
    ['1 + 2)', 5, '")" was not expected'],
    ['1,000 + 1', 1, '"," was not expected'],
    ['2 3', 2, '"3" was not expected'],
    ['1__0', 1, '"_" is not part'],
    ['2 & 3', 2, '"&" is not part'],
    ['process(1)', 0, 'not a function'],
    ['constructor(1)', 0, 'not a function'],
    ['sqrt 4', 5, '"(" was expected'],
    ['sqrt(4, 9)', 0, 'takes one value'],
    ['max()', 4, 'a number was expected'],
  ])('%j is wrong at %d', (expression, at, says) => {
    const result = evaluate(expression)
    expect(result).toMatchObject({ at })
    expect(result.fault).toContain(says)
  })

  it('refuses what is too long', () => {
    expect(evaluate(`1${'+1'.repeat(MOST_CHARACTERS)}`).fault).toContain('longer than')
    expect(evaluate(`1${'+1'.repeat((MOST_CHARACTERS - 1) / 2)}`)).toEqual({ value: 250 })
  })

  it.each(['(', '-', '2^'])('refuses %j nested too deep', (opening) => {
    const nested = (depth: number) => opening.repeat(depth) + 1 + (opening === '(' ? ')'.repeat(depth) : '')
    expect(evaluate(nested(MOST_DEPTH)).fault ?? 'fine').not.toContain('deep')
    expect(evaluate(nested(MOST_DEPTH + 1)).fault).toContain('deep')
  })
})

type Tree = { text: string; value: number }
const { tree } = fc.letrec<{ tree: Tree; leaf: Tree; branch: Tree }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small', maxDepth: 4 }, tie('leaf'), tie('branch')),
  leaf: fc.nat({ max: 9_999 }).map((n) => ({ text: `${n}`, value: n })),
  branch: fc
    .tuple(fc.constantFrom('+', '-', '*', '/', 'max'), tie('tree'), tie('tree'))
    .map(([sign, a, b]) => {
      if (sign === 'max') return { text: `max(${a.text}, ${b.text})`, value: Math.max(a.value, b.value) }
      return { text: `(${a.text} ${sign} ${b.text})`, value: operate(sign, a.value, b.value) }
    }),
}))

const operate = (sign: string, a: number, b: number): number =>
  sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : a / b

describe('for every expression', () => {
  it('gives the value that the numbers give, and a fault where they give none', () => {
    fc.assert(
      fc.property(tree, ({ text, value }) => {
        fc.pre(text.length <= MOST_CHARACTERS)
        const result = evaluate(text)
        if (result.fault === undefined) expect(result.value).toBe(value)
        else expect(Number.isFinite(value) ? result.fault : 'divides by zero').toContain('divides by zero')
      }),
    )
  })

  it('reads back any number a person may write', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (n) => {
        expect(evaluate(`${n}`)).toEqual({ value: n })
      }),
    )
  })

  it('does not mind blanks and brackets', () => {
    fc.assert(
      fc.property(tree, ({ text }) => {
        fc.pre(text.length < MOST_CHARACTERS - 4)
        expect(evaluate(` (${text}) `).value).toBe(evaluate(text).value)
      }),
    )
  })

  it('answers any text with a finite value or a fault inside it, and never throws', () => {
    const scraps = fc.constantFrom(
      '1',
      '2e9',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      '^',
      ',',
      'sqrt',
      'max',
      ' ',
      '.',
      '_',
      'e',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scraps).map((s) => s.join('')),
        ),
        (text) => {
          const result = evaluate(text)
          if (result.fault === undefined) expect(Number.isFinite(result.value)).toBe(true)
          else expect(result.at >= 0 && result.at <= text.length).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

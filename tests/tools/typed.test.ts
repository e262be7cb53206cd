import { expect, test } from 'vitest'
import { BadInput } from '../../src/numbers/bad-input.ts'
import { amountIn, given, pairIn, shareIn, wordIn } from '../../src/tools/typed.ts'

test.each([
  ['2%', 0.02],
  ['2 %', 0.02],
  [' 2.5 per cent ', 0.025],
  ['.02', 0.02],
  ['1', 1],
  ['0', 0],
])('%s is a share', (text, value) => expect(shareIn('x', text)).toBeCloseTo(value, 15))

test.each(['2', '', '101%', '-1%', '2%%', '1.2.3', 'NaN', 'half'])('"%s" is no share', (text) => {
  expect(() => shareIn('x', text)).toThrow(BadInput)
})

test.each([
  ['40000', 40_000],
  ['40,000', 40_000],
  ['1,234,567.5', 1_234_567.5],
  ['40k', 40_000],
  ['1.2M', 1_200_000],
  ['3e6', 3_000_000],
  ['-5', -5],
  ['.5', 0.5],
])('%s is an amount', (text, value) => expect(amountIn('x', text)).toBe(value))

test.each(['', '12,95', '1 2', 'k', '5x', 'Infinity', '0x10', '1e999'])('"%s" is no amount', (text) => {
  expect(() => amountIn('x', text)).toThrow(BadInput)
})

test.each(['12 95', '12/95', '12 / 95', '12:95', '12, 95', '12 of 95', ' 12  95 '])(
  '%s is a pair',
  (text) => {
    expect(pairIn('x', text)).toEqual([12, 95])
  },
)

test.each(['12', '1 2 3', '12,95', 'a b', ''])('"%s" is no pair', (text) => {
  expect(() => pairIn('x', text)).toThrow(BadInput)
})

test('a word is one of those named, in any case, and what is missing or blank is not read', () => {
  expect(wordIn('x', ' Yes ', ['yes', 'no'])).toBe('yes')
  expect(() => wordIn('x', 'maybe', ['yes', 'no'])).toThrow(
    'I cannot read "maybe" as x. Write one of yes, no.',
  )
  expect(given({ x: ' ' }, 'x', shareIn)).toBeUndefined()
  expect(given({}, 'x', shareIn)).toBeUndefined()
  expect(given({ x: '5%' }, 'x', shareIn)).toBe(0.05)
})

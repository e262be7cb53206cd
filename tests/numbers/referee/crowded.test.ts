/** Messages that are nothing but figures, as nobody writes them who means to be understood. */
import { expect, test } from 'vitest'
import { MOST_CHARACTERS, referee } from '../../../src/numbers/referee/referee.ts'

const GROUND = { checks: [], facts: [] }
const CROWDED = ['1=1=', '1/', '10k ', '5 % of 3 ', 'one one ', '1 = 1 = ', '12 x 3 = 36, ', '1 + ', '1,000,']

test('however many figures there are, they are not all held against one another', () => {
  const took = CROWDED.map((part) => {
    const text = part.repeat(Math.ceil(MOST_CHARACTERS / part.length))
    const before = process.cpuUsage()
    referee(text, GROUND)
    return process.cpuUsage(before).user / 1_000
  })
  // In milliseconds of the processor; some of them took nine seconds each.
  expect(Math.max(...took)).toBeLessThan(1_500)
})

test('what stands before the crowd is read as ever', () => {
  const wrong = '120M x 9 / 86400 is about 1,250. '
  const [alone] = referee(wrong, GROUND)
  expect(alone).toMatchObject({ kind: 'arithmetic', expected: 12_500, stated: 1_250 })
  expect(referee(`${wrong}${'I keep 7 rows. '.repeat(700)}`, GROUND)).toEqual([alone])
})

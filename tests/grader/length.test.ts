/** Words that say nothing of the task: they earn nothing, and take little from what is said beside them. */
import { describe, expect, it } from 'vitest'
import { earned, HOUSE_CRITERIA, houseJudged, judged, total } from './marking.ts'

const NEUTRAL = [
  'The sky over the harbour was blue and the gulls were loud.',
  'It is raining on the roof of the old boat house.',
  'The kettle in the kitchen is singing again.',
  'A neighbour is playing the piano in the garden.',
  'The cat is asleep on the carpet by the window.',
]
const filler = (n: number): string =>
  Array.from({ length: n }, (_, i) => NEUTRAL[i % NEUTRAL.length]).join(' ')
const VAGUE =
  'We should also think about class imbalance and maybe use class weights, and make sure the time based split is appropriate and robust, with a gap, as well as various other things.'

const SPOKEN = HOUSE_CRITERIA.filter(({ measured }) => measured === undefined)
const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)

describe('length', () => {
  it('earns nothing alone', async () => {
    for (const n of [1, 10, 100]) expect(total(await houseJudged(filler(n)))).toBe(0)
  })

  it('makes no clear answer of a vague one, or of a thing named', async () => {
    for (const text of [VAGUE, 'I would split by time.'])
      for (const padded of [
        `${text} ${filler(10)}`,
        `${filler(10)} ${text}`,
        `${filler(10)} ${text} ${filler(10)}`,
      ])
        expect(total(await judged(padded)), padded).toBeLessThanOrEqual(total(await judged(text)))
  })

  it('says no more a tenth time than the first', async () => {
    for (const text of [VAGUE, 'I would split by time.'])
      expect(total(await judged(`${text} `.repeat(10)))).toBeLessThanOrEqual(total(await judged(text)))
  })

  it('takes nothing away that lies further than some sentences off', async () => {
    for (const { exemplar } of SPOKEN.slice(0, 20))
      expect(earned(await houseJudged(`${exemplar} ${filler(100)}`))).toEqual(
        earned(await houseJudged(`${exemplar} ${filler(10)}`)),
      )
  })

  // A word of the filler may complete a phrase whose parts only have to stand near each other.
  it('takes little from the sentences of the real flow, and adds next to nothing to their sum', async () => {
    const alone = await Promise.all(SPOKEN.map(({ exemplar }) => houseJudged(exemplar)))
    for (const pad of [
      (text: string) => `${text} ${filler(10)}`,
      (text: string) => `${filler(10)} ${text}`,
      (text: string) => `${filler(10)} ${text} ${filler(10)}`,
    ]) {
      const padded = await Promise.all(SPOKEN.map(({ exemplar }) => houseJudged(pad(exemplar))))
      expect(sum(padded.map(total))).toBeLessThan(1.04 * sum(alone.map(total)))
      expect(sum(padded.map(total))).toBeGreaterThan(0.75 * sum(alone.map(total)))
      SPOKEN.forEach(({ id }, i) => {
        const [before, after] = [earned(alone[i] ?? NOTHING)[id] ?? 0, earned(padded[i] ?? NOTHING)[id] ?? 0]
        if (before > 0) expect([id, after > 0]).toEqual([id, true])
      })
    }
  })
})

const NOTHING = { verdicts: [], flags: [], by: '', assessed: true }

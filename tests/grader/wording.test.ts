/** Other words and other spellings for the same things earn the same. */
import { describe, expect, it } from 'vitest'
import { earned, judged, warned } from './marking.ts'

const RIGHT =
  'The classes are imbalanced, 3 % of parcels are late, so accuracy misleads: I use class weights and recalibrate. ' +
  'I split by time with a gap of two days, because otherwise label delay leaks into training.'

describe('spelling mistakes', () => {
  it.each([
    ['imbalanced', 'imbalnaced'],
    ['weights', 'wieghts'],
    ['accuracy', 'acuracy'],
    ['recalibrate', 'recalibarte'],
    ['split', 'splitt'],
    ['because', 'becuase'],
    ['delay', 'dellay'],
    ['classes', 'clases'],
  ])('take nothing from an answer: %s as %s', async (right, wrong) => {
    const slipped = RIGHT.replace(right, wrong)
    expect(slipped).not.toBe(RIGHT)
    expect(earned(await judged(slipped))).toEqual(earned(await judged(RIGHT)))
  })

  it('take nothing from it all at once', async () => {
    const slipped =
      'the clases are imbalnaced, 3 % of parcels are late, so acuracy misleads: i use class wieghts and recalibarte. ' +
      'i splitt by time with a gap of two days, becuase otherwise label dellay leaks into trainig.'
    expect(earned(await judged(slipped))).toEqual({ DX2: 2, SP2: 2 })
    expect(earned(await judged(RIGHT))).toEqual({ DX2: 2, SP2: 2 })
  })

  it('hide no mistake', async () => {
    expect(warned(await judged('A randm 80 20 splitt it is.'))).toEqual(['SP2'])
    expect(warned(await judged('Acuracy is enuogh.'))).toEqual(['DX2'])
  })

  it('make no term out of another word that looks like it', async () => {
    const text = 'I spoil a gasp of thyme, because the table delta of a glass wright is unbalanced at 3 %.'
    expect(earned(await judged(text))).toEqual({})
  })
})

describe('synonyms of the flow', () => {
  const synonyms = [
    ['gap', 'quiet period', 'cooling-off weeks'],
    ['class weight', 'costlier errors'],
    ['split by time', 'calendar division'],
    ['accuracy', 'hit share'],
  ]
  const meant = 'I split by time with a gap of two days, because late labels would flatter me.'
  const other =
    'I do a calendar division with cooling off weeks of two days, because late labels would flatter me.'

  it('earn what the words of the criterion do', async () => {
    expect(earned(await judged(other, { synonyms }))).toEqual({ SP2: 2 })
    expect(earned(await judged(meant, { synonyms }))).toEqual({ SP2: 2 })
  })

  it('count for the flow that lists them only, in whatever order flows are asked about', async () => {
    for (let round = 0; round < 2; round += 1) {
      expect(earned(await judged(other))).not.toEqual({ SP2: 2 })
      expect(earned(await judged(other, { synonyms }))).toEqual({ SP2: 2 })
      expect(earned(await judged(other, { synonyms: [] }))).not.toEqual({ SP2: 2 })
    }
  })

  it('are known misspelt, and in mistakes too', async () => {
    const slipped = other.replace('calendar', 'calender').replace('cooling', 'coolling')
    expect(earned(await judged(slipped, { synonyms }))).toEqual({ SP2: 2 })
    expect(warned(await judged('The hit share is enough.', { synonyms }))).toEqual(['DX2'])
    expect(warned(await judged('The hit share is enough.'))).toEqual([])
  })

  it('are quoted as they were said', async () => {
    const { verdicts } = await judged(`Well then. ${other}`, { synonyms })
    expect(verdicts.find(({ criterion }) => criterion === 'SP2')?.quote).toBe(other)
  })
})

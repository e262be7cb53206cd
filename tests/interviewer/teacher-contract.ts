/** What every teacher promises, whoever teaches. */
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/interview/transcript.ts'
import type { Review, Teacher } from '../../src/interviewer/teacher.ts'
import { SMALL_FLOW, SMALL_PROBLEM } from '../flow/small.ts'

const said = (n: number, who: Entry['who'], text: string, more: Partial<Entry> = {}): Entry => ({
  ...{ n, at: n * 1_000, who, stage: 'data', id: `m${n}`, text, kind: 'said' },
  ...more,
})

/** Entry 1 comes before any fact; the volume is told in entry 2, and the rate of late parcels in 6. */
export const LOG: readonly Entry[] = [
  said(0, 'interviewer', 'What does your data look like?'),
  said(1, 'candidate', 'I would take a row for each parcel. How many are there a day?'),
  said(2, 'interviewer', 'There are 2.4 million parcels a day.'),
  said(3, 'candidate', 'Then I rank them by their risk and send the top 50 000 on.'),
  said(4, 'candidate', 'I split the rows at random.'),
  said(5, 'candidate', 'I split the rows by day.', { kind: 'edited', of: 4 }),
  said(6, 'interviewer', 'About 3 parcels in 100 arrive late.'),
  said(7, 'candidate', 'Fine, so most are on time.'),
  said(8, 'candidate', 'Once more: I would ask for the share of late ones.', { attempt: 1 }),
]

const criteria = SMALL_FLOW.stages.flatMap((stage) => stage.criteria)
const point = (id: string): Review['points'][number] => {
  const criterion = criteria.find((one) => one.id === id)
  if (criterion === undefined) throw new Error(`small.yaml has lost ${id}`)
  return { criterion, verdict: 0, exemplar: criterion.exemplar }
}

export const review = (changes: Partial<Review> = {}): Review => ({
  points: [point('DX2'), point('SP2')],
  flow: SMALL_FLOW,
  problem: SMALL_PROBLEM,
  revealed: ['volume', 'rate'],
  log: LOG,
  attempt: 0,
  seed: 'seed',
  ...changes,
})

/** Holds a teacher to it. */
export const teacherContract = (name: string, make: () => Teacher): void => {
  describe(`${name}, as every teacher`, () => {
    it('has a name and a version', () => {
      expect(make().by).toMatch(/^\S+ \d+\.\d+\.\d+/)
    })

    it.each([
      ['the talk', review(), [1, 3, 4, 7]],
      ['an attempt', review({ attempt: 1 }), [8]],
      ['one point', review({ points: [point('SP2')] }), [1, 3, 4, 7]],
    ])(
      'of %s, says one sentence at most for each point, at a message of the candidate',
      async (_, told, at) => {
        const lessons = await make().teach(told)
        const ids = lessons.map(({ criterion }) => criterion)
        expect(ids.length).toBeGreaterThan(0)
        expect(new Set(ids).size).toBe(ids.length)
        expect(told.points.map(({ criterion }) => criterion.id)).toEqual(expect.arrayContaining(ids))
        for (const { after, say } of lessons) {
          expect(at).toContain(after)
          expect(say.split(/\s+/).length).toBeLessThanOrEqual(45)
          expect(say).toBe(say.trim())
          expect(say).not.toContain('\n')
        }
      },
    )

    it('says nothing where nothing is open, or nobody spoke', async () => {
      expect(await make().teach(review({ points: [] }))).toEqual([])
      expect(await make().teach(review({ log: LOG.slice(0, 1) }))).toEqual([])
      expect(await make().teach(review({ attempt: 2 }))).toEqual([])
    })
  })
}

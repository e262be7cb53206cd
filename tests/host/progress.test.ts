/** The history of a person says how their stages went, once there is something to compare. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { progressPicture, progressText } from '../../src/host/practice/progress.ts'
import { wordsIn } from '../../src/words/words.ts'
import { SMALL_FLOW } from '../flow/small.ts'
import { type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

let home: House
let mia: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
})
afterEach(() => home.close())

const interview = async (): Promise<void> => {
  const thread = await mia.start('chat:T1/C1')
  await mia.say(thread, 'The goal is fewer complaints, at six euros each.')
  await home.pass(QUIET)
  await mia.finish(thread)
}

test('one interview is a line, and two are a course', async () => {
  await interview()
  await mia.command(mia.direct, 'history')
  expect(mia.last(mia.direct).text).not.toContain('Marks by stage')
  await interview()
  await mia.command(mia.direct, 'history')
  const { text } = mia.last(mia.direct)
  expect(text.match(/^- \d{4}-/gm)).toHaveLength(2)
  expect(text).toMatch(/Marks by stage, the latest last\*\*\n\n- .*: \d, \d/)
  expect(text).toContain('What does not sit yet')
})

test('it tells what changed, over-rating, pace and what is next, in either language', () => {
  const [stage] = SMALL_FLOW.stages
  const past = [1, 3].map((mark, day) => ({
    ...{ id: `i${day}`, at: day, problem: 'p', level: 'mid' as const, score: 2, band: null, verdicts: {} },
    stages: [{ id: stage?.id ?? '', mark, own: 4, planned: 10, spent: 20 }],
  }))
  const practice = { deck: {}, heard: [], practised: [], seen: [], past, counted: [] }
  const english = progressText(practice, SMALL_FLOW, wordsIn('en'))
  expect(english).toContain(`${stage?.title}: 1, 3 · up by 2 · over-rated by 2 · takes 200 % of its time`)
  expect(english).toContain('Within reach: mark 4')
  expect(progressText(practice, SMALL_FLOW, wordsIn('de'))).toContain('um 2 gestiegen')
  expect(progressPicture(practice)).toMatchObject({
    kind: 'history',
    points: [
      { at: 0, value: 2 },
      { at: 1, value: 2 },
    ],
  })
  expect(progressPicture({ ...practice, past: past.slice(1) })).toBeUndefined()
  expect(progressText({ ...practice, past: past.slice(1) }, SMALL_FLOW, wordsIn('en'))).toBe('')
})

/** The history of a person says how their stages went, once there is something to compare. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Practice, practiceKey } from '../../src/host/practice/kept.ts'
import { progressPicture, progressText } from '../../src/host/practice/progress.ts'
import { keys, type Learner } from '../../src/host/record.ts'
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

/** Two interviews, of which the second went better. */
const course = (): Practice => {
  const past = [1, 3].map((mark, day) => ({
    ...{ id: `i${day}`, at: day, problem: 'p', level: 'mid' as const, score: 2, band: null, verdicts: {} },
    stages: [{ id: SMALL_FLOW.stages[0]?.id ?? '', mark, own: 4, planned: 10, spent: 20 }],
  }))
  return { deck: {}, heard: [], practised: [], seen: [], past, counted: [] }
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

test('of very many interviews the newest are listed, and it is said where all of them are', async () => {
  await interview()
  const key = keys.learner(mia.id)
  const kept = await home.memory().load<Learner>(key)
  const [one] = kept?.value.interviews ?? []
  if (!kept || !one) throw new Error('nothing was noted')
  const many = (count: number): Learner => ({
    interviews: Array.from({ length: count }, (_, n) => ({
      ...one,
      id: `feed${n}`,
      created: n * 86_400_000,
    })),
  })
  const listed = async (): Promise<string> => {
    await mia.command(mia.direct, 'history')
    return mia.last(mia.direct).text
  }
  const revision = await home.memory().save(key, many(50), kept.revision)
  expect(await listed()).toContain('`feed0`')
  expect(await listed()).not.toContain('export')
  await home.memory().save(key, many(500), revision)
  const text = await listed()
  expect(text.match(/^- \d{4}-/gm)).toHaveLength(50)
  expect(text).toContain('`feed499`')
  expect(text).toContain('`feed450`')
  expect(text).toContain('These are the newest; `/mlsd export` has all, also 450 from before.')
})

test('its scores are drawn in the language of whoever reads them', async () => {
  home.chat.limits.files = 'no files here'
  await home.memory().save(practiceKey(mia.id), course(), 0)
  // A picture is drawn in its own time, whatever the clock says.
  const drawn = async (says: RegExp): Promise<void> => {
    await mia.command(mia.direct, 'history')
    await vi.waitFor(
      () => expect(mia.last(mia.direct).attachments).toMatchObject([{ text: expect.stringMatching(says) }]),
      20_000,
    )
  }
  await drawn(/^S over time\n/)
  await mia.command(mia.direct, 'settings --language de')
  await drawn(/^S im Lauf der Zeit\n/)
})

test('it tells what changed, over-rating, pace and what is next, in either language', () => {
  const [practice, [stage]] = [course(), SMALL_FLOW.stages]
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
  expect(progressPicture({ ...practice, past: practice.past.slice(1) })).toBeUndefined()
  expect(progressText({ ...practice, past: practice.past.slice(1) }, SMALL_FLOW, wordsIn('en'))).toBe('')
})

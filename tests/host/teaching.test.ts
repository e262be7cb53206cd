/** A teacher who takes time, or fails: the report waits for what could have been said, and comes in any case. */
import { afterEach, expect, test } from 'vitest'
import type { Lesson } from '../../src/interview/lesson.ts'
import type { Review, Teacher } from '../../src/interviewer/teacher.ts'
import { type House, house, type Options, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'
const WORDS = 'I would look at the parcels of a week first.'
const SAY = 'With the goal in mind I would ask what one of those pelican parcels costs.'

let home: House
let mia: Person
let thread: string
afterEach(() => home.close())

type Slow = Teacher & { reviews: Review[]; signals: (AbortSignal | undefined)[]; answer(fails?: Error): void }

/** Says one sentence on the first point, at the latest message, once it is told to answer; the latest who asked is answered. */
const teacher = (): Slow => {
  const waiting: ((fails?: Error) => void)[] = []
  const it: Slow = {
    by: 'teacher 1.0.0',
    reviews: [],
    signals: [],
    answer: (fails) => waiting.pop()?.(fails),
    teach: (review, errand) => {
      it.reviews.push(review)
      it.signals.push(errand?.signal)
      return new Promise<Lesson[]>((done, failed) => {
        errand?.signal?.addEventListener('abort', () => failed(new Error('Taken back.')))
        const said = review.log.findLast(
          ({ who, attempt = 0 }) => who === 'candidate' && attempt === review.attempt,
        )
        const lesson = { criterion: review.points[0]?.criterion.id ?? '', after: said?.n ?? 0, say: SAY }
        waiting.push((fails) => (fails ? failed(fails) : done([lesson])))
      })
    },
  }
  return it
}

const ended = async (options: Options, line = 'late-parcels'): Promise<void> => {
  home = await house(options)
  mia = person(home, 'T1/mia')
  thread = await mia.start(C1, line)
  await mia.say(thread, WORDS)
  await home.pass(QUIET)
  await mia.press(thread, 'End')
}
const reports = () => mia.sees(thread).filter(({ tone }) => tone === 'report')

test('the report comes with what was taught, once it is there', async () => {
  const slow = teacher()
  await ended({ teacher: slow })
  expect(slow.reviews).toEqual([])
  await mia.press(thread, 'Skip')
  expect(slow.reviews).toHaveLength(1)
  expect(slow.reviews[0]?.points.length).toBeGreaterThan(0)
  expect(reports()).toEqual([])
  await mia.mention(thread, 'report')
  expect(mia.last(thread).text).toContain('The grading is under way')
  slow.answer()
  await home.settled()
  expect(reports()).toHaveLength(1)
  expect(reports()[0]?.text).toMatch(
    /You could have said, in .*, after “I would look at the parcels of a week first\.”: \*With/,
  )
  const { growth, versions } = await home.report(thread)
  expect(growth.filter(({ moment }) => moment !== null).map(({ sentence }) => sentence)).toEqual([SAY])
  expect(versions.teacher).toBe('teacher 1.0.0')
})

test('where it fails, the report comes without, and says so in a line', async () => {
  const slow = teacher()
  await ended({ teacher: slow })
  await mia.press(thread, 'Skip')
  slow.answer(new Error('The line is dead.'))
  await home.settled()
  expect(reports()).toHaveLength(1)
  expect(reports()[0]?.text.match(/The model could not be asked what you could have said/g)).toHaveLength(1)
  expect(reports()[0]?.text).toContain('You could have said: *')
  expect(home.troubles.splice(0)).toEqual([expect.stringContaining('teach failed')])
})

test('one process dies while it teaches, and the next one has it taught: the report is shown once', async () => {
  const slow = teacher()
  await ended({ teacher: slow })
  await mia.press(thread, 'Skip')
  await home.restart()
  expect(slow.reviews).toHaveLength(2)
  slow.answer()
  await home.settled()
  expect(reports()).toHaveLength(1)
  expect(reports()[0]?.text).toContain('With the goal in mind')
})

test('another go at a stage is taught by itself', async () => {
  const slow = teacher()
  await ended({ teacher: slow })
  await mia.press(thread, 'Skip')
  slow.answer()
  await home.settled()
  await mia.mention(thread, 'retry clarify')
  await mia.say(thread, 'Once more I would begin with a week of flamingos.')
  await home.pass(QUIET)
  await mia.press(thread, 'End')
  expect(slow.reviews[1]).toMatchObject({ attempt: 1 })
  slow.answer()
  await home.settled()
  expect(mia.last(thread).text).toMatch(/after “Once more I would begin with a week of flamingos\.”: \*With/)
})

test.each([
  ['one stage', 'late-parcels --flow stint --focus data'],
  ['one question', 'late-parcels --flow point --focus CL1'],
])('a talk of %s is taught as well', async (_, line) => {
  const slow = teacher()
  await ended({ teacher: slow }, line)
  if (slow.reviews.length === 0) await mia.press(thread, 'Skip')
  slow.answer()
  await home.settled()
  expect(reports()[0]?.text).toContain('*With the goal in mind')
})

test('when all is forgotten it is taken back, and nothing comes of it', async () => {
  const slow = teacher()
  await ended({ teacher: slow })
  await mia.press(thread, 'Skip')
  expect(slow.signals[0]?.aborted).toBe(false)
  await mia.command(C1, 'forget --sure yes')
  expect(slow.signals[0]?.aborted).toBe(true)
  await home.settled()
  expect(reports()).toEqual([])
  expect(home.stored()).not.toContain('mia')
  home.troubles.splice(0)
})

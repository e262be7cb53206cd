/** Going back to a stage: the one who came back says what they came for, and leaves again at their own wish. */
import { expect, test } from 'vitest'
import type { Mode } from '../../src/interview/context.ts'
import type { Event } from '../../src/interview/events.ts'
import { interviewsOf } from '../../src/interview/interview.ts'
import { contextOf, done, type Job, OPTIONS, opened, START } from './fake-world.ts'
import { flow } from './told.ts'

/** A talk in which the interviewer wants to go on after each answer. */
const talk = (mode: Mode) => {
  const { step } = interviewsOf(flow)
  let { interview } = opened(flow, { ...OPTIONS, mode, quiet: 0 })
  let at = START
  let heard = 0
  const happen = (first: Event): void => {
    const queue = [first]
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      const [next, effects] = step(interview, event)
      interview = next
      const jobs = effects.filter((one): one is Job => one.type === 'ask' || one.type === 'judge')
      queue.push(
        ...jobs.map((job) => {
          const result = done(flow, job, at)
          return result.type === 'replied' && job.type === 'ask' && job.purpose === 'turn'
            ? { ...result, move: 'advance' as const }
            : result
        }),
      )
    }
  }
  const does = (type: 'begin' | 'next' | 'back'): void => {
    at += 1_000
    heard += 1
    happen({ type, at, id: `m${heard}` })
  }
  const says = (text: string): void => {
    at += 1_000
    heard += 1
    happen({ type: 'answered', at, id: `m${heard}`, text })
  }
  const stage = (): string => contextOf({ flow, interview, at, jobs: [], effects: [] }).stage
  does('begin')
  return { does, says, stage }
}

test('an answer there does not end it, however often; /next does, and the stage where one was closes as ever', () => {
  const { does, says, stage } = talk('coach')
  does('next')
  expect(stage()).toBe('data')
  does('back')
  for (const text of ['There should be a log too.', 'And a fallback.']) {
    says(text)
    expect(stage()).toBe('clarify')
  }
  does('next')
  expect(stage()).toBe('data')
  says('I split by time.')
  expect(stage()).toBe('details')
})

test('a stage that one never left is closed by the interviewer', () => {
  const { says, stage } = talk('coach')
  says('The goal is fewer complaints.')
  expect(stage()).toBe('data')
})

test('in an exam the interviewer closes it all the same', () => {
  const { does, says, stage } = talk('exam')
  does('next')
  does('back')
  says('There should be a log too.')
  expect(stage()).toBe('data')
})

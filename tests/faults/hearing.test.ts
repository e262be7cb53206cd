/** A platform that delivers twice, or in another order than people spoke. */
import { afterEach, expect, test } from 'vitest'
import type { Brief } from '../../src/interviewer/interviewer.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { type House, house } from './house.ts'

let home: House
afterEach(() => home.close())

const QUIET = 2_000

test('a message that is delivered three times counts once', async () => {
  home = await house()
  const deliver = (): Promise<string> => home.say('The goal is fewer complaints.', { id: 'same' })
  await Promise.all([deliver(), deliver()])
  await home.pass(QUIET)
  const shown = home.shown.length
  await deliver()
  await home.pass(QUIET)
  expect((await home.transcript()).filter(({ id }) => id === 'same')).toHaveLength(1)
  expect(home.shown).toHaveLength(shown)
})

test('what comes within one quiet time is read in the order in which it was said', async () => {
  const briefs: Brief[] = []
  const scripted = scriptedInterviewer()
  home = await house({
    interviewer: {
      ...scripted,
      reply: (brief) => {
        briefs.push(brief)
        return scripted.reply(brief)
      },
    },
  })
  await home.pass(1_000)
  const now = home.clock.now()
  await home.say('Each one costs 6 euros.', { at: now - 10 })
  await home.settled()
  await home.say('The goal is fewer complaints.', { at: now - 500 })
  await home.pass(QUIET)
  const spoken = ['The goal is fewer complaints.', 'Each one costs 6 euros.']
  expect(briefs.at(-1)?.said.map(({ text }) => text)).toEqual(spoken)
  expect(home.shown.at(-1)?.card.tone).toBe('interviewer')
})

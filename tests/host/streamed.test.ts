/** What of a model's words is seen at a place before a turn is whole. */
import { expect, onTestFinished, test } from 'vitest'
import { llmInterviewer } from '../../src/interviewer/llm.ts'
import { fakeModel, MARK } from '../interviewer/llm-fake.ts'
import { PROMPTS } from '../prompt/files.ts'
import { house, QUIET } from './house.ts'
import { person } from './person.ts'

const GOOD = 'You speak of complaints.'
const turn = (say: string) => ({
  say,
  move: 'redirect',
  criterion: null,
  named: false,
  facts: [],
  unknown: [],
  noticed: [],
})

const seenAfter = async (...says: string[]) => {
  const model = fakeModel((_, n) => turn(says[Math.min(n, says.length - 1)] ?? ''))
  const home = await house({ interviewer: llmInterviewer({ model, prompts: PROMPTS, mark: () => MARK }) })
  onTestFinished(() => home.close())
  const mia = person(home, 'T1/mia')
  const thread = await mia.start('chat:T1/C1')
  await mia.say(thread, 'The goal is fewer complaints about parcels that come late.')
  await home.pass(QUIET)
  const words = home.chat.thoughts.map((thought) => thought.words.join('')).join('|')
  const posts = home.chat.posts.filter(({ place }) => place === thread).map(({ card }) => card.text)
  const end = home.chat.thoughts.at(-1)?.end
  home.troubles.splice(0)
  return { words, posts, end, asked: model.asked.length }
}

test.each([
  ['praise', 'That is an excellent answer. What else?', 'excellent'],
  ['a figure that was never told', 'About 73 percent of them come late. What follows?', '73'],
  ['the rubric', 'The rubric wants more than that. What else?', 'rubric'],
])(
  '%s after a good sentence is never seen, and what was seen goes with the stand-in',
  async (_, bad, word) => {
    const { words, posts, end, asked } = await seenAfter(`${GOOD} ${bad}`)
    expect(asked).toBe(2)
    expect(words).toContain(GOOD)
    expect(`${words} ${posts.join(' ')}`).not.toContain(word)
    expect(end).toBe('dropped')
    expect(posts.filter((text) => text.includes('did not pass the checks'))).toHaveLength(1)
  },
)

test('a second try goes on from what was seen, and nothing is told', async () => {
  const whole = `${GOOD} Who hears of them first?`
  const { words, posts, end } = await seenAfter(`${GOOD} That is an excellent answer.`, whole)
  expect(words).toContain(whole)
  expect(posts.at(-1)).toBe(whole)
  expect(end).toBe('said')
  expect(posts.join(' ')).not.toContain('did not pass the checks')
})

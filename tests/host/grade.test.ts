/** One answer, graded at the wish of who gave it. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Case, Grader } from '../../src/grader/grader.ts'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import { type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'
const ANSWER = 'The goal is fewer refunds, since every refund costs the shop 12 euros.'

let home: House
let mia: Person
let place: string
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  place = await mia.start(C1)
})
afterEach(() => home.close())

const answered = async (who: Person, words = ANSWER): Promise<string> => {
  const id = await who.say(place, words)
  await home.pass(QUIET)
  return id
}

test('a running interview shows what an answer meets, with its words, to its person alone', async () => {
  const id = await answered(mia)
  await mia.grade(place, id)
  const card = mia.last(place)
  expect(card).toMatchObject({ only: mia.id, title: 'This answer, graded' })
  expect(card.text).toContain('“The goal is fewer refunds')
  expect(card.footer).toMatch(/^Clarify.* · judged by lexical/)
  expect(card.text).not.toContain('not shown')
  expect(card.text).toMatch(/\d of \d criteria are not met by it alone/)
})

test('once it is over, every criterion of the stage is named', async () => {
  const id = await answered(mia)
  await mia.finish(place)
  await mia.grade(place, id)
  const rows = mia.last(place).text.split('\n')
  expect(rows.filter((row) => row.includes(': not shown')).length).toBeGreaterThan(0)
  expect(rows.filter((row) => row.startsWith('- **')).length).toBe(
    rows.filter((row) => /\*\*: (?:not shown|partly|clearly)/.test(row)).length,
  )
  expect(mia.last(place).text).not.toContain('is shown once')
})

test('of the words of others, of the bot, and of what was never said, nothing is said', async () => {
  const noor = person(home, 'T1/noor')
  const mine = await answered(mia)
  const theirs = await noor.say(place, 'I would say so too.')
  const bot = home.chat.posts.at(-1)?.id ?? ''
  for (const [who, message] of [
    [noor, mine],
    [noor, theirs],
    [mia, theirs],
    [mia, bot],
    [mia, 'x'],
  ] as const) {
    await who.grade(place, message)
    expect(who.last(place)).toMatchObject({
      only: who.id,
      text: expect.stringMatching(/^That is no answer of yours/),
    })
  }
  await mia.grade('chat:T1/C2', mine)
  expect(mia.last('chat:T1/C2').text).toMatch(/^That is no answer of yours/)
})

test('an edit counts, a withdrawal is told, and an exam waits for its report', async () => {
  const edited = await mia.say(place, 'Hm.')
  await mia.edit(place, edited, ANSWER)
  const gone = await mia.say(place, 'Nothing.')
  await mia.withdraw(place, gone)
  await home.pass(QUIET)
  await mia.grade(place, edited)
  expect(mia.last(place).text).toContain('“The goal is fewer refunds')
  await mia.grade(place, gone)
  expect(mia.last(place).text).toBe('You have withdrawn that answer.')
  place = await mia.start('chat:T1/C2', 'late-parcels --mode exam')
  const id = await answered(mia)
  await mia.grade(place, id)
  expect(mia.last(place).text).toMatch(/^In an exam nothing is graded/)
  await mia.finish(place)
  await mia.grade(place, id)
  expect(mia.last(place).title).toBe('This answer, graded')
})

test('an earlier interview at the same place is found; a grader that fails is stood in for', async () => {
  const failing: Grader = {
    by: 'far 1.0.0',
    local: false,
    judge: async () => {
      throw new Error('The line is dead.')
    },
  }
  await home.close()
  home = await house({ grader: failing })
  mia = person(home, 'T1/mia')
  place = await mia.start(mia.direct)
  const id = await answered(mia)
  await mia.finish(place)
  await mia.start(mia.direct)
  home.troubles.splice(0)
  await mia.grade(place, id)
  expect(mia.last(place).footer).toContain('judged by lexical')
  expect(home.troubles.splice(0)).toEqual([expect.stringContaining('the stand-in graded an answer')])
})

test('the grader is told the stages of all criteria, as it is by the interview itself', async () => {
  const asked: Case[] = []
  const usual = lexicalGrader()
  const judge: Grader['judge'] = async (task) => {
    asked.push(task)
    return usual.judge(task)
  }
  await home.close()
  home = await house({ grader: { ...usual, judge } })
  mia = person(home, 'T1/mia')
  place = await mia.start(C1)
  const id = await answered(mia)
  await mia.grade(place, id)
  await mia.finish(place)
  const [alone, ofInterview] = asked
  expect(ofInterview?.homes?.size).toBeGreaterThan(0)
  expect(alone?.homes).toBe(ofInterview?.homes)
})

/** The report of an interview on a chat platform. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linkTo } from './chat.ts'
import { type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'

let home: House
let mia: Person
let thread: string
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  thread = await mia.start(C1)
})
afterEach(() => home.close())

const GOAL = 'The business goal is fewer complaints, because each of them costs 6 euros to handle.'

const shown = () => mia.sees(thread).filter(({ tone }) => tone === 'report')

test('leads from each quote to the very message, in words and as data', async () => {
  const first = await mia.say(thread, 'Let me see.')
  await home.pass(QUIET)
  const id = await mia.say(thread, GOAL)
  await home.pass(QUIET)
  await mia.finish(thread)
  const link = linkTo(thread, id)
  const credited = (await home.report(thread)).points.filter(({ measured }) => !measured)
  expect(credited.length).toBeGreaterThan(0)
  for (const { where } of credited) expect(where?.link).toBe(link)
  const [card] = shown()
  expect(card?.text).toContain(`](${link})`)
  expect(card?.text).not.toContain(`](${linkTo(thread, first)})`)
  expect(card?.attachments).toMatchObject([{ mime: 'text/markdown', text: card?.text }])
})

test('leads to a message that was edited', async () => {
  const id = await mia.say(thread, 'The goal is more parcels.')
  await mia.edit(thread, id, GOAL)
  await home.pass(QUIET)
  await mia.finish(thread)
  const [point] = (await home.report(thread)).points.filter(({ measured }) => !measured)
  expect(GOAL).toContain(point?.quote)
  expect(point?.where?.link).toBe(linkTo(thread, id))
})

test('is shown to its person alone, when it is made and whenever it is asked for', async () => {
  await mia.finish(thread)
  const { id } = await home.held(thread)
  await mia.mention(thread, 'report')
  await mia.command(C1, `report ${id}`)
  await mia.mention(thread, 'retry clarify')
  await mia.press(thread, 'End')
  expect(shown()).toHaveLength(3)
  expect(mia.last(C1).tone).toBe('report')
  const noor = person(home, 'T1/noor')
  for (const place of [thread, C1])
    expect(noor.sees(place).filter(({ tone }) => tone === 'report')).toEqual([])
})

test('is made once at the end of an interview, from one look at the transcript, and anew when it is asked for', async () => {
  await home.close()
  const looked: string[] = []
  home = await house({
    memory: (inner) => ({
      ...inner,
      entries(key, from) {
        if (!from) looked.push(key)
        return inner.entries(key, from)
      },
    }),
  })
  mia = person(home, 'T1/mia')
  thread = await mia.start(C1)
  await mia.say(thread, GOAL)
  await home.pass(QUIET)
  await mia.press(thread, 'End')
  looked.length = 0
  await mia.press(thread, 'Skip')
  expect(looked).toHaveLength(1)
  const [made] = shown()
  await mia.mention(thread, 'report')
  expect(looked).toHaveLength(2)
  expect(shown()[1]?.text).toBe(made?.text)
  // What was said is in the history and in the practice as well.
  await mia.command(C1, 'history')
  expect(mia.last(C1).text).toContain('Parcels')
})

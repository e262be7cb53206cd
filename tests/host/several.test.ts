/** Several interviews at once: for which of them something is meant. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { phaseOf } from '../../src/interview/phase.ts'
import { type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'
const C2 = 'chat:T1/C2'

let home: House
let mia: Person
let noor: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  noor = person(home, 'T1/noor')
})
afterEach(() => home.close())

const isPaused = async (place: string): Promise<boolean> =>
  phaseOf((await home.held(place)).interview) === 'paused'

test('in one channel, they do not mix', async () => {
  const threads = [await mia.start(C1), await noor.start(C1), await mia.start(C1, 'late-trains')]
  expect(new Set(threads).size).toBe(3)
  const said = ['Mia says this of parcels.', 'Noor says this.', 'Mia says this of trains.']
  for (const [index, thread] of threads.entries())
    await (index === 1 ? noor : mia).say(thread, said[index] ?? '')
  await home.pass(QUIET)
  for (const [index, thread] of threads.entries()) {
    const words = (await home.transcript(thread)).filter(({ who }) => who === 'candidate')
    expect(words.map(({ text }) => text)).toEqual([said[index]])
  }
})

describe('a command from outside of them', () => {
  test('goes to the only one there is, and says where that is', async () => {
    const thread = await mia.start(C1)
    await mia.command(C2, 'pause')
    expect(await isPaused(thread)).toBe(true)
    const head = home.chat.posts.find(({ heads }) => heads)
    const { only, text } = mia.last(C2)
    expect(only).toBe(mia.id)
    expect(text).toContain(`https://chat.example/T1/C1/${head?.id}#${head?.id}`)
  })

  test('goes to the only one of the channel, though others are elsewhere', async () => {
    const here = await mia.start(C1)
    const there = await mia.start(C2)
    await mia.command(C2, 'pause')
    expect([await isPaused(here), await isPaused(there)]).toEqual([false, true])
  })

  test('asks which of several is meant, and takes the answer', async () => {
    const threads = [await mia.start(C1), await mia.start(C1, 'late-trains')]
    await noor.start(C1)
    await mia.command(C1, 'pause')
    const { only, text, buttons = [] } = mia.last(C1)
    expect(only).toBe(mia.id)
    expect(text).toBe('You have 2 interviews under way. Which one do you mean?')
    expect(buttons.map(({ label }) => label)).toEqual([
      'Parcels that will be late (mid, 15 min, coach)',
      'Trains that will be late (mid, 15 min, coach)',
    ])
    await mia.press(C1, buttons[1]?.label ?? '')
    expect(await Promise.all(threads.map(isPaused))).toEqual([false, true])
  })

  test('tells two of the same kind apart', async () => {
    await mia.start(C1)
    await mia.start(C1)
    await mia.command(C1, 'pause')
    const labels = (mia.last(C1).buttons ?? []).map(({ label }) => label)
    expect(new Set(labels).size).toBe(2)
  })

  test('reaches a stage that is tried again, and the report of the last one that is over', async () => {
    const thread = await mia.start(C1)
    await mia.finish(thread)
    await mia.command(C2, 'report')
    expect(home.chat.seenBy(mia.id, thread).filter(({ card }) => card.tone === 'report')).toHaveLength(2)
    await mia.command(C2, 'retry clarify')
    expect(mia.last(thread).title).toBe('Clarify requirements')
    await mia.command(C2, 'pause')
    expect(await isPaused(thread)).toBe(true)
  })

  test('finds none of anybody else', async () => {
    await mia.start(C1)
    await noor.command(C1, 'pause')
    expect(noor.last(C1)).toMatchObject({
      only: noor.id,
      text: expect.stringMatching(/^No interview runs here/),
    })
  })
})

describe('an interview that is named', () => {
  test.each(['T1/noor', 'T2/mia'])('is not known to %s, just like one that there is not', async (name) => {
    const thread = await mia.start(C1)
    const { id } = await home.held(thread)
    const other = person(home, name)
    const place = `chat:${name.split('/')[0]}/C9`
    await other.start(place)
    const answers: string[] = []
    for (const interview of [id, '0123456789', 'no id at all']) {
      const press = { type: 'press', command: 'end', args: { interview } } as const
      await home.hear({ ...press, person: other.id, place, id: `named ${interview}`, at: home.now() })
      await home.settled()
      answers.push(other.last(place).text.replace(interview, '…'))
    }
    expect(new Set(answers)).toEqual(new Set(['You have no interview "…". `/mlsd history` lists yours.']))
    expect(phaseOf((await home.held(thread)).interview)).toBe('talk')
  })
})

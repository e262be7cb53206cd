/** Others where an interview is held, and talk where none is. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { standing } from '../interview/standing.ts'
import { type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'

let home: House
let mia: Person
let noor: Person
let thread: string
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  noor = person(home, 'T1/noor')
  thread = await mia.start(C1)
})
afterEach(() => home.close())

const onlyFor = (who: Person): string[] =>
  who.sees(thread).flatMap(({ only, text }) => (only === who.id ? [text] : []))
const everybodySaw = (): number => home.chat.posts.filter(({ card }) => card.only === undefined).length

describe('while an interview is held', () => {
  test('only the candidate counts; others are told once, alone, and the candidate once that there are such', async () => {
    const before = everybodySaw()
    await noor.say(thread, 'I would start with a model.')
    await noor.say(thread, 'And with more data.')
    await noor.file(thread, { name: 'notes.txt', mime: 'text/plain', content: 'Mine.' })
    await person(home, 'T1/otto').say(thread, 'So would I.')
    expect(everybodySaw()).toBe(before)
    expect(onlyFor(noor)).toEqual([expect.stringContaining('you are a spectator')])
    expect(onlyFor(mia)).toEqual([expect.stringContaining('Somebody else is reading along')])
    await mia.say(thread, 'The goal is fewer complaints.')
    await home.pass(QUIET)
    const words = (await home.transcript(thread)).filter(({ who }) => who === 'candidate')
    expect(words.map(({ text }) => text)).toEqual(['The goal is fewer complaints.'])
    await noor.say(thread, 'Well said.')
    expect(onlyFor(noor)).toHaveLength(1)
  })

  test("nobody presses another's buttons, types their commands, or fills in their forms", async () => {
    const before = standing((await home.held(thread)).interview)
    const shown = everybodySaw()
    await noor.press(thread, 'End')
    await noor.command(thread, 'next')
    await noor.say(thread, '/mlsd pause')
    await noor.mention(thread, 'hint')
    expect(onlyFor(noor)).toHaveLength(4)
    for (const text of onlyFor(noor)) expect(text).toContain("This is somebody else's interview")
    expect(everybodySaw()).toBe(shown)
    expect(standing((await home.held(thread)).interview)).toEqual(before)
    await mia.press(thread, 'End')
    await noor.submit(thread, 'rate', { clarify: '4' })
    expect(onlyFor(noor)).toHaveLength(5)
    expect(standing((await home.held(thread)).interview)).toBe('debrief')
  })

  test('what others ask of the bot for themselves, they are answered', async () => {
    await noor.mention(thread, 'help')
    await noor.mention(thread, 'problems parcels')
    await noor.mention(thread, '/hlep')
    expect(onlyFor(noor)).toEqual([
      expect.stringContaining('Begins an interview'),
      expect.stringContaining('Parcels that will be late'),
      expect.stringContaining('Did you mean `/mlsd help`?'),
    ])
    expect(onlyFor(mia)).toEqual([])
  })
})

describe('nobody is answered', () => {
  const silently = async (deed: () => Promise<unknown>): Promise<void> => {
    const before = home.chat.calls.length
    await deed()
    await home.pass(QUIET)
    expect(home.chat.calls.length).toBe(before)
  }

  test('who talks where no interview is', async () => {
    await silently(() => mia.say('chat:T1/C2/7', 'Lunch?'))
    await silently(() => mia.say(C1, '/mlsd is what I use.'))
    await silently(() => noor.file(C1, { name: 'menu.txt', mime: 'text/plain', content: 'Soup.' }))
    await silently(() => noor.edit(C1, 'm1', 'Dinner?'))
    await silently(() => noor.withdraw(C1, 'm1'))
  })

  test('who talks where one was', async () => {
    const said = await mia.say(thread, 'The goal is fewer complaints.')
    await mia.finish(thread)
    await silently(() => mia.say(thread, 'Thanks, that was fun.'))
    await silently(() => mia.edit(thread, said, 'The goal is a few complaints.'))
    await silently(() => mia.withdraw(thread, said))
    await silently(() => mia.file(thread, { name: 'cat.png', mime: 'image/png', content: 'A cat.' }))
    await silently(() => noor.say(thread, 'Well done!'))
  })
})

describe('where one was', () => {
  beforeEach(() => mia.finish(thread))

  test('the candidate is answered who speaks to the bot, or types a command', async () => {
    await mia.mention(thread, 'thank you very much')
    expect(mia.last(thread).text).toMatch(/^This interview is over/)
    await mia.say(thread, '/mlsd retry data')
    expect(mia.last(thread).title).toBe('Data')
  })

  test('others are told how to begin, and see no report', async () => {
    await noor.mention(thread, 'can I have one too')
    expect(onlyFor(noor)).toEqual([expect.stringMatching(/^No interview runs here\. Type `\/mlsd start`/)])
    await noor.command(thread, 'report')
    expect(onlyFor(noor)[1]).toContain("somebody else's interview")
    expect(noor.sees(thread).filter(({ tone }) => tone === 'report')).toEqual([])
  })
})

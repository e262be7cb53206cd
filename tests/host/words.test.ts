/** Words that are a command, and words that are an answer. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type House, house } from './house.ts'
import { type Person, person } from './person.ts'

let home: House
let mia: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
})
afterEach(() => home.close())

const answers = async (place: string): Promise<string[]> =>
  (await home.transcript(place)).flatMap(({ who, text }) => (who === 'candidate' ? [text] : []))

describe('in direct messages, before an interview', () => {
  test('a command needs no sign, and begins one', async () => {
    await mia.say(mia.direct, 'problems parcels')
    expect(mia.last(mia.direct).title).toBe('Problems')
    await mia.say(mia.direct, 'Start late-parcels --level senior')
    expect(mia.last(mia.direct)).toMatchObject({ tone: 'interviewer', title: 'Clarify requirements' })
    expect((await home.held(mia.direct)).interview.snapshot.context.options.level).toBe('senior')
  })

  test.each(['hello', 'hi there', 'what can you do?', 'thanks'])(
    '"%s" is told how to begin',
    async (words) => {
      await mia.say(mia.direct, words)
      expect(mia.last(mia.direct)).toMatchObject({ only: mia.id })
      expect(mia.last(mia.direct).text).toContain('Type `/mlsd start` to begin one')
    },
  )

  test.each([
    ['histroy', 'Did you mean `/mlsd history`?'],
    ['/histroy', 'Did you mean `/mlsd history`?'],
    ['mlsd strat', 'Did you mean `/mlsd start`?'],
    ['start ad-clicks --levle senior', 'Did you mean `--level`?'],
    ['history of my talks', 'takes nothing after it. Type it alone'],
  ])('"%s" gets the nearest, or what was wrong', async (words, offer) => {
    await mia.say(mia.direct, words)
    expect(mia.last(mia.direct).text).toContain(offer)
  })
})

describe('in direct messages, while an interview is held', () => {
  beforeEach(async () => {
    await mia.start(mia.direct)
  })

  test.each(['hint', 'Hint', '/hint', '/mlsd hint', 'mlsd hint'])('"%s" is a command', async (words) => {
    await mia.say(mia.direct, words)
    expect(mia.last(mia.direct).title).toBe('Hint 1 of 4')
    expect(await answers(mia.direct)).toEqual([])
  })

  test.each([
    'time',
    'next I would look at the data',
    'hint: none needed',
    'hints',
    '/predict answers with a score',
    'start with a baseline',
    'the end',
    'repeat purchases',
    'mlsd is the name of it',
  ])('"%s" is an answer', async (words) => {
    const before = home.chat.posts.length
    await mia.say(mia.direct, words)
    expect(await answers(mia.direct)).toEqual([words])
    expect(home.chat.posts).toHaveLength(before)
  })

  test.each([
    ['/hnit', 'Did you mean `/mlsd hint`?'],
    ['mlsd pasue', 'Did you mean `/mlsd pause`?'],
    ['/start --level', '`--level` needs a value.'],
  ])('"%s" is a slip, and no answer', async (words, offer) => {
    await mia.say(mia.direct, words)
    expect(mia.last(mia.direct).text).toContain(offer)
    expect(await answers(mia.direct)).toEqual([])
  })

  test('what is asked outside of it is answered beside it', async () => {
    await mia.say(mia.direct, 'history')
    expect(mia.last(mia.direct).text).toContain('not finished')
    await mia.say(mia.direct, 'status')
    expect(mia.last(mia.direct).text).toContain('Still to come: Data, Details.')
    expect(await answers(mia.direct)).toEqual([])
  })

  test('once it is over, every command is read again', async () => {
    await mia.finish(mia.direct)
    await mia.say(mia.direct, 'time')
    expect(mia.last(mia.direct).text).toMatch(/^This interview is over/)
    await mia.say(mia.direct, 'hello')
    expect(mia.last(mia.direct).text).toContain('`/mlsd start` for another')
    await mia.say(mia.direct, 'retry')
    expect(mia.last(mia.direct).text).toContain('needs which stage')
    await mia.say(mia.direct, 'retry details')
    expect(mia.last(mia.direct).title).toBe('Details')
  })
})

test('a reply in a thread of direct messages is an answer to the talk around it', async () => {
  await mia.start(mia.direct)
  await mia.say(`${mia.direct}/9`, 'The goal is fewer complaints.')
  expect(await answers(mia.direct)).toEqual(['The goal is fewer complaints.'])
})

describe('among others', () => {
  test('a command needs its sign, or to be said to the bot', async () => {
    const thread = await mia.start('chat:T1/C1')
    await mia.say(thread, 'hint')
    expect(await answers(thread)).toEqual(['hint'])
    await mia.say(thread, '/mlsd hint')
    expect(mia.last(thread).title).toBe('Hint 1 of 4')
    await mia.mention(thread, 'time')
    expect(mia.last(thread).text).toContain('Still to come')
    await mia.say(thread, '/pasue')
    expect(mia.last(thread)).toMatchObject({ only: mia.id, text: expect.stringContaining('/mlsd pause') })
    expect(await answers(thread)).toEqual(['hint'])
  })

  test('a slip in a word to the bot gets the nearest; an answer to it is an answer', async () => {
    const thread = await mia.start('chat:T1/C1')
    await mia.mention(thread, 'hnit')
    expect(mia.last(thread)).toMatchObject({ only: mia.id, text: expect.stringContaining('/mlsd hint') })
    const said = [
      'I would ask for the labels first.',
      'start with the data, then the model',
      'list of features: age',
    ]
    for (const words of said) await mia.mention(thread, words)
    expect(await answers(thread)).toEqual(said)
  })

  test('a mention where nothing runs is answered to its person alone', async () => {
    await mia.mention('chat:T1/C1', 'good morning')
    expect(mia.last('chat:T1/C1')).toMatchObject({
      only: mia.id,
      text: expect.stringContaining('/mlsd start'),
    })
  })
})

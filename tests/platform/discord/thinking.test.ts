import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Card } from '../../../src/platform/card.ts'
import { type Speaking, speaking } from './speaking.ts'
import { APP, ONE } from './stand-in/seed.ts'

let it: Speaking
let place: string
beforeEach(async () => {
  it = await speaking({}, PACE)
  const at = await it.voice.open(GENERAL, { tone: 'answer', text: 'The board' }, 'board')
  place = at.place
  told = it.discord.calls.length
})
afterEach(async () => {
  expect(it.discord.faults).toEqual([])
  await it.stop()
})

/** A second takes forty milliseconds. */
const PACE = 25
/** So many calls were made before it begins. */
let told: number

const GENERAL = `discord:${ONE.guild}/${ONE.general}`
const PERSON = `discord:${ONE.guild}/u${ONE.candidate}`
const WORDS = 'You said **precision** at first. What would a false alarm cost here?'
const [POST, CHANGE, TYPING] = [
  'POST /channels/:id/messages',
  'PATCH /channels/:id/messages/:id',
  'POST /channels/:id/typing',
] as const

const answer = (text: string, more: Partial<Card> = {}): Card => ({
  tone: 'interviewer',
  text,
  continues: 'think1',
  ...more,
})
const think = (at = place) => it.voice.think(at, PERSON, 'think1')
const say = (card: Card, again = false) => it.voice.say(place, card, 'i1.1', again)
const until = (met: () => boolean, what: string) => it.discord.until(met, what)
const bot = (at = place) => it.discord.shown(at).filter(({ by }) => by === APP)
const texts = () => bot().map(({ text }) => text)
const calls = () => it.discord.calls.slice(told).map(({ route }) => route)
const count = (route: string) => calls().filter((one) => one === route).length
const aMoment = () => new Promise((done) => setTimeout(done, 120))

/** Thinks of these words, a few at a time, until they begin to be shown. */
const begin = async (words: string) => {
  const thinking = think()
  for (const part of words.match(/.{1,7}/gs) ?? []) thinking.add(part)
  await until(() => bot().length > 0, 'the first words')
  return thinking
}

describe('an answer that comes at once', () => {
  test('is one message and one call, and shows nothing else', async () => {
    const thinking = think()
    thinking.add(WORDS)
    await say(answer(WORDS))
    await thinking.drop()
    await aMoment()
    expect(calls()).toEqual([POST])
    expect(texts()).toEqual([WORDS])
  })
})

describe('the sign that an answer is on its way', () => {
  test('is that somebody writes, again and again until the answer is there', async () => {
    const thinking = think()
    await until(() => it.discord.typed(place) >= 3, 'typing')
    await say(answer(WORDS))
    const typed = it.discord.typed(place)
    await new Promise((done) => setTimeout(done, 500))
    await thinking.drop()
    expect(it.discord.typed(place)).toBe(typed)
    const [first = 0, second = 0] = it.discord.callsOf(TYPING).map(({ at }) => at)
    expect(second - first).toBeGreaterThan((8_000 / PACE) * 0.8)
  })

  test('ends where no answer comes', async () => {
    const thinking = think()
    await until(() => it.discord.typed(place) === 1, 'typing')
    await thinking.drop()
    await thinking.drop()
    await new Promise((done) => setTimeout(done, 500))
    expect(it.discord.typed(place)).toBe(1)
    expect(bot()).toEqual([])
  })

  test('is seen in direct messages as well', async () => {
    const thinking = think(PERSON)
    await until(() => it.discord.typed(PERSON) === 1, 'typing')
    await thinking.drop()
  })

  test('that Discord does not take is told once, and the answer comes all the same', async () => {
    it.discord.trouble.fail(
      TYPING,
      { status: 403, code: 50013, message: 'Missing Permissions' },
      { times: 9 },
    )
    think()
    await until(() => count(TYPING) === 1, 'an attempt')
    await new Promise((done) => setTimeout(done, 500))
    await say(answer(WORDS))
    expect([texts(), count(TYPING), it.told.length]).toEqual([[WORDS], 1, 1])
  })

  test('does not hold up the answer where Discord limits it', async () => {
    it.discord.trouble.limit(TYPING, { retryAfter: 600 })
    think()
    await until(() => count(TYPING) === 1, 'the limit')
    await say(answer(WORDS))
    expect(texts()).toEqual([WORDS])
  })
})

describe('a slow answer', () => {
  test('is shown as it grows, and completed in its place', async () => {
    const thinking = await begin(WORDS.slice(0, 40))
    expect(bot()[0]?.text).toMatch(/^You said .*…$/)
    thinking.add(WORDS.slice(40))
    await until(() => count(CHANGE) > 0, 'more words')
    const shown = bot()[0]?.id
    const receipt = await say(
      answer(WORDS, { footer: 'Data', buttons: [{ label: 'Hint', command: 'hint' }] }),
    )
    expect(receipt.id).toBe(shown)
    expect(bot()).toMatchObject([{ id: shown, buttons: ['Hint'] }])
    expect(texts()[0]).toContain(WORDS)
    expect(texts()[0]).not.toContain('…')
    expect(count(POST)).toBe(1)
  })

  test('is found when it is said again', async () => {
    await begin(WORDS)
    const receipt = await say(answer(WORDS))
    expect(await it.another().say(place, answer(WORDS), 'i1.1', true)).toEqual(receipt)
    expect(bot()).toHaveLength(1)
  })

  test('that another process was frozen over is left alone by it when it wakes', async () => {
    const thinking = await begin(WORDS.slice(0, 40))
    const receipt = await it.another().say(place, answer(WORDS), 'i1.1', true)
    const tries = it.discord.calls.length
    thinking.add(WORDS.slice(40))
    await until(() => it.discord.calls.length > tries, 'an attempt to go on')
    await thinking.drop()
    expect(bot().map(({ id, text }) => [id, text])).toEqual([[receipt.id, WORDS]])
  })

  test('that an earlier process began gives way to what the next one says', async () => {
    await begin(WORDS)
    it.voice.stop()
    await it.another().say(place, answer(WORDS), 'i1.1', true)
    expect(texts()).toEqual([WORDS])
  })

  test('that is longer than a message goes on in the next', async () => {
    const long = Array.from({ length: 8 }, (_, at) => `Paragraph ${at}. ${'And on. '.repeat(140)}`).join(
      '\n\n',
    )
    await begin(long)
    const receipt = await say(answer(long))
    expect(receipt.id.split(',')).toEqual(bot().map(({ id }) => id))
    for (let at = 0; at < 8; at++) expect(texts().join('\n').split(`Paragraph ${at}.`)).toHaveLength(2)
  })

  test('whose beginning somebody took away is said anew', async () => {
    await begin(WORDS)
    it.discord.person(ONE.admin).purge([bot()[0]?.id ?? ''])
    await say(answer(WORDS))
    expect(texts()).toEqual([WORDS])
  })

  test('does not begin twice where it is not known whether it began', async () => {
    it.discord.trouble.fail(POST, 'lost-answer', { times: 3 })
    const thinking = think()
    thinking.add(`${WORDS} `)
    await until(() => bot().length === 1, 'the beginning')
    thinking.add(WORDS)
    await aMoment()
    it.discord.trouble.mend()
    await say(answer(`${WORDS} ${WORDS}`))
    expect(texts()).toEqual([`${WORDS} ${WORDS}`])
  })

  test('shows no more than about a change a second', async () => {
    const thinking = await begin('one ')
    for (let at = 0; at < 40; at++) {
      thinking.add(`word${at} `)
      await new Promise((done) => setTimeout(done, 5))
    }
    await say(answer('the end'))
    const at = it.discord.callsOf(CHANGE).map((call) => call.at)
    expect(at.length).toBeGreaterThan(2)
    expect(at.length).toBeLessThan(20)
  })

  test('calls nobody while it grows, wherever a word is cut', async () => {
    const thinking = think()
    for (const cut of ['Ask <', '@1', '2> or ', '@every', 'one now ', '<', '#12> and ', 'so on ']) {
      thinking.add(cut)
      await new Promise((done) => setTimeout(done, 60))
      for (const text of texts()) expect(text).not.toMatch(/<@12>|@everyone|<#12>/)
    }
    expect(bot()).toHaveLength(1)
    await thinking.drop()
  })

  test('leaves nothing where it is dropped, and begins anew when it is thought of again', async () => {
    const thinking = await begin(WORDS)
    await thinking.drop()
    thinking.add(' more')
    await aMoment()
    expect(bot()).toEqual([])
    const again = await begin(WORDS)
    await say(answer(WORDS))
    await again.drop()
    expect(texts()).toEqual([WORDS])
  })
})

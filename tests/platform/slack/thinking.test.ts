import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { virtualClock } from '../../../src/clock.ts'
import type { Card } from '../../../src/platform/card.ts'
import { recallOf } from '../../../src/recall.ts'
import { type Speaking, speaking } from './speaking.ts'

let it: Speaking
let place: string
beforeEach(async () => {
  it = await speaking({}, { pace: PACE })
  place = `slack:T1/C1/${it.slack.person('T1', 'U1').say('C1', 'let us begin')}`
})
afterEach(async () => {
  expect(it.slack.faults).toEqual([])
  await it.stop()
})

/** A second takes forty milliseconds. */
const PACE = 25

const ONE = 'slack:T1/U1'
const DIRECT = 'slack:T1/D1'
const WORDS = 'You said **precision** at first. What would a false alarm cost here?'

const answer = (text: string, more: Partial<Card> = {}): Card => ({
  tone: 'interviewer',
  text,
  continues: 'think1',
  ...more,
})
const think = (at = place) => it.voice.think(at, ONE, 'think1')
const say = (card: Card, at = place) => it.voice.say(at, card, 'i1.1')
const until = (met: () => boolean, what: string) => it.slack.until(met, what)
const bot = (at = place) => it.slack.shown(at).filter(({ by }) => by === 'UBOT')
const texts = (at = place) => bot(at).map(({ text }) => text)
const count = (method: string) => it.slack.callsOf(method).length

/** Thinks of these words, a few at a time, until they begin to be shown. */
const begin = async (words: string, at = place) => {
  const thinking = think(at)
  for (const part of words.match(/.{1,7}/gs) ?? []) thinking.add(part)
  await until(() => bot(at).length > 0, 'the first words')
  return thinking
}

describe('an answer that comes at once', () => {
  test('is one message and one call, and shows nothing else', async () => {
    const thinking = think()
    thinking.add(WORDS)
    await say(answer(WORDS, { footer: 'Data' }))
    await thinking.drop()
    expect(it.slack.calls.map(({ method }) => method)).toEqual(['chat.postMessage'])
    expect(texts()).toEqual([`${WORDS}\nData`])
  })
})

describe('the sign that an answer is on its way', () => {
  test('comes after a moment, not sooner', async () => {
    const clock = virtualClock(1_700_000_000_000)
    const { slack, voice, stop } = await speaking({}, { clock })
    const there = `slack:T1/C1/${slack.person('T1', 'U1').say('C1', 'let us begin')}`
    voice.think(there, ONE, 'think1')
    await clock.advance(399)
    await voice.say(there, { tone: 'answer', text: 'something else' }, 'a')
    expect(slack.calls.map(({ method }) => method)).toEqual(['chat.postMessage'])
    await clock.advance(1)
    await slack.until(() => slack.status(there) !== undefined, 'a status')
    await stop()
  })

  test('is the assistant’s status, which ends with the answer', async () => {
    think()
    await until(() => it.slack.status(place) !== undefined, 'a status')
    expect(it.slack.status(place)?.status).toBe('is thinking…')
    await say(answer(WORDS))
    expect(it.slack.status(place)).toBeUndefined()
    expect(count('assistant.threads.setStatus')).toBe(1)
  })

  test('is taken down where no answer comes', async () => {
    const thinking = think()
    await until(() => it.slack.status(place) !== undefined, 'a status')
    await thinking.drop()
    await thinking.drop()
    expect(it.slack.status(place)).toBeUndefined()
    expect(bot()).toEqual([])
  })

  test('is a reaction where the workspace has no assistant, which is not asked for again', async () => {
    it.slack.trouble.refuse('assistant', 'not_allowed')
    const one = it.slack.person('T1', 'U1')
    for (const word of ['first', 'second']) {
      const ts = one.say('C1', word, { thread: place.split('/').at(-1) ?? '' })
      it.voice.noted(place, 'U1', ts)
      const reactions = () =>
        it.slack.shown(place).find((message) => message.ts === ts)?.reactions.length ?? 0
      think()
      await until(() => reactions() === 1, 'a reaction')
      await say(answer(word))
      await until(() => reactions() === 0, 'no reaction')
    }
    expect(count('assistant.threads.setStatus')).toBe(1)
    expect(it.told).toMatchObject([{ level: 'info', details: { what: 'status', error: 'not_allowed' } }])
  })

  test('is never on the message of somebody else', async () => {
    it.slack.trouble.refuse('assistant', 'not_allowed')
    const [mine, theirs] = ['U1', 'U2'].map((user) => {
      const ts = it.slack.person('T1', user).say('C1', 'words', { thread: place.split('/').at(-1) ?? '' })
      it.voice.noted(place, user, ts)
      return ts
    })
    think()
    await until(() => count('reactions.add') === 1, 'a reaction')
    const reacted = it.slack.shown(place).filter(({ reactions }) => reactions.length > 0)
    expect(reacted.map(({ ts }) => ts)).toEqual([mine])
    expect(theirs).not.toBe(mine)
  })

  test('is a reaction in a direct message without a thread', async () => {
    const ts = it.slack.person('T1', 'U1').say('D1', 'my answer')
    it.voice.noted(DIRECT, 'U1', ts)
    const thinking = think(DIRECT)
    await until(() => it.slack.shown(DIRECT)[0]?.reactions.length === 1, 'a reaction')
    await thinking.drop()
    expect(it.slack.shown(DIRECT)[0]?.reactions).toEqual([])
  })

  test('does not hold up the answer where Slack limits it', async () => {
    it.slack.trouble.limit('assistant.threads.setStatus', { retryAfter: 10 })
    think()
    await until(() => count('assistant.threads.setStatus') === 1, 'the limit')
    await say(answer(WORDS))
    expect(texts()).toEqual([WORDS])
    expect(count('assistant.threads.setStatus')).toBe(1)
  })

  test('is none where nothing can be had, and the answer comes all the same', async () => {
    it.slack.trouble.refuse('assistant')
    it.slack.trouble.refuse('reactions.add', 'missing_scope')
    it.voice.noted(place, 'U1', place.split('/').at(-1) ?? '')
    think()
    await until(() => count('reactions.add') === 1, 'an attempt')
    await say(answer(WORDS))
    expect(texts()).toEqual([WORDS])
  })
})

describe('a slow answer', () => {
  test('is streamed, and completed with what was missing: words, small print and buttons', async () => {
    const thinking = await begin(WORDS.slice(0, 40))
    expect(bot()[0]?.streaming).toBe(true)
    expect(WORDS.startsWith(bot()[0]?.text ?? '')).toBe(true)
    const before = count('chat.appendStream')
    thinking.add(WORDS.slice(40))
    await until(() => count('chat.appendStream') > before, 'more words')
    const streamed = bot()[0]
    const receipt = await say(
      answer(WORDS, { footer: 'Data', buttons: [{ label: 'Hint', command: 'hint' }] }),
    )
    const [message, ...others] = bot()
    expect(others).toEqual([])
    expect(receipt.id).toBe(streamed?.ts)
    expect(receipt.link).toContain(streamed?.ts.replace('.', ''))
    expect(message).toMatchObject({ streaming: false, buttons: ['Hint'] })
    expect(message?.text.split(WORDS)).toHaveLength(2)
    expect(message?.text).toContain('Data')
    expect([
      count('chat.startStream'),
      count('chat.stopStream'),
      count('chat.update'),
      count('chat.postMessage'),
    ]).toEqual([1, 1, 0, 0])
  })

  test('names for whom it is', async () => {
    await begin(WORDS)
    expect(it.slack.callsOf('chat.startStream')[0]?.args).toMatchObject({
      recipient_team_id: 'T1',
      recipient_user_id: 'U1',
    })
  })

  test('is found when it is said again', async () => {
    await begin(WORDS)
    const receipt = await say(answer(WORDS))
    expect(await it.another().say(place, answer(WORDS), 'i1.1', true)).toEqual(receipt)
    expect(bot()).toHaveLength(1)
  })

  test.each([
    ['with other words in the end', answer('Something else entirely.'), 'Something else entirely.'],
    ['with a title', answer(WORDS, { title: 'Data' }), `Data\n${WORDS}`],
  ])('%s is put right', async (_, card, text) => {
    await begin(WORDS)
    const ts = bot()[0]?.ts
    const receipt = await say(card)
    expect(receipt.id).toBe(ts)
    expect(bot().map(({ ts, text, streaming }) => ({ ts, text, streaming }))).toEqual([
      { ts: receipt.id, text, streaming: false },
    ])
  })

  test('that is longer than a message goes on in the next', async () => {
    const long = Array.from(
      { length: 8 },
      (_, at) => `Paragraph ${at}. ${'And on it goes. '.repeat(140)}`,
    ).join('\n\n')
    await begin(long)
    const receipt = await say(answer(long))
    expect(receipt.id.split(',')).toEqual(bot().map(({ ts }) => ts))
    expect(bot().length).toBeGreaterThan(1)
    expect(bot().some(({ streaming }) => streaming)).toBe(false)
    for (let at = 0; at < 8; at++) expect(texts().join('\n').split(`Paragraph ${at}.`)).toHaveLength(2)
  })

  test('whose stream Slack has ended meanwhile is put right', async () => {
    const thinking = await begin(WORDS.slice(0, 40))
    it.slack.expireStreams()
    thinking.add(WORDS.slice(40))
    await until(
      () =>
        it.slack
          .callsOf('chat.appendStream')
          .some(({ answer }) => answer === 'message_not_in_streaming_state'),
      'the end',
    )
    await say(answer(WORDS))
    expect(texts()).toEqual([WORDS])
  })

  test.each([
    ['whose last words may have got lost', ['chat.appendStream']],
    ['whose end may have got lost', ['chat.stopStream']],
    ['of which both may have got lost', ['chat.appendStream', 'chat.stopStream']],
  ])('%s is put right', async (_, methods) => {
    const thinking = await begin(WORDS.slice(0, 40))
    for (const method of methods) it.slack.trouble.fail(method, 'lost-answer')
    const before = count('chat.appendStream')
    thinking.add(WORDS.slice(40))
    await until(() => count('chat.appendStream') > before, 'more words')
    await say(answer(WORDS))
    expect(texts()).toEqual([WORDS])
    expect(bot()[0]?.streaming).toBe(false)
  })

  test('does not begin twice where it is not known whether it began', async () => {
    it.slack.trouble.fail('chat.startStream', 'lost-answer')
    const thinking = think()
    thinking.add(`${WORDS} `)
    await until(() => count('chat.startStream') === 1, 'the beginning')
    thinking.add(WORDS)
    await new Promise((done) => setTimeout(done, 120))
    await say(answer(`${WORDS} ${WORDS}`))
    expect(count('chat.startStream')).toBe(1)
    expect(texts()).toEqual([`${WORDS} ${WORDS}`])
  })

  test('is found where it is not known whether it began, though what was said of it before is', async () => {
    it.slack.trouble.limit('chat.postMessage', { retryAfter: 60 })
    await expect(say(answer(WORDS))).rejects.toMatchObject({ kind: 'busy' })
    it.slack.trouble.fail('chat.startStream', 'lost-answer')
    think().add(`${WORDS} `)
    await until(() => count('chat.startStream') === 1, 'the beginning')
    await new Promise((done) => setTimeout(done, 60))
    await it.voice.say(place, answer(WORDS), 'i1.1', true)
    expect(texts()).toEqual([WORDS])
  })

  test('does not wait for a limit: the words come with the rest', async () => {
    const thinking = await begin(WORDS.slice(0, 40))
    const limited = () => it.slack.callsOf('chat.appendStream').map(({ answer }) => answer)
    const before = limited().length
    it.slack.trouble.limit('chat.appendStream', { retryAfter: 10 })
    thinking.add(WORDS.slice(40))
    await until(() => limited().length > before, 'the limit')
    await say(answer(WORDS))
    expect(texts()).toEqual([WORDS])
    expect(limited().slice(before)).toEqual(['ratelimited'])
  })

  test('is streamed again in other threads where one thread would not have it', async () => {
    it.slack.trouble.fail('chat.startStream', 'channel_type_not_supported')
    await begin(WORDS)
    await say(answer(WORDS))
    const thinking = it.voice.think(place, ONE, 'think2')
    thinking.add('Another one. ')
    await until(() => bot().length === 2, 'the first words')
    expect(bot()[1]?.streaming).toBe(true)
    await thinking.drop()
  })

  test('shows no more than about one batch a second', async () => {
    const thinking = await begin('one ')
    for (let at = 0; at < 30; at++) {
      thinking.add(`word${at} `)
      await new Promise((done) => setTimeout(done, 5))
    }
    await say(answer('the end'))
    const batches = it.slack.callsOf('chat.appendStream').map(({ at }) => at)
    expect(batches.length).toBeGreaterThan(1)
    expect(batches.length).toBeLessThan(30)
    const gaps = batches.slice(1).map((at, index) => at - (batches[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(20)
  })

  test('calls nobody while it grows, wherever a word is cut', async () => {
    const cuts = [
      'Ask <',
      '!chan',
      'nel> or ',
      '@',
      'here or <@',
      'U1> now',
      ' or &',
      'lt;!here> ',
      'and so on ',
    ]
    const thinking = think()
    for (const cut of cuts) {
      const before = it.slack.calls.length
      thinking.add(cut)
      if (cut.endsWith(' ')) await until(() => it.slack.calls.length > before, `what comes of "${cut}"`)
      expect(it.slack.calledAt(place)).toEqual([])
    }
    await say(answer(cuts.join('')))
    expect(it.slack.calledAt(place)).toEqual([])
    expect(count('chat.update')).toBe(0)
  })

  test('leaves nothing where it is dropped', async () => {
    const thinking = await begin(WORDS)
    await thinking.drop()
    expect(bot()).toEqual([])
    thinking.add(' more')
    await new Promise((done) => setTimeout(done, 120))
    expect(bot()).toEqual([])
  })

  test('stays when it is dropped after it has been said', async () => {
    const thinking = await begin(WORDS)
    await Promise.all([say(answer(WORDS)), thinking.drop()])
    await thinking.drop()
    expect(texts()).toEqual([WORDS])
  })
})

describe('a slow answer in a workspace without streams', () => {
  beforeEach(() => it.slack.trouble.refuse('streaming'))

  test('is a message that is changed now and then, which is not asked for again', async () => {
    for (const id of ['a', 'b']) {
      const thinking = it.voice.think(place, ONE, 'think1')
      const said = bot().length
      thinking.add('You said precision ')
      await until(() => bot().length > said, 'the first words')
      expect(texts().at(-1)).toBe('You said precision …')
      const changes = count('chat.update')
      thinking.add('at first. ')
      await until(() => count('chat.update') > changes, 'more words')
      expect(texts().at(-1)).toBe('You said precision at first. …')
      const receipt = await it.voice.say(place, answer(WORDS, { footer: id }), id)
      expect(bot().at(-1)).toMatchObject({ ts: receipt.id, text: `${WORDS}\n${id}` })
      expect(bot()).toHaveLength(said + 1)
    }
    expect(count('chat.startStream')).toBe(1)
  })

  test('is one message where it is not known whether the first words arrived', async () => {
    it.slack.trouble.fail('chat.postMessage', 'lost-answer')
    think().add(`${WORDS} `)
    await until(() => count('chat.postMessage') === 1, 'the beginning')
    await say(answer(WORDS))
    expect(texts()).toEqual([WORDS])
  })

  test('is drawn with the plainest blocks where others are not taken', async () => {
    const thinking = await begin(WORDS.slice(0, 40))
    it.slack.trouble.fail('chat.update', 'invalid_blocks')
    const receipt = await say(answer(WORDS))
    await thinking.drop()
    expect(bot().map(({ ts, message }) => [ts, message.blocks?.[0]?.type])).toEqual([[receipt.id, 'section']])
  })

  test('is one message where messages cannot be changed either', async () => {
    const thinking = await begin(WORDS.slice(0, 40))
    it.slack.trouble.refuse('chat.update')
    thinking.add(WORDS.slice(40))
    await until(() => count('chat.update') > 0, 'an attempt')
    await say(answer(WORDS))
    expect(texts()).toEqual([WORDS])
    const before = it.slack.calls.length
    it.voice.think(place, ONE, 'think2').add('Another one. ')
    await until(() => it.slack.calls.length > before, 'a sign')
    await it.voice.say(place, answer('Another one.', { continues: 'think2' }), 'i1.2')
    expect(texts()).toEqual([WORDS, 'Another one.'])
    expect(it.slack.calls.slice(before).map(({ method }) => method)).toEqual([
      'assistant.threads.setStatus',
      'chat.postMessage',
    ])
  })

  test('gives way to the answer when another process began it', async () => {
    await begin(WORDS.slice(0, 40))
    const receipt = await it.another().say(place, answer(WORDS), 'i1.1', true)
    expect(bot().map(({ ts, text }) => [ts, text])).toEqual([[receipt.id, WORDS]])
  })

  test('is left alone when another process says something else', async () => {
    await begin(WORDS.slice(0, 40))
    await it.another().say(place, answer('Unrelated.', { continues: 'think9' }), 'i2.1', true)
    expect(texts()).toHaveLength(2)
    expect(texts()[1]).toBe('Unrelated.')
  })

  test('leaves nothing where it is dropped', async () => {
    const thinking = await begin(WORDS)
    await thinking.drop()
    expect(bot()).toEqual([])
  })
})

test('a slow answer in a direct message without a thread is a message that is changed', async () => {
  await begin(WORDS.slice(0, 40), DIRECT)
  expect(count('chat.startStream')).toBe(0)
  await say(answer(WORDS), DIRECT)
  expect(texts(DIRECT)).toEqual([WORDS])
})

test('a stream that another process left behind gives way to the answer', async () => {
  await begin(WORDS.slice(0, 40))
  const receipt = await it.another().say(place, answer(WORDS), 'i1.1', true)
  expect(bot().map(({ ts, text, streaming }) => [ts, text, streaming])).toEqual([[receipt.id, WORDS, false]])
})

test.each([
  ['a stream', () => {}],
  ['a message that is changed', () => it.slack.trouble.refuse('chat.startStream')],
])(
  'a process that was frozen over %s and wakes leaves alone what another one has said meanwhile',
  async (_, first) => {
    first()
    const thinking = await begin(WORDS.slice(0, 40))
    const receipt = await it.another().say(place, answer(WORDS), 'i1.1', true)
    const tries = it.slack.calls.length
    thinking.add(WORDS.slice(40))
    await until(() => it.slack.calls.length > tries, 'an attempt to go on')
    await thinking.drop()
    expect(bot().map(({ ts, text, streaming }) => [ts, text, streaming])).toEqual([
      [receipt.id, WORDS, false],
    ])
  },
)

test('a stream that is still growing for somebody else is left alone', async () => {
  await begin(WORDS.slice(0, 40))
  await it.voice.say(place, answer('Unrelated.', { continues: 'think2' }), 'i2.1', true)
  expect(texts()[1]).toBe('Unrelated.')
  expect(bot()[0]?.streaming).toBe(true)
})

test('an answer is said whole by the next attempt when Slack fails at its end', async () => {
  await begin(WORDS.slice(0, 40))
  it.slack.trouble.fail('chat.stopStream', 503, { times: 10 })
  await expect(say(answer(WORDS))).rejects.toMatchObject({ kind: 'unreachable' })
  it.slack.trouble.mend()
  await it.voice.say(place, answer(WORDS), 'i1.1', true)
  expect(texts()).toEqual([WORDS])
  expect(bot()[0]?.streaming).toBe(false)
})

test('nothing more is shown once the voice is stopped', async () => {
  think()
  it.voice.stop()
  await new Promise((done) => setTimeout(done, 120))
  expect(it.slack.calls).toEqual([])
})

test('what is remembered is forgotten in time, and that is told', () => {
  const forgotten: number[] = []
  const recall = recallOf<number>(3, (value) => forgotten.push(value))
  for (const value of [1, 2, 3]) recall.set(`${value}`, value)
  recall.set('1', 1)
  recall.set('4', 4)
  expect([recall.get('1'), recall.get('2'), recall.get('4')]).toEqual([1, undefined, 4])
  recall.clear()
  expect(forgotten.toSorted()).toEqual([1, 2, 3, 4])
})

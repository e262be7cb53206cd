import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Card } from '../../../src/platform/card.ts'
import { hostile } from './hostile.ts'
import { type Speaking, speaking } from './speaking.ts'

let it: Speaking
beforeEach(async () => {
  it = await speaking()
})
afterEach(async () => {
  expect(it.slack.faults).toEqual([])
  await it.stop()
})

const C1 = 'slack:T1/C1'
const ONE = 'slack:T1/U1'
const card = (text: string, more: Partial<Card> = {}): Card => ({ tone: 'answer', text, ...more })
const shown = (place: string) => it.slack.shown(place)
const texts = (place: string) => shown(place).map(({ text }) => text)
const calls = () => it.slack.calls.map(({ method }) => method)

/** A thread in a channel under somebody's message. */
const thread = (): string => `${C1}/${it.slack.person('T1', 'U1').say('C1', 'let us begin')}`

/** A text for several messages, with a word in each by which it is known. */
const LONG = Array.from(
  { length: 12 },
  (_, at) => `Paragraph ${at}. ${'It goes on and on. '.repeat(120)}`,
).join('\n\n')

describe('a card', () => {
  test('is one message and one call, with a receipt that leads to it', async () => {
    const place = thread()
    const receipt = await it.voice.say(place, card('What do you optimise?'), 'i1.1')
    const [, message] = shown(place)
    expect(calls()).toEqual(['chat.postMessage'])
    expect(message).toMatchObject({ text: 'What do you optimise?', by: 'UBOT' })
    const ts = message?.ts ?? ''
    const root = place.split('/').at(-1)
    expect(receipt).toEqual({
      place,
      id: ts,
      link: `https://team1.slack.com/archives/C1/p${ts.replace('.', '')}?thread_ts=${root}&cid=C1`,
    })
  })

  test('shows its title, its words, its buttons and its small print', async () => {
    await it.voice.say(
      C1,
      card('Some **words**.', {
        title: 'Data',
        footer: '3 of 7',
        buttons: [{ label: 'Hint', command: 'hint' }],
      }),
      'a',
    )
    const [message] = shown(C1)
    for (const part of ['Data', 'Some **words**.', '3 of 7']) expect(message?.text).toContain(part)
    expect(message?.buttons).toEqual(['Hint'])
  })

  test('that is too long stands in several messages, all of them in the receipt', async () => {
    const place = thread()
    const receipt = await it.voice.say(place, card(LONG, { title: 'Report', footer: 'the end' }), 'a')
    const [, ...messages] = shown(place)
    expect(messages.length).toBeGreaterThan(1)
    expect(receipt.id.split(',')).toEqual(messages.map(({ ts }) => ts))
    for (let at = 0; at < 12; at++) expect(texts(place).join('\n')).toContain(`Paragraph ${at}.`)
  })

  test('keeps its place among those said at the same time in other threads of the channel', async () => {
    const places = [thread(), thread(), thread()]
    it.slack.trouble.slow('chat.postMessage', 3, { times: 4 })
    await Promise.all(
      places.flatMap((place) =>
        Array.from({ length: 8 }, (_, at) => it.voice.say(place, card(`number ${at}`), `${place}.${at}`)),
      ),
    )
    for (const place of places)
      expect(texts(place).slice(1)).toEqual(Array.from({ length: 8 }, (_, at) => `number ${at}`))
  })

  test('for a workspace that does not take Markdown blocks is drawn with the plainest there are, from then on', async () => {
    it.slack.trouble.fail('chat.postMessage', 'invalid_blocks')
    await it.voice.say(C1, card('Some **words**.'), 'a')
    await it.voice.say(C1, card('More **words**.'), 'b')
    expect(shown(C1).map(({ message }) => message.blocks?.map(({ type }) => type))).toEqual([
      ['section'],
      ['section'],
    ])
    expect(it.slack.callsOf('chat.postMessage')).toHaveLength(3)
  })

  test('that cannot be drawn in any way is a fault, and says what Slack said', async () => {
    it.slack.trouble.fail('chat.postMessage', 'invalid_blocks', { times: 2 })
    await expect(it.voice.say(C1, card('words'), 'a')).rejects.toMatchObject({ kind: 'refused' })
    await it.voice.say(C1, card('words'), 'b')
    expect(shown(C1)[0]?.message.blocks?.map(({ type }) => type)).toEqual(['markdown'])
  })

  test('never gets into the channel when the head of its thread is deleted', async () => {
    const place = thread()
    it.slack.person('T1', 'U1').remove(place.split('/').at(-1) ?? '')
    await expect(it.voice.say(place, card('Only for the thread.'), 'a')).rejects.toMatchObject({
      kind: 'gone',
    })
    expect(shown(C1)).toEqual([])
  })

  test('for a place of another platform is a fault', async () => {
    await expect(it.voice.say('discord:1/2', card('words'), 'a')).rejects.toThrow('discord:1/2')
  })
})

describe('what has been said', () => {
  test.each([['lost-answer'], ['cut'], [500], [503], ['fatal_error']] as const)(
    'is there once after %s',
    async (failure) => {
      const place = thread()
      it.slack.trouble.fail('chat.postMessage', failure)
      const receipt = await it.voice.say(place, card('only once'), 'a')
      const [, ...messages] = shown(place)
      expect(messages.map(({ text, ts }) => [text, ts])).toEqual([['only once', receipt.id]])
    },
  )

  test('is there once in a channel and in a direct message as well', async () => {
    it.slack.trouble.fail('chat.postMessage', 'lost-answer', { times: 2 })
    await it.voice.say(C1, card('only once'), 'a')
    await it.voice.say(ONE, card('only once'), 'b')
    expect([texts(C1), texts('slack:T1/D1')]).toEqual([['only once'], ['only once']])
  })

  test('is found when it is said again by a process that knows nothing of it', async () => {
    const place = thread()
    const first = await it.voice.say(place, card(LONG), 'a')
    const again = await it.another().say(place, card(LONG), 'a', true)
    expect(again).toEqual(first)
    expect(it.slack.callsOf('chat.postMessage')).toHaveLength(first.id.split(',').length)
  })

  test('is completed when only some of its messages are there', async () => {
    const place = thread()
    it.slack.trouble.slow('chat.postMessage', 1)
    const whole = (await it.voice.say(`${C1}`, card(LONG), 'other')).id.split(',').length
    expect(whole).toBeGreaterThan(2)
    await it.voice.say(place, card('before'), 'before')
    const posting = it.voice.say(place, card(LONG), 'a')
    await it.slack.until(() => shown(place).length === 3)
    it.slack.trouble.fail('chat.postMessage', 503, { times: 20 })
    await expect(posting).rejects.toMatchObject({ kind: 'unreachable' })
    it.slack.trouble.mend()
    const some = shown(place).length
    expect(some).toBeLessThan(whole + 2)
    const receipt = await it.another().say(place, card(LONG), 'a', true)
    const [, , ...messages] = shown(place)
    expect(messages.map(({ ts }) => ts)).toEqual(receipt.id.split(','))
    expect(messages).toHaveLength(whole)
    for (let at = 0; at < 12; at++) expect(texts(place).join('\n').split(`Paragraph ${at}.`)).toHaveLength(2)
  })

  test('is found however long the thread has become', async () => {
    const place = thread()
    const first = await it.voice.say(place, card('a question'), 'a')
    const one = it.slack.person('T1', 'U1')
    for (let at = 0; at < 450; at++) one.say('C1', `answer ${at}`, { thread: place.split('/').at(-1) ?? '' })
    const last = await it.voice.say(place, card('the last question'), 'b')
    const another = it.another()
    expect(await another.say(place, card('a question'), 'a', true)).toEqual(first)
    expect(await another.say(place, card('the last question'), 'b', true)).toEqual(last)
  })

  test('is not taken for said because somebody else says so', async () => {
    const place = thread()
    await it.voice.say(place, card('a question'), 'a')
    const [, message] = [...(it.slack.world.teams.get('T1')?.channels.get('C1')?.messages.values() ?? [])]
    if (message) message.user = 'U2'
    await it.another().say(place, card('a question'), 'a', true)
    expect(it.slack.callsOf('chat.postMessage')).toHaveLength(2)
  })

  test('is said again where it cannot be read back, which those who run it are told', async () => {
    await it.stop()
    it = await speaking({ teams: [{ id: 'T1', scopes: ['chat:write'] }] })
    await it.voice.say(C1, card('a question'), 'a', true)
    expect(texts(C1)).toEqual(['a question'])
    expect(it.told).toMatchObject([
      { level: 'warn', details: { reason: expect.stringContaining('channels:history') } },
    ])
  })
})

describe('reading back, which some apps may do once a minute', () => {
  const reads = (): string[] => calls().filter((method) => /history|replies/.test(method))

  test('is not needed for what this process has said itself', async () => {
    const place = thread()
    const attachments = [{ name: 'a.md', mime: 'text/markdown', text: '# a' }]
    const first = await it.voice.say(place, card(LONG, { attachments }), 'a')
    const opened = await it.voice.open(C1, card(LONG), 'b')
    expect(await it.voice.say(place, card(LONG, { attachments }), 'a', true)).toEqual(first)
    expect(await it.voice.open(C1, card(LONG), 'b', { again: true })).toEqual(opened)
    expect(reads()).toEqual([])
    expect(it.slack.callsOf('files.completeUploadExternal')).toHaveLength(1)
  })

  test('is not needed where Slack refused or put off what was to be said', async () => {
    const place = thread()
    const file = [{ name: 'a.md', mime: 'text/markdown', text: '# a' }]
    it.slack.trouble.limit('files.getUploadURLExternal', { retryAfter: 60 })
    const saying = it.voice.say(place, card('words', { attachments: file }), 'a')
    await expect(saying).rejects.toMatchObject({ kind: 'busy' })
    const next = { ...card('words') }
    await it.voice.say(place, next, 'a', true)
    expect(reads()).toEqual([])
    expect(texts(place).filter((text) => text === 'words')).toHaveLength(1)
  })

  test('is needed where an answer was lost, and asks no more than every app may have', async () => {
    const place = thread()
    const root = place.split('/').at(-1) ?? ''
    for (let at = 0; at < 40; at++) it.slack.person('T1', 'U1').say('C1', `answer ${at}`, { thread: root })
    const before = await it.voice.say(place, card('before'), 'a')
    it.slack.trouble.fail('chat.postMessage', 'lost-answer')
    await it.voice.say(place, card('words'), 'b')
    expect(texts(place).filter((text) => text === 'words')).toHaveLength(1)
    expect(it.slack.callsOf('conversations.replies').map(({ args }) => [args.limit, args.oldest])).toEqual([
      ['15', before.id],
    ])
  })

  test('is needed where nobody knows what came of it', async () => {
    const place = thread()
    it.slack.trouble.fail('chat.postMessage', 'lost-answer')
    it.slack.trouble.fail('conversations.replies', 500, { times: 4 })
    await expect(it.voice.say(place, card('words'), 'a')).rejects.toMatchObject({ kind: 'unreachable' })
    const receipt = await it.voice.say(place, card('words'), 'a', true)
    expect(shown(place).slice(1)).toMatchObject([{ text: 'words', ts: receipt.id }])
  })

  test('that has to wait for long holds up nobody: it is shown again, and those who run it are told', async () => {
    const place = thread()
    await it.voice.say(place, card('words'), 'a')
    it.slack.trouble.limit('conversations.replies', { retryAfter: 60 })
    await it.another().say(place, card('words'), 'a', true)
    expect(texts(place).slice(1)).toEqual(['words', 'words'])
    expect(it.told).toMatchObject([{ level: 'warn', what: expect.stringContaining('shown twice') }])
  })
})

describe('a card for one person alone', () => {
  const secret = (more: Partial<Card> = {}): Card => card('You scored 71.', { only: ONE, ...more })

  test('is seen by nobody else in a channel', async () => {
    const place = thread()
    const receipt = await it.voice.say(place, secret(), 'a')
    expect(it.slack.visibleTo('U1', place).map(({ text }) => text)).toContain('You scored 71.')
    expect(JSON.stringify(it.slack.visibleTo('U2', place))).not.toContain('71')
    expect(receipt.place).toBe(place)
    expect(receipt.link).toBeUndefined()
    expect(calls()).toEqual(['chat.postEphemeral'])
  })

  test('is a message like others in their own direct messages, so that it stays', async () => {
    await it.voice.say('slack:T1/D1', secret(), 'a')
    await it.voice.say('slack:T1/D1', secret({ text: 'And 72.' }), 'b')
    expect(shown('slack:T1/D1').map(({ text, only }) => [text, only])).toEqual([
      ['You scored 71.', undefined],
      ['And 72.', undefined],
    ])
    expect(it.slack.callsOf('conversations.info')).toHaveLength(1)
  })

  test('never gets into somebody else’s direct messages', async () => {
    it.slack.person('T1', 'U2')
    const receipt = await it.voice.say('slack:T1/D2', secret(), 'a')
    expect(texts('slack:T1/D2')).toEqual([])
    expect(texts('slack:T1/D1')).toEqual(['You scored 71.'])
    expect(receipt.place).toBe('slack:T1/D1')
  })

  test.each([
    ['too long', { text: LONG }],
    ['with files', { attachments: [{ name: 'report.md', mime: 'text/markdown', text: '# Report' }] }],
  ])('%s goes to their direct messages, and the place says so to them', async (_, more) => {
    const place = thread()
    const receipt = await it.voice.say(place, secret(more), 'a')
    expect(receipt.place).toBe('slack:T1/D1')
    const hints = shown(place).filter(({ only }) => only === 'U1')
    expect(hints).toHaveLength(1)
    expect(hints[0]?.text).toContain(receipt.link)
    expect(it.slack.visibleTo('U2', place)).toHaveLength(1)
    expect(shown('slack:T1/D1').length).toBeGreaterThan(1)
  })

  test('reaches them also where the app is not, as after a command', async () => {
    const receipt = await it.voice.say('slack:T1/C2', secret(), 'a')
    expect(receipt.place).toBe('slack:T1/D1')
    expect(texts('slack:T1/D1')).toEqual(['You scored 71.'])
  })

  test('is found again in the direct messages', async () => {
    const place = thread()
    const first = await it.voice.say(place, secret({ text: LONG }), 'a')
    expect(await it.another().say(place, secret({ text: LONG }), 'a', true)).toEqual(first)
  })

  test('of another tenant is refused', async () => {
    await expect(it.voice.say(C1, card('secret', { only: 'slack:T2/U1' }), 'a')).rejects.toMatchObject({
      kind: 'refused',
    })
    expect(shown(C1)).toEqual([])
  })
})

describe('what is said to a person', () => {
  test('stands in their direct messages, which are opened once', async () => {
    const receipts = [
      await it.voice.say(ONE, card('hello'), 'a'),
      await it.voice.say(ONE, card('again'), 'b'),
    ]
    expect(texts('slack:T1/D1')).toEqual(['hello', 'again'])
    expect(receipts.map(({ place }) => place)).toEqual(['slack:T1/D1', 'slack:T1/D1'])
    expect(it.slack.callsOf('conversations.open')).toHaveLength(1)
  })

  test('cannot reach somebody who has left', async () => {
    const user = it.slack.world.teams.get('T1')?.users.get('U1')
    if (user) user.deleted = true
    await expect(it.voice.say(ONE, card('hello'), 'a')).rejects.toMatchObject({ kind: 'gone' })
  })
})

test('the Home tab is published anew each time', async () => {
  const home = `${ONE}/home`
  const receipt = await it.voice.say(home, card('Nothing runs.', { title: 'Interviews' }), 'a')
  await it.voice.revise(receipt, card('One runs.', { title: 'Interviews' }))
  expect(receipt.place).toBe(home)
  const kept = it.slack.world.teams.get('T1')?.homes.get('U1')
  expect(JSON.stringify(kept?.view)).toContain('One runs.')
  expect(JSON.stringify(kept?.view)).not.toContain('Nothing runs.')
  expect(calls()).toEqual(['views.publish', 'views.publish'])
})

describe('opening', () => {
  test('begins a thread under the card, in which can be talked', async () => {
    const opened = await it.voice.open(C1, card('Ad clicks', { title: 'Interview' }), 'i1')
    expect(opened).toEqual({
      place: `${C1}/${opened.id}`,
      id: opened.id,
      link: `https://team1.slack.com/archives/C1/p${opened.id.replace('.', '')}`,
      audience: 'everyone',
    })
    await it.voice.say(opened.place, card('Let us begin.'), 'i1.1')
    expect(shown(C1).map(({ thread }) => thread)).toEqual([undefined, opened.id])
  })

  test('tells who can read along, and asks only now and then', async () => {
    const audiences = []
    for (const place of [C1, C1, C1, 'slack:T1/G1', 'slack:T1/D1', ONE])
      audiences.push((await it.voice.open(place, card('x'), place)).audience)
    expect(audiences).toEqual(['everyone', 'everyone', 'everyone', 'members', 'you', 'you'])
    expect(it.slack.callsOf('conversations.info')).toHaveLength(2)
  })

  test.each(['shared', 'pending'] as const)('tells of outsiders where a channel is %s', async (outside) => {
    for (const id of ['C1', 'G1']) {
      const channel = it.slack.world.teams.get('T1')?.channels.get(id)
      if (channel) channel.outside = outside
      expect((await it.voice.open(`slack:T1/${id}`, card('x'), id)).audience).toBe('outsiders')
    }
  })

  test('warns of everyone where it cannot be found out who reads along', async () => {
    it.slack.trouble.refuse('conversations.info', 'missing_scope')
    expect((await it.voice.open('slack:T1/G1', card('x'), 'a')).audience).toBe('everyone')
  })

  test('stays where there is nothing to open: in a thread, in a direct message', async () => {
    const place = thread()
    expect((await it.voice.open(place, card('x'), 'a')).place).toBe(place)
    expect((await it.voice.open('slack:T1/D1', card('x'), 'b')).place).toBe('slack:T1/D1')
    expect((await it.voice.open(ONE, card('x'), 'c')).place).toBe('slack:T1/D1')
  })

  test('puts what does not fit into the first message in the thread', async () => {
    const opened = await it.voice.open(C1, card(LONG), 'a')
    const [root, ...rest] = shown(C1)
    expect(root?.thread).toBeUndefined()
    expect(rest.length).toBeGreaterThan(0)
    expect(new Set(rest.map(({ thread }) => thread))).toEqual(new Set([root?.ts]))
    expect(opened.id.split(',')).toEqual([root?.ts, ...rest.map(({ ts }) => ts)])
  })

  test('is found when it is repeated', async () => {
    const first = await it.voice.open(C1, card(LONG), 'a')
    const count = shown(C1).length
    expect(await it.another().open(C1, card(LONG), 'a', { again: true })).toEqual(first)
    it.slack.trouble.fail('chat.postMessage', 'lost-answer')
    await it.voice.open(C1, card('another'), 'b')
    expect(shown(C1)).toHaveLength(count + 1)
  })

  test('where the app is not says what to do', async () => {
    await expect(it.voice.open('slack:T1/C2', card('x'), 'a')).rejects.toMatchObject({
      kind: 'gone',
      message: expect.stringContaining('/invite'),
    })
  })
})

describe('revising', () => {
  test('changes the message', async () => {
    const receipt = await it.voice.say(
      C1,
      card('stage one', { buttons: [{ label: 'Next', command: 'next' }] }),
      'a',
    )
    const revised = await it.voice.revise(receipt, card('stage two'))
    expect(revised).toEqual(receipt)
    expect(shown(C1).map(({ text, buttons }) => [text, buttons])).toEqual([['stage two', []]])
  })

  test('keeps what tells the card when it is said again', async () => {
    const receipt = await it.voice.say(C1, card('stage one'), 'a')
    await it.voice.revise(receipt, card('stage two'))
    await it.voice.say(C1, card('stage one'), 'a', true)
    expect(shown(C1)).toHaveLength(1)
  })

  test('adds messages where it has become longer, and takes them away where shorter', async () => {
    const place = thread()
    const short = await it.voice.say(place, card('short'), 'a')
    const long = await it.voice.revise(short, card(LONG))
    expect(
      shown(place)
        .slice(1)
        .map(({ ts }) => ts),
    ).toEqual(long.id.split(','))
    expect(long.id.split(',').length).toBeGreaterThan(1)
    const again = await it.voice.revise(long, card('short again'))
    expect(texts(place).slice(1)).toEqual(['short again'])
    expect(again).toEqual(short)
  })

  test('leaves alone what somebody has deleted, which is told once', async () => {
    const receipt = await it.voice.say(C1, card('stage one'), 'a')
    it.slack.world.teams.get('T1')?.channels.get('C1')?.messages.clear()
    expect(await it.voice.revise(receipt, card('stage two'))).toEqual(receipt)
    expect(await it.voice.revise(receipt, card('stage three'))).toEqual(receipt)
    expect(shown(C1)).toEqual([])
    expect(it.told).toMatchObject([{ level: 'info' }])
  })

  test('says it anew where a message cannot be changed', async () => {
    const receipt = await it.voice.say(C1, card('stage one'), 'a')
    it.slack.trouble.fail('chat.update', 'edit_window_closed')
    const revised = await it.voice.revise(receipt, card('stage two'))
    expect(texts(C1)).toEqual(['stage one', 'stage two'])
    expect(revised.id).toBe(shown(C1)[1]?.ts)
  })

  test('says it anew to the one person who saw it', async () => {
    const place = thread()
    const receipt = await it.voice.say(place, card('one', { only: ONE }), 'a')
    await it.voice.revise(receipt, card('two', { only: ONE }))
    expect(
      shown(place)
        .filter(({ only }) => only === 'U1')
        .map(({ text }) => text),
    ).toEqual(['one', 'two'])
  })

  test('comes after what was said before it', async () => {
    const receipt = await it.voice.say(C1, card('board'), 'a')
    it.slack.trouble.slow('chat.postMessage', 5, { times: 1 })
    const ended: string[] = []
    await Promise.all([
      it.voice.say(C1, card('words'), 'b').then(() => ended.push('said')),
      it.voice.revise(receipt, card('board two')).then(() => ended.push('revised')),
    ])
    expect(ended).toEqual(['said', 'revised'])
  })
})

describe('files', () => {
  const attachments = [
    { name: 'report.md', mime: 'text/markdown', text: '# Report' },
    { name: 'chart.png', mime: 'image/png', bytes: new Uint8Array([1, 2, 3]), alt: 'Marks by stage' },
    { name: 'empty.txt', mime: 'text/plain', text: '' },
  ]

  test('follow the words in their thread, pictures with what is seen on them', async () => {
    const place = thread()
    await it.voice.say(place, card('Your report.', { attachments }), 'a')
    const [, words, shared] = shown(place)
    expect(words?.text).toBe('Your report.')
    expect(shared?.message.files).toMatchObject([
      { name: 'report.md', title: 'report.md' },
      { name: 'chart.png', alt_txt: 'Marks by stage' },
      { name: 'empty.txt' },
    ])
    const kept = [...(it.slack.world.teams.get('T1')?.files.values() ?? [])]
    expect(kept.map(({ bytes }) => [...bytes])).toEqual([[...Buffer.from('# Report')], [1, 2, 3], [10]])
  })

  test('are shared once, though the answer is lost or the card is said again', async () => {
    const place = thread()
    it.slack.trouble.fail('files.completeUploadExternal', 'lost-answer')
    await it.voice.say(place, card('Your report.', { attachments }), 'a')
    await it.another().say(place, card('Your report.', { attachments }), 'a', true)
    expect(shown(place)).toHaveLength(3)
    await it.voice.say(place, card('The next report.', { attachments }), 'b', true)
    expect(shown(place)).toHaveLength(5)
  })

  test('of an earlier card with the same names are not taken for those of this one', async () => {
    const place = thread()
    await it.voice.say(place, card('Your report.', { attachments }), 'a')
    it.slack.trouble.fail('files.getUploadURLExternal', 503, { times: 20 })
    const next = card('The next report.', { attachments })
    await expect(it.voice.say(place, next, 'b')).rejects.toMatchObject({ kind: 'unreachable' })
    it.slack.trouble.mend()
    expect(shown(place)).toHaveLength(4)
    await it.voice.say(place, next, 'b', true)
    expect(shown(place).map(({ message }) => message.files?.length ?? 0)).toEqual([0, 0, 3, 0, 3])
  })

  test('that are not allowed are named in words, and the card stands', async () => {
    it.slack.trouble.fail('files.getUploadURLExternal', 'file_uploads_disabled', { times: 3 })
    const receipt = await it.voice.say(C1, card('Your report.', { attachments }), 'a')
    const [words, notice] = texts(C1)
    expect(words).toBe('Your report.')
    expect(notice).toMatch(/report\.md.*could not be attached/)
    expect(receipt.id).toBe(shown(C1)[0]?.ts)
  })

  test('that were heard are read', async () => {
    const [, id] = await upload('answers.csv', 'a,b\n1,2\n')
    expect(Buffer.from(await it.voice.fetch(C1, id, 1000)).toString()).toBe('a,b\n1,2\n')
  })

  test('that are too large are not, whatever Slack says of them', async () => {
    const [file, id] = await upload('answers.csv', 'x'.repeat(5000))
    await expect(it.voice.fetch(C1, id, 4999)).rejects.toMatchObject({
      kind: 'gone',
      message: expect.stringContaining('kB'),
    })
    Object.defineProperty(file, 'bytes', {
      get: () => Object.assign(Buffer.from('x'.repeat(5000)), {}),
      configurable: true,
    })
    expect((await it.voice.fetch(C1, id, 5000)).byteLength).toBe(5000)
  })

  test('that are gone, or that the app may not read, are faults', async () => {
    await expect(it.voice.fetch(C1, 'F404', 1000)).rejects.toMatchObject({ kind: 'gone' })
    const [, id] = await upload('answers.csv', 'a,b')
    it.slack.world.tokens.get('xoxb-T1')?.scopes.delete('files:read')
    await expect(it.voice.fetch(C1, id, 1000)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('files:read'),
    })
  })

  /** Somebody shares a file in the channel. */
  const upload = async (name: string, text: string) => {
    await it.voice.say(C1, card('x', { attachments: [{ name, mime: 'text/csv', text }] }), name)
    const [id, file] = [...(it.slack.world.teams.get('T1')?.files.entries() ?? [])].at(-1) ?? []
    if (!file || !id) throw new Error('no file')
    return [file, id] as const
  }
})

test('a token goes to nobody but Slack', async () => {
  const seen: (string | undefined)[] = []
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization)
    response.end('hello')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const { bytes } = await it.api.get('slack:T1', `http://127.0.0.1:${port}/files-pri/T1-F1/x`, 1000)
  expect(Buffer.from(bytes).toString()).toBe('hello')
  expect(seen).toEqual([undefined])
  await new Promise((done) => server.close(done))
})

test('nobody is called by what a card holds, which the stand-in checks on every message', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (one, other) => {
      const buttons = [{ label: one, command: 'hint', args: { word: other }, confirm: other }]
      await it.voice.say(C1, card(`${one}\n${other}`, { title: other, footer: one, buttons }), 'a')
    }),
    { numRuns: 60 },
  )
  const place = 'slack:T1/G1'
  for (const call of ['<!channel>', '<@U1>', '@here', '<!subteam^S1>']) {
    const whole = card(call, { title: call, footer: call, buttons: [{ label: call, command: 'hint' }] })
    await it.voice.say(place, whole, call)
    await it.voice.say(place, { ...whole, only: ONE }, call)
  }
  expect(shown(place)).toHaveLength(8)
  expect(it.slack.calledAt(place)).toEqual([])
})

test('those who run it are told nothing of tokens, nor of what was said', async () => {
  it.slack.trouble.fail('files.getUploadURLExternal', 'file_uploads_disabled')
  await it.voice.say(
    C1,
    card('very private', { attachments: [{ name: 'a.md', mime: 'text/markdown', text: 'private' }] }),
    'a',
  )
  expect(it.told.length).toBeGreaterThan(0)
  expect(JSON.stringify(it.told)).not.toMatch(/xox|private/)
})

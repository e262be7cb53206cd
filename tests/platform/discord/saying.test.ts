import { createHash } from 'node:crypto'
import { Client, GatewayIntentBits } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock, virtualClock } from '../../../src/clock.ts'
import type { Card } from '../../../src/platform/card.ts'
import { readButton } from '../../../src/platform/discord/drawing/button.ts'
import { faultOf } from '../../../src/platform/discord/saying/fault.ts'
import { voiceOf } from '../../../src/platform/discord/saying/voice.ts'
import { type Speaking, speaking } from './speaking.ts'
import { ONE, TWO } from './stand-in/seed.ts'

let it: Speaking
beforeEach(async () => {
  it = await speaking()
})
afterEach(async () => {
  expect(it.discord.faults).toEqual([])
  await it.stop()
})

const GENERAL = `discord:${ONE.guild}/${ONE.general}`
const ONESELF = `discord:${ONE.guild}/u${ONE.candidate}`
const card = (text: string, more: Partial<Card> = {}): Card => ({ tone: 'answer', text, ...more })
const shown = (place: string) => it.discord.shown(place)
const texts = (place: string) => shown(place).map(({ text }) => text)
const POST = 'POST /channels/:id/messages'
const routes = () => it.discord.calls.map(({ route }) => route)

const opened = async (more: Partial<Card> = {}) =>
  it.voice.open(GENERAL, card('The board', { title: 'Ad clicks', ...more }), 'i1.board', { person: ONESELF })

/** A text for several messages, with a word in each by which it is known. */
const LONG = Array.from(
  { length: 12 },
  (_, at) => `Paragraph ${at}. ${'It goes on and on. '.repeat(60)}`,
).join('\n\n')

describe('a card', () => {
  test('is one message and one call, with a receipt that leads to it', async () => {
    const receipt = await it.voice.say(GENERAL, card('What do you optimise?'), 'i1.1')
    expect(routes()).toEqual([POST])
    const [message] = shown(GENERAL)
    const id = message?.id ?? ''
    expect(message?.text).toBe('What do you optimise?')
    const link = `https://discord.com/channels/${ONE.guild}/${ONE.general}/${id}`
    expect(receipt).toEqual({ place: GENERAL, id, link })
  })

  test('shows its title, its words, its buttons and its small print', async () => {
    const buttons = [{ label: 'Hint', command: 'hint' }]
    await it.voice.say(GENERAL, card('Some **words**.', { title: 'Data', footer: '3 of 7', buttons }), 'a')
    const [message] = shown(GENERAL)
    for (const part of ['Data', 'Some **words**.', '3 of 7']) expect(message?.text).toContain(part)
    expect(message?.buttons).toEqual(['Hint'])
  })

  test('that is too long stands in several messages, all of them in the receipt', async () => {
    const receipt = await it.voice.say(GENERAL, card(LONG, { title: 'Report', footer: 'the end' }), 'a')
    expect(shown(GENERAL).length).toBeGreaterThan(2)
    expect(receipt.id.split(',')).toEqual(shown(GENERAL).map(({ id }) => id))
    for (let at = 0; at < 12; at++) expect(texts(GENERAL).join('\n')).toContain(`Paragraph ${at}.`)
  })

  test('keeps its place among those said at the same time', async () => {
    const places = [GENERAL, `discord:${ONE.guild}/${ONE.other}`, ONESELF]
    it.discord.trouble.slow(POST, 3, { times: 4 })
    await Promise.all(
      places.flatMap((place) =>
        Array.from({ length: 8 }, (_, at) => it.voice.say(place, card(`number ${at}`), `${place}.${at}`)),
      ),
    )
    for (const place of places)
      expect(texts(place)).toEqual(Array.from({ length: 8 }, (_, at) => `number ${at}`))
  })

  test('shows its files, pictures with what is seen on them', async () => {
    const attachments = [
      { name: 'report.md', mime: 'text/markdown', text: '# Report' },
      { name: 'a chart.png', mime: 'image/png', bytes: new Uint8Array([1, 2]), alt: 'a rising line' },
    ]
    await it.voice.say(GENERAL, card('See here.', { attachments }), 'a')
    expect(routes()).toEqual([POST])
    const [message] = shown(GENERAL)
    expect(message?.message.attachments.map(({ name, mime }) => [name, mime])).toEqual([
      ['report.md', 'text/markdown'],
      ['a_chart.png', 'image/png'],
    ])
    expect(JSON.stringify(message?.message.components)).toContain('a rising line')
  })

  test('arrives without its files where those may not be attached, and says which', async () => {
    it.discord.deny(ONE.general, 'AttachFiles')
    const attachments = [{ name: 'report.md', mime: 'text/markdown', text: '# Report' }]
    await it.voice.say(GENERAL, card('The words.', { attachments }), 'a')
    expect(texts(GENERAL)[0]).toMatch(/The words\.[\s\S]*report\.md[\s\S]*Attach Files/)
  })

  test('calls nobody, whatever it holds', async () => {
    const calls = [
      '@everyone',
      '@here',
      '<@1>',
      '<@!1>',
      '<@&1>',
      '<#1>',
      '</a:1>',
      '<t:1:R>',
      '<:a:1>',
      '<a:b:1>',
    ]
    const text = [...calls, calls.map((call) => `\\${call}`).join(' '), `\`${calls.join('')}\``].join('\n\n')
    await it.voice.say(GENERAL, card(text, { title: '<@1> @everyone', footer: '@here <@&2>' }), 'a')
    expect(it.discord.calledAt(GENERAL)).toEqual([])
    for (const text of texts(GENERAL)) expect(text).not.toMatch(/<[@#]|@everyone|@here|<t:|<:/)
  })

  test('for a place of another platform is a fault', async () => {
    await expect(it.voice.say('slack:T1/C1', card('words'), 'a')).rejects.toThrow('slack:T1/C1')
  })
})

describe('what has been said', () => {
  test.each([['lost-answer'], ['cut'], [500], [503]] as const)('is there once after %s', async (failure) => {
    it.discord.trouble.fail(POST, failure)
    const receipt = await it.voice.say(GENERAL, card('only once'), 'a')
    expect(shown(GENERAL).map(({ text, id }) => [text, id])).toEqual([['only once', receipt.id]])
  })

  test('is there once where Discord fails for longer', async () => {
    it.discord.trouble.fail(POST, 'lost-answer', { times: 9 })
    await expect(it.voice.say(GENERAL, card('only once'), 'a')).rejects.toMatchObject({ kind: 'unreachable' })
    it.discord.trouble.mend()
    it.discord.forgetNonces()
    const receipt = await it.another().say(GENERAL, card('only once'), 'a', true)
    expect(shown(GENERAL).map(({ id }) => id)).toEqual([receipt.id])
  })

  test('is found by a process that knows nothing of it, also when Discord has forgotten its nonce', async () => {
    const first = await it.voice.say(GENERAL, card(LONG), 'a')
    it.discord.forgetNonces()
    const one = it.discord.person(ONE.candidate)
    for (let at = 0; at < 130; at++) one.say(ONE.general, `answer ${at}`)
    expect(await it.another().say(GENERAL, card(LONG), 'a', true)).toEqual(first)
    expect(it.discord.callsOf(POST)).toHaveLength(first.id.split(',').length)
  })

  test('is completed when only some of its messages are there', async () => {
    const whole = (await it.voice.say(ONESELF, card(LONG), 'other')).id.split(',').length
    it.discord.trouble.slow(POST, 5)
    const posting = it.voice.say(GENERAL, card(LONG), 'a')
    await it.discord.until(() => shown(GENERAL).length === 2)
    it.discord.trouble.fail(POST, 503, { times: 20 })
    await expect(posting).rejects.toMatchObject({ kind: 'unreachable' })
    it.discord.trouble.mend()
    it.discord.forgetNonces()
    const receipt = await it.another().say(GENERAL, card(LONG), 'a', true)
    expect(shown(GENERAL).map(({ id }) => id)).toEqual(receipt.id.split(','))
    expect(shown(GENERAL)).toHaveLength(whole)
  })

  test('is another card where the id is another', async () => {
    await it.voice.say(GENERAL, card('the same'), 'a')
    await it.voice.say(GENERAL, card('the same'), 'b', true)
    expect(shown(GENERAL)).toHaveLength(2)
  })
})

describe('buttons', () => {
  const idOf = (place: string) =>
    /"custom_id":"([^"]+)"/.exec(JSON.stringify(shown(place).at(-1)?.message.components))?.[1]

  test('carry their command', async () => {
    const args = { interview: 'i=1&x', id: 'ä' }
    await it.voice.say(GENERAL, card('?', { buttons: [{ label: 'Go', command: 'resume', args }] }), 'a')
    expect(readButton(idOf(GENERAL))).toEqual({ pressed: { command: 'resume', args }, agreed: false })
    expect(it.kept.size).toBe(0)
  })

  test('that are asked about first carry their command: the question alone is kept, once for all', async () => {
    for (const interview of ['8fae15c919a569d3', '15c919a569d38fae']) {
      const buttons = [{ label: 'End', command: 'end', args: { interview }, confirm: 'It ends.' }]
      await it.voice.say(GENERAL, card('?', { buttons }), interview)
      const read = readButton(idOf(GENERAL))
      expect(read).toMatchObject({ pressed: { command: 'end', args: { interview } }, agreed: false })
      expect(await it.voice.presses.question((read && 'asked' in read && read.asked) || '')).toBe('It ends.')
    }
    const code = {
      label: 'Join',
      command: 'link',
      args: { code: 'ABCD-EFGH', sure: 'yes' },
      confirm: 'Sure?',
    }
    await it.voice.say(GENERAL, card('?', { buttons: [code] }), 'code')
    expect([...it.kept.values()]).toEqual([{ confirm: 'It ends.' }, { confirm: 'Sure?' }])
  })

  test('that carry more than fits are kept once', async () => {
    const args = { interview: 'x'.repeat(200) }
    const buttons = [{ label: 'End', command: 'end', args, confirm: 'It ends.' }]
    await it.voice.say(GENERAL, card('?', { buttons }), 'a')
    await it.another().say(GENERAL, card('?', { buttons }), 'b')
    const read = readButton(idOf(GENERAL))
    const name = read && 'kept' in read ? read.kept : ''
    expect(await it.voice.presses.find(name)).toEqual({ command: 'end', args, confirm: 'It ends.' })
    expect(it.kept.size).toBe(1)
    expect(await it.voice.presses.find(createHash('sha1').digest('hex'))).toBeUndefined()
  })
})

describe('a talk', () => {
  /** With time that passes only when it is told to. */
  const timed = async () => {
    const clock = virtualClock(1_700_000_000_000)
    return { clock, quick: await speaking({}, clock) }
  }

  test('gets a thread under its card, which is renamed and closed as it goes on, and opened again', async () => {
    const at = await opened({ head: { name: 'Ad clicks', open: true } })
    const [thread] = it.discord.threads(ONE.general)
    expect(at).toMatchObject({ place: `${GENERAL}/${thread?.id}`, id: thread?.id, audience: 'everyone' })
    expect(at.link).toBe(`https://discord.com/channels/${ONE.guild}/${ONE.general}/${thread?.id}`)
    await it.voice.say(at.place, card('The first question'), 'i1.1')
    expect(texts(at.place)).toEqual(['The first question'])
    const state = () => it.discord.threads(ONE.general).map(({ name, archived }) => [name, archived])
    const revise = (name: string, open: boolean) =>
      it.voice.revise(at, card(`The board: ${name}`, { head: { name, open } }))
    await revise('Ad clicks · Data', true)
    expect(state()).toEqual([['Ad clicks · Data', false]])
    expect(texts(GENERAL)[0]).toContain('The board: Ad clicks · Data')
    await revise('Ad clicks · finished', false)
    expect(state()).toEqual([['Ad clicks · finished', true]])
    it.discord.forgetRenames()
    await revise('Ad clicks · again', true)
    expect(texts(GENERAL)[0]).toContain('again')
  })

  test('is renamed no more often than Discord allows, and nobody waits for it', async () => {
    const at = await opened({ head: { name: 'zero', open: true } })
    for (const name of ['one', 'two', 'three', 'four'])
      await it.voice.revise(at, card(name, { head: { name, open: true } }))
    expect(it.discord.threads(ONE.general)[0]?.name).toBe('two')
    expect(texts(GENERAL)[0]).toContain('four')
    await it.voice.revise(at, card('the end', { head: { name: 'five', open: false } }))
    expect(it.discord.threads(ONE.general)[0]).toMatchObject({ name: 'two', archived: true })
    expect(it.discord.limited).toEqual([])
  })

  test('is given its last name when it can be, closed as it is', async () => {
    const { clock, quick } = await timed()
    const at = await quick.voice.open(GENERAL, card('zero', { title: 'zero' }), 'i1.board')
    for (const name of ['one', 'two', 'three'])
      await quick.voice.revise(at, card(name, { head: { name, open: name !== 'three' } }))
    const state = () => quick.discord.threads(ONE.general).map(({ name, archived }) => [name, archived])
    expect(state()).toEqual([['two', true]])
    quick.discord.forgetRenames()
    await clock.advance(10 * 60_000 + 1_000)
    await quick.discord.until(() => state().flat().join() === 'three,true')
    expect([quick.discord.faults, quick.told]).toEqual([[], []])
    await quick.stop()
  })

  test('that is over is closed again after what is still said there', async () => {
    const { clock, quick } = await timed()
    const at = await quick.voice.open(GENERAL, card('board'), 'i1.board')
    const archived = () => quick.discord.threads(ONE.general)[0]?.archived
    await quick.voice.revise(at, card('over', { head: { name: 'over', open: false } }))
    expect(archived()).toBe(true)
    await quick.voice.say(at.place, card('one more word'), 'i1.9')
    expect(archived()).toBe(false)
    await clock.advance(61_000)
    await quick.discord.until(() => archived() === true)
    await quick.stop()
  })

  describe('that is over', () => {
    const RENAME = 'PATCH /channels/:id'
    const over = card('over', { head: { name: 'finished', open: false } })
    const state = () => it.discord.threads(ONE.general).map(({ name, archived }) => [name, archived])

    test.each(['cut', 'lost-answer'] as const)('is named and closed after %s', async (failure) => {
      const at = await opened()
      it.discord.trouble.fail(RENAME, failure)
      await it.voice.revise(at, over)
      expect(state()).toEqual([['finished', true]])
      expect(it.told).toEqual([])
    })

    test('is closed where its name is refused', async () => {
      const at = await opened()
      it.discord.trouble.fail(RENAME, {
        status: 400,
        code: 200001,
        message: 'blocked by automatic moderation',
      })
      await it.voice.revise(at, over)
      expect(state()).toEqual([['Ad clicks', true]])
      expect(it.told).toMatchObject([{ level: 'warn', details: { reason: expect.stringMatching(/title/) } }])
    })

    test('is named and closed after a restart, also where it cannot be learned what it is called', async () => {
      const at = await opened()
      it.discord.trouble.fail('GET /channels/:id', 503, { times: 9 })
      await it.another().revise(at, over)
      expect(state()).toEqual([['finished', true]])
    })

    test('is closed once Discord can be reached again', async () => {
      const { clock, quick } = await timed()
      const at = await quick.voice.open(GENERAL, card('board', { title: 'Ad clicks' }), 'i1.board')
      const archived = () => quick.discord.threads(ONE.general)[0]?.archived
      quick.discord.trouble.fail(RENAME, 503, { times: 20 })
      await quick.voice.revise(at, over)
      expect(archived()).toBe(false)
      quick.discord.trouble.mend()
      await clock.advance(61_000)
      await quick.discord.until(() => archived() === true)
      await quick.stop()
    })

    test('stays open where it was begun anew before that', async () => {
      const { clock, quick } = await timed()
      const at = await quick.voice.open(GENERAL, card('board', { title: 'Ad clicks' }), 'i1.board')
      quick.discord.trouble.fail(RENAME, 503, { times: 20 })
      await quick.voice.revise(at, over)
      quick.discord.trouble.mend()
      await quick.voice.revise(at, card('anew', { head: { name: 'anew', open: true } }))
      const changes = quick.discord.callsOf(RENAME).length
      await clock.advance(61_000)
      expect(quick.discord.threads(ONE.general)[0]).toMatchObject({ name: 'anew', archived: false })
      expect(quick.discord.callsOf(RENAME)).toHaveLength(changes)
      await quick.stop()
    })
  })

  test('that is opened again is the same', async () => {
    const first = await opened()
    const again = await it.another().open(GENERAL, card('The board', { title: 'Ad clicks' }), 'i1.board', {
      person: ONESELF,
      again: true,
    })
    expect(again).toEqual(first)
    expect(it.discord.threads(ONE.general)).toHaveLength(1)
    expect(shown(GENERAL)).toHaveLength(1)
  })

  test('that was interrupted before its thread was there gets one', async () => {
    it.discord.trouble.fail('POST /channels/:id/messages/:id/threads', 503, { times: 9 })
    await expect(opened()).rejects.toMatchObject({ kind: 'unreachable' })
    it.discord.trouble.mend()
    await it.another().open(GENERAL, card('The board', { title: 'Ad clicks' }), 'i1.board', { again: true })
    expect(it.discord.threads(ONE.general)).toHaveLength(1)
    expect(shown(GENERAL)).toHaveLength(1)
  })

  test('in private is seen by its person and by nobody else, also when it is opened again', async () => {
    const how = { person: ONESELF, privately: true }
    const board = card('The board', { head: { name: 'Ad clicks', open: true } })
    const first = await it.voice.open(GENERAL, board, 'i1.board', how)
    const [thread] = it.discord.threads(ONE.general)
    expect(thread).toMatchObject({ hidden: true, name: 'Ad clicks' })
    expect(thread?.members).toContain(ONE.candidate)
    expect(first.audience).toBe('members')
    expect(it.discord.person(ONE.watcher).sees(thread?.id ?? '')).toEqual([])
    expect(
      it.discord
        .person(ONE.candidate)
        .sees(thread?.id ?? '')
        .map(({ text }) => text),
    ).toEqual(['The board'])
    expect(await it.another().open(GENERAL, board, 'i1.board', { ...how, again: true })).toEqual(first)
    expect(it.discord.threads(ONE.general)).toHaveLength(1)
    await it.voice.revise(first, card('done', { head: { name: 'over', open: false } }))
    await it.voice.revise(first, card('anew', { head: { name: 'over', open: true } }))
    expect(texts(first.place)).toEqual(['anew'])
    expect(it.discord.threads(ONE.general)[0]?.archived).toBe(false)
  })

  test.each([
    ['CreatePublicThreads', {}, 'Create Public Threads'],
    ['CreatePrivateThreads', { privately: true }, 'Create Private Threads'],
    ['SendMessages', {}, 'Send Messages'],
  ] as const)('without %s is not begun, and it is said what is missing', async (permission, how, name) => {
    it.discord.deny(ONE.general, permission)
    const opening = it.voice.open(GENERAL, card('The board'), 'i1.board', { person: ONESELF, ...how })
    const message = expect.stringMatching(`It needs "${name}" in that channel`)
    await expect(opening).rejects.toMatchObject({ kind: 'gone', message })
    expect(shown(GENERAL)).toEqual([])
    expect(it.discord.threads(ONE.general)).toEqual([])
  })

  test('where it is not known which permission is missing, all that may be are named', async () => {
    const at = await it.voice.open(GENERAL, card('The board'), 'i1.board')
    it.discord.deny(ONE.general, 'ViewChannel')
    const message = expect.stringMatching(
      /One of these is missing in that channel: "View Channels", "Send Messages in Threads"; .*Without "Send/,
    )
    await expect(it.voice.say(at.place, card('x'), 'i1.1')).rejects.toMatchObject({ kind: 'gone', message })
  })

  test('is taken away with all that was said there, twice if need be', async () => {
    const at = await opened()
    await it.voice.say(at.place, card('words'), 'i1.1')
    await it.voice.remove(at.place)
    expect([it.discord.threads(ONE.general), shown(GENERAL)]).toEqual([[], []])
    await it.voice.remove(at.place)
    await it.voice.remove(GENERAL)
    await it.voice.remove(ONESELF)
    await expect(it.voice.say(at.place, card('words'), 'i1.2')).rejects.toMatchObject({ kind: 'gone' })
  })

  test('among members only says so, and one in a thread stays there', async () => {
    const members = `discord:${ONE.guild}/${ONE.members}`
    const at = await it.voice.open(members, card('board'), 'a')
    expect(at.audience).toBe('members')
    const within = await it.voice.open(at.place, card('another'), 'b')
    expect(within.place).toBe(at.place)
  })
})

describe('one person', () => {
  const ALONE = { only: ONESELF }
  const WHISPER = 'POST /webhooks/:id/:token'

  /** Somebody has asked, and was told that it will take a moment, unseen by others. */
  const asks = async (): Promise<Client> => {
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: it.discord.apiUrl } })
    client.on('interactionCreate', (interaction) => {
      if (interaction.isCommand()) void interaction.deferReply({ flags: 64 })
      const { applicationId: application, token } = interaction
      it.fresh.set(`${GENERAL} ${ONESELF}`, { application, token })
    })
    const ready = new Promise((done) => client.once('clientReady', done))
    await client.login(it.discord.token)
    await ready
    await client.application?.commands.set([{ name: 'mlsd', description: 'interviews' }])
    const asked = await it.discord.person(ONE.candidate).command(ONE.general, 'mlsd')
    expect(asked.answered).toBe(true)
    return client
  }

  test('is written to in direct messages, about the guild', async () => {
    const at = await it.voice.open(ONESELF, card('The board'), 'a', { person: ONESELF })
    const { direct } = it.discord.person(ONE.candidate)
    expect(at).toMatchObject({ place: `discord:${ONE.guild}/d${direct}`, audience: 'you' })
    expect(at.link).toContain(`/@me/${direct}/`)
    await it.voice.say(at.place, card('more', ALONE), 'b')
    expect(texts(ONESELF)).toEqual(['The board', 'more'])
    expect(await it.another().about.tenantOf(direct)).toBe(`discord:${ONE.guild}`)
    expect(await it.voice.about.tenantOf(it.discord.person(TWO.candidate).direct)).toBe('discord:@me')
  })

  test('who has just asked is answered where they asked, unseen by others', async () => {
    const client = await asks()
    const receipt = await it.voice.say(GENERAL, card(LONG, ALONE), 'a')
    await client.destroy()
    expect(shown(GENERAL).map(({ only }) => only)).toEqual(receipt.id.split(',').map(() => ONE.candidate))
    expect(it.discord.person(ONE.watcher).sees(ONE.general)).toEqual([])
    expect(texts(ONESELF)).toEqual([])
  })

  test('who has asked too long ago is answered in direct messages', async () => {
    const client = await asks()
    it.discord.expireInteractions()
    await it.voice.say(GENERAL, card('your score', ALONE), 'a')
    await client.destroy()
    expect(texts(ONESELF)).toEqual(['your score'])
    await it.voice.say(GENERAL, card('the rest'), 'b')
    expect(texts(GENERAL)).toContain('the rest')
  })

  test('who has just asked gets the words without a file that is too large', async () => {
    const client = await asks()
    it.discord.trouble.fail(WHISPER, { status: 413, code: 40005, message: 'Request entity too large' })
    const attachments = [{ name: 'report.md', mime: 'text/markdown', text: '# Report' }]
    await it.voice.say(GENERAL, card('your score', { ...ALONE, attachments }), 'a')
    await client.destroy()
    expect(shown(GENERAL)).toMatchObject([
      { only: ONE.candidate, text: expect.stringContaining('report.md') },
    ])
    expect(texts(GENERAL)[0]).toMatch(/your score[\s\S]*larger than the server takes/)
  })

  test('who has just asked is shown each part once, also when it is said again', async () => {
    const client = await asks()
    it.discord.trouble.slow(WHISPER, 20)
    const saying = it.voice.say(GENERAL, card(LONG, ALONE), 'a')
    const words = () => texts(GENERAL).filter((text) => text !== '')
    await it.discord.until(() => words().length === 1)
    it.discord.trouble.fail(WHISPER, 503, { times: 20 })
    await expect(saying).rejects.toMatchObject({ kind: 'unreachable' })
    it.discord.trouble.mend()
    const receipt = await it.voice.say(GENERAL, card(LONG, ALONE), 'a', true)
    expect(shown(GENERAL).map(({ id }) => id)).toEqual(receipt.id.split(','))
    expect(receipt.id.split(',').length).toBeGreaterThan(2)
    expect(await it.voice.say(GENERAL, card(LONG, ALONE), 'a', true)).toEqual(receipt)
    await it.voice.say(GENERAL, card('more', ALONE), 'b', true)
    await client.destroy()
    expect(texts(GENERAL).at(-1)).toBe('more')
    expect(texts(ONESELF)).toEqual([])
  })

  test('who was shown a part in time is told the whole in direct messages', async () => {
    const client = await asks()
    it.discord.trouble.slow(WHISPER, 20)
    const saying = it.voice.say(GENERAL, card(LONG, ALONE), 'a')
    await it.discord.until(() => texts(GENERAL).filter((text) => text !== '').length === 1)
    it.discord.expireInteractions()
    await saying
    await client.destroy()
    for (let at = 0; at < 12; at++) expect(texts(ONESELF).join('\n')).toContain(`Paragraph ${at}.`)
  })

  test('who takes no direct messages learns that there is something, and others nothing of it', async () => {
    it.discord.person(ONE.candidate).close()
    const user = it.discord.world.users.get(ONE.candidate)
    if (user) user.global_name = 'Ada *@everyone*'
    await it.voice.say(GENERAL, card('your score is 7', ALONE), 'a')
    expect(texts(GENERAL)).toEqual([
      expect.stringMatching(
        /^Ada \\\*@\u200beveryone\\\*, there is .* for you alone, .*direct messages are closed/,
      ),
    ])
    expect(it.discord.calledAt(GENERAL)).toEqual([])
    expect(texts(GENERAL).join()).not.toContain('score')
    const opening = it.voice.open(ONESELF, card('board'), 'b')
    await expect(opening).rejects.toMatchObject({ kind: 'gone', message: expect.stringMatching(/privacy/) })
  })

  test('who takes no direct messages is told so where their name is not known', async () => {
    it.discord.trouble.fail('POST /users/@me/channels', { status: 403, code: 50007, message: 'Cannot send' })
    await it.voice.say(GENERAL, card('your score is 7', ALONE), 'a')
    expect(texts(GENERAL)).toEqual([expect.stringContaining('Whoever it is for: open them')])
  })

  test('of one guild is nobody in another', async () => {
    const stranger = `discord:${TWO.guild}/u${TWO.candidate}`
    await expect(it.voice.say(GENERAL, card('x', { only: stranger }), 'a')).rejects.toMatchObject({
      kind: 'refused',
    })
  })
})

describe('changing a card', () => {
  test('changes, adds and takes away messages', async () => {
    const receipt = await it.voice.say(GENERAL, card('short'), 'a')
    const longer = await it.voice.revise(receipt, card(LONG))
    expect(longer.id.split(',')).toEqual(shown(GENERAL).map(({ id }) => id))
    expect(await it.voice.revise(longer, card('short again'))).toEqual(receipt)
    expect(texts(GENERAL)).toEqual(['short again'])
  })

  test('that was deleted changes nothing, and is told once', async () => {
    const receipt = await it.voice.say(GENERAL, card('short'), 'a')
    it.discord.person(ONE.admin).purge([receipt.id])
    expect(await it.voice.revise(receipt, card('x'))).toEqual(receipt)
    await it.voice.revise(receipt, card('y'))
    expect(it.told.map(({ what }) => what)).toEqual(['a card that was to be changed has been deleted'])
  })
})

describe('limits', () => {
  test('of a moment are waited for, longer ones are said to be busy at once', async () => {
    it.discord.trouble.limit(POST, { retryAfter: 0.1 })
    await it.voice.say(GENERAL, card('soon'), 'a')
    it.discord.trouble.limit(POST, { retryAfter: 600 })
    const message = 'Discord takes no more for now: take a message.'
    await expect(it.voice.say(GENERAL, card('later'), 'b')).rejects.toMatchObject({ kind: 'busy', message })
    expect(texts(GENERAL)).toEqual(['soon'])
  })

  test('a call that hangs is given up', async () => {
    it.discord.trouble.slow(POST, 30_000, { times: 1 })
    await expect(it.voice.say(GENERAL, card('hangs'), 'a')).rejects.toMatchObject({ kind: 'unreachable' })
  })

  test('of time are told as what they are', () => {
    const late = Object.assign(new Error('Unknown interaction'), { status: 404, code: 10062 })
    const { message } = faultOf({ what: 'answer in private' }, late)
    expect(message).toBe(
      'Discord did not answer in private: the command or button it would answer has expired.',
    )
  })

  test('no fault tells what was said', async () => {
    it.discord.trouble.fail(POST, { status: 400, code: 50035, message: 'Invalid Form Body' })
    const fault: unknown = await it.voice.say(GENERAL, card('a secret'), 'a').catch((error: unknown) => error)
    expect(fault).toMatchObject({ kind: 'refused' })
    expect(JSON.stringify([fault, (fault as Error).message, (fault as Error).cause])).not.toContain('secret')
  })
})

describe('files', () => {
  const shared = (text: string): string => {
    const files = [{ name: 'notes.md', mime: 'text/markdown', text }]
    const id = it.discord.person(ONE.candidate).say(ONE.general, 'see', { files })
    const [file] = it.discord.person(ONE.candidate).find(id).message.attachments
    return `${it.discord.url}/attachments/${ONE.general}/${file?.id}/${file?.name}?ex=1`
  }

  test('are fetched by an address that is renewed where it is too old', async () => {
    const ref = shared('my notes')
    const old = ref.replace(ONE.general, ONE.other)
    const renewed: unknown[] = []
    const post = async (route: string, options?: { body?: unknown }) => {
      renewed.push([route, options?.body])
      return { refreshed_urls: [{ original: old, refreshed: ref }] }
    }
    const never = () => Promise.reject(new Error('not asked for'))
    const voice = voiceOf({
      rest: { post, get: never, patch: never, put: never, delete: never },
      ...{ clock: systemClock(), log: () => {}, fresh: async () => undefined, cdn: [it.discord.url] },
      shelf: { load: never, save: never, remove: never },
    })
    expect(Buffer.from(await voice.fetch(GENERAL, old, 100)).toString()).toBe('my notes')
    expect(renewed).toEqual([['/attachments/refresh-urls', { attachment_urls: [old] }]])
  })

  test('are fetched by their address', async () => {
    const ref = shared('my notes')
    const text = async () => Buffer.from(await it.voice.fetch(GENERAL, ref, 100)).toString()
    expect(await text()).toBe('my notes')
    await expect(it.voice.fetch(GENERAL, ref, 3)).rejects.toMatchObject({ kind: 'gone' })
  })

  test('are fetched from nowhere else', async () => {
    for (const ref of ['https://example.com/x', 'http://169.254.169.254/', 'file:///etc/passwd', 'x'])
      await expect(it.voice.fetch(GENERAL, ref, 100)).rejects.toMatchObject({ kind: 'refused' })
  })

  test('that are gone are said to be gone', async () => {
    const ref = `${it.discord.url}/attachments/${ONE.general}/1/x.md`
    await expect(it.voice.fetch(GENERAL, ref, 100)).rejects.toMatchObject({ kind: 'gone' })
  })
})

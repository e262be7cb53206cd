import { describe, expect, test, vi } from 'vitest'
import type { Card } from '../../../src/platform/card.ts'
import { EMPTY_DESK } from '../bare.ts'
import { type Somebody, TEAM } from './emulated.ts'
import { edges, placeOf, wordsIn } from './emulated-edge.ts'

const start = edges()

const PATIENT = { timeout: 5_000 }

const card = (text: string, more: Partial<Card> = {}): Card => ({ tone: 'interviewer', text, ...more })

describe('to emulate is said', () => {
  test('a card that opens a thread, and who can read along there', async () => {
    const { far, platform } = await start()
    const { candidate, open, closed } = far
    const audience = async (channel: string) =>
      (await platform.open(placeOf(channel), card('Ad clicks'), `in ${channel}`)).audience
    expect(await audience(closed)).toBe('members')
    expect(await audience(candidate.direct)).toBe('you')
    const opened = await platform.open(placeOf(open), card('Ad clicks'), 'board')
    expect(opened).toMatchObject({ place: placeOf(open, opened.id), audience: 'everyone' })
    await platform.say(opened.place, card('What would you like to know?'), 'question')
    expect((await far.messages(open, opened.id)).map(wordsIn)).toEqual([
      'Ad clicks',
      'What would you like to know?',
    ])
  })

  test('a card whose link is the one that it gives itself', async () => {
    const { far, platform } = await start()
    const { candidate, open } = far
    const thread = await candidate.say(open, 'a thread')
    for (const place of [placeOf(open), placeOf(open, thread)]) {
      const { id, link = '' } = await platform.say(place, card('Well?'), place)
      const { permalink } = await candidate.call('chat.getPermalink', { channel: open, message_ts: id })
      const [ours, theirs] = [new URL(link), new URL(String(permalink))]
      expect(`${ours.pathname}${ours.search}`).toBe(`${theirs.pathname}${theirs.search}`)
      expect(ours.origin).toBe('https://emulate.slack.com')
    }
  })

  test('another card in the place of one, and what is longer in more messages', async () => {
    const { far, platform } = await start()
    const receipt = await platform.say(placeOf(far.open), card('Overview'), 'one')
    await platform.revise(receipt, card('Data', { title: 'Stage', footer: '4 of 7' }))
    const [first] = await far.messages(far.open)
    expect(first).toMatchObject({ ts: receipt.id, metadata: { event_payload: { id: 'one', part: 0 } } })
    expect(wordsIn(first ?? {})).toBe('Stage\nData\n4 of 7')
    const long = Array.from({ length: 30 }, (_, index) => `${index} ${'long '.repeat(200)}`).join('\n\n')
    await platform.revise(receipt, card(long))
    const all = await far.messages(far.open)
    expect(all.length).toBeGreaterThan(2)
    expect(
      all
        .map(wordsIn)
        .join(' ')
        .match(/\d+ long/g),
    ).toHaveLength(30)
  })

  test('what is for one person alone, which nobody else is shown', async () => {
    const { far, platform } = await start()
    const { candidate, watcher, open } = far
    const thread = await candidate.say(open, 'a thread')
    const only = `slack:${TEAM}/${candidate.id}`
    await platform.say(placeOf(open, thread), card('Psst', { only }), 'whisper')
    expect(far.whispered(open, candidate)).toMatchObject([{ thread_ts: thread, text: 'Psst' }])
    expect(far.whispered(open, watcher)).toEqual([])
    expect((await far.messages(open, thread)).map(wordsIn)).toEqual(['a thread'])
  })

  test('to somebody, in direct messages, with files', async () => {
    const { far, platform } = await start()
    const { candidate } = far
    const bytes = new Uint8Array([137, 80, 78, 71])
    const attachments = [
      { name: 'report.md', mime: 'text/markdown', text: '# Report\n' },
      { name: 'curve.png', mime: 'image/png', bytes, alt: 'A curve' },
    ]
    const place = `slack:${TEAM}/${candidate.id}`
    const receipt = await platform.say(place, card('The report', { attachments }), 'report')
    expect(receipt.place).toBe(placeOf(candidate.direct))
    const [words, shared] = await far.messages(candidate.direct)
    expect(wordsIn(words ?? {})).toBe('The report')
    const held = await Promise.all(
      (shared?.files ?? []).map(async ({ name, url_private }) => {
        const headers = { authorization: 'Bearer xoxp-candidate' }
        return [name, Buffer.from(await (await fetch(url_private, { headers })).arrayBuffer())]
      }),
    )
    expect(held).toEqual([
      ['report.md', Buffer.from('# Report\n')],
      ['curve.png', Buffer.from(bytes)],
    ])
    await platform.say(place, card('The report', { attachments }), 'report', true)
    expect(await far.messages(candidate.direct)).toHaveLength(2)
  })

  test('once what may have been said before, also by another process', async () => {
    const { far, platform } = await start()
    const other = await start({ on: far, idle: true })
    const { open, candidate } = far
    const opened = await platform.open(placeOf(open), card('Ad clicks'), 'board')
    expect((await other.platform.open(placeOf(open), card('Ad clicks'), 'board', { again: true })).id).toBe(
      opened.id,
    )
    for (const place of [opened.place, placeOf(candidate.direct)]) {
      const said = await platform.say(place, card('Well?'), 'question')
      expect((await other.platform.say(place, card('Well?'), 'question', true)).id).toBe(said.id)
      expect((await other.platform.say(place, card('And?'), 'next', true)).id).not.toBe(said.id)
    }
    expect((await far.messages(open, opened.id)).map(wordsIn)).toEqual(['Ad clicks', 'Well?', 'And?'])
    expect((await far.messages(candidate.direct)).map(wordsIn)).toEqual(['Well?', 'And?'])
  })

  test('what stands in the Home tab', async () => {
    const { far, platform } = await start()
    const { candidate, watcher } = far
    const home = `slack:${TEAM}/${candidate.id}/home`
    await platform.say(
      home,
      card('Nothing runs.', { buttons: [{ label: 'Start', command: 'start' }] }),
      'one',
    )
    expect(wordsIn(far.view('home', candidate) ?? {})).toBe('Nothing runs.\nStart')
    await platform.say(home, card('One runs.'), 'two')
    expect(wordsIn(far.view('home', candidate) ?? {})).toBe('One runs.')
    expect(far.view('home', watcher)).toBeUndefined()
  })

  test('a form to fill in, and to admins alone one for all', async () => {
    const fields = [{ name: 'problem', label: 'Which problem?' }]
    const { far, heard, type } = await start({
      desk: { ...EMPTY_DESK, form: async (id) => ({ id, title: `About ${id}`, fields }) },
    })
    const { candidate, admin, open } = far
    const asks = async (who: Somebody, line: string): Promise<void> => {
      const { trigger_id } = await far.call(far.bot.token, 'views.generateTriggerId', { user_id: who.id })
      expect(await type(who, open, line, String(trigger_id))).toMatchObject({ status: 200 })
    }
    const sees = (who: Somebody, title: string) =>
      vi.waitFor(() => expect(far.view('modal', who)?.title?.text).toBe(title), PATIENT)
    await asks(candidate, 'start')
    await sees(candidate, 'About start')
    expect(wordsIn(far.view('modal', candidate) ?? {})).toBe('Which problem?')
    await asks(admin, 'settings team')
    await sees(admin, 'About team')
    expect(heard).toEqual([])
    await asks(candidate, 'settings team')
    expect(heard).toMatchObject([{ type: 'command', command: 'settings', args: { scope: 'team' } }])
    expect(heard[0]?.admin).toBeUndefined()
  })

  test('with a sign and as it grows what is still thought of, though it has no assistant and no streams', async () => {
    const { far, platform } = await start()
    const { candidate, open } = far
    const thread = await candidate.say(open, 'a thread')
    const ts = await candidate.say(open, 'my answer', thread)
    const place = placeOf(open, thread)
    const read = () => far.messages(open, thread)
    const thought = platform.think(place, `slack:${TEAM}/${candidate.id}`, 'thought')
    const signs = async () => (await read()).find((each) => each.ts === ts)?.reactions ?? []
    await vi.waitFor(async () => expect(await signs()).toHaveLength(1), PATIENT)
    thought.add('What would you ')
    await vi.waitFor(async () => expect((await read()).map(wordsIn)).toContain('What would you …'), PATIENT)
    const question = card('What would you like to know?', { continues: 'thought' })
    const { id } = await platform.say(place, question, 'question')
    expect((await read()).map(wordsIn)).toEqual(['a thread', 'my answer', 'What would you like to know?'])
    expect((await read()).at(-1)?.ts).toBe(id)
    await vi.waitFor(async () => expect(await signs()).toEqual([]), PATIENT)
  })
})

import { describe, expect, test, vi } from 'vitest'
import type { Heard } from '../../../src/platform/platform.ts'
import { latch, MODES, starting } from './running.ts'
import type { StandIn } from './stand-in/stand-in.ts'

const start = starting()

const short = ({ type, id, ...rest }: Heard): unknown => [
  type,
  id,
  'text' in rest ? rest.text : 'of' in rest ? rest.of : '',
]

describe.each(MODES)('what is heard %s', (mode) => {
  test('is acknowledged only when it is durable', async () => {
    const durable = latch()
    const { far, heard } = await start({ mode, hear: () => durable.promise })
    far.person('T1', 'U1').say('C1', 'an answer')
    await far.until(() => far.deliveries.length === 1)
    await new Promise((done) => setTimeout(done, 60))
    expect(far.deliveries[0]).toMatchObject({ state: 'sent', acknowledgements: 0 })
    durable.resolve()
    await far.settled()
    expect(far.deliveries[0]).toMatchObject({ state: 'acknowledged', acknowledgements: 1 })
    expect(heard).toHaveLength(1)
  })

  test('is not acknowledged when it could not be stored; the person is told once, and it counts when it comes again', async () => {
    let broken = true
    const hear = async (): Promise<void> => {
      if (broken) throw new Error('the disk is full.')
    }
    const { far, words, log } = await start({ mode, hear, far: { ackWithin: mode === 'http' ? 5_000 : 150 } })
    const [one, two] = [far.person('T1', 'U1'), far.person('T1', 'U2')]
    const thread = one.say('C1', 'begins')
    const answer = one.say('C1', 'my answer', { thread })
    await far.settled()
    expect(far.deliveries.map(({ state, status }) => [state, status])).toEqual(
      Array(2).fill(['failed', mode === 'http' ? 500 : undefined]),
    )
    await far.redeliver()
    await far.until(() => one.sees('C1', thread).some(({ only }) => only === 'U1'))
    const told = one.sees('C1', thread).filter(({ only, thread: at }) => only === 'U1' && at === thread)
    expect(told.map(({ text }) => text)).toEqual([
      'This could not be stored and does not count yet: the disk is full. It will be tried again.',
    ])
    expect(two.sees('C1').filter(({ only }) => only !== undefined)).toEqual([])
    expect(log()).toContain('the disk is full')
    expect(log()).not.toContain('my answer')
    broken = false
    await far.redeliver()
    expect(words()).toEqual(['begins', 'my answer'])
    expect(far.deliveries.every(({ state }) => state === 'acknowledged')).toBe(true)
    expect(answer).toBeTruthy()
  })

  test('counts once though it is delivered again, and bears the same id after a restart', async () => {
    const { far, heard, platform } = await start({ mode })
    const ts = far.person('T1', 'U1').mention('C1', 'hello')
    await far.settled()
    await Promise.all(far.deliveries.map((each) => far.again(each, 'http_timeout')))
    expect(heard.map(short)).toEqual([['message', ts, 'hello']])
    expect(far.deliveries.map(({ acknowledgements }) => acknowledgements)).toEqual([2, 2])
    await platform.stop()
    const next = await start({ mode, on: far })
    for (const each of far.deliveries) await far.again(each)
    expect(next.heard.map(({ id, place, at }) => [id, place, at])).toEqual(
      heard.map(({ id, place, at }) => [id, place, at]),
    )
    await next.platform.stop()
  })

  test('is in order at a place, however it arrives, and places do not wait for one another', async () => {
    const first = latch()
    const hear = (each: Heard): Promise<void> | undefined =>
      'text' in each && each.text === 'zero' ? first.promise : undefined
    const { far, words } = await start({ mode, hear: async (each) => hear(each) })
    const one = far.person('T1', 'U1')
    const thread = one.say('C1', 'begins')
    await far.settled()
    one.say('C1', 'zero', { thread })
    await far.until(() => far.deliveries.length === 2)
    await new Promise((done) => setTimeout(done, 30))
    far.hold()
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`)
    for (const line of lines) one.say('C1', line, { thread })
    one.say('C1', 'elsewhere')
    far.release((held) => held.toSorted((a, b) => order(a.body) - order(b.body)))
    await vi.waitFor(() => expect(words()).toEqual(['begins', 'elsewhere']))
    await new Promise((done) => setTimeout(done, 400))
    first.resolve()
    await far.settled()
    expect(words()).toEqual(['begins', 'elsewhere', 'zero', ...lines])
  })
})

/** The files of the workspace, in the order in which they were shared. */
const filesOf = ({ world }: StandIn): string[] => [...(world.teams.get('T1')?.files.keys() ?? [])]

/** An order that is not the order of time, and the same in every run. */
const order = (body: Record<string, unknown>): number => (Number(String(body.event_id).slice(2)) * 7919) % 31

describe('a message', () => {
  const all = async () => {
    const run = await start()
    const { far, heard } = run
    const tell = async (event: Record<string, unknown>): Promise<Heard[]> => {
      const before = heard.length
      far.tell('T1', {
        type: 'message',
        channel: 'C1',
        channel_type: 'channel',
        user: 'U1',
        text: 'words',
        ts: '1700000900.000100',
        event_ts: '1700000900.000100',
        ...event,
      })
      await far.settled()
      return heard.slice(before)
    }
    return { ...run, tell, one: far.person('T1', 'U1') }
  }

  test('in a channel is overheard, in direct messages and with a mention it is meant for the bot', async () => {
    const { far, one, heard } = await all()
    const channel = one.say('C1', 'to all')
    const thread = one.say('C1', 'in a thread', { thread: channel })
    const direct = one.say(one.direct, 'to you')
    const pane = one.say(one.direct, 'in the pane', { thread: direct })
    const mention = one.mention('G1', ', hint please')
    await far.settled()
    expect(heard).toMatchObject([
      { place: 'slack:T1/C1', id: channel, manner: 'overheard', person: 'slack:T1/U1' },
      { place: `slack:T1/C1/${channel}`, id: thread, manner: 'overheard' },
      { place: `slack:T1/${one.direct}`, id: direct, manner: 'direct', alone: true },
      { place: `slack:T1/${one.direct}/${direct}`, id: pane, manner: 'direct', alone: true },
      { place: 'slack:T1/G1', id: mention, manner: 'direct', text: 'hint please' },
    ])
    expect(heard.map(({ at }) => at)).toEqual(
      [channel, thread, direct, pane, mention].map((ts) => Math.round(Number(ts) * 1000)),
    )
    expect(heard[1]?.link).toBe(
      `https://team1.slack.com/archives/C1/p${thread.replace('.', '')}?thread_ts=${channel}&cid=C1`,
    )
    expect(heard[0]).not.toHaveProperty('alone')
  })

  test.each<[string, Record<string, unknown>]>([
    ['an object', { user: { id: 'U1' } }],
    ['a list', { user: ['U1'] }],
    ['nobody', { user: '' }],
  ])("whose author is %s is nobody's", async (_, event) => {
    const { tell, platform } = await all()
    expect(await tell(event)).toEqual([])
    await platform.stop()
  })

  test('in a workspace of an organisation is of that organisation, as a command and a press are', async () => {
    const { far, platform, heard } = await start({ far: { teams: [{ id: 'T1', enterprise: 'E1' }] } })
    const one = far.person('T1', 'U1')
    one.say('C1', 'words')
    await far.settled()
    await one.command('C1', 'hint')
    const card = { tone: 'answer' as const, text: 'x', buttons: [{ label: 'Go', command: 'next' }] }
    const { id } = await platform.say('slack:E1.T1/C1', card, 'one')
    await one.press(id, 'Go')
    expect(heard.map(({ type }) => type)).toEqual(['message', 'command', 'press'])
    for (const each of heard)
      expect(each).toMatchObject({ person: 'slack:E1.T1/U1', place: 'slack:E1.T1/C1' })
  })

  test('that is nothing but a mention asks for a start', async () => {
    const { far, one, heard } = await all()
    const ts = one.say('C1', '<@UBOT>')
    await far.settled()
    expect(heard).toMatchObject([{ type: 'command', command: 'start', args: {}, id: ts }])
  })

  test.each([
    ['a < b &amp; c > d & "e"', 'a < b &amp; c > d & "e"'],
    ['see https://example.com/a?b=1&c=2.', 'see https://example.com/a?b=1&c=2.'],
    ['  spaces\n\n```\n  code & more\n```', 'spaces\n\n```\n  code & more\n```'],
  ])('says what was typed: %s', async (typed, text) => {
    const { far, one, words } = await all()
    one.say('C1', typed)
    await far.settled()
    expect(words()).toEqual([text])
  })

  test.each([
    ['<http://example.com|example.com> it is', 'example.com it is'],
    ['<https://example.com/page|a page>', 'a page (https://example.com/page)'],
    ['<mailto:me@example.com|me@example.com>', 'me@example.com'],
    [
      'ask <@U2> or <@U3|ann> in <#C2|elsewhere>, <!here> <!subteam^S1|@team>',
      'ask @U2 or @ann in #elsewhere, @here @team',
    ],
    ['on <!date^1392734382^{date}|Feb 18, 2014>', 'on Feb 18, 2014'],
    ['&lt;!channel&gt; &amp;amp;', '<!channel> &amp;'],
    ['well <@UBOT>, I\n    indent', 'well, I\n    indent'],
  ])('that Slack writes as %s says %s', async (raw, text) => {
    const { far, one, words } = await all()
    one.say('C1', raw, { raw: true })
    await far.settled()
    expect(words()).toEqual([text])
  })

  test('brings its files, by what they can be fetched with', async () => {
    const { far, one, heard } = await all()
    const files = [
      { name: 'a.csv', mime: 'text/csv', text: 'a,b' },
      { name: 'b.png', mime: 'image/png', bytes: new Uint8Array(7) },
    ]
    const ts = one.mention('C1', 'look', { files })
    const bare = one.say(one.direct, '', { files: files.slice(0, 1) })
    await far.settled()
    const [first, second, third] = filesOf(far)
    expect(heard.toSorted((a, b) => a.at - b.at)).toMatchObject([
      { type: 'message', id: ts, text: 'look' },
      {
        type: 'file',
        id: `${ts}.${first}`,
        name: 'a.csv',
        mime: 'text/csv',
        size: 3,
        ref: first,
        manner: 'direct',
      },
      { type: 'file', id: `${ts}.${second}`, name: 'b.png', mime: 'image/png', size: 7, ref: second },
      { type: 'file', id: `${bare}.${third}`, place: `slack:T1/${one.direct}`, alone: true },
    ])
    expect(heard).toHaveLength(4)
  })

  test('that is edited says so when its words are others, and not when a preview is added', async () => {
    const { far, one, heard } = await all()
    const ts = one.say('C1', 'see https://example.com')
    const reply = one.say('C1', 'in the thread', { thread: ts })
    one.unfurl(ts)
    one.edit(ts, 'see nothing')
    one.edit(reply, 'in the thread, changed')
    await far.settled()
    expect(heard.slice(2)).toMatchObject([
      { type: 'edit', of: ts, text: 'see nothing', place: 'slack:T1/C1' },
      { type: 'edit', of: reply, text: 'in the thread, changed', place: `slack:T1/C1/${ts}` },
    ])
    const { edited } = one.find(ts).message
    expect(heard[2]).toMatchObject({ id: `${ts}.e${edited?.ts}`, at: Math.round(Number(edited?.ts) * 1000) })
    expect(heard).toHaveLength(4)
  })

  test('that is deleted takes back its words and its files', async () => {
    const { far, one, heard } = await all()
    const ts = one.say('C1', 'words', { files: [{ name: 'a.txt', text: 'a' }] })
    const [file] = filesOf(far)
    one.remove(ts)
    const root = one.say('C1', 'root')
    one.say('C1', 'reply', { thread: root })
    one.remove(root)
    await far.settled()
    expect(heard.filter(({ type }) => type === 'withdrawal').map(short)).toEqual([
      ['withdrawal', `${ts}.d`, ts],
      ['withdrawal', `${ts}.${file}.d`, `${ts}.${file}`],
      ['withdrawal', `${root}.d`, root],
    ])
  })

  test('that is a file only, changed: words that are added are heard, a file that goes is taken back', async () => {
    const { tell } = await all()
    const message = {
      user: 'U1',
      ts: '1700000900.000100',
      text: '',
      files: [
        { id: 'F1', name: 'a' },
        { id: 'F2', name: 'b' },
      ],
    }
    const changed = {
      ...message,
      text: 'and words',
      files: [
        { id: 'F1', name: 'a' },
        { id: 'F2', mode: 'tombstone' },
      ],
    }
    const heard = await tell({ subtype: 'message_changed', message: changed, previous_message: message })
    expect(heard.map(short)).toEqual([
      ['message', '1700000900.000100', 'and words'],
      ['withdrawal', '1700000900.000100.F2.d', '1700000900.000100.F2'],
    ])
  })

  test('of a thread that is shown in the channel as well stands in its thread', async () => {
    const { tell } = await all()
    const [heard] = await tell({ subtype: 'thread_broadcast', thread_ts: '1700000800.000100' })
    expect(heard).toMatchObject({ type: 'message', place: 'slack:T1/C1/1700000800.000100', text: 'words' })
  })

  test.each([
    ['a bot', { bot_id: 'B9' }],
    ['an app that speaks for a person', { app_id: 'A9' }],
    ['a workflow', { subtype: 'bot_message', bot_id: 'B9', user: undefined }],
    ['the bot itself', { user: 'UBOT' }],
    ['Slack', { user: 'USLACKBOT' }],
    ['somebody who joins', { subtype: 'channel_join' }],
    ['somebody who changes the topic', { subtype: 'channel_topic' }],
    ['nobody', { user: undefined }],
  ])('by %s is not heard', async (_, event) => {
    const { tell } = await all()
    expect(await tell(event)).toEqual([])
    expect((await tell({ ts: '1700000901.000100' })).map(short)).toEqual([
      ['message', '1700000901.000100', 'words'],
    ])
  })

  test('of the bot is not heard when it is changed or deleted', async () => {
    const { far, platform, heard } = await all()
    const receipt = await platform.say('slack:T1/C1', { tone: 'answer', text: 'one' }, 'one')
    await platform.revise(receipt, { tone: 'answer', text: 'two' })
    await far.settled()
    expect(far.deliveries.length).toBeGreaterThan(1)
    expect(heard).toEqual([])
  })
})

import { describe, expect, test, vi } from 'vitest'
import type { Heard, Talk } from '../../../src/platform/platform.ts'
import { deskWith } from '../bare.ts'
import { hasty, latch, MODES, type Running, SECRET, starting } from './running.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

const start = starting()

const since = (ts: string): number => Math.round(Number(ts) * 1000)

const short = (each: Heard): string =>
  `${each.type} ${'text' in each ? each.text : each.type === 'file' ? each.name : ''}`.trim()

/** A workspace in which a talk is held in a thread, and nobody listens yet. */
const talking = async () => {
  const far = await standIn()
  const one = far.person('T1', 'U1')
  const thread = one.say('C1', 'begins')
  const taken = one.say('C1', 'taken', { thread })
  const place = `slack:T1/C1/${thread}`
  const talk: Talk = { person: 'slack:T1/U1', place, since: since(taken) }
  const say = (text: string): string => one.say('C1', text, { thread })
  return { far, one, thread, place, talk, say }
}

const running = async (far: StandIn, setting: Parameters<typeof start>[0]): Promise<Running> => {
  const run = await start({ ...setting, on: far })
  const { stop } = run
  run.stop = async () => {
    await stop()
    await far.stop()
  }
  return run
}

describe.each(MODES)('what was said while nobody listened (%s)', (mode) => {
  test('is read back at the start, before what is said now, and counts once', async () => {
    const { far, one, say, place, talk, thread } = await talking()
    far.person('T1', 'U2').say('C1', 'a spectator', { thread })
    const first = say('first')
    one.say('C1', 'second', { thread, files: [{ name: 'a.csv', text: 'a' }] })
    one.edit(first, 'first, changed')
    const durable = latch()
    const hear = (each: Heard): Promise<void> | undefined => (each.id === first ? durable.promise : undefined)
    const run = await running(far, { mode, desk: deskWith(() => [talk]), hear: async (each) => hear(each) })
    say('live')
    one.say('C1', 'elsewhere')
    await vi.waitFor(() => expect(run.words()).toContain('elsewhere'))
    expect(run.words()).not.toContain('live')
    durable.resolve()
    await vi.waitFor(() => expect(run.words()).toContain('live'))
    const here = (): string[] => run.heard.filter((each) => each.place === place).map(short)
    const all = [
      'message taken',
      'message first, changed',
      'edit first, changed',
      'message second',
      'file a.csv',
      'message live',
    ]
    expect(here()).toEqual(all)
    await far.redeliver()
    expect(here().filter((text) => !text.includes('spectator') && text !== 'message first')).toEqual(all)
  })
})

describe('after a gap', () => {
  test('what was said in it is read back before anything new at its place, and what comes again counts once', async () => {
    const { far, one, say, place, talk } = await talking()
    const direct = `slack:T1/${one.direct}`
    const talks = [talk, { ...talk, place: direct }]
    const run = await running(far, { desk: deskWith(() => talks) })
    say('before')
    await far.settled()
    far.trouble.fail('apps.connections.open', 500, { times: 2 })
    far.sockets.drop()
    await far.until(() => far.sockets.open() === 0)
    for (const text of ['one', 'two', 'three']) say(text)
    for (const text of ['uno', 'dos', 'tres']) one.say(one.direct, text)
    await far.sockets.connected()
    say('four')
    one.say(one.direct, 'cuatro')
    await far.settled()
    await far.redeliver()
    const at = (where: string): string[] =>
      run.heard.flatMap((each) => (each.place === where && each.type === 'message' ? [each.text] : []))
    await vi.waitFor(() => expect(at(direct)).toContain('cuatro'))
    expect(at(place)).toEqual(['taken', 'before', 'one', 'two', 'three', 'four'])
    expect(at(direct)).toEqual(['uno', 'dos', 'tres', 'cuatro'])
  })

  test('a long talk is read page by page, in order', async () => {
    const { far, one, say, place, talk } = await talking()
    const lines = Array.from({ length: 230 }, (_, index) => `line ${index}`)
    for (const line of lines) say(line)
    for (const line of lines) one.say(one.direct, line)
    const direct = `slack:T1/${one.direct}`
    const run = await running(far, { mode: 'http', desk: deskWith(() => [talk, { ...talk, place: direct }]) })
    await vi.waitFor(() => expect(run.words()).toHaveLength(461))
    const at = (where: string): string[] =>
      run.heard.flatMap((each) => (each.place === where && each.type === 'message' ? [each.text] : []))
    expect(at(place)).toEqual(['taken', ...lines])
    expect(at(direct)).toEqual(lines)
  })

  test('a long talk is read by an app that is given a page a minute, and nobody waits for it', async () => {
    const far = await standIn({
      onCall: ({ method, answer }) => {
        if (method === 'conversations.replies' && answer === 'ok')
          far.trouble.limit(method, { retryAfter: 60 })
      },
    })
    const one = far.person('T1', 'U1')
    const thread = one.say('C1', 'begins')
    const lines = Array.from({ length: 230 }, (_, index) => `line ${index}`)
    const [first = ''] = lines.map((line) => one.say('C1', line, { thread }))
    const talk = { person: 'slack:T1/U1', place: `slack:T1/C1/${thread}`, since: since(first) }
    const run = await running(far, { mode: 'http', clock: hasty(100), desk: deskWith(() => [talk]) })
    one.say('C1', 'live', { thread })
    await vi.waitFor(() => expect(run.words()).toContain('live'), 5000)
    expect(run.words()).not.toContain('line 229')
    await vi.waitFor(() => expect(run.words()).toContain('line 229'), 8000)
    expect(run.words().filter((text) => text !== 'live')).toEqual(lines)
    expect(far.callsOf('conversations.replies').filter(({ answer }) => answer === 'ok')).toHaveLength(3)
  })

  test('a place that cannot be read just now is read later; others go on', async () => {
    const { far, one, say, talk, place } = await talking()
    say('missed')
    far.trouble.fail('conversations.replies', 500, { times: 9 })
    const run = await running(far, { mode: 'http', clock: hasty(20), desk: deskWith(() => [talk]) })
    one.say('C1', 'elsewhere')
    say('live')
    await vi.waitFor(() => expect(run.words()).toContain('missed'), 5000)
    const here = run.heard.filter((each) => each.place === place).map(short)
    expect(here).toEqual(['message taken', 'message missed', 'message live'])
    expect(run.told.filter(({ what }) => what.includes('read back'))).toHaveLength(1)
  })

  test('a place that cannot be read for long does not hold up for ever what is said there, and is read in the end', async () => {
    const { far, say, talk, place } = await talking()
    say('missed')
    far.trouble.limit('conversations.replies', { retryAfter: 60 })
    const run = await running(far, { mode: 'http', clock: hasty(60), desk: deskWith(() => [talk]) })
    say('live')
    await vi.waitFor(() => expect(run.words()).toContain('missed'), 8000)
    const here = run.heard.filter((each) => each.place === place).map(short)
    expect(here).toEqual(['message live', 'message taken', 'message missed'])
  })

  test('a place that can be read no more is told once, and what is said there now is taken', async () => {
    const { far, say, talk, place } = await talking()
    far.trouble.fail('conversations.replies', 'not_in_channel', { times: 1 })
    const run = await running(far, { mode: 'http', desk: deskWith(() => [talk]) })
    say('live')
    await vi.waitFor(() => expect(run.words()).toEqual(['live']))
    expect(run.heard[0]?.place).toBe(place)
    expect(run.log()).toMatch(/its place is gone/)
  })

  test('talks that cannot be looked up hold everything back until they can', async () => {
    const { far, say, talk } = await talking()
    say('missed')
    let broken = 2
    const talks = (): Talk[] => {
      if (broken-- > 0) throw new Error('the disk is busy')
      return [talk]
    }
    const started = running(far, { mode: 'http', clock: hasty(10), desk: deskWith(talks) })
    const run = await started
    say('live')
    await vi.waitFor(() => expect(run.words()).toEqual(['taken', 'missed', 'live']))
    expect(run.log()).toContain('the disk is busy')
  })
})

describe('what was taken back while nobody listened', () => {
  /** Words and a file that nobody has judged yet, some of them old. */
  const said = async (where: 'thread' | 'direct') => {
    const far = await standIn({ step: 200_000_700 })
    const one = far.person('T1', 'U1')
    const thread = where === 'thread' ? one.say('C1', 'begins') : undefined
    const channel = thread === undefined ? one.direct : 'C1'
    const place = `slack:T1/${channel}${thread === undefined ? '' : `/${thread}`}`
    const how = { ...(thread !== undefined && { thread }) }
    const say = (text: string, files?: { name: string; text: string }[]): string =>
      one.say(channel, text, { ...how, ...(files && { files }) })
    const [kept, gone] = [say('kept'), say('gone')]
    const mixed = say('with files', [
      { name: 'a.txt', text: 'a' },
      { name: 'b.txt', text: 'b' },
    ])
    const [a, b] = [...(far.world.teams.get('T1')?.files.keys() ?? [])]
    const later = say('later')
    const fresh = [kept, gone, mixed, `${mixed}.${a}`, `${mixed}.${b}`, later, 'rate.1']
    const talk: Talk = { person: 'slack:T1/U1', place, since: since(later), fresh }
    return { far, one, place, kept, gone, mixed, a, b, later, talk, say }
  }

  test.each(['thread', 'direct'] as const)('in a %s is heard as taken back', async (where) => {
    const { far, one, place, gone, mixed, a, b, later, talk, say } = await said(where)
    one.remove(gone)
    one.remove(later)
    const { message } = one.find(mixed)
    message.files = (message.files ?? []).filter(({ id }) => id !== a)
    say('missed')
    const run = await running(far, { mode: 'http', desk: deskWith(() => [talk]) })
    say('live')
    await vi.waitFor(() => expect(run.words()).toContain('live'))
    const back = run.heard.filter(({ type }) => type === 'withdrawal')
    expect(back.map((each) => 'of' in each && each.of)).toEqual([gone, `${mixed}.${a}`, later])
    for (const each of back) {
      expect(each).toMatchObject({ place, person: 'slack:T1/U1', id: `${'of' in each && each.of}.d` })
      expect(each.at).toBeGreaterThanOrEqual(talk.since)
      expect(each.alone).toBe(where === 'direct' ? true : undefined)
    }
    expect(b).toBeTruthy()
    expect(run.words()).toEqual(['kept', 'with files', 'missed', 'live'])
  })

  test('is not told of a place that cannot be read', async () => {
    const { far, one, gone, talk, say } = await said('thread')
    one.remove(gone)
    far.trouble.fail('conversations.replies', 'not_in_channel', { times: 1 })
    const run = await running(far, { mode: 'http', desk: deskWith(() => [talk]) })
    say('live')
    await vi.waitFor(() => expect(run.words()).toEqual(['live']))
    expect(run.heard).toHaveLength(1)
  })

  test('counts once, though Slack tells of it as well', async () => {
    const { far, one, gone, talk, say } = await said('thread')
    const run = await running(far, { mode: 'http', desk: deskWith(() => [talk]), idle: true })
    one.remove(gone)
    const { platform } = run
    await platform.start(
      async (each) => void run.heard.push(each),
      deskWith(() => [talk]),
    )
    far.deliverTo(`http://127.0.0.1:${platform.port()}/slack/events`, SECRET)
    await far.redeliver()
    say('live')
    await vi.waitFor(() => expect(run.words()).toContain('live'))
    expect(run.heard.filter(({ type }) => type === 'withdrawal')).toHaveLength(1)
  })
})

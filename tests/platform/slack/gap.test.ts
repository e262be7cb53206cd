import { describe, expect, test, vi } from 'vitest'
import type { Desk, Heard, Talk } from '../../../src/platform/platform.ts'
import { hasty, latch, MODES, type Running, starting } from './running.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

const start = starting()

/** A desk with these talks, looked up anew each time. */
const deskWith = (talks: () => Talk[]): Desk => ({
  form: async () => undefined,
  async *talks() {
    yield* talks()
  },
})

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

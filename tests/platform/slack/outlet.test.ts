import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { virtualClock } from '../../../src/clock.ts'
import { outletOf } from '../../../src/platform/outlet.ts'
import { gateOf } from '../../../src/platform/slack/api/gate.ts'
import { type Speaking, speaking } from './speaking.ts'

const START = 1_700_000_000_000
const LONGEST = 20_000

/** Lets everything that can go on go on. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done))

describe('an outlet', () => {
  test('does what is sent to one place in the order in which it came, and one at a time', async () => {
    const outlet = outletOf(virtualClock(START), LONGEST, 'Slack')
    const seen: string[] = []
    const slow = (name: string, turns: number) =>
      outlet.inTurn('one', async () => {
        seen.push(`${name} begins`)
        for (let left = turns; left > 0; left--) await turn()
        seen.push(`${name} ends`)
        return name
      })
    expect(await Promise.all([slow('a', 5), slow('b', 0), slow('c', 3)])).toEqual(['a', 'b', 'c'])
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  test('lets other places go on', async () => {
    const outlet = outletOf(virtualClock(START), LONGEST, 'Slack')
    const held = Promise.withResolvers<void>()
    const one = outlet.inTurn('one', () => held.promise)
    expect(await outlet.inTurn('other', async () => 'done')).toBe('done')
    held.resolve()
    await one
  })

  test('goes on after what failed, and hands the failure to whoever sent it', async () => {
    const outlet = outletOf(virtualClock(START), LONGEST, 'Slack')
    const failing = outlet.inTurn('one', async () => {
      throw new Error('no')
    })
    const next = outlet.inTurn('one', async () => 'done')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('done')
  })

  test('gives back what would have waited too long, and takes what comes then', async () => {
    const clock = virtualClock(START)
    const outlet = outletOf(clock, LONGEST, 'Slack')
    const held = Promise.withResolvers<void>()
    const first = outlet.inTurn('one', () => held.promise)
    const late = outlet.inTurn('one', async () => 'late')
    await clock.advance(LONGEST + 1)
    held.resolve()
    await first
    await expect(late).rejects.toMatchObject({ kind: 'busy' })
    expect(await outlet.inTurn('one', async () => 'done')).toBe('done')
  })

  test('lets no more than some hundred wait at a place', async () => {
    const outlet = outletOf(virtualClock(START), LONGEST, 'Slack')
    const held = Promise.withResolvers<void>()
    const all = Array.from({ length: 1000 }, () => outlet.inTurn('one', () => held.promise))
    const ends = Promise.allSettled(all)
    held.resolve()
    const refused = (await ends).filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeGreaterThan(400)
    expect(refused.length).toBeLessThan(600)
  })
})

describe('a gate', () => {
  const begin = () => {
    const clock = virtualClock(START)
    const gate = gateOf(clock)
    const done: string[] = []
    /** Answers with each of these limits in turn, then with `ok`. */
    const pass = (key: string, name: string, ...limits: number[]) =>
      gate.pass(key, LONGEST, async () => {
        const limitMs = limits.shift()
        if (limitMs !== undefined) return { limitMs }
        done.push(name)
        return { ok: true }
      })
    return { clock, gate, done, pass }
  }

  test('passes what was limited when the time is over, not sooner, and what came meanwhile after it', async () => {
    const { clock, done, pass } = begin()
    const all = [pass('post in C1', 'a', 3000)]
    await turn()
    all.push(pass('post in C1', 'b'), pass('post in C1', 'c'))
    await clock.advance(2999)
    expect(done).toEqual([])
    await clock.advance(1)
    expect(done).toEqual(['a', 'b', 'c'])
    await Promise.all(all)
  })

  test('holds back nothing else', async () => {
    const { clock, done, pass } = begin()
    const held = pass('post in C1', 'a', 3000)
    await turn()
    await Promise.all([pass('post in C2', 'b'), pass('update in C1', 'c')])
    expect(done).toEqual(['b', 'c'])
    await clock.advance(3000)
    await held
  })

  test('keeps the order in which they came of those that were limited together', async () => {
    const { clock, done, pass } = begin()
    const all = ['a', 'b', 'c'].map((name) => pass('post', name, 1000))
    await turn()
    all.push(pass('post', 'd'))
    await clock.advance(1000)
    expect(done).toEqual(['a', 'b', 'c', 'd'])
    await Promise.all(all)
  })

  test('waits again where one that went ahead was limited again', async () => {
    const { clock, done, pass } = begin()
    const all = [pass('post', 'a', 1000, 2000), pass('post', 'b', 1000)]
    await clock.advance(1000)
    expect(done).toEqual([])
    await clock.advance(1999)
    expect(done).toEqual([])
    await clock.advance(1)
    expect(done).toEqual(['a', 'b'])
    await Promise.all(all)
  })

  test('lets them go one at a time', async () => {
    const clock = virtualClock(START)
    const gate = gateOf(clock)
    let going = 0
    let most = 0
    const limited = new Set<number>()
    const one = (name: number) =>
      gate.pass('post', LONGEST, async () => {
        if (limited.size < 10 && !limited.has(name)) {
          limited.add(name)
          return { limitMs: 1000 }
        }
        going += 1
        most = Math.max(most, going)
        await turn()
        going -= 1
        return { ok: true }
      })
    const all = Array.from({ length: 10 }, (_, name) => one(name))
    await turn()
    await clock.advance(1000)
    await Promise.all(all)
    expect(most).toBe(1)
  })

  test('lets nobody overtake those who wait, also when the time is over', async () => {
    const { clock, gate, done, pass } = begin()
    const held = Promise.withResolvers<{ ok: true }>()
    const limits = [{ limitMs: 1000 }]
    const all: Promise<unknown>[] = [gate.pass('post', LONGEST, async () => limits.shift() ?? held.promise)]
    await turn()
    all.push(pass('post', 'b'), pass('post', 'c'))
    await clock.advance(1000)
    all.push(pass('post', 'd'))
    await expect(gate.pass('post', 0, async () => ({ ok: true }))).rejects.toMatchObject({ kind: 'busy' })
    expect(done).toEqual([])
    held.resolve({ ok: true })
    await Promise.all(all)
    expect(done).toEqual(['b', 'c', 'd'])
  })

  test('gives back at once what would have to wait too long, and says for how long', async () => {
    const { clock, done, pass } = begin()
    await expect(pass('post in C1', 'a', 30_000)).rejects.toMatchObject({
      kind: 'busy',
      message: expect.stringContaining('post in C1 for another 30 s'),
    })
    await expect(pass('post in C1', 'b')).rejects.toMatchObject({ kind: 'busy' })
    await clock.advance(15_000)
    const soon = pass('post in C1', 'c')
    await clock.advance(15_000)
    await soon
    expect(done).toEqual(['c'])
  })

  test('gives back those who wait where the time is put off too far', async () => {
    const { clock, done, pass } = begin()
    const first = pass('post', 'a', 10_000, 15_000)
    await turn()
    const second = pass('post', 'b')
    const ends = Promise.allSettled([first, second])
    await clock.advance(10_000)
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(done).toEqual([])
  })

  test('does at once or not at all what is not worth waiting for', async () => {
    const { clock, gate, done, pass } = begin()
    const held = pass('post', 'a', 3000)
    await turn()
    const hurried = gate.pass('post', 0, async () => ({ ok: true }))
    await expect(hurried).rejects.toMatchObject({ kind: 'busy' })
    await clock.advance(3000)
    await held
    expect(await gate.pass('post', 0, async () => ({ ok: true }))).toEqual({ ok: true })
    expect(done).toEqual(['a'])
  })

  test('goes on after one that failed', async () => {
    const { clock, gate, done, pass } = begin()
    const failing = gate.pass('post', LONGEST, failAfter(1000))
    const ends = expect(failing).rejects.toThrow('cut')
    await turn()
    const next = pass('post', 'b')
    await clock.advance(1000)
    await ends
    await next
    expect(done).toEqual(['b'])
  })

  test('lets nobody wait once it is stopped', async () => {
    const { gate, pass } = begin()
    const waiting = pass('post', 'a', 3000)
    await turn()
    gate.stop()
    await expect(waiting).rejects.toMatchObject({ kind: 'busy' })
  })
})

/** Is limited, then fails. */
const failAfter = (limitMs: number) => {
  let first = true
  return async (): Promise<{ limitMs: number }> => {
    if (!first) throw new Error('cut')
    first = false
    return { limitMs }
  }
}

describe('speaking where Slack limits it', () => {
  let it: Speaking
  beforeEach(async () => {
    it = await speaking()
  })
  afterEach(async () => {
    expect(it.slack.faults).toEqual([])
    await it.stop()
  })

  const cards = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ tone: 'answer' as const, text: `number ${at}.` }))
  const texts = (place: string) => it.slack.shown(place).map(({ text }) => text)

  test('fifty cards said at once come in their order', async () => {
    const all = cards(50)
    await Promise.all(all.map((card, at) => it.voice.say('slack:T1/C1', card, `c${at}`)))
    expect(texts('T1/C1')).toEqual(all.map(({ text }) => text))
    expect(it.slack.callsOf('chat.postMessage')).toHaveLength(50)
  })

  test('a limit in one channel keeps the order there, and holds back no other', async () => {
    it.slack.trouble.limit('chat.postMessage', { channel: 'C1', times: 3, retryAfter: 4 })
    const ended: string[] = []
    const there = cards(10).map((card, at) =>
      it.voice.say('slack:T1/C1', card, `c${at}`).then(() => ended.push('there')),
    )
    const limited = () => it.slack.callsOf('chat.postMessage').some(({ answer }) => answer === 'ratelimited')
    await it.slack.until(limited, 'the limit')
    await new Promise((known) => setTimeout(known, 30))
    const elsewhere = it.voice
      .say('slack:T1/G1', { tone: 'answer', text: 'elsewhere' }, 'g')
      .then(() => ended.push('elsewhere'))
    await Promise.all([...there, elsewhere])
    expect(ended[0]).toBe('elsewhere')
    expect(texts('T1/C1')).toEqual(cards(10).map(({ text }) => text))
    expect(
      it.slack.callsOf('chat.postMessage').filter(({ answer }) => answer === 'ratelimited'),
    ).toHaveLength(3)
  })

  test('a limit that lasts too long is a fault at once, and Slack is left in peace meanwhile', async () => {
    it.slack.trouble.limit('chat.postMessage', { retryAfter: 45 })
    const say = () => it.voice.say('slack:T1/C1', { tone: 'answer', text: 'one' }, 'one')
    await expect(say()).rejects.toMatchObject({ name: 'PlatformFault', kind: 'busy' })
    await expect(say()).rejects.toMatchObject({ name: 'PlatformFault', kind: 'busy' })
    expect(it.slack.callsOf('chat.postMessage')).toHaveLength(1)
  })
})

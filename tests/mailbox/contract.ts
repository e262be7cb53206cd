import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InTurn, type Mailbox, type Message, NotNow } from '../../src/mailbox/mailbox.ts'
import type { Turnable } from './turnable.ts'

/** A mailbox under test, with the defaults: 32 keys at once, 8 attempts, pauses of 1 s doubling up to 1 min. */
export type Opened = {
  mailbox: Mailbox
  clock: Turnable
  /** A new start over the same messages; the old mailbox was stopped or, after a `crash`, cut off in mid-work. */
  reopen(how: 'stopped' | 'crash'): Promise<Mailbox>
  /** Makes writes fail, until told otherwise. */
  fail(failing: boolean): void
  /** Resolves once nothing moves any more by itself. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Behind us: a store that has a clock of its own is not behind the one that is given. */
export const START = Date.UTC(2020, 0, 1)

/** What every mailbox promises; `runs` says how many plans of 2,000 messages are played out. */
export const mailboxContract = (name: string, open: (start: number) => Promise<Opened>, runs = 6): void => {
  describe(`mailbox: ${name}`, () => {
    let box: Opened
    let mailbox: Mailbox
    let clock: Turnable

    beforeEach(async () => {
      box = await open(START)
      ;({ mailbox, clock } = box)
    })

    afterEach(() => box.close())

    const post = (key: string, id: string, at?: number): Promise<boolean> =>
      mailbox.post({ says: id }, at === undefined ? { key, id } : { key, id, at })

    test('hands over what was posted, as it was posted', async () => {
      const seen: Message[] = []
      const body = { text: 'wörds \ud83e', list: [null, { deep: true }] }
      expect(await mailbox.post(body, { key: 'k', id: 'one' })).toBe(true)
      mailbox.deliver(async (message) => void seen.push(message))
      await box.settle()
      expect(seen).toEqual([{ key: 'k', id: 'one', at: START, body, attempt: 1 }])
      await post('k', 'two')
      await box.settle()
      expect(seen.map(({ id }) => id)).toEqual(['one', 'two'])
    })

    test('a key is handed over in order of time, then of arrival, one at a time', async () => {
      await post('k', 'c', START - 1)
      await post('k', 'a', START - 3)
      await post('k', 'd', START - 1)
      await post('k', 'b', START - 2)
      const hands = slowHands()
      mailbox.deliver(hands.handler)
      for (const id of ['a', 'b', 'c', 'd']) {
        await box.settle()
        expect(hands.inHand()).toEqual([id])
        hands.finish(id)
      }
      await box.settle()
      expect(hands.inHand()).toEqual([])
    })

    test('what waits for its turn comes again, however often, and is never set aside', async () => {
      let turns = 0
      await post('k', 'patient')
      mailbox.deliver(async () => {
        turns += 1
        if (turns < 20) throw new InTurn('As much is in hand as is taken at once.')
      })
      for (let minute = 0; minute < 20; minute += 1) {
        await box.settle()
        await clock.advance(60_000)
      }
      await box.settle()
      expect(turns).toBe(20)
      expect(await mailbox.aside()).toEqual([])
    })

    describe('what was set aside', () => {
      const broken = async () => {
        await post('k', 'bad')
        await post('k', 'good')
        const seen: string[] = []
        let mended = false
        mailbox.deliver(async ({ id, attempt }) => {
          seen.push(`${id} ${attempt}`)
          if (id === 'bad' && !mended) throw new Error('It fails.')
        })
        for (let minute = 0; minute < 10; minute += 1) {
          await box.settle()
          await clock.advance(60_000)
        }
        await box.settle()
        expect((await mailbox.aside()).map(({ id }) => id)).toEqual(['bad'])
        expect(seen.at(-1)).toBe('good 1')
        const mend = () => {
          mended = true
        }
        return { seen, mend }
      }

      test('is tried anew when that is asked for, from its first attempt, once', async () => {
        const { seen, mend } = await broken()
        mend()
        expect(await mailbox.retry('bad')).toBe(true)
        expect(await mailbox.retry('bad')).toBe(false)
        await box.settle()
        expect(seen.at(-1)).toBe('bad 1')
        expect(await mailbox.aside()).toEqual([])
        expect(await post('k', 'bad')).toBe(false)
      })

      test('is removed for good, and its id stays known', async () => {
        await broken()
        expect(await mailbox.discard('other')).toBe(false)
        expect(await mailbox.discard('bad')).toBe(true)
        expect(await mailbox.discard('bad')).toBe(false)
        expect(await mailbox.retry('bad')).toBe(false)
        expect(await mailbox.aside()).toEqual([])
        expect(await post('k', 'bad')).toBe(false)
      })
    })

    test('says how much there is to do, since when, and how much was set aside', async () => {
      expect(await mailbox.state()).toEqual({ due: 0, since: null, held: 0, aside: 0 })
      await post('k', 'first', START - 5)
      await post('k', 'second')
      await post('other', 'third')
      await post('later', 'fourth', START + 60_000)
      expect(await mailbox.state()).toEqual({ due: 2, since: START - 5, held: 4, aside: 0 })
      const hands = slowHands()
      mailbox.deliver(hands.handler)
      await box.settle()
      expect(await mailbox.state()).toEqual({ due: 0, since: null, held: 4, aside: 0 })
      for (const id of ['first', 'second', 'third']) {
        hands.finish(id)
        await box.settle()
      }
      expect(await mailbox.state()).toEqual({ due: 0, since: null, held: 1, aside: 0 })
    })

    test('tells for which keys there was something to do lately, the latest first, and no more than is asked for', async () => {
      expect(await mailbox.lately(10)).toEqual([])
      const hands = slowHands()
      mailbox.deliver(async (message) => {
        if (message.key === 'held') await hands.handler(message)
      })
      for (let n = 0; n < 6; n++) {
        await post(`k${n % 3}`, `m${n}`)
        await box.settle()
        await clock.advance(1_000)
      }
      await post('later', 'later', clock.now() + 60_000)
      expect(await mailbox.lately(10)).toEqual(['k2', 'k1', 'k0'])
      expect(await mailbox.lately(2)).toEqual(['k2', 'k1'])
      await post('held', 'held')
      await box.settle()
      expect(await mailbox.lately(2)).toEqual(['held', 'k2', 'k1'])
      hands.finish('held')
      await mailbox.drop('k2')
      expect(await mailbox.lately(2)).not.toContain('k2')
    })

    test('idle waits for all that is due, for what that brings about, and for nothing later', async () => {
      const seen: string[] = []
      await post('k', 'due')
      await post('k', 'later', START + 60_000)
      mailbox.deliver(async ({ id }) => {
        await Promise.resolve()
        seen.push(id)
        if (id === 'due') await post('other', 'brought about')
        if (id === 'brought about') throw new Error('It fails.')
      })
      await mailbox.idle()
      expect(seen).toEqual(['due', 'brought about'])
      await mailbox.idle()
      await clock.advance(60_000)
      await mailbox.idle()
      expect(seen).toContain('later')
    })

    test('an earlier message that comes late is next, but does not disturb the one in hand', async () => {
      const hands = slowHands()
      mailbox.deliver(hands.handler)
      await post('k', 'b', START - 10)
      await post('k', 'd', START - 5)
      await box.settle()
      await post('k', 'a', START - 20)
      await post('k', 'c', START - 7)
      for (const id of ['b', 'a', 'c', 'd']) {
        await box.settle()
        expect(hands.inHand()).toEqual([id])
        hands.finish(id)
      }
      await box.settle()
    })

    test('different keys are in hand side by side, as many as there are hands', async () => {
      const hands = slowHands()
      mailbox.deliver(hands.handler)
      await Promise.all(Array.from({ length: 40 }, (_, n) => post(`k${n}`, `m${n}`)))
      await box.settle()
      expect(hands.inHand()).toHaveLength(32)
      for (const id of hands.inHand().slice(0, 5)) hands.finish(id)
      await box.settle()
      expect(hands.inHand()).toHaveLength(32)
      for (const id of hands.inHand()) hands.finish(id)
      await box.settle()
      expect(hands.inHand()).toHaveLength(3)
      for (const id of hands.inHand()) hands.finish(id)
      await box.settle()
      expect(hands.count()).toBe(40)
    })

    test('a known id is dropped: waiting, in hand, handled, and after a new start', async () => {
      expect(await post('k', 'one')).toBe(true)
      expect(await post('k', 'one')).toBe(false)
      expect(await post('other', 'one')).toBe(false)
      const hands = slowHands()
      mailbox.deliver(hands.handler)
      await box.settle()
      expect(await post('k', 'one')).toBe(false)
      hands.finish('one')
      await box.settle()
      expect(await post('k', 'one')).toBe(false)
      mailbox = await box.reopen('stopped')
      expect(await post('k', 'one')).toBe(false)
      mailbox.deliver(hands.handler)
      await box.settle()
      expect(hands.count()).toBe(1)
    })

    test('of the same id posted twice at once, one is taken', async () => {
      expect((await Promise.all([post('k', 'one'), post('k', 'one')])).sort()).toEqual([false, true])
    })

    test('the id of a handled message is known for two weeks', async () => {
      mailbox.deliver(async () => {})
      await post('k', 'one')
      await box.settle()
      await clock.advance(14 * DAY_MS - 1)
      expect(await post('k', 'one')).toBe(false)
      await clock.advance(1)
      expect(await post('k', 'one')).toBe(true)
      await box.settle()
      expect(await post('k', 'one')).toBe(false)
    })

    test('the id of a message that still waits is known for as long as it does', async () => {
      await post('k', 'one', START + 60 * DAY_MS)
      await clock.advance(59 * DAY_MS)
      expect(await post('k', 'one')).toBe(false)
    })

    test('nothing is handed over before its time, and a message without one need not wait for it', async () => {
      const seen: string[] = []
      mailbox.deliver(async ({ id }) => void seen.push(`${id}@${clock.now() - START}`))
      await post('k', 'late', START + 5_000)
      await post('k', 'later', START + 90_000)
      await post('other', 'soon', START + 2_000)
      await post('k', 'now')
      await box.settle()
      expect(seen).toEqual(['now@0'])
      await clock.advance(4_999)
      expect(seen).toEqual(['now@0', 'soon@2000'])
      await clock.advance(200_000)
      expect(seen).toEqual(['now@0', 'soon@2000', 'late@5000', 'later@90000'])
    })

    test('what waits for its time survives a new start', async () => {
      await post('k', 'late', START + 5_000)
      mailbox = await box.reopen('stopped')
      const seen: string[] = []
      mailbox.deliver(async ({ id }) => void seen.push(id))
      await clock.advance(4_999)
      expect(seen).toEqual([])
      await clock.advance(1)
      expect(seen).toEqual(['late'])
    })

    test('a failing message comes again after growing pauses, then is set aside with the reason', async () => {
      const times: number[] = []
      const attempts: number[] = []
      mailbox.deliver(async ({ attempt }) => {
        times.push((clock.now() - START) / 1_000)
        attempts.push(attempt)
        throw new Error(`no luck ${attempt}`)
      })
      await post('k', 'bad')
      await clock.advance(10 * 60_000)
      expect(times).toEqual([0, 1, 3, 7, 15, 31, 63, 123])
      expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      const [aside, ...more] = await mailbox.aside()
      expect(more).toEqual([])
      expect(aside).toMatchObject({ key: 'k', id: 'bad', at: START, body: { says: 'bad' }, attempt: 8 })
      expect(aside?.reason).toContain('no luck 8')
      expect(await post('k', 'bad')).toBe(false)
      mailbox = await box.reopen('stopped')
      expect(await mailbox.aside()).toEqual([aside])
    })

    test('a failing message holds up its own key and no other, and then its key goes on', async () => {
      const seen: string[] = []
      mailbox.deliver(async ({ id }) => {
        if (id === 'bad') throw new Error('bad')
        seen.push(id)
      })
      await post('k', 'bad')
      await post('k', 'behind')
      await post('other', 'beside')
      await clock.advance(60_000)
      expect(seen).toEqual(['beside'])
      await clock.advance(10 * 60_000)
      expect(seen).toEqual(['beside', 'behind'])
    })

    test('a message that fails and then works is handled once and not set aside', async () => {
      const seen: string[] = []
      mailbox.deliver(({ id, attempt }) => {
        if (attempt < 3) throw new Error('thrown, not rejected')
        seen.push(id)
        return Promise.resolve()
      })
      await post('k', 'one')
      await post('k', 'two')
      await clock.advance(60_000)
      expect(seen).toEqual(['one', 'two'])
      expect(await mailbox.aside()).toEqual([])
    })

    test('what failed is told until it works, with why, the next to be tried first', async () => {
      let broken = true
      mailbox.deliver(async ({ id }) => {
        if (broken) throw new Error(`no luck with ${id}`)
      })
      expect(await mailbox.failing(5)).toEqual([])
      await post('k', 'one')
      await clock.advance(1_500)
      await post('other', 'two')
      await clock.advance(10)
      const failing = await mailbox.failing(5)
      expect(failing.map(({ key, id }) => [key, id])).toEqual([
        ['other', 'two'],
        ['k', 'one'],
      ])
      expect(failing[1]).toMatchObject({ attempt: 2, reason: expect.stringContaining('no luck with one') })
      expect(await mailbox.failing(1)).toEqual(failing.slice(0, 1))
      broken = false
      await clock.advance(60_000)
      expect(await mailbox.failing(5)).toEqual([])
    })

    test('words that cannot be stored as they are hold up nothing', async () => {
      const seen: string[] = []
      mailbox.deliver(async ({ id }) => {
        if (id === 'bad') throw new Error('half a sign \ud800, and nothing \0 at all')
        seen.push(id)
      })
      await post('k', 'bad')
      await clock.advance(10 * 60_000)
      await post('other', 'good')
      await clock.advance(10)
      expect(seen).toEqual(['good'])
      expect((await mailbox.aside()).map(({ reason }) => reason)).toEqual([expect.stringContaining('at all')])
    })

    test('a message that is not to blame is tried until it works, and never set aside', async () => {
      let attempts = 0
      mailbox.deliver(async () => {
        attempts += 1
        if (attempts <= 20) throw new NotNow('The disk is full.')
      })
      await post('k', 'patient')
      await clock.advance(30 * 60_000)
      expect(attempts).toBe(21)
      expect(await mailbox.aside()).toEqual([])
      expect(await mailbox.post('again', { key: 'k', id: 'patient' })).toBe(false)
    })

    test('a message that is not to blame is not set aside either where processes end over it', async () => {
      mailbox.deliver(async () => {
        throw new NotNow('The platform cannot be reached.')
      })
      await post('k', 'patient')
      await clock.advance(30 * 60_000)
      for (let start = 1; start <= 7; start++) {
        mailbox = await box.reopen('crash')
        const hands = slowHands()
        mailbox.deliver(hands.handler)
        await clock.advance(60_000)
        expect(hands.inHand()).toEqual(['patient'])
      }
      mailbox = await box.reopen('crash')
      const seen: string[] = []
      mailbox.deliver(async ({ id }) => void seen.push(id))
      await clock.advance(60_000)
      expect([seen, await mailbox.aside()]).toEqual([['patient'], []])
    })

    test('a handler whose post meets a failing store is not to blame either', async () => {
      let attempts = 0
      mailbox.deliver(async ({ id }) => {
        if (id !== 'patient') return
        attempts += 1
        box.fail(attempts <= 20)
        await post('other', 'brought about').finally(() => box.fail(false))
      })
      await post('k', 'patient')
      await clock.advance(30 * 60_000)
      expect(attempts).toBe(21)
      expect(await mailbox.aside()).toEqual([])
    })

    test('while a failed message pauses it stays ahead of its key, also of one with an earlier time', async () => {
      const seen: string[] = []
      mailbox.deliver(async ({ id, attempt }) => {
        seen.push(id)
        if (id === 'b' && attempt === 1) throw new Error('once')
      })
      await post('k', 'b', START - 1)
      await box.settle()
      await post('k', 'a', START - 2)
      await post('k', 'c', START)
      await box.settle()
      expect(seen).toEqual(['b'])
      await clock.advance(1_000)
      expect(seen).toEqual(['b', 'b', 'a', 'c'])
    })

    describe('once the clock that was ahead by an hour is set back', () => {
      const hour = 3_600_000
      const seen: string[] = []
      const flaky = async ({ id, attempt }: Message): Promise<void> => {
        seen.push(`${id} ${attempt}`)
        if (attempt === 1 && id === 'flaky') throw new Error('planned')
      }
      /** Soon, and long before the hour is over. */
      const soon = (id: string) =>
        expect
          .poll(
            async () => {
              await clock.advance(200)
              return seen
            },
            { timeout: 5_000, interval: 50 },
          )
          .toContain(id)

      beforeEach(async () => {
        await box.close()
        const start = Date.now()
        box = await open(start)
        ;({ mailbox, clock } = box)
        clock.turnBack(-hour)
        seen.length = 0
        mailbox.deliver(flaky)
        await post('k', 'flaky')
        await post('timer', 'later', clock.now() + hour / 2)
        await post('k', 'behind')
        await box.settle()
        expect(seen).toEqual(['flaky 1'])
      })

      test('what was put off comes again soon, and what was for later keeps its time', async () => {
        clock.turnBack(hour)
        await soon('behind 1')
        expect(seen).toEqual(['flaky 1', 'flaky 2', 'behind 1'])
        await clock.advance(hour * 1.4)
        expect(seen).toHaveLength(3)
        await clock.advance(hour * 0.1)
        expect(seen.at(-1)).toBe('later 1')
      })

      test('what was to come soon comes soon, also from behind another message, and nothing else', async () => {
        await post('quiet', 'soon', clock.now() + 400)
        await post('k', 'soon as well', clock.now() + 800)
        await post('quiet', 'not soon', clock.now() + 90_000)
        await box.settle()
        clock.turnBack(hour)
        await post('new', 'new', clock.now() + hour / 2)
        await soon('soon as well 1')
        expect(seen.slice(1).toSorted()).toEqual(['behind 1', 'flaky 2', 'soon 1', 'soon as well 1'])
        await clock.advance(2 * hour)
        expect(seen.slice(5)).toEqual(['new 1', 'not soon 1', 'later 1'])
      })

      test.each(['stopped', 'crash'] as const)('so it is after a new start (%s)', async (how) => {
        clock.turnBack(hour)
        mailbox = await box.reopen(how)
        mailbox.deliver(flaky)
        await soon('behind 1')
        expect(seen).toEqual(['flaky 1', 'flaky 2', 'behind 1'])
      })
    })

    test('what was in hand at a crash comes again first, its attempts counted', async () => {
      const hands = slowHands()
      mailbox.deliver(hands.handler)
      await post('k', 'one')
      await box.settle()
      await post('k', 'two', START - 1)
      await box.settle()
      mailbox = await box.reopen('crash')
      const seen: [string, number][] = []
      mailbox.deliver(async ({ id, attempt }) => void seen.push([id, attempt]))
      await box.settle()
      expect(seen).toEqual([
        ['one', 2],
        ['two', 1],
      ])
    })

    test('a message at which every process ends is set aside, and its key goes on', async () => {
      await post('k', 'deadly')
      await post('k', 'behind')
      for (let start = 1; start <= 8; start++) {
        const hands = slowHands()
        mailbox.deliver(hands.handler)
        await box.settle()
        expect(hands.inHand()).toEqual(['deadly'])
        mailbox = await box.reopen('crash')
      }
      const seen: string[] = []
      mailbox.deliver(async ({ id }) => void seen.push(id))
      await box.settle()
      expect(seen).toEqual(['behind'])
      const [aside] = await mailbox.aside()
      expect(aside).toMatchObject({ id: 'deadly', attempt: 8 })
      expect(aside?.reason).toMatch(/process ended/i)
    })

    test('what was in hand beside such a message is handled all the same', async () => {
      const innocent = Array.from({ length: 20 }, (_, n) => `innocent ${n}`)
      for (const id of [...innocent.slice(0, 10), 'deadly', ...innocent.slice(10)]) await post(id, id)
      const seen: string[] = []
      let starts = 0
      for (let ended = true; ended; starts++) {
        ended = false
        mailbox.deliver(async ({ id }) => {
          ended ||= id === 'deadly'
          await new Promise((done) => setImmediate(done))
          if (ended) return new Promise(() => {})
          seen.push(id)
        })
        do await box.settle()
        while (!ended && (await mailbox.state()).held > 0)
        mailbox = await box.reopen('crash')
      }
      expect(seen.toSorted()).toEqual(innocent.toSorted())
      expect((await mailbox.aside()).map(({ id }) => id)).toEqual(['deadly'])
      expect(starts).toBe(9)
    })

    test('messages that processes ended over three times are handed over one at a time, and others after them', async () => {
      for (const id of ['a', 'b', 'c']) await post(id, id)
      for (let start = 1; start <= 3; start++) {
        const hands = slowHands()
        mailbox.deliver(hands.handler)
        await box.settle()
        expect(hands.inHand().toSorted()).toEqual(['a', 'b', 'c'])
        mailbox = await box.reopen('crash')
      }
      const hands = slowHands()
      mailbox.deliver(hands.handler)
      await box.settle()
      for (const id of ['d', 'e']) await post(id, id)
      const order: string[] = []
      for (let more = 0; more < 3; more++) {
        await box.settle()
        const [one = '', ...rest] = hands.inHand()
        order.push(one)
        expect(rest).toEqual([])
        hands.finish(one)
      }
      expect(order.toSorted()).toEqual(['a', 'b', 'c'])
      await box.settle()
      expect(hands.inHand().toSorted()).toEqual(['d', 'e'])
    })

    test('a handler may post to its own key; it is handed over afterwards', async () => {
      const log: string[] = []
      mailbox.deliver(async ({ id }) => {
        log.push(`${id} begins`)
        if (id.length < 3) await post('k', `${id}+`)
        log.push(`${id} ends`)
      })
      await post('k', 'a')
      await box.settle()
      expect(log).toEqual(['a begins', 'a ends', 'a+ begins', 'a+ ends', 'a++ begins', 'a++ ends'])
    })

    test('a dropped key is empty and unknown: waiting, later, set aside and handled', async () => {
      const seen: string[] = []
      mailbox.deliver(async ({ id }) => {
        seen.push(id)
        if (id === 'bad') throw new Error('bad')
      })
      await post('k', 'done')
      await post('k', 'bad')
      await clock.advance(10 * 60_000)
      await post('k', 'later', clock.now() + 1_000)
      await post('other', 'kept', clock.now() + 1_000)
      seen.length = 0
      expect(await mailbox.drop('k')).toBe(2)
      expect(await mailbox.drop('k')).toBe(0)
      expect(await mailbox.aside()).toEqual([])
      await clock.advance(1_000)
      expect(seen).toEqual(['kept'])
      expect(await post('k', 'done')).toBe(true)
      await box.settle()
      expect(seen).toEqual(['kept', 'done'])
    })

    test.each(['finish', 'refuse'] as const)(
      'a message dropped in hand may %s, is not tried again, and its key stays taken till then',
      async (end) => {
        const hands = slowHands()
        mailbox.deliver(hands.handler)
        await post('k', 'one')
        await post('k', 'two')
        await box.settle()
        expect(await mailbox.drop('k')).toBe(2)
        expect(await post('k', 'one')).toBe(true)
        await box.settle()
        expect(hands.count()).toBe(1)
        hands[end]('one')
        await box.settle()
        expect(hands.count()).toBe(2)
        hands.finish('one')
        await clock.advance(120_000)
        expect(hands.count()).toBe(2)
      },
    )

    test('stop waits for what is in hand and begins nothing new; the rest stays for the next start', async () => {
      const hands = slowHands()
      mailbox.deliver(hands.handler)
      await post('k', 'one')
      await post('k', 'two')
      await box.settle()
      let stopped = false
      const stopping = mailbox.stop().then(() => {
        stopped = true
      })
      expect(await post('new', 'three')).toBe(true)
      await box.settle()
      expect(stopped).toBe(false)
      hands.finish('one')
      await stopping
      await box.settle()
      expect(hands.inHand()).toEqual([])
      mailbox = await box.reopen('stopped')
      const seen: string[] = []
      mailbox.deliver(async ({ id }) => void seen.push(id))
      await box.settle()
      expect(seen.sort()).toEqual(['three', 'two'])
    })

    test('stop waits for the last of several, also when others were handled before', async () => {
      const hands = slowHands()
      mailbox.deliver(hands.handler)
      for (const id of ['before', 'one', 'two']) await post(id, id)
      await box.settle()
      hands.finish('before')
      await box.settle()
      let stopped = false
      const stopping = mailbox.stop().then(() => {
        stopped = true
      })
      hands.finish('one')
      await box.settle()
      expect(stopped).toBe(false)
      hands.finish('two')
      await stopping
    })

    test('a mailbox that never delivered stops at once', async () => {
      await post('k', 'one')
      await mailbox.stop()
      await mailbox.stop()
    })

    test('a second deliver is refused', () => {
      mailbox.deliver(async () => {})
      expect(() => mailbox.deliver(async () => {})).toThrow(/once/)
    })

    test.each([
      [undefined, { key: 'k', id: 'i' }],
      [1, { key: '', id: 'i' }],
      [1, { key: 'k', id: 'half \ud83e' }],
      [1, { key: 'k\0', id: 'i' }],
      [1, { key: 'k', id: 'i', at: Number.NaN }],
    ])('refuses to post %j to %j', async (body, to) => {
      await expect(mailbox.post(body, to)).rejects.toThrow(TypeError)
    })

    test('when the store fails, a post says so, and what was being handled is written down later', async () => {
      const hands = slowHands()
      mailbox.deliver(hands.handler)
      await post('k', 'one')
      await post('k', 'two')
      await box.settle()
      box.fail(true)
      await expect(post('k', 'three')).rejects.toThrow()
      hands.finish('one')
      await clock.advance(5_000)
      expect(hands.inHand()).toEqual([])
      box.fail(false)
      await clock.advance(5_000)
      expect(hands.inHand()).toEqual(['two'])
      expect(hands.count()).toBe(2)
      expect(await post('k', 'three')).toBe(true)
      hands.finish('two')
      await box.settle()
      hands.finish('three')
      await box.settle()
      expect(hands.count()).toBe(3)
    })

    test('a store that failed for a while leaves every hand free', async () => {
      const seen: string[] = []
      mailbox.deliver(async ({ id }) => void seen.push(id))
      await box.settle()
      box.fail(true)
      const posts = Array.from({ length: 40 }, (_, n) => post(`k${n}`, `lost${n}`))
      const results = await Promise.allSettled(posts)
      expect(results.every(({ status }) => status === 'rejected')).toBe(true)
      box.fail(false)
      await post('k', 'one')
      await box.settle()
      expect(seen).toEqual(['one'])
    })

    test('a message that became due while the store failed is handed over later', async () => {
      const seen: string[] = []
      mailbox.deliver(async ({ id }) => void seen.push(id))
      await post('k', 'late', START + 5_000)
      await box.settle()
      box.fail(true)
      await clock.advance(7_500)
      box.fail(false)
      await clock.advance(2_000)
      expect(seen).toEqual(['late'])
    })

    test('2,000 messages over 50 keys: each handled, in order, one at a time per key, never early', {
      timeout: 60_000,
    }, async () => {
      await fc.assert(
        fc.asyncProperty(plans, async (plan) => {
          const own = await open(START)
          try {
            await playOut(own, plan)
          } finally {
            await own.close()
          }
        }),
        { numRuns: runs },
      )
    })
  })
}

const DAY_MS = 24 * 60 * 60 * 1_000

/** A handler whose messages stay in hand until the test finishes or refuses them. */
const slowHands = () => {
  const held: { id: string; resolve: () => void; reject: (error: Error) => void }[] = []
  let count = 0
  const letGo = (id: string) => {
    const index = held.findIndex((one) => one.id === id)
    const [found] = held.splice(index, 1)
    if (index < 0 || !found) throw new Error(`${id} is not in hand.`)
    return found
  }
  return {
    handler: ({ id }: Message) =>
      new Promise<void>((resolve, reject) => {
        count += 1
        held.push({ id, resolve, reject })
      }),
    inHand: () => held.map(({ id }) => id),
    count: () => count,
    finish: (id: string) => letGo(id).resolve(),
    refuse: (id: string) => letGo(id).reject(new Error('refused')),
  }
}

type Planned = { key: number; at: number; fails: number }
type Plan = { messages: Planned[]; crashAfter: number }

const plans: fc.Arbitrary<Plan> = fc.record({
  messages: fc.array(
    fc.record({
      key: fc.nat(49),
      at: fc.integer({ min: -60_000, max: 60_000 }),
      fails: fc.oneof(
        { weight: 9, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
      ),
    }),
    { minLength: 2_000, maxLength: 2_000, size: 'max' },
  ),
  crashAfter: fc.nat(1_500),
})

/** Posts the plan, lets it be delivered with one crash on the way, and compares with what a sorted list would say. */
const playOut = async ({ mailbox, clock, reopen }: Opened, { messages, crashAfter }: Plan): Promise<void> => {
  const firstSeen = new Map<string, string[]>()
  const handled = new Map<string, number>()
  const busy = new Set<string>()
  const complaints: string[] = []
  let crashed = false

  const handler = async ({ key, id, at, attempt, body }: Message): Promise<void> => {
    if (busy.has(key)) complaints.push(`${id} came while ${key} was in hand`)
    if (at > clock.now()) complaints.push(`${id} came early`)
    busy.add(key)
    if (busy.size > 32) complaints.push(`${busy.size} in hand`)
    const seen = firstSeen.get(key) ?? []
    if (!seen.includes(id)) firstSeen.set(key, [...seen, id])
    await Promise.resolve()
    busy.delete(key)
    if (attempt <= (body as Planned).fails) throw new Error('planned')
    handled.set(id, (handled.get(id) ?? 0) + 1)
  }

  await Promise.all(
    messages.map((planned, n) =>
      mailbox.post(planned, { key: `k${planned.key}`, id: `m${n}`, at: START + planned.at }),
    ),
  )
  mailbox.deliver(handler)
  for (let minute = 0; handled.size < messages.length && minute < 60; minute++) {
    if (!crashed && handled.size >= crashAfter) {
      crashed = true
      const next = await reopen('crash')
      busy.clear()
      next.deliver(handler)
    }
    await clock.advance(60_000)
  }

  expect(complaints).toEqual([])
  expect(handled.size).toBe(messages.length)
  const repeated = [...handled.values()].filter((times) => times > 1)
  expect(repeated.length).toBeLessThanOrEqual(crashed ? 32 : 0)
  const inOrder = messages
    .map(({ key, at }, n) => ({ key: `k${key}`, id: `m${n}`, at }))
    .sort((one, other) => one.at - other.at)
  for (const [key, ids] of firstSeen)
    expect(ids).toEqual(inOrder.filter((m) => m.key === key).map(({ id }) => id))
}

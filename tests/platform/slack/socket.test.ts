import { describe, expect, test, vi } from 'vitest'
import { virtualClock } from '../../../src/clock.ts'
import { EMPTY_DESK } from '../bare.ts'
import { lineTo } from './line.ts'
import { hasty, latch, running, starting } from './running.ts'
import type { Reason } from './stand-in/sockets.ts'
import { standIn } from './stand-in/stand-in.ts'

const start = starting()

const attempts = 'apps.connections.open'

/** Time for an answer of the stand-in to be taken in. */
const answered = (): Promise<void> => new Promise((done) => setTimeout(done, 40))

/** Milliseconds by which the clock is moved on to see when something happens. */
const STEP = 250

describe('a connection', () => {
  test.each<['dropped' | Reason]>([['dropped'], ['warning'], ['refresh_requested'], ['link_disabled']])(
    'that is ended (%s) is followed by another one at once, and what was not acknowledged is heard',
    async (how) => {
      const durable = latch()
      const { far, words, told } = await start({ hear: () => durable.promise })
      const one = far.person('T1', 'U1')
      one.say('C1', 'before')
      await far.until(() => far.deliveries.length === 1)
      if (how === 'dropped') far.sockets.drop()
      else far.sockets.disconnect(how)
      await far.until(() => far.sockets.connections() === 2, 'a second connection', 1000)
      durable.resolve()
      one.say('C1', 'after')
      await far.settled()
      await far.redeliver()
      expect(words()).toEqual(['before', 'after'])
      expect(far.deliveries.every(({ state }) => state === 'acknowledged')).toBe(true)
      expect(far.sockets.open()).toBe(1)
      expect(told.filter(({ level }) => level === 'error')).toEqual([])
    },
  )

  test('that died unnoticed is found out, and replaced', { timeout: 20_000 }, async () => {
    const far = await standIn()
    const line = await lineTo(far)
    const run = await start({ on: far, apiUrl: line.apiUrl })
    line.die()
    await far.until(() => far.sockets.connections() === 2, 'a second connection', 15_000)
    far.person('T1', 'U1').say('C1', 'after')
    await vi.waitFor(() => expect(run.words()).toEqual(['after']))
    await run.platform.stop()
    await line.stop()
    await far.stop()
  })

  test('is tried at once, then after pauses that grow, while Slack refuses it, which is told once', async () => {
    const clock = virtualClock(1_700_000_000_000)
    const { far, words, told, platform } = await start({ clock })
    const made = (): number => far.callsOf(attempts).length - 1
    far.trouble.fail(attempts, 500, { times: 2 })
    far.trouble.fail(attempts, 'cut')
    far.trouble.fail(attempts, 'internal_error', { times: 2 })
    far.sockets.drop()
    await far.until(() => made() === 1, 'an attempt at once')
    const times = [clock.now()]
    expect(platform.away?.()).toBe(clock.now())
    while (times.length < 5) {
      await answered()
      await clock.advance(STEP)
      await answered()
      while (times.length < made()) times.push(clock.now())
    }
    for (const [index, pause] of [500, 1_000, 2_000, 4_000].entries()) {
      // By chance up to half of a pause is left out.
      const waited = (times[index + 1] ?? 0) - (times[index] ?? 0)
      expect(waited).toBeGreaterThanOrEqual(pause / 2 - STEP)
      expect(waited).toBeLessThanOrEqual(pause + STEP)
    }
    far.sockets.refuse()
    await answered()
    await clock.advance(8_000)
    await far.until(() => made() === 6, 'an attempt that is refused at the door')
    far.sockets.accept()
    await answered()
    await clock.advance(16_000)
    await far.sockets.connected()
    far.person('T1', 'U1').say('C1', 'after')
    await far.settled()
    expect(words()).toEqual(['after'])
    expect(platform.away?.()).toBeUndefined()
    expect(told.filter(({ what }) => what.includes('cannot be reached'))).toHaveLength(1)
  })

  test('waits as long as Slack asks where it is too much', async () => {
    const clock = virtualClock(1_700_000_000_000)
    const { far } = await start({ clock })
    far.trouble.limit(attempts, { retryAfter: 30 })
    far.sockets.drop()
    await far.until(() => far.callsOf(attempts).length === 2)
    await answered()
    await clock.advance(29_000)
    await answered()
    expect(far.sockets.connections()).toBe(1)
    await clock.advance(5_000)
    await far.sockets.connected()
    expect(far.sockets.connections()).toBe(2)
  })

  test('whose token is revoked is told in words once, and is there again when the token is', async () => {
    const { far, words, told, log } = await start({ clock: hasty(400) })
    const token = far.world.tokens.get(far.appToken)
    if (token) token.state = 'revoked'
    far.sockets.drop()
    await far.until(
      () => far.callsOf(attempts).filter(({ answer }) => answer === 'token_revoked').length >= 3,
    )
    const refused = told.filter(({ what }) => what.includes('SLACK_APP_TOKEN'))
    expect(refused).toHaveLength(1)
    expect(refused[0]?.what).toMatch(/does not take the app token \(token_revoked\).*Make a new one/)
    expect(log()).not.toContain(far.appToken)
    if (token) token.state = 'good'
    await far.sockets.connected()
    far.person('T1', 'U1').say('C1', 'after')
    await far.settled()
    expect(words()).toEqual(['after'])
  })
})

describe('in Socket Mode', () => {
  test('it does not start with an app token that Slack does not take, and says what to do', async () => {
    const { far, platform } = await start({ idle: true })
    const token = far.world.tokens.get(far.appToken)
    if (token) token.state = 'revoked'
    await expect(platform.start(async () => {}, EMPTY_DESK)).rejects.toThrow(/SLACK_APP_TOKEN/)
    expect(far.sockets.connections()).toBe(0)
    await platform.stop()
  })

  test('it starts once Slack can be reached', async () => {
    const { far, platform } = await start({ idle: true, clock: hasty(20) })
    far.trouble.fail(attempts, 500, { times: 2 })
    await platform.start(async () => {}, EMPTY_DESK)
    expect(far.sockets.open()).toBe(1)
  })

  test('it can be stopped while it starts, and while it waits to connect again', async () => {
    const run = await running({ idle: true })
    run.far.trouble.fail(attempts, 500, { times: 1000 })
    const starting = run.platform.start(async () => {}, EMPTY_DESK)
    await run.far.until(() => run.far.callsOf(attempts).length > 0)
    await run.platform.stop()
    await starting
    const { far, platform } = await start()
    far.trouble.fail(attempts, 500, { times: 1000 })
    far.sockets.drop()
    await far.until(() => far.callsOf(attempts).length > 1)
    await platform.stop()
    far.trouble.mend()
    const made = far.callsOf(attempts).length
    await new Promise((done) => setTimeout(done, 700))
    expect(far.callsOf(attempts).length).toBe(made)
    expect(far.sockets.open()).toBe(0)
    await run.far.stop()
  })

  test('what is in hand is acknowledged before the connection ends, and nothing more is taken', async () => {
    const durable = latch()
    const { far, platform, words } = await start({ hear: () => durable.promise, far: { ackWithin: 500 } })
    const one = far.person('T1', 'U1')
    one.say('C1', 'just in time')
    await far.until(() => far.deliveries.length === 1)
    await new Promise((done) => setTimeout(done, 50))
    const stopped = platform.stop()
    one.say('C1', 'too late')
    await new Promise((done) => setTimeout(done, 50))
    durable.resolve()
    await stopped
    await far.settled()
    expect(far.deliveries.map(({ state }) => state)).toEqual(['acknowledged', 'failed'])
    expect(words()).toEqual(['just in time'])
    await far.until(() => far.sockets.open() === 0)
  })
})

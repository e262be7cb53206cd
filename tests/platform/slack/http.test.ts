import { describe, expect, test } from 'vitest'
import { slack } from '../../../src/platform/slack/slack.ts'
import { EMPTY_DESK } from '../bare.ts'
import { addressOf, latch, optionsOn, type Running, SECRET, starting } from './running.ts'
import type { Http, Twist } from './stand-in/http.ts'

const start = starting()

const MESSAGE = {
  type: 'message',
  channel: 'C1',
  channel_type: 'channel',
  user: 'U1',
  text: 'a secret answer',
  ts: '1700000900.000100',
}

const listening = async (): Promise<Running & { http: Http; body: Record<string, unknown> }> => {
  const run = await start({ mode: 'http' })
  return {
    ...run,
    http: run.far.deliverTo(addressOf(run.platform), SECRET),
    body: run.far.eventBody('T1', MESSAGE),
  }
}

const JSON_TYPE = 'application/json'
const FORM_TYPE = 'application/x-www-form-urlencoded'

describe('a request', () => {
  test('of Slack is taken, and answered with nothing', async () => {
    const { http, body, words } = await listening()
    expect(await http.post('events_api', body)).toMatchObject({ status: 200, text: '' })
    expect(words()).toEqual(['a secret answer'])
  })

  test('by which Slack asks whether the address is ours is answered', async () => {
    const { http } = await listening()
    expect(await http.verify()).toMatchObject({ status: 200, json: { challenge: 'challenge-1' } })
  })

  test.each<[string, Twist, RegExp]>([
    ['is signed with another secret', { secret: 'another' }, /its signature is wrong.*SLACK_SIGNING_SECRET/],
    ['is older than five minutes', { age: 301 }, /older than five minutes.*clock/],
    ['bears no signature', { headers: { 'x-slack-signature': undefined } }, /no signature/],
    ['bears no time', { headers: { 'x-slack-request-timestamp': undefined } }, /no signature/],
    [
      'bears a signature of another kind',
      { headers: { 'x-slack-signature': 'v1=00' } },
      /signature is wrong/,
    ],
  ])('that %s is refused without a word, and told once and counted', async (_, twist, told) => {
    const run = await listening()
    for (let attempt = 0; attempt < 3; attempt++)
      expect(await run.http.post('events_api', run.body, twist)).toMatchObject({ status: 401, text: '' })
    expect(run.heard).toEqual([])
    expect(run.told).toHaveLength(1)
    expect(run.log()).toMatch(told)
    await run.platform.stop()
    expect(run.told).toHaveLength(2)
    expect(run.told[1]).toMatchObject({ what: run.told[0]?.what, details: { again: 2 } })
    expect(run.log()).not.toContain('secret answer')
  })

  test('that is too large, or cannot be read, is refused, and nothing of it is told', async () => {
    const { http, body, heard, log } = await listening()
    const large = { ...body, event: { ...MESSAGE, text: 'secret answer '.repeat(100_000) } }
    expect(await http.post('events_api', large)).toMatchObject({ status: 413, text: '' })
    expect(await http.raw('my secret answer', 'application/json')).toMatchObject({ status: 400, text: '' })
    expect(heard).toEqual([])
    expect(log()).toMatch(/too large[\s\S]*cannot be read/)
    expect(log()).not.toContain('secret answer')
  })

  test.each([
    ['null', 'null', JSON_TYPE],
    ['null with room around it', ' null\n', JSON_TYPE],
    ['null in a form', 'payload=null', FORM_TYPE],
    ['null in a form with room around it', 'payload=%20null%0A', FORM_TYPE],
    ['a number', '7', JSON_TYPE],
    ['a list of nothing', '[null]', JSON_TYPE],
    ['an event of nothing', '{"event":null}', JSON_TYPE],
    ['__proto__', '{"__proto__":{"type":"event_callback"},"event":{"type":"message"}}', JSON_TYPE],
    ['lists without an end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, JSON_TYPE],
    ['a press of nothing', 'payload={"type":"block_actions","actions":[null]}', FORM_TYPE],
  ])('that is signed and says %s stops nothing', async (_, text, type) => {
    const { http, body, heard, words } = await listening()
    expect((await http.raw(text, type)).text).toBe('')
    expect(heard).toEqual([])
    expect(await http.post('events_api', body)).toMatchObject({ status: 200, text: '' })
    expect(words()).toEqual(['a secret answer'])
  })

  test('to another address, or in another way, is not known', async () => {
    const { platform, told } = await listening()
    const origin = new URL(addressOf(platform)).origin
    const ask = async (path: string, method: string): Promise<[number, string]> => {
      const answer = await fetch(`${origin}${path}`, { method })
      return [answer.status, await answer.text()]
    }
    expect(await ask('/', 'GET')).toEqual([404, ''])
    expect(await ask('/slack/install', 'GET')).toEqual([404, ''])
    expect(await ask('/slack/events', 'GET')).toEqual([405, ''])
    expect(told).toEqual([])
  })

  test('from a workspace without the app is answered with nothing, not taken, and told once', async () => {
    const { far, http, heard, told } = await listening()
    far.team({ id: 'T2', installed: false })
    for (let attempt = 0; attempt < 2; attempt++) {
      const body = far.eventBody('T2', { ...MESSAGE, channel: 'C12', user: 'U12' })
      expect(await http.post('events_api', body)).toMatchObject({ status: 200, text: '' })
    }
    expect(heard).toEqual([])
    expect(told.map(({ what }) => what)).toEqual([expect.stringMatching(/not installed/)])
  })

  test('from a workspace that has taken the app out is not taken', async () => {
    const { far, http, body, heard, log } = await listening()
    expect(await http.post('events_api', body)).toMatchObject({ status: 200 })
    far.uninstall('T1')
    await far.settled()
    expect(
      await http.post('events_api', far.eventBody('T1', { ...MESSAGE, ts: '1700000901.000100' })),
    ).toMatchObject({ status: 200, text: '' })
    expect(heard).toHaveLength(1)
    expect(log()).toMatch(/not installed, or not any more/)
  })

  test('whose workspace cannot be found out comes again', async () => {
    const { far, heard } = await start({ mode: 'http' })
    far.trouble.fail('auth.test', 500, { times: 10 })
    const next = await start({ mode: 'http', on: far })
    far.person('T1', 'U1').say('C1', 'hello')
    await far.settled()
    expect(far.deliveries[0]).toMatchObject({ state: 'failed', status: 500 })
    far.trouble.mend()
    await far.redeliver()
    expect(next.words()).toEqual(['hello'])
    expect(heard).toEqual([])
    await next.platform.stop()
  })
})

describe('listening', () => {
  test('ends when what is in hand is done; whoever comes later is turned away', async () => {
    const durable = latch()
    const { far, platform, words } = await start({ mode: 'http', hear: () => durable.promise })
    const one = far.person('T1', 'U1')
    one.say('C1', 'just in time')
    await far.until(() => far.deliveries.length === 1)
    await new Promise((done) => setTimeout(done, 50))
    const stopped = Promise.all([platform.stop(), platform.stop()])
    one.say('C1', 'too late')
    await new Promise((done) => setTimeout(done, 50))
    expect(far.deliveries.map(({ state }) => state)).toEqual(['sent', 'failed'])
    durable.resolve()
    await stopped
    await far.settled()
    expect(far.deliveries.map(({ state }) => state)).toEqual(['acknowledged', 'failed'])
    expect(words()).toEqual(['just in time'])
    await expect(fetch(`${far.url}/none`)).resolves.toBeTruthy()
    expect(platform.port()).toBeUndefined()
  })

  test('on a port that is taken fails', async () => {
    const run = await listening()
    const options = optionsOn(run.far, { mode: 'http' })
    const http = { signingSecret: SECRET, port: run.platform.port() ?? 0, host: '127.0.0.1' }
    const second = slack({ ...options, transport: { http } })
    await expect(second.start(async () => {}, EMPTY_DESK)).rejects.toThrow(/EADDRINUSE/)
    await second.stop()
  })
})

import { describe, expect, test, vi } from 'vitest'
import { type Clock, systemClock } from '../../../src/clock.ts'
import type { Form } from '../../../src/platform/card.ts'
import { SCOPES } from '../../../src/platform/slack/needs.ts'
import { EMPTY_DESK } from '../bare.ts'
import { addressOf, type Running, type Setting, starting } from './running.ts'
import type { StandIn } from './stand-in/stand-in.ts'

const start = starting()

const CLIENT = { clientId: '1.1', clientSecret: 'client-secret', stateSecret: 'state-secret' }
const HOUR = 3_600_000

const LEVEL: Form = {
  id: 'start',
  title: 'Start',
  fields: [{ name: 'level', label: 'Level', choices: [{ value: 'mid', label: 'mid' }] }],
}

/** A clock that can be put forward. */
const movable = (): Clock & { forward(ms: number): void } => {
  const clock = systemClock()
  let by = 0
  return {
    now: () => clock.now() + by,
    at: (time, wake) => clock.at(time - by, wake),
    forward: (ms) => {
      by += ms
    },
  }
}

const listening = (setting: Setting = {}): Promise<Running> =>
  start({ mode: 'http', team: { ...CLIENT, publicUrl: 'https://mlsd.example/' }, ...setting })

/** The page from which the app is installed: where it leads, and what the browser is to remember. */
const begin = async ({ platform }: Running): Promise<{ address: string; cookie: string }> => {
  const page = await fetch(new URL('/slack/install', addressOf(platform)))
  const [, address = ''] = /href="(https?:[^"]*authorize[^"]*)"/.exec(await page.text()) ?? []
  const [cookie = ''] = (page.headers.get('set-cookie') ?? '').split(';')
  return { address: address.replaceAll('&amp;', '&'), cookie }
}

/** The browser comes back from Slack. */
const comeBack = async (
  { platform }: Running,
  to: string,
  cookie: string,
): Promise<{ status: number; text: string }> => {
  const { pathname, search } = new URL(to)
  const page = await fetch(new URL(pathname + search, addressOf(platform)), { headers: { cookie } })
  return { status: page.status, text: await page.text() }
}

const install = async (run: Running, team: string): Promise<{ status: number; text: string }> => {
  const { address, cookie } = await begin(run)
  return comeBack(run, run.far.install(address, team), cookie)
}

const add = (far: StandIn, id: string, more: object = {}): unknown =>
  far.team({ id, installed: false, ...more })

const exchanges = ({ far }: Running): number => far.callsOf('oauth.v2.access').length

describe('an installation', () => {
  test('is asked for with the scopes that are needed, and takes the workspace in', async () => {
    const run = await listening()
    const { far, platform, words } = run
    add(far, 'T2')
    const { address } = await begin(run)
    expect(new URL(address).origin).toBe(far.url)
    expect(new URL(address).searchParams.get('scope')?.split(',')).toEqual(SCOPES)
    expect(new URL(address).searchParams.get('redirect_uri')).toBe(
      'https://mlsd.example/slack/oauth_redirect',
    )
    expect(await install(run, 'T2')).toMatchObject({
      status: 200,
      text: expect.stringMatching(/now in Team 2/),
    })
    far.person('T2', 'U12').say('C12', 'hello')
    await far.settled()
    expect(words()).toEqual(['hello'])
    const receipt = await platform.say('slack:T2/C12', { tone: 'answer', text: 'good day' }, 'one')
    expect(receipt.link).toMatch(/^https:\/\/team2\.slack\.com\/archives\/C12\/p/)
  })

  test('of two workspaces gives each a token of its own, also after a restart', async () => {
    const run = await listening()
    const { far } = run
    add(far, 'T2')
    add(far, 'T3')
    await install(run, 'T2')
    await install(run, 'T3')
    await run.platform.stop()
    const next = await listening({ on: far, shelf: run.shelf })
    await next.platform.say('slack:T2/C12', { tone: 'answer', text: 'to two' }, 'one')
    await next.platform.say('slack:T3/C13', { tone: 'answer', text: 'to three' }, 'two')
    expect(far.callsOf('chat.postMessage').map(({ team }) => team)).toEqual(['T2', 'T3'])
    const tokens = [...run.shelf.values()].map((install) => (install as { token: string }).token)
    expect(new Set(tokens).size).toBe(2)
    expect(tokens).toEqual([far.token('T2'), far.token('T3')])
    await expect(next.platform.say('slack:T4/C1', { tone: 'answer', text: 'x' }, 'x')).rejects.toMatchObject({
      kind: 'gone',
    })
    await next.platform.stop()
  })

  test.each([
    ['is forged', (state: string) => `${state.slice(0, -2)}xx`, true],
    ['is for another time', (state: string) => `zzzz${state.slice(4)}`, true],
    ['is made up', () => 'a.b.c', true],
    ['is not that of the browser', (state: string) => state, false],
    ['is empty', () => '', true],
  ])('whose state %s is refused before anything is exchanged', async (_, change, remembered) => {
    const run = await listening()
    add(run.far, 'T2')
    const { address, cookie } = await begin(run)
    const back = new URL(run.far.install(address, 'T2'))
    const state = change(back.searchParams.get('state') ?? '')
    back.searchParams.set('state', state)
    const answer = await comeBack(run, back.href, remembered ? `${cookie.split('=')[0]}=${state}` : '')
    expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('Begin again') })
    expect(answer.text).not.toContain('slack_oauth')
    expect(exchanges(run)).toBe(0)
    expect(run.shelf.size).toBe(0)
  })

  test('that takes longer than ten minutes is refused', async () => {
    const clock = movable()
    const run = await listening({ clock })
    add(run.far, 'T2')
    const { address, cookie } = await begin(run)
    clock.forward(11 * 60_000)
    expect(await comeBack(run, run.far.install(address, 'T2'), cookie)).toMatchObject({
      status: 400,
      text: expect.stringContaining('more than ten minutes ago'),
    })
    expect(exchanges(run)).toBe(0)
  })

  test('that is called off, or that Slack does not confirm, is explained', async () => {
    const run = await listening()
    const { cookie } = await begin(run)
    const state = cookie.split('=')[1]
    const off = await comeBack(
      run,
      `https://x/slack/oauth_redirect?error=access_denied&state=${state}`,
      cookie,
    )
    expect(off).toMatchObject({ status: 400, text: expect.stringContaining('called off') })
    const unknown = await comeBack(run, `https://x/slack/oauth_redirect?code=none&state=${state}`, cookie)
    expect(unknown).toMatchObject({ status: 500, text: expect.stringContaining('did not confirm') })
    expect(run.shelf.size).toBe(0)
    expect(run.log()).not.toMatch(/client-secret|state-secret/)
  })

  test('for a whole organisation speaks in each of its workspaces', async () => {
    const run = await listening({ desk: { ...EMPTY_DESK, form: async () => LEVEL } })
    const { far, platform, heard } = run
    add(far, 'T5', { enterprise: 'E1', orgWide: true })
    far.team({ id: 'T6', enterprise: 'E1', orgWide: true })
    expect((await install(run, 'T5')).status).toBe(200)
    expect([...run.shelf.keys()]).toEqual(['E1'])
    const one = far.person('T6', 'U16')
    one.say('C16', 'hello')
    await far.settled()
    await one.command('C16', 'hint')
    expect(heard).toMatchObject([
      { person: 'slack:E1.T6/U16', place: 'slack:E1.T6/C16', text: 'hello' },
      { person: 'slack:E1.T6/U16', place: 'slack:E1.T6/C16', command: 'hint' },
    ])
    const card = { tone: 'answer' as const, text: 'x', buttons: [{ label: 'Go', command: 'next' }] }
    const { id } = await platform.say('slack:E1.T6/C16', card, 'one')
    await one.press(id, 'Go')
    await one.command('C16', 'start')
    await far.until(() => one.modal() !== undefined)
    await one.submit({ level: 'mid' })
    expect(heard[3]).toMatchObject({ type: 'form', place: 'slack:E1.T6/C16', person: 'slack:E1.T6/U16' })
    expect(heard[2]).toMatchObject({ type: 'press', place: 'slack:E1.T6/C16', person: 'slack:E1.T6/U16' })
  })
})

describe('tokens that expire', () => {
  const rotating = async (setting: Setting = {}) => {
    const clock = movable()
    const run = await listening({ clock, far: { rotates: true }, ...setting })
    add(run.far, 'T2')
    await install(run, 'T2')
    const first = run.far.token('T2')
    const say = (id: string): Promise<unknown> =>
      run.platform.say('slack:T2/C12', { tone: 'answer', text: 'x' }, id)
    return { ...run, run, clock, first, say }
  }

  test('are renewed ahead of time, once, and kept', async () => {
    const { run, far, clock, first, say, shelf } = await rotating()
    await say('before')
    expect(exchanges(run)).toBe(1)
    clock.forward(11 * HOUR)
    far.person('T2', 'U12').say('C12', 'hello')
    await Promise.all([...'abcdef'].map(say))
    await far.settled()
    expect(exchanges(run)).toBe(2)
    expect(far.token('T2')).not.toBe(first)
    expect(shelf.get('T2')).toMatchObject({ token: far.token('T2') })
    expect(run.words()).toEqual(['hello'])
    await run.platform.stop()
    const next = await listening({ on: far, shelf, clock })
    await next.platform.say('slack:T2/C12', { tone: 'answer', text: 'x' }, 'after')
    expect(exchanges(run)).toBe(2)
    await next.platform.stop()
  })

  test('are renewed when Slack takes them no longer', async () => {
    const { run, far, first, say } = await rotating()
    far.expire(first)
    await say('after')
    expect(exchanges(run)).toBe(2)
    expect(far.callsOf('chat.postMessage').at(-1)?.answer).toBe('ok')
  })

  test('are used as long as they hold, where they cannot be renewed yet', async () => {
    const { run, far, clock, say, log } = await rotating()
    far.trouble.fail('oauth.v2.access', 'internal_error', { times: 1 })
    clock.forward(11 * HOUR)
    await say('between')
    expect(log()).toContain('could not be renewed yet')
    await say('after')
    expect(exchanges(run)).toBe(3)
    expect(log()).not.toMatch(/xox/)
  })

  test('that could not be stored yet are used all the same, and stored as soon as they can be', async () => {
    let broken = false
    const shelf = new Map<string, unknown>()
    const set = shelf.set.bind(shelf)
    shelf.set = (name, value) => {
      if (broken) throw new Error('the disk is full')
      return set(name, value)
    }
    const { run, far, clock, first, say, log } = await rotating({ shelf })
    broken = true
    clock.forward(11 * HOUR)
    await say('renewed')
    const renewed = far.token('T2')
    expect(renewed).not.toBe(first)
    expect(shelf.get('T2')).toMatchObject({ token: first })
    expect(log()).toMatch(/the disk is full/)
    expect(log()).toMatch(/could not be stored yet; it is used all the same, and storing it is tried again/)
    clock.forward(120_000)
    await say('two minutes later')
    expect(far.callsOf('chat.postMessage').map(({ answer }) => answer)).toEqual(['ok', 'ok'])
    expect(exchanges(run)).toBe(2)
    broken = false
    await vi.waitFor(() => expect(shelf.get('T2')).toMatchObject({ token: renewed }), 4_000)
  })

  test('that could not be stored are stored when the bot stops, if they can be', async () => {
    let broken = false
    const shelf = new Map<string, unknown>()
    const set = shelf.set.bind(shelf)
    shelf.set = (name, value) => {
      if (broken) throw new Error('the disk is full')
      return set(name, value)
    }
    const { run, far, clock, say } = await rotating({ shelf })
    broken = true
    clock.forward(11 * HOUR)
    await say('renewed')
    broken = false
    await run.platform.stop()
    expect(shelf.get('T2')).toMatchObject({ token: far.token('T2') })
  })

  test('that another process has renewed are taken from it', async () => {
    const { far, clock, shelf, say, first } = await rotating()
    const next = await listening({ on: far, shelf, clock })
    clock.forward(10 * HOUR - 10_000)
    await say('not due yet')
    clock.forward(20_000)
    await next.platform.say('slack:T2/C12', { tone: 'answer', text: 'x' }, 'there')
    await say('here')
    expect(far.callsOf('oauth.v2.access').map(({ answer }) => answer)).toEqual([
      'ok',
      'ok',
      'invalid_refresh_token',
    ])
    far.expire(first)
    await say('once more')
    expect(far.callsOf('chat.postMessage').map(({ answer }) => answer)).toEqual(Array(4).fill('ok'))
    await next.platform.stop()
  })
})

describe('an end', () => {
  test.each([
    ['the app is taken out', (far: StandIn) => far.uninstall('T2')],
    ['its token is revoked', (far: StandIn) => far.revoke(far.token('T2'))],
  ])('where %s is cleaned up; other workspaces go on', async (_, end) => {
    const run = await listening()
    const { far, shelf, words } = run
    add(far, 'T2')
    add(far, 'T3')
    await install(run, 'T2')
    await install(run, 'T3')
    end(far)
    await far.settled()
    expect([...shelf.keys()]).toEqual(['T3'])
    const http = far.deliverTo(addressOf(run.platform), '0123456789abcdef0123456789abcdef')
    const message = {
      type: 'message',
      channel: 'C12',
      channel_type: 'channel',
      user: 'U12',
      text: 'still there?',
      ts: '1700000900.000100',
    }
    expect(await http.post('events_api', far.eventBody('T2', message))).toMatchObject({
      status: 200,
      text: '',
    })
    far.person('T3', 'U13').say('C13', 'hello')
    await far.settled()
    expect(words()).toEqual(['hello'])
    await expect(run.platform.say('slack:T2/C12', { tone: 'answer', text: 'x' }, 'x')).rejects.toMatchObject({
      kind: 'gone',
    })
  })

  test('of which Slack tells when the app is installed anew is none, and neither is one of a person', async () => {
    const run = await listening()
    add(run.far, 'T2')
    await install(run, 'T2')
    run.far.tell('T2', { type: 'app_uninstalled', event_ts: '1700000900.000100' })
    run.far.tell('T2', {
      type: 'tokens_revoked',
      tokens: { oauth: ['U12'], bot: [] },
      event_ts: '1700000900.000100',
    })
    await run.far.settled()
    expect([...run.shelf.keys()]).toEqual(['T2'])
    expect(run.far.deliveries.every(({ state }) => state === 'acknowledged')).toBe(true)
  })

  test('that cannot be cleaned up is told again by Slack', async () => {
    const run = await listening()
    add(run.far, 'T2')
    await install(run, 'T2')
    run.far.trouble.fail('auth.test', 500, { times: 2 })
    run.far.uninstall('T2')
    await run.far.settled()
    expect([...run.shelf.keys()]).toEqual(['T2'])
    await run.far.redeliver()
    expect(run.shelf.size).toBe(0)
  })
})

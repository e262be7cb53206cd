import { describe, expect, test } from 'vitest'
import type { Heard, Talk } from '../../../src/platform/platform.ts'
import { deskWith } from '../bare.ts'
import { hasty, type Running, type Setting, starting, threadOf, timeOf } from './running.ts'
import { addGuild, idsOf, ONE } from './stand-in/seed.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

const start = starting()

const GUILD = `discord:${ONE.guild}`
const CANDIDATE = `${GUILD}/u${ONE.candidate}`

const short = (each: Heard): string =>
  `${each.type} ${'text' in each ? each.text : each.type === 'file' ? each.name : ''}`.trim()

/** A guild of which the second of two shards is told; the first is told of the others. */
const FAR = idsOf('7')

/** A guild in which a talk is held in a thread, and nobody listens yet. */
const talking = async (options: Parameters<typeof standIn>[0] = {}) => {
  const far = await standIn(options)
  const one = far.person(ONE.candidate)
  const thread = await threadOf(far, ONE.general)
  const taken = one.say(thread, 'taken')
  const place = `${GUILD}/${ONE.general}/${thread}`
  const talk: Talk = { person: CANDIDATE, place, since: timeOf(taken) }
  const say = (text: string): string => one.say(thread, text)
  return { far, one, thread, place, talk, say, taken }
}

const running = async (far: StandIn, setting: Setting): Promise<Running> => {
  const run = await start({ ...setting, on: far })
  const { stop } = run
  run.stop = async () => {
    await stop()
    await far.stop()
  }
  return run
}

describe('what was said while nobody listened', () => {
  test('is read back at the start, before what is said now, and counts once', async () => {
    const { far, one, say, place, talk, thread, taken } = await talking()
    far.person(ONE.watcher).say(thread, 'a spectator')
    const first = say('first')
    one.say(thread, 'second', { files: [{ name: 'a.csv', text: 'a' }] })
    one.edit(first, 'first, changed')
    const durable = Promise.withResolvers<void>()
    const hear = async (each: Heard): Promise<void> => {
      if (each.id === first) await durable.promise
    }
    const run = await running(far, { desk: deskWith(() => [talk]), hear })
    say('live')
    one.say(ONE.general, 'elsewhere')
    await far.until(() => run.words().includes('elsewhere'))
    expect(run.words()).not.toContain('live')
    durable.resolve()
    await far.until(() => run.words().includes('live'))
    far.gateway.repeat('MESSAGE_CREATE')
    expect(run.heard.filter((each) => each.place === place).map(short)).toEqual([
      'message taken',
      'message first, changed',
      'edit first, changed',
      'message second',
      'file a.csv',
      'message live',
    ])
    expect(run.heard.find(({ id }) => id === taken)?.at).toBe(timeOf(taken))
  })

  test('in a talk of long ago is read back before the next word there', async () => {
    const { far, say, talk } = await talking()
    say('missed')
    const run = await running(far, { desk: { ...deskWith(() => [talk]), async *talks() {} } })
    far.person(ONE.candidate).say(ONE.general, 'elsewhere')
    await far.until(() => run.words().includes('elsewhere'))
    expect(run.words()).toEqual(['elsewhere'])
    say('live')
    await far.until(() => run.words().includes('live'))
    expect(run.words()).toEqual(['elsewhere', 'taken', 'missed', 'live'])
  })

  test('and taken back meanwhile is withdrawn, as far as it is still of weight', async () => {
    const { far, one, say, talk, taken, thread } = await talking()
    const files = [{ name: 'a.csv', text: 'a' }]
    const kept = one.say(thread, 'kept', { files })
    const gone = say('gone')
    one.remove(gone)
    const file = one.find(kept).message.attachments[0]?.id
    const fresh = [taken, kept, `${kept}.${file}`, gone]
    const run = await running(far, { desk: deskWith(() => [{ ...talk, fresh }]) })
    await far.until(() => run.heard.some(({ type }) => type === 'withdrawal'))
    expect(run.heard.filter(({ type }) => type === 'withdrawal')).toMatchObject([
      { of: gone, id: `${gone}.d`, person: CANDIDATE, place: talk.place },
    ])
  })

  test('is read page by page, in order', async () => {
    const { far, one, say, talk } = await talking()
    const lines = Array.from({ length: 230 }, (_, index) => `line ${index}`)
    for (const line of lines) say(line)
    for (const line of lines) one.dm(line)
    const direct = { ...talk, person: `discord:@me/u${ONE.candidate}`, place: `discord:@me/${one.direct}` }
    const run = await running(far, { desk: deskWith(() => [talk, direct]) })
    await far.until(() => run.words().length === 461)
    const at = (where: string): string[] =>
      run.heard.flatMap((each) => (each.place === where && each.type === 'message' ? [each.text] : []))
    expect(at(talk.place)).toEqual(['taken', ...lines])
    expect(at(direct.place)).toEqual(lines)
  })

  test('where it cannot be read any more is told once, and what is said there now is taken', async () => {
    const { far, say, talk } = await talking()
    far.trouble.fail('GET /channels/:id/messages', {
      status: 403,
      code: 50013,
      message: 'Missing Permissions',
    })
    const run = await running(far, { desk: deskWith(() => [talk]) })
    say('live')
    await far.until(() => run.words().includes('live'))
    expect(run.words()).toEqual(['live'])
    expect(run.log()).toMatch(/its place is gone.*Read Message History/)
  })

  test('where Discord fails for a while is read later, before what is said there', async () => {
    const { far, say, talk } = await talking()
    say('missed')
    far.trouble.fail('GET /channels/:id/messages', 500, { times: 4 })
    const run = await running(far, { clock: hasty(20), desk: deskWith(() => [talk]) })
    say('live')
    await far.until(() => run.words().length === 3, 'three messages', 9000)
    expect(run.words()).toEqual(['taken', 'missed', 'live'])
  })
})

/** What breaks a connection, and whether the session outlives it. */
const BREAKS: readonly [string, (far: StandIn) => void][] = [
  ['a connection that is cut', ({ gateway }) => gateway.drop()],
  ['a request to reconnect', ({ gateway }) => gateway.reconnect()],
  ['an invalid session that can be resumed', ({ gateway }) => gateway.invalidate(true)],
  [
    'a session that was forgotten',
    ({ gateway }) => {
      gateway.forget()
      gateway.drop()
    },
  ],
]

describe.each(BREAKS)('after %s', (_, break_) => {
  test('everything that was said meanwhile is heard once, in order', { timeout: 20_000 }, async () => {
    const { far, one, say, place, talk } = await talking()
    const direct = { person: `discord:@me/u${ONE.candidate}`, place: `discord:@me/${one.direct}`, since: 0 }
    const run = await running(far, { desk: deskWith(() => [talk, direct]) })
    say('before')
    await far.until(() => run.words().includes('before'))
    const { connections } = far.gateway.counts
    break_(far)
    for (const text of ['one', 'two', 'three']) say(text)
    for (const text of ['uno', 'dos']) one.dm(text)
    await far.until(
      () => far.gateway.counts.connections > connections || far.gateway.counts.resumed > 0,
      'another connection',
      9000,
    )
    await far.gateway.connected()
    say('four')
    one.dm('tres')
    const at = (where: string): string[] =>
      run.heard.flatMap((each) => (each.place === where && each.type === 'message' ? [each.text] : []))
    await far.until(
      () => at(place).includes('four') && at(direct.place).includes('tres'),
      'the last words',
      12_000,
    )
    expect(at(place)).toEqual(['taken', 'before', 'one', 'two', 'three', 'four'])
    expect(at(direct.place)).toEqual(['uno', 'dos', 'tres'])
    const asked = await one.command(ONE.general, 'mlsd time')
    expect(asked.answered).toBe(true)
  })
})

describe('a connection', () => {
  test('that died unnoticed is followed by another', { timeout: 15_000 }, async () => {
    const { far, say, talk } = await talking({ heartbeatEvery: 150 })
    const run = await running(far, { desk: deskWith(() => [talk]) })
    far.gateway.silence()
    say('into the void')
    await new Promise((done) => setTimeout(done, 400))
    far.gateway.accept()
    await far.until(() => run.words().includes('into the void'), 'the words', 9000)
    expect(run.words()).toEqual(['taken', 'into the void'])
  })

  test('is made again and again while there is no gateway', { timeout: 15_000 }, async () => {
    const { far, say, talk } = await talking()
    const run = await running(far, { desk: deskWith(() => [talk]) })
    const away = () => run.platform.away?.()
    expect(away()).toBeUndefined()
    far.gateway.refuse()
    const before = Date.now()
    far.gateway.drop()
    say('meanwhile')
    await far.until(() => far.gateway.counts.refused >= 2, 'two attempts')
    const since = away() ?? 0
    expect(since).toBeGreaterThanOrEqual(before)
    await far.until(() => far.gateway.counts.refused >= 3, 'one more')
    expect(away()).toBe(since)
    far.gateway.accept()
    await far.until(() => run.words().includes('meanwhile'), 'the words', 9000)
    expect(away()).toBeUndefined()
    expect(run.words()).toEqual(['taken', 'meanwhile'])
  })

  test('is tried again at the start while Discord is unwell, and that is told', async () => {
    const { far, say, talk } = await talking()
    far.trouble.fail('GET /gateway/bot', 500, { times: 4 })
    const run = await running(far, { clock: hasty(10), desk: deskWith(() => [talk]) })
    say('hello')
    await far.until(() => run.words().includes('hello'))
    expect(run.log()).toContain('cannot be reached')
  })

  test('that Discord ends for good is told with what to do, and followed by another once that is mended', async () => {
    const { far, say, talk } = await talking()
    const run = await running(far, { clock: hasty(200), desk: deskWith(() => [talk]) })
    far.gateway.close(4004)
    await far.until(() => run.log().includes('DISCORD_TOKEN'), 'a complaint')
    expect(run.platform.away?.()).toBeDefined()
    say('later')
    await far.until(() => run.words().includes('later'), 'the words')
    expect(run.platform.away?.()).toBeUndefined()
    expect(run.log()).not.toContain(far.token)
  })

  test('asks for no more than is needed', async () => {
    const { far } = await start()
    expect(far.gateway.intents()).toBe((1 << 0) | (1 << 9) | (1 << 12) | (1 << 15))
  })

  test('is made by several shards where Discord wants them, and each is heard', {
    timeout: 20_000,
  }, async () => {
    const { far, words } = await start({ far: { shards: 2 } })
    await far.gateway.connected(2)
    far.person(ONE.candidate).say(ONE.general, 'in a guild')
    far.person(ONE.candidate).dm('alone')
    await far.until(() => words().length === 2)
  })
})

describe('of two shards', () => {
  test('one that stays away holds up nobody in the guilds of the other', { timeout: 25_000 }, async () => {
    const { far, say, place, talk } = await talking({ shards: 2 })
    addGuild(far.world, FAR, 'Far')
    const run = await running(far, { desk: deskWith(() => [talk]) })
    await far.until(() => run.words().includes('taken'))
    const at = (where: string): string[] =>
      run.heard.flatMap((each) =>
        each.place.startsWith(where) && each.type === 'message' ? [each.text] : [],
      )
    far.gateway.refuse()
    far.gateway.drop(0)
    await far.until(() => far.gateway.counts.refused > 0, 'a shard to stay away')
    expect(run.platform.away?.()).toBeDefined()
    say('missed')
    far.person(FAR.candidate).say(FAR.general, 'elsewhere')
    await far.until(() => at(`discord:${FAR.guild}`).includes('elsewhere'), 'words of another guild', 2000)
    expect(at(place)).toEqual(['taken'])
    far.gateway.accept()
    await far.until(() => at(place).includes('missed'), 'the words', 9000)
    say('live')
    await far.until(() => at(place).includes('live'))
    expect(at(place)).toEqual(['taken', 'missed', 'live'])
    expect(run.platform.away?.()).toBeUndefined()
  })

  test('one that never confirms its end does not keep others from coming', { timeout: 30_000 }, async () => {
    const { far, say, talk } = await talking({ shards: 2 })
    const run = await running(far, { clock: hasty(200), desk: deskWith(() => [talk]) })
    const { identified } = far.gateway.counts
    far.gateway.stall(1)
    far.gateway.close(4004, 0)
    await far.until(() => run.log().includes('DISCORD_TOKEN'), 'a complaint')
    say('later')
    await far.until(() => far.gateway.counts.identified > identified, 'another connection', 5000)
    await far.until(() => run.words().includes('later'), 'the words', 12_000)
  })
})

describe('when it is stopped', () => {
  test('what is in hand is finished, and what is said then is read back at the next start', async () => {
    const { far, one, say, talk } = await talking()
    const durable = Promise.withResolvers<void>()
    const hear = async (each: Heard): Promise<void> => {
      if ('text' in each && each.text === 'in hand') await durable.promise
    }
    const run = await running(far, { desk: deskWith(() => [talk]), hear })
    say('in hand')
    await far.until(() => run.words().includes('taken'))
    const asked = await one.command(ONE.general, 'mlsd hint')
    await new Promise((done) => setTimeout(done, 30))
    const stopped = run.platform.stop()
    say('too late')
    durable.resolve()
    await stopped
    expect(run.words()).toEqual(['taken', 'in hand'])
    expect(asked.loading()).toBe(false)
    expect(far.gateway.open()).toBe(0)
    const next = await start({ on: far, shelf: run.shelf, desk: deskWith(() => [talk]) })
    await far.until(() => next.words().includes('too late'))
    await next.platform.stop()
  })

  test('it stays away, also where it was just about to connect anew', async () => {
    const { far, platform } = await start()
    far.gateway.drop()
    await far.until(() => far.gateway.open() === 0)
    await new Promise((done) => setTimeout(done, 50))
    await platform.stop()
    await new Promise((done) => setTimeout(done, 900))
    expect(far.gateway.open()).toBe(0)
  })
})

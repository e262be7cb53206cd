import { afterEach, describe, expect, test, vi } from 'vitest'
import { deskWith } from '../bare.ts'
import { type Emulated, emulated, TEAM } from './emulated.ts'
import { edges, placeOf, wordsIn } from './emulated-edge.ts'

const start = edges()

const PATIENT = { timeout: 5_000 }

const running: Emulated[] = []
afterEach(async () => {
  for (const far of running.splice(0)) await far.stop()
})

describe('from emulate, over signed events, is heard', () => {
  test('what is said, by whom and where, and whether it was meant for the app', async () => {
    const { far, heard } = await start()
    const { candidate, watcher, open, closed } = far
    const first = await candidate.say(open, 'to everybody')
    const reply = await watcher.say(open, 'in a thread', first)
    await candidate.say(closed, 'to some')
    await candidate.say(candidate.direct, 'to you & <nobody> else')
    await candidate.say(open, `<@${far.bot.user}> start ad-clicks`)
    const person = `slack:${TEAM}/${candidate.id}`
    expect(heard).toMatchObject([
      { place: placeOf(open), person, manner: 'overheard', id: first },
      {
        ...{ place: placeOf(open, first), person: `slack:${TEAM}/${watcher.id}`, manner: 'overheard' },
        ...{ id: reply, at: Math.round(Number(reply) * 1000) },
      },
      { place: placeOf(closed), person, manner: 'overheard' },
      {
        ...{ place: placeOf(candidate.direct), person, manner: 'direct', alone: true },
        text: 'to you & <nobody> else',
      },
      { place: placeOf(open), person, manner: 'direct', text: 'start ad-clicks' },
    ])
    expect(heard.slice(0, 3).filter(({ alone }) => alone)).toEqual([])
  })

  test('nothing of what the app itself says, changes and takes back', async () => {
    const { far, heard, platform } = await start()
    const receipt = await platform.say(placeOf(far.open), { tone: 'answer', text: 'one' }, 'one')
    await platform.revise(receipt, { tone: 'answer', text: 'two' })
    await far.call(far.bot.token, 'chat.delete', { channel: far.open, ts: receipt.id })
    expect(far.deliveries().map(({ event, status_code }) => [event, status_code])).toEqual(
      Array.from({ length: 3 }, () => ['message', 200]),
    )
    expect(heard).toEqual([])
  })

  test('what is changed and taken back', async () => {
    const { far, heard } = await start()
    const { candidate, open } = far
    const thread = await candidate.say(open, 'a thread')
    const ts = await candidate.say(open, 'about 3 %', thread)
    await candidate.call('chat.update', { channel: open, ts, text: 'about 4 %' })
    await candidate.call('chat.delete', { channel: open, ts })
    const place = placeOf(open, thread)
    expect(heard.slice(1)).toMatchObject([
      { type: 'message', place, id: ts, text: 'about 3 %' },
      { type: 'edit', place, of: ts, text: 'about 4 %' },
      { type: 'withdrawal', place, of: ts },
    ])
  })

  test('a file, which can then be read', async () => {
    const { far, heard, platform } = await start()
    const { candidate, open } = far
    const thread = await candidate.say(open, 'a thread')
    await candidate.share(open, 'rows.csv', 'a,b\n1,2\n', 'these rows', thread)
    const place = placeOf(open, thread)
    expect(heard.slice(1)).toMatchObject([
      { type: 'message', place, text: 'these rows' },
      { type: 'file', place, name: 'rows.csv', size: 8 },
    ])
    const ref = heard.flatMap((each) => (each.type === 'file' ? [each.ref] : [])).join()
    expect(Buffer.from(await platform.fetch(place, ref, 1000)).toString()).toBe('a,b\n1,2\n')
    await expect(platform.fetch(place, ref, 4)).rejects.toMatchObject({ kind: 'gone' })
    await candidate.call('files.delete', { file: ref })
    await expect(platform.fetch(place, ref, 1000)).rejects.toMatchObject({ kind: 'gone' })
  })

  test('with 200 once it is durable, and not before', async () => {
    const stored = Promise.withResolvers<void>()
    const begun = vi.fn()
    const { far, words } = await start({
      hear: () => {
        begun()
        return stored.promise
      },
    })
    const saying = far.candidate.say(far.open, 'an answer')
    await vi.waitFor(() => expect(begun).toHaveBeenCalled(), PATIENT)
    expect(far.deliveries()).toEqual([])
    stored.resolve()
    await saying
    expect(words()).toEqual(['an answer'])
    expect(far.deliveries()).toMatchObject([{ event: 'message', status_code: 200 }])
  })

  test('with 500 what could not be stored; sent again it counts, and sent once more it does not count twice', async () => {
    let broken = true
    const { far, words } = await start({
      hear: async () => {
        if (broken) throw new Error('the disk is full')
      },
    })
    const { candidate, open } = far
    await candidate.say(open, 'an answer')
    const [delivery] = far.deliveries()
    expect(delivery?.status_code).toBe(500)
    await vi.waitFor(
      () => expect(far.whispered(open, candidate).map(wordsIn).join()).toContain('disk is full'),
      PATIENT,
    )
    broken = false
    // It never sends an event twice by itself.
    expect(await far.deliver(delivery?.payload)).toBe(200)
    expect(await far.deliver(delivery?.payload)).toBe(200)
    expect(words()).toEqual(['an answer'])
  })

  test.each([
    ['signed with the secret of somebody else', 'another secret'],
    ['not signed', ''],
  ])('nothing that is %s, which is refused and told', async (_, signingSecret) => {
    const { far, heard, log } = await start({ far: { signingSecret } })
    await far.candidate.say(far.open, 'an answer')
    await far.candidate.say(far.open, 'another')
    expect(far.deliveries().map(({ status_code }) => status_code)).toEqual([401, 401])
    expect(heard).toEqual([])
    expect(log().split('\n')).toHaveLength(1)
    expect(log()).toContain('signature')
  })

  test('what was said while nobody listened, where talks run', async () => {
    const far = await emulated()
    running.push(far)
    const { candidate, watcher, open } = far
    const thread = await candidate.say(open, 'a thread')
    await candidate.say(open, 'one', thread)
    await watcher.say(open, 'mine', thread)
    await candidate.say(open, 'two', thread)
    await candidate.say(candidate.direct, 'three')
    await candidate.say(open, 'elsewhere')
    const [person, since] = [`slack:${TEAM}/${candidate.id}`, Date.now() - 60_000]
    const { heard } = await start({
      on: far,
      desk: deskWith(() => [
        { person, place: placeOf(open, thread), since },
        { person, place: placeOf(candidate.direct), since },
      ]),
    })
    await candidate.say(open, 'four', thread)
    await vi.waitFor(() => expect(heard).toHaveLength(4), PATIENT)
    const said = (place: string) =>
      heard.flatMap((each) => (each.type === 'message' && each.place === place ? [each.text] : []))
    expect(said(placeOf(open, thread))).toEqual(['one', 'two', 'four'])
    expect(said(placeOf(candidate.direct))).toEqual(['three'])
  })
})

/** One person under several names: joined by a code, and then one in practice, interviews, export and forgetting. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { practiceOf } from '../../src/host/practice/kept.ts'
import { HOUR, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

let home: House
let mia: Person
let other: Person
let eve: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  other = person(home, 'T2/mimi')
  eve = person(home, 'T2/eve')
})
afterEach(() => home.close())

const codeOf = async (who: Person): Promise<string> => {
  await who.command(who.direct, 'link')
  return /\*\*([A-Z0-9]{4}-[A-Z0-9]{4})\*\*/.exec(who.last(who.direct).text)?.[1] ?? 'none'
}
const join = async (): Promise<void> => {
  await other.command(other.direct, `link ${await codeOf(mia)}`)
  await other.press(other.direct, 'Yes, that is me')
}
const interviewed = async (who: Person, channel: string): Promise<string> => {
  const thread = await who.start(channel)
  await who.say(thread, 'The goal is fewer complaints.')
  await home.pass(QUIET)
  await who.finish(thread)
  return thread
}

describe('a code', () => {
  test('joins two names once its taker has said that both are theirs, and both are told', async () => {
    const code = await codeOf(mia)
    await other.command(other.direct, `link ${code.toLowerCase()}`)
    expect(other.last(other.direct).text).toContain('Go on only if that is you')
    await mia.command(mia.direct, 'link')
    expect(mia.last(mia.direct).text).not.toContain('Joined with')
    await join()
    expect(other.last(other.direct).text).toContain('Joined.')
    expect(mia.last(mia.direct).text).toContain('link off')
    await mia.command(mia.direct, 'link')
    expect(mia.last(mia.direct).text).toContain('Joined with another name of yours')
  })

  test('holds for one use, for ten minutes, and not for whoever asked for it', async () => {
    const code = await codeOf(mia)
    await mia.command(mia.direct, `link ${code}`)
    expect(mia.last(mia.direct).text).toContain('No such code')
    await other.command(other.direct, `link ${code} --sure yes`)
    await eve.command(eve.direct, `link ${code} --sure yes`)
    expect(eve.last(eve.direct).text).toContain('No such code')
    const late = await codeOf(mia)
    await home.pass(HOUR / 6)
    await eve.command(eve.direct, `link ${late} --sure yes`)
    expect(eve.last(eve.direct).text).toContain('No such code')
    expect(home.stored().includes(late)).toBe(false)
  })

  test('cannot be guessed: after five wrong ones nothing more is taken for an hour', async () => {
    const code = await codeOf(mia)
    for (let n = 0; n < 5; n += 1) await eve.command(eve.direct, `link WRONG-${n}`)
    await eve.command(eve.direct, `link ${code}`)
    expect(eve.last(eve.direct).text).toContain('Too many')
    await home.pass(HOUR)
    await eve.command(eve.direct, `link ${await codeOf(mia)}`)
    expect(eve.last(eve.direct).text).toContain('Go on only if that is you')
  })

  test('a new one takes the place of the one before', async () => {
    const first = await codeOf(mia)
    await codeOf(mia)
    await other.command(other.direct, `link ${first}`)
    expect(other.last(other.direct).text).toContain('No such code')
  })
})

describe('joined names', () => {
  test('share what was practised before and after, each once', async () => {
    await interviewed(mia, 'chat:T1/C1')
    await interviewed(other, 'chat:T2/C1')
    const before = (await practiceOf(home.memory(), mia.id)).past
    await join()
    const [one, two] = await Promise.all([mia, other].map(({ id }) => practiceOf(home.memory(), id)))
    expect(one).toEqual(two)
    expect(one?.past).toHaveLength(2)
    expect(one?.past).toContainEqual(before[0])
    await interviewed(other, 'chat:T2/C1')
    expect((await practiceOf(home.memory(), mia.id)).past).toHaveLength(3)
    await other.command(other.direct, 'history')
    expect(other.last(other.direct).text.match(/Parcels/g)?.length).toBeGreaterThanOrEqual(3)
  })

  test('an interview goes on where its person is now, and is over there', async () => {
    const thread = await mia.start('chat:T1/C1')
    await mia.say(thread, 'The goal is fewer complaints.')
    await home.pass(QUIET)
    const { id } = await home.held(thread)
    await other.command('chat:T2/C1', 'resume')
    expect(other.last('chat:T2/C1').text).toContain('No interview runs here')
    await join()
    await other.command('chat:T2/C1', 'resume')
    const moved = home.chat.posts.findLast(({ heads }) => heads === 'chat:T2/C1')
    const place = moved?.place ?? ''
    const record = await home.held(place)
    expect(record).toMatchObject({ id, person: other.id, place })
    expect(other.sees(place).length).toBeGreaterThan(1)
    await other.say(place, 'We would measure late parcels by day.')
    await home.pass(QUIET)
    const said = (await home.transcript(place)).filter(({ who }) => who === 'candidate')
    expect(said.map(({ text }) => text)).toEqual([
      'The goal is fewer complaints.',
      'We would measure late parcels by day.',
    ])
    await other.finish(place)
    expect((await home.report(place)).problem.id).toBe('late-parcels')
    await mia.command(mia.direct, `report ${id}`)
    expect(mia.last(mia.direct).tone).toBe('report')
    await mia.say(thread, 'Is anybody there?')
    expect(await home.transcript(place)).not.toContainEqual(
      expect.objectContaining({ text: 'Is anybody there?' }),
    )
  })

  test('a paused interview resumes there, and one of somebody else never does', async () => {
    const thread = await mia.start('chat:T1/C1')
    await mia.command(thread, 'pause')
    const { id } = await home.held(thread)
    await join()
    await eve.command('chat:T2/C1', 'resume')
    expect(eve.last('chat:T2/C1').text).toContain('No interview runs here')
    expect((await home.held(thread)).person).toBe(mia.id)
    await other.command(other.direct, 'resume')
    const record = (
      await home
        .memory()
        .load<{ place: string; interview: { snapshot: { value: unknown } } }>(`interview:${id}`)
    )?.value
    expect(record?.place.startsWith(`${other.direct}`)).toBe(true)
    expect(typeof record?.interview.snapshot.value).toBe('object')
  })

  test('is moved once, whatever dies on the way', async () => {
    const thread = await mia.start('chat:T1/C1')
    await join()
    home.chat.troubles.push({ kind: 'crash after', times: 1, of: ({ verb }) => verb === 'open' })
    await other.command('chat:T2/C1', 'resume')
    await home.restart()
    await home.pass(HOUR / 60)
    const { id } = await home.held(thread).catch(() => ({ id: '' }))
    expect(id).toBe('')
    const heads = home.chat.posts.filter(({ heads }) => heads === 'chat:T2/C1')
    expect(heads).toHaveLength(1)
    expect((await home.held(heads[0]?.place ?? '')).person).toBe(other.id)
    home.troubles.length = 0
  })

  test('are all in an export, and all forgotten under either', async () => {
    await interviewed(mia, 'chat:T1/C1')
    await interviewed(other, 'chat:T2/C1')
    await mia.command(mia.direct, 'daily on 12:00 UTC')
    await join()
    await other.command(other.direct, 'export')
    const [json, md] = other.last(other.direct).attachments ?? []
    const all = JSON.parse(json && 'text' in json ? json.text : '{}')
    expect(all.interviews).toHaveLength(2)
    expect(all.others).toMatchObject([{ person: mia.id }])
    expect(all.practice.dailies).toMatchObject([{ subscriber: mia.id }])
    expect(md && 'text' in md ? md.text : '').toContain('# Practice')
    await other.command(other.direct, 'forget --sure yes')
    expect(other.last(other.direct).text).toContain('2 interviews')
    const stored = home.stored()
    for (const trace of ['The goal is fewer complaints.', 'chat:T1/mia"', 'practice:', 'self:', 'identity:'])
      expect(stored.includes(trace), trace).toBe(false)
  })

  test('part again: what was practised together stays with the others', async () => {
    await interviewed(mia, 'chat:T1/C1')
    await join()
    await mia.command(mia.direct, 'link off')
    expect((await practiceOf(home.memory(), mia.id)).past).toHaveLength(0)
    expect((await practiceOf(home.memory(), other.id)).past).toHaveLength(1)
    await other.command(other.direct, 'history')
    expect(other.last(other.direct).text).not.toContain('Parcels that will be late (')
  })
})

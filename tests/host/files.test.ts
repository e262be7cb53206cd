/** Files that come with an answer. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bytesOf, exported } from './archive.ts'
import { linkTo } from './chat.ts'
import { type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00])
const GOAL = 'The business goal is fewer complaints, because each of them costs 6 euros to handle.'

let home: House
let mia: Person
let thread: string
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  thread = await mia.start(C1)
})
afterEach(() => home.close())

const said = async () => (await home.transcript(thread)).filter(({ who }) => who === 'candidate')
/** Where the words stand that something was credited for. */
const credited = async () => {
  const points = (await home.report(thread)).points.filter(({ measured }) => !measured)
  return [...new Set(points.map(({ where }) => where?.link))]
}
const questions = (): number => mia.sees(thread).filter(({ tone }) => tone === 'interviewer').length
const fetching = { of: ({ verb }: { verb: string }) => verb === 'fetch' }

describe('a text', () => {
  test.each([
    ['notes.txt', 'text/plain'],
    ['rows.csv', 'application/vnd.ms-excel'],
    ['plan.md', 'application/octet-stream'],
    ['figures.json', 'application/json'],
  ])('%s is read as an answer', async (name, mime) => {
    const text = `${GOAL}\n2.4 million parcels a day — “now”, says Zoë.`
    const id = await mia.file(thread, { name, mime, content: text })
    const asked = questions()
    await home.pass(QUIET)
    expect(await said()).toMatchObject([{ kind: 'attached', id, file: name, text, link: linkTo(thread, id) }])
    expect(questions()).toBe(asked + 1)
    await mia.finish(thread)
    expect(await credited()).toEqual([linkTo(thread, id)])
  })
})

describe('a picture', () => {
  test('is kept beside the answer, and handed out with the rest', async () => {
    const id = await mia.file(thread, { name: 'sketch.png', mime: 'image/png', content: PNG })
    await mia.say(thread, 'As in the sketch, features come from a store.')
    await home.pass(QUIET)
    const [entry, words] = await said()
    expect(entry).toMatchObject({ kind: 'attached', id, file: 'sketch.png', text: '' })
    expect(words?.text).toBe('As in the sketch, features come from a store.')
    await mia.command(C1, 'export')
    const picture = exported(mia.last(C1).attachments ?? [], entry?.picture ?? '')
    expect(picture).toEqual({ name: 'sketch.png', mime: 'image/png', content: Buffer.from(PNG) })
  })

  test('is not kept where nothing is answered any more', async () => {
    await mia.press(thread, 'End')
    await mia.file(thread, { name: 'late.png', mime: 'image/png', content: PNG })
    expect(mia.last(thread).text).toMatch(/^The interview is over\. Rate yourself/)
    expect(home.stored()).not.toContain(Buffer.from(PNG).toString('base64'))
  })
})

describe('pictures', () => {
  const send = (place: string, n: number, bytes = 100) =>
    mia.file(place, { name: `p${n}.png`, mime: 'image/png', content: new Uint8Array(bytes).fill(n) })
  const names = async (place: string) =>
    (await home.transcript(place)).flatMap((entry) => (entry.kind === 'attached' ? [entry.file] : []))
  const kept = async () => {
    let bytes = 0
    const all: string[] = []
    for await (const { key, value } of home.memory().each<{ base64: string }>('picture:')) {
      all.push(key)
      bytes += Buffer.from(value.base64, 'base64').byteLength
    }
    return { count: all.length, bytes }
  }

  test('are kept up to a number in each interview; who sends more is told what to do, and may say it', async () => {
    for (let n = 0; n < 12; n++) await send(thread, n)
    const { only, text } = mia.last(thread)
    expect(only).toBe(mia.id)
    expect(text).toBe(
      'The picture "p11.png" is not kept: 10 are kept of one interview. Say in words what it shows. It does not count as an answer.',
    )
    await mia.say(thread, 'It shows a store of features.')
    await home.pass(QUIET)
    expect(await names(thread)).toEqual(Array.from({ length: 10 }, (_, n) => `p${n}.png`))
    expect((await said()).at(-1)?.text).toBe('It shows a store of features.')
    expect(await kept()).toEqual({ count: 10, bytes: 1_000 })
    const other = await mia.start(C1)
    await send(other, 20)
    expect(await names(other)).toEqual(['p20.png'])
  })

  test('of one person take so much room and no more, however many interviews they begin', async () => {
    const other = await mia.start('chat:T1/C2')
    for (let n = 0; n < 6; n++) await send(n % 2 ? thread : other, n, 4_900_000)
    expect((await kept()).bytes).toBe(3 * 4_900_000)
    expect(mia.last(thread).text).toMatch(/^The picture "p5.png" is not kept: .* 15 MB .* Say in words/)
    await send(thread, 8, 100_000)
    expect((await kept()).count).toBe(4)
    // Somebody else's room is their own.
    const tom = person(home, 'T1/tom')
    await tom.file(await tom.start('chat:T1/C3'), {
      ...{ name: 'a.png', mime: 'image/png', content: new Uint8Array(4_900_000) },
    })
    expect((await kept()).count).toBe(5)
    // What everybody may send: ten files at once, none over ten megabytes.
    await mia.command(C1, 'export')
    const files = mia.last(C1).attachments ?? []
    expect(files.length).toBeLessThanOrEqual(10)
    for (const file of files) expect(bytesOf(file).byteLength).toBeLessThan(10_000_000)
    const sent = (await home.transcript(thread)).filter(({ kind }) => kind === 'attached')
    expect(sent).not.toEqual([])
    for (const { picture, file } of sent) {
      const found = exported(files, picture ?? '')
      expect(found).toMatchObject({ name: file })
      expect(found?.content?.byteLength).toBeGreaterThan(99_999)
    }
    // With what was removed its room comes back.
    await mia.command(C1, 'forget --sure yes')
    thread = await mia.start(C1)
    await send(thread, 9, 4_900_000)
    expect((await kept()).count).toBe(2)
  })

  test('that are repeated are counted once', async () => {
    home.chat.troubles.push({ kind: 'crash after', times: 1, ...fetching })
    await send(thread, 0)
    await home.restart()
    await home.pass(QUIET)
    for (let n = 1; n < 10; n++) await send(thread, n)
    expect(await names(thread)).toHaveLength(10)
  })
})

describe('what cannot be read is told to its person, and nothing else is lost', () => {
  test.each([
    ['of no use', { name: 'talk.mp3', mime: 'audio/mpeg', content: 'la' }, /neither a text nor a picture/],
    ['too large', { name: 'all.csv', mime: 'text/csv', size: 200_001 }, /too large; 200 kB are the most/],
    [
      'larger than it said',
      { name: 'b.csv', mime: 'text/csv', content: 'x'.repeat(200_001), size: 9 },
      /could not be had/,
    ],
    ['a large picture', { name: 'b.png', mime: 'image/png', size: 5_000_001 }, /too large; 5000 kB/],
    ['not UTF-8', { name: 'c.txt', mime: 'text/plain', content: PNG }, /not text in UTF-8/],
    ['gone', { name: 'd.txt', mime: 'text/plain' }, /could not be had: The file is no longer there/],
  ])('%s', async (_, file, words) => {
    await mia.say(thread, 'Before it.')
    await mia.file(thread, file)
    const { only, text } = mia.last(thread)
    expect(only).toBe(mia.id)
    expect(text).toMatch(words)
    expect(text).toMatch(/^The file ".*" .* It does not count as an answer\.$/s)
    await mia.say(thread, 'After it.')
    await home.pass(QUIET)
    expect((await said()).map(({ text }) => text)).toEqual(['Before it.', 'After it.'])
  })
})

describe('while the platform is down', () => {
  test.each(['busy', 'unreachable'] as const)('(%s) a file is waited for, and taken once', async (kind) => {
    home.chat.troubles.push({ kind, times: 20, ...fetching })
    await mia.file(thread, { name: 'notes.txt', mime: 'text/plain', content: 'In the file.' })
    await mia.say(thread, 'After the file.')
    await home.pass(3_600_000)
    expect((await said()).map(({ text }) => text)).toEqual(['In the file.', 'After the file.'])
    expect(home.troubles.splice(0)).toHaveLength(20)
    expect(await home.aside()).toEqual([])
  })

  test('a picture whose process died in between is taken once', async () => {
    home.chat.troubles.push({ kind: 'crash after', times: 1, ...fetching })
    await mia.file(thread, { name: 'sketch.png', mime: 'image/png', content: PNG })
    await home.restart()
    await home.pass(QUIET)
    expect(await said()).toHaveLength(1)
  })
})

test('a file that is taken back before it was answered does not count', async () => {
  const file = await mia.file(thread, { name: 'notes.txt', mime: 'text/plain', content: GOAL })
  await mia.say(thread, 'I know nothing.')
  await mia.withdraw(thread, file)
  await home.pass(QUIET)
  await mia.finish(thread)
  expect(await credited()).toEqual([])
})

/** Files that come with an answer. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Picture } from '../../src/host/attachment.ts'
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
    const [json] = mia.last(C1).attachments ?? []
    const { interviews } = JSON.parse(json && 'text' in json ? json.text : '{}')
    const picture: Picture = interviews[0].pictures[entry?.picture ?? '']
    expect(picture).toEqual({ name: 'sketch.png', mime: 'image/png', base64: expect.any(String) })
    expect(Uint8Array.from(Buffer.from(picture.base64, 'base64'))).toEqual(PNG)
  })

  test('is not kept where nothing is answered any more', async () => {
    await mia.press(thread, 'End')
    await mia.file(thread, { name: 'late.png', mime: 'image/png', content: PNG })
    expect(mia.last(thread).text).toMatch(/^The interview is over\. Rate yourself/)
    expect(home.stored()).not.toContain(Buffer.from(PNG).toString('base64'))
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

/** What is stored about a person: whose it is, what they get of it, and that it can go. */
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bytesOf, unzipped } from './archive.ts'
import { DAY, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'
const WORDS = 'The goal is fewer quibbles about pelicans.'
const SCENARIO = 'Sort the letters of a lighthouse.'
const LIKED = '"minutes\\":\\"29\\"'

let home: House
let mia: Person
let noor: Person
afterEach(() => home.close())

const open = async (options: Parameters<typeof house>[0] = {}): Promise<void> => {
  home = await house(options)
  mia = person(home, 'T1/mia')
  noor = person(home, 'T1/noor')
}

/** Two interviews of hers, one of them over, with all that can belong to them. */
const live = async (): Promise<{ over: string; running: string }> => {
  await mia.command(C1, 'settings --minutes 29')
  const over = await mia.start(C1, `--scenario "${SCENARIO}"`)
  await mia.say(over, WORDS)
  await mia.file(over, { name: 'sketch.png', mime: 'image/png', content: 'drawn by hand' })
  await home.pass(QUIET)
  await mia.finish(over)
  const running = await mia.start(mia.direct)
  await mia.say(mia.direct, WORDS)
  await home.pass(QUIET)
  return { over, running }
}
const picture = Buffer.from('drawn by hand').toString('base64')
const traces = (): string[] =>
  [WORDS, SCENARIO, picture, mia.id, LIKED].filter((words) => home.stored().includes(words))

describe('forget', () => {
  beforeEach(() => open())

  test('asks first, and then leaves nothing behind', async () => {
    await live()
    await mia.command(C1, 'forget')
    const { only, text, buttons } = mia.last(C1)
    expect(only).toBe(mia.id)
    expect(text).toContain('removes all your interviews')
    expect(buttons?.[0]?.confirm).toContain('removed for good')
    expect(traces()).toHaveLength(5)
    await mia.press(C1, 'Forget everything')
    expect(mia.last(C1).text).toBe('Forgotten: 2 interviews and all that belonged to them.')
    expect(traces()).toEqual([])
    const shown = home.chat.posts.length
    await home.pass(DAY)
    await mia.say(mia.direct, 'history')
    expect(mia.last(mia.direct).text).toBe('None yet.')
    expect(home.chat.posts).toHaveLength(shown + 1)
  })

  test('takes along what still waits to be taken', async () => {
    const thread = await mia.start(C1)
    home.chat.troubles.push({ kind: 'busy', times: 9, of: ({ place }) => place === thread })
    await mia.press(thread, 'Pause')
    await mia.say(thread, WORDS)
    expect(traces()).toContain(WORDS)
    await mia.command(C1, 'forget --sure yes')
    await home.pass(DAY)
    expect(traces()).toEqual([])
    expect(home.troubles.splice(0)).not.toEqual([])
  })

  test('leaves what is of others alone, also where they talk', async () => {
    const thread = await noor.start(C1)
    await noor.say(thread, WORDS)
    await mia.say(thread, 'Reading along.')
    await live()
    for (const place of [thread, mia.direct]) await mia.command(place, 'forget --sure yes')
    await noor.say(thread, 'And that is all.')
    await home.pass(QUIET)
    expect((await home.transcript(thread)).filter(({ who }) => who === 'candidate')).toHaveLength(2)
    await noor.finish(thread)
    expect(noor.last(thread).tone).toBe('report')
    expect(traces()).toEqual([WORDS])
  })

  test('said as words where an interview of hers is held, takes that one as well', async () => {
    await mia.start(mia.direct)
    await mia.say(mia.direct, WORDS)
    await mia.say(mia.direct, '/mlsd forget --sure yes')
    expect(mia.last(mia.direct).text).toContain('Forgotten: 1 interview ')
    await home.pass(DAY)
    expect(traces()).toEqual([])
  })
})

test.each(['picture:', 'transcript:', 'interview:', 'learner:'])(
  'a process that dies as it forgets a %s leaves the rest to the next one',
  async (kind) => {
    let dies = true
    await open({
      memory: (inner) => ({
        ...inner,
        forget: (key) => {
          if (!dies || !key.startsWith(kind)) return inner.forget(key)
          dies = false
          return new Promise(() => {})
        },
      }),
    })
    await live()
    await mia.command(C1, 'forget --sure yes')
    expect(dies).toBe(false)
    await home.restart()
    await home.pass(60_000)
    expect(mia.last(C1).text).toMatch(/^Forgotten: /)
    expect(traces()).toEqual([])
  },
)

describe('export', () => {
  beforeEach(() => open())

  test('hands everything to its person alone, complete and for reading', async () => {
    await live()
    const thread = await noor.start(C1)
    await noor.say(thread, 'Words of Noor.')
    await mia.command(C1, 'export')
    const { only, text, attachments = [] } = mia.last(C1)
    expect(only).toBe(mia.id)
    expect(text).toContain('2 interviews')
    const [json = '', markdown = ''] = attachments.map((file) => ('text' in file ? file.text : ''))
    for (const part of [WORDS, SCENARIO, 'sketch.png', mia.id, '"minutes": "29"'])
      expect(json).toContain(part)
    const [, , archive, ...more] = attachments
    expect(more).toEqual([])
    const drawn = archive ? [...unzipped(bytesOf(archive)).values()] : []
    expect(drawn.map(String)).toEqual(['drawn by hand'])
    expect(JSON.parse(json).interviews.map(({ report }: { report: unknown }) => report !== null)).toEqual([
      true,
      false,
    ])
    for (const part of [`> ${WORDS}`, `> ${SCENARIO}`, '# Report: Your own scenario'])
      expect(markdown).toContain(part)
    expect(json + markdown).not.toMatch(/noor/i)
  })

  test('is handed over in files that can be sent, however much there is', async () => {
    const thread = await mia.start(C1)
    // Nothing in it repeats itself at once.
    const page = (n: number) =>
      Array.from({ length: 7_000 }, (_, i) => `${(i * 7919 + n * 104_729) % 999_983} features a day`).join(
        '\n',
      )
    for (let n = 0; n < 16; n++)
      await mia.file(thread, { name: `notes${n}.txt`, mime: 'text/plain', content: page(n) })
    await mia.command(C1, 'export')
    // What is compressed is so beside the main thread, of which the house sees nothing.
    await expect.poll(() => mia.last(C1).attachments?.length, { timeout: 20_000 }).toBe(2)
    const { attachments = [] } = mia.last(C1)
    expect(attachments.map(({ name }) => name)).toEqual(['mlsd-export.json.gz', 'mlsd-export.md.gz'])
    const [json = '', markdown = ''] = attachments.map((file) => gunzipSync(bytesOf(file)).toString())
    expect(json.length).toBeGreaterThan(2_000_000)
    for (const file of attachments) expect(bytesOf(file).byteLength).toBeLessThan(1_500_000)
    const { interviews } = JSON.parse(json)
    expect(interviews[0].transcript.filter(({ kind }: { kind: string }) => kind === 'attached')).toHaveLength(
      16,
    )
    expect(markdown).toContain('> 104729 features a day')
  })

  test('of somebody of whom nothing is stored is empty', async () => {
    await mia.command(C1, 'export')
    expect(mia.last(C1).text).toContain('0 interviews')
    expect(JSON.stringify(mia.last(C1).attachments)).not.toContain('"record')
  })
})

describe('what is of others', () => {
  beforeEach(() => open())

  test.each(['T1/noor', 'T2/mia'])('%s neither sees nor gets, by whatever id', async (name) => {
    const { over } = await live()
    const other = person(home, name)
    const place = `${name.startsWith('T1') ? 'chat:T1' : 'chat:T2'}/C3`
    const { id } = await home.held(over)
    for (const line of ['history', 'export', 'settings', 'report', 'forget --sure yes']) {
      await other.command(place, line)
      expect(JSON.stringify(other.last(place))).not.toMatch(/pelicans|lighthouse|Parcels|29/)
      expect(other.last(place).only).toBe(other.id)
    }
    for (const unknown of [id, 'feedfacade']) {
      await other.command(place, `report ${unknown}`)
      expect(other.last(place).text).toBe(
        `You have no interview "${unknown}". \`/mlsd history\` lists yours.`,
      )
    }
    expect(traces()).toHaveLength(5)
    const everything = home.chat.posts.filter(({ card }) => card.only === other.id)
    expect(JSON.stringify(everything)).not.toContain(mia.id)
  })
})

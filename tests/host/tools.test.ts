/** What is computed on request, where people talk. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BadInput } from '../../src/numbers/bad-input.ts'
import { abTest } from '../../src/tools/ab-test.ts'
import type { Tool } from '../../src/tools/tool.ts'
import { type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'
const CSV = { name: 'rows.csv', mime: 'text/csv', content: 'y,p\n1,.9\n0,.2\n0,.4\n' }
const MINUTE = 60_000

/** Counts the rows of a file, and draws what it was told. */
const counts: Tool = async ({ args, input }) => {
  if (!input) throw new Error('A tool that takes a file was run without one.')
  const chunks = await Array.fromAsync(input.bytes)
  const rows = Buffer.concat(chunks).toString('utf8').trim().split('\n')
  if (rows[0] === 'broken')
    throw new BadInput('Row 3 has two values.', { row: 3, mend: 'Take one of them out.' })
  return {
    title: 'Counted',
    text: `${rows.length - 1} rows of ${input.name}, label ${args.label ?? 'guessed'}`,
    data: rows.length,
    pictures: [
      {
        kind: 'confusion',
        labels: ['no', 'yes'],
        counts: [
          [1, 1],
          [0, 1],
        ],
      },
    ],
  }
}
const drawing: Tool = async ({ args }) => ({
  ...{ title: 'Diagram', text: JSON.stringify(args), data: null, pictures: [] },
})
const TOOLS: Readonly<Record<string, Tool>> = {
  ...{ metrics: counts, data: counts, diagram: drawing, 'ab-test': abTest },
}

let home: House
let mia: Person
beforeEach(async () => {
  home = await house({ tools: async (name) => TOOLS[name] })
  mia = person(home, 'T1/mia')
})
afterEach(() => home.close())

/** A picture is drawn in its own time, whatever the clock says. */
const counted = (place: string, times = 1): Promise<void> =>
  vi.waitFor(
    () => expect(mia.sees(place).filter(({ title }) => title === 'Counted')).toHaveLength(times),
    20_000,
  )

describe('a tool without a file', () => {
  test('answers the person alone, in the middle of an interview too', async () => {
    const thread = await mia.start(C1)
    for (const place of [C1, thread, mia.direct]) {
      await mia.command(place, 'ab-test --baseline 2.4 % --effect 2%')
      expect(mia.last(place)).toMatchObject({ tone: 'answer', only: mia.id })
      expect(mia.last(place).text).toMatch(/1[.,]6/)
    }
    await home.pass(QUIET)
    expect((await home.transcript(thread)).filter(({ who }) => who === 'candidate')).toEqual([])
  })

  test('says what is wrong with what it was given', async () => {
    await mia.command(C1, 'ab-test --baseline often --effect 2%')
    expect(mia.last(C1)).toMatchObject({ only: mia.id, title: 'It cannot be computed as it was given' })
    expect(mia.last(C1).text).toMatch(/often/)
  })

  test('that is not there is said not to be', async () => {
    await mia.command(C1, 'choose-model')
    expect(mia.last(C1).text).toMatch(/choose-model is not available here/)
  })

  test('takes the rest of the message as it was typed', async () => {
    await mia.say(mia.direct, 'diagram --budget 50\n```mermaid\nflowchart LR\n A["it\'s"] --text--> B\n```')
    expect(JSON.parse(mia.last(mia.direct).text)).toEqual({
      budget: '50',
      text: 'flowchart LR\n A["it\'s"] --text--> B',
    })
  })
})

describe('a tool that needs a file', () => {
  test('asks for it, and takes the next one of that person at that place', async () => {
    const zoe = person(home, 'T1/zoe')
    await mia.command(C1, 'metrics --label y')
    expect(mia.last(C1)).toMatchObject({ only: mia.id, text: 'Send the file here within 15 minutes.' })
    await zoe.file(C1, CSV)
    expect(zoe.sees(C1)).toEqual([])
    await mia.file(C1, CSV)
    await counted(C1)
    const { only, title, text, attachments = [] } = mia.last(C1)
    expect({ only, title, text }).toEqual({
      only: mia.id,
      title: 'Counted',
      text: '3 rows of rows.csv, label y',
    })
    const [picture] = attachments
    if (!picture || !('bytes' in picture)) throw new Error('No picture came back.')
    expect(Buffer.from(picture.bytes.slice(1, 4)).toString()).toBe('PNG')
    expect(picture.alt).not.toBe('')
    const seen = mia.sees(C1).length
    await mia.file(C1, CSV)
    expect(mia.sees(C1)).toHaveLength(seen)
  })

  test('is not given one that comes too late', async () => {
    await mia.command(C1, 'metrics')
    await home.pass(16 * MINUTE)
    await mia.file(C1, CSV)
    expect(mia.last(C1).text).toMatch(/^Send the file/)
  })

  test('takes it in the place of an interview, where it is no answer', async () => {
    const thread = await mia.start(C1)
    await mia.mention(thread, 'metrics --label y')
    await mia.file(thread, CSV)
    await home.pass(QUIET)
    await counted(thread)
    expect((await home.transcript(thread)).filter(({ who }) => who === 'candidate')).toEqual([])
    await mia.file(thread, CSV)
    await home.pass(QUIET)
    expect((await home.transcript(thread)).filter(({ who }) => who === 'candidate')).toHaveLength(1)
  })

  test('takes one that was sent before it', async () => {
    await mia.file(mia.direct, CSV)
    expect(mia.last(mia.direct)).toMatchObject({
      text: 'I can look at `rows.csv`. It is remembered for 15 minutes.',
      buttons: [{ command: 'data' }, { command: 'metrics' }],
    })
    await mia.press(mia.direct, 'Check the data')
    await counted(mia.direct)
    expect(mia.last(mia.direct).text).toBe('3 rows of rows.csv, label guessed')
    await mia.press(mia.direct, 'Compute metrics')
    await counted(mia.direct, 2)
  })

  test.each([
    ['too large', { ...CSV, size: 20_000_001 }, /`rows.csv` is too large; 20 MB are the most here/],
    ['gone', { name: 'a`b\n.csv', mime: 'text/csv' }, /`a_b_.csv` is no longer there/],
    ['broken', { ...CSV, content: 'broken' }, /^Row 3 has two values\. Take one of them out\.$/],
  ])('says so where it is %s', async (_, file, words) => {
    await mia.command(C1, 'data')
    await mia.file(C1, file)
    expect(mia.last(C1).text).toMatch(words)
    expect(mia.last(C1).only).toBe(mia.id)
  })

  test('and whose platform is down for a while is run once it is back', async () => {
    await mia.command(C1, 'data')
    home.chat.troubles.push({ kind: 'busy', times: 3, of: ({ verb }) => verb === 'fetch' })
    await mia.file(C1, CSV)
    await home.pass(20 * MINUTE)
    await counted(C1)
    expect(home.troubles.splice(0)).toHaveLength(3)
  })
})

test('what is remembered is exported, and forgotten on request', async () => {
  await mia.command(C1, 'metrics --label secret_column')
  await mia.command(mia.direct, 'export')
  const [json] = mia.last(mia.direct).attachments ?? []
  expect(JSON.parse(json && 'text' in json ? json.text : '{}').requests.waits).toMatchObject([
    { command: 'metrics', args: { label: 'secret_column' } },
  ])
  await mia.command(mia.direct, 'forget --sure yes')
  await home.settled()
  expect(home.stored().match(/"requests:/g)).toBeNull()
})

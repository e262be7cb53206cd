/** Files that mean harm to whoever reads their figures. */
import { afterEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { BadInput } from '../../src/numbers/bad-input.ts'
import { COMMANDS } from '../../src/platform/commands.ts'
import { toolsApart } from '../../src/tools/apart.ts'
import { data } from '../../src/tools/data.ts'
import { metrics } from '../../src/tools/metrics.ts'
import { type House, house } from '../host/house.ts'
import { person } from '../host/person.ts'
import { file } from './given.ts'

/** Names that mean something to a program, a spreadsheet, a terminal, a page or a chat. */
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "=cmd|' /C calc'!A0",
  '<img src=x onerror=alert(1)>',
  '@everyone',
  '<!channel>',
  '[a](javascript:alert(1))',
]

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const tableOf = (names: readonly string[], cell: (row: number, name: string) => string): string =>
  [
    [...names.map(quoted), 'y', 'p'].join(','),
    ...Array.from({ length: 60 }, (_, n) =>
      [...names.map((name) => quoted(cell(n, name))), n % 3 === 0 ? 1 : 0, (n % 10) / 10].join(','),
    ),
  ].join('\n')

describe('columns', () => {
  test.each(NAMES)('called %j and filled with it are counted like others', async (name) => {
    const plain = await data({
      args: { label: 'y' },
      input: file(
        tableOf(['c'], () => 'c'),
        4_096,
      ),
    })
    const found = await data({
      args: { label: 'y' },
      input: file(
        tableOf([name], () => name),
        4_096,
      ),
    })
    const about = ({ data: result }: typeof plain) => JSON.stringify(result).length
    expect(found.data).toMatchObject({ rows: 60, cut: false })
    expect(Math.abs(about(found) - about(plain))).toBeLessThan(60 * NAMES.join().length)
  })

  test('whose names mean something to a program are only names', async () => {
    const text = tableOf(NAMES, (n, name) => (n % 2 === 0 ? name : `${n}`))
    const found = await data({ args: { label: 'y' }, input: file(text, 4_096) })
    expect(found.data).toMatchObject({ rows: 60 })
    const scored = await metrics({ args: { label: 'y', score: 'p' }, input: file(text, 4_096) })
    expect(scored.text).toMatch(/\d/)
    for (const name of ['__proto__', 'constructor', 'toString'])
      await expect(metrics({ args: { label: name, score: 'p' }, input: file(text, 4_096) })).rejects.toThrow(
        BadInput,
      )
    // Nothing of all objects has changed.
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>).y).toBeUndefined()
    expect(`${{}}`).toBe('[object Object]')
  })

  test('that the options name and the file has not are told to be missing, whatever every object has', async () => {
    for (const name of ['__proto__', 'constructor', 'valueOf'])
      await expect(
        metrics({
          args: { label: name, score: 'p' },
          input: file(
            tableOf(['c'], () => 'c'),
            4_096,
          ),
        }),
      ).rejects.toThrow(BadInput)
  })

  test('without end are refused, and in their thousands read without comparing each with each', async () => {
    const read = (text: string) => data({ args: {}, input: file(text, 65_536) })
    const line = (count: number, cell: (n: number) => string) =>
      Array.from({ length: count }, (_, n) => cell(n)).join(',')
    await expect(read(`${','.repeat(190_000)}\n`)).rejects.toThrow(/190001 values/)
    await expect(read(`a,b\n"${'x'.repeat(190_000)}`)).rejects.toThrow(BadInput)
    const wide = await read(`${line(9_000, (n) => `c${n}`)}\n${line(9_000, () => '1')}\n`)
    expect(wide.data).toMatchObject({ rows: 1 })
  })

  test.each(['1e309', '-1e309', 'NaN', 'Infinity', '1e-400', '9'.repeat(400), '0x10', '1_000'])(
    'with %s among their numbers give no figure that is none',
    async (odd) => {
      const table = [
        'y,p',
        ...Array.from({ length: 40 }, (_, n) => `${n % 2},${n === 7 ? odd : n / 40}`),
      ].join('\n')
      const shown = await metrics({ args: { label: 'y', score: 'p' }, input: file(table, 4_096) }).then(
        ({ text }) => text,
        (error) => {
          expect(error).toBeInstanceOf(BadInput)
          return 'refused'
        },
      )
      expect(shown).not.toMatch(/\b(?:NaN|Infinity|undefined)\b/)
    },
  )
})

describe('beside the main thread', () => {
  const rows = (count: number) =>
    `a,y,p\n${Array.from({ length: count }, (_, n) => `${n},${n % 2},0.${n % 10}`).join('\n')}`
  const asked = (text: string) => ({ args: { label: 'y' }, input: file(text, 65_536) })

  test('a large file holds up nobody, and its figures are the same', async () => {
    const text = rows(100_000)
    const here = await data(asked(text))
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    const tool = await toolsApart(systemClock())('data')
    const there = await tool?.(asked(text))
    clearInterval(timer)
    expect(there).toEqual(here)
    // On the main thread it would be one turn before, and one after.
    expect(turns).toBeGreaterThan(20)
  })

  test('one that takes more than its time or memory is given up, and the next is read', async () => {
    const hurried = await toolsApart(systemClock(), { ms: 5, memory: 512 })('data')
    await expect(hurried?.(asked(rows(100_000)))).rejects.toThrow(/more time or memory/)
    const words = `w,y\n${Array.from({ length: 400_000 }, (_, n) => `word number ${n},${n % 2}`).join('\n')}`
    const tools = toolsApart(systemClock(), { ms: 60_000, memory: 24 })
    const cramped = await tools('data')
    await expect(cramped?.(asked(words))).rejects.toThrow(/more time or memory/)
    await expect(cramped?.(asked('a,y\n1,2\n3\n'))).rejects.toThrow(BadInput)
    expect((await cramped?.(asked(rows(40))))?.data).toMatchObject({ rows: 40 })
  })

  test('what needs no file is computed at once, and what is no tool is none', async () => {
    const tools = toolsApart(systemClock())
    expect((await (await tools('estimate'))?.({ args: { text: '120M users x 9 / day' } }))?.text).toMatch(
      /\d/,
    )
    expect(await tools('constructor')).toBeUndefined()
  })
})

describe('in a chat', () => {
  let home: House
  afterEach(() => home.close())

  test('a file that is larger than it says is read no further than its limit', async () => {
    home = await house({ tools: async () => data })
    expect(COMMANDS.find(({ name }) => name === 'data')?.takes).toBe('file')
    const mia = person(home, 'T1/mia')
    await mia.command(mia.direct, 'data')
    const content = `a,b\n${'1,2\n'.repeat(5_100_000)}`
    await mia.file(mia.direct, { name: 'small.csv', mime: 'text/csv', content, size: 9 })
    expect(mia.last(mia.direct).text).toMatch(/is no longer there|too large/)
    expect(home.chat.calls.some(({ verb }) => verb === 'fetch')).toBe(true)
    expect(home.stored().length).toBeLessThan(100_000)
  })
})

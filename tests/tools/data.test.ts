/** What is amiss in a file: findings by what they spoil, with figures, rows and what to do. */
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../src/numbers/bad-input.ts'
import { data } from '../../src/tools/data.ts'
import { file } from './given.ts'

const of = (content: string, args: Record<string, string> = {}) => data({ args, input: file(content, 4_096) })
const rows = (count: number, row: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => row(n)).join('\n')

const TABLE = `user,y,income,refund_amount,day,split\n${rows(400, (n) => {
  const y = n % 4 === 0 ? 1 : 0
  const income = y === 1 && n % 8 === 0 ? '' : String(2_000 + ((n * 37) % 900))
  return [
    `u${n % 297}`,
    y,
    income,
    y === 1 ? 10 + n : 0,
    `2027-01-${String(1 + (n % 28)).padStart(2, '0')}`,
    n % 5 === 0 ? 'test' : 'train',
  ].join(',')
})}\n`

describe('a table with faults', () => {
  it('has them told, the gravest first', async () => {
    const {
      text,
      data: found,
      pictures,
    } = await of(TABLE, { label: 'y', split: 'split', time: 'day', group: 'user' })
    expect(text).toMatch(
      /Spoils a result.*refund_amount may give the label away.*To be mended.*income is missing/s,
    )
    expect(text).toContain('of the test rows are older than the newest training row (by day)')
    expect(text).toContain('of user stand in both parts')
    expect(text).toMatch(
      /income is missing in 12\.5 % \(50 rows\), and that depends on the label: 0 % where the label is 0, 50 % where the label is 1/,
    )
    expect(text).toContain('Always saying "0" is right in 75 %')
    expect(found).toMatchObject({ rows: 400, cut: false })
    expect(pictures).toMatchObject([{ kind: 'importance', alone: true }])
  })

  it('names rows as a spreadsheet counts them', async () => {
    const { text } = await of('a,b\n1,2\n3,4\n1,2\n')
    expect(text).toContain('1 row comes again, such as row 4, which is row 2')
  })
})

it('says where leaks were not looked for', async () => {
  const three = `y,x\n${rows(60, (n) => `${n % 3},${n * 7}`)}\n`
  expect((await of(three, { label: 'y' })).text).toContain('only where the label has two classes')
  expect((await of(TABLE, { label: 'y' })).text).not.toContain('only where')
})

it('a table without faults has nothing told', async () => {
  const { text } = await of(
    `a,b\n${rows(200, (n) => `${Math.sin(n).toFixed(6)},${Math.cos(n).toFixed(6)}`)}\n`,
  )
  expect(text).toContain('Nothing amiss was found.')
})

it.each([
  ['label', /no column "z" for label.*"a", "b"/s],
  ['split', /no column "z" for split/],
])('a column that is not there is refused: %s', async (role, says) => {
  await expect(of('a,b\n1,2\n', { [role]: 'z' })).rejects.toThrow(says)
  await expect(data({ args: {} })).rejects.toThrow(BadInput)
})

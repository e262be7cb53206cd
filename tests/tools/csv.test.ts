/** A CSV as columns, however it was written; and what is wrong with it, by row and column. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../src/numbers/bad-input.ts'
import { isMissing } from '../../src/numbers/data/column.ts'
import { tableIn } from '../../src/tools/csv/table.ts'
import { file } from './given.ts'

const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + 2 * text.length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, little)
  for (let n = 0; n < text.length; n += 1) view.setUint16(2 + 2 * n, text.charCodeAt(n), little)
  return bytes
}

/** The values row by row, as they are read; null for a gap. */
const valuesIn = async (content: string | Uint8Array) => {
  const { columns, rows, names } = await tableIn(file(content))
  const at = (row: number) =>
    columns.map((column) => {
      if (isMissing(column, row)) return null
      return column.kind === 'number' ? column.values[row] : column.dictionary[column.codes[row] ?? -1]
    })
  return { names, rows: Array.from({ length: rows }, (_, row) => at(row)) }
}

const SAME = {
  names: ['id', 'café'],
  rows: [
    [1, 'a, b'],
    [2.5, null],
    [-3, 'é'],
  ],
}

describe('a table', () => {
  it.each([
    ['commas', 'id,café\n1,"a, b"\n2.5,\n-3,é\n'],
    ['CRLF, a byte order mark and no last line end', '\ufeffid,café\r\n1,"a, b"\r\n2.5,NA\r\n-3,é'],
    ['semicolons and decimal commas', 'id;café\n1;a, b\n2,5;n/a\n-3;é\n'],
    ['tabs', 'id\tcafé\n1\ta, b\n2.5\tNone\n-3\té\n'],
    ['bars and empty lines', 'id|café\n\n1|a, b\n2.5|null\n\n-3|é\n'],
    ['UTF-16, little end first', utf16('id,café\n1,"a, b"\n2.5,\n-3,é\n', true)],
    ['UTF-16, big end first', utf16('id,café\n1,"a, b"\n2.5,\n-3,é\n', false)],
  ])('is the same with %s', async (_, content) => {
    expect(await valuesIn(content)).toEqual(SAME)
  })

  it('keeps quoted line ends and quotation marks, and names such as 007', async () => {
    expect((await valuesIn('a,b\n"x\ny",007\n"say ""hi""",008\n')).rows).toEqual([
      ['x\ny', '007'],
      ['say "hi"', '008'],
    ])
  })

  it('without a header takes the first line as a row', async () => {
    expect(await valuesIn('1,0.5\n0,0.25\n')).toEqual({
      names: ['c1', 'c2'],
      rows: [
        [1, 0.5],
        [0, 0.25],
      ],
    })
  })

  it('turns a column of numbers into text once a word comes', async () => {
    expect((await valuesIn('a\n1\n\n2\nx\n1\n')).rows).toEqual([['1'], ['2'], ['x'], ['1']])
  })

  it('names a number the same before and after the word that makes its column text', async () => {
    expect((await valuesIn('a\n1.50\nx\n1.50\n007\n')).rows).toEqual([['1.5'], ['x'], ['1.5'], ['007']])
  })

  it('keeps only what is wanted, and says where it stopped', async () => {
    const rows = Array.from({ length: 50 }, (_, n) => `${n},x${n}`).join('\n')
    const table = await tableIn(file(`a,b\n${rows}\n`), { keep: () => ['a'], most: 20 })
    expect(table).toMatchObject({ rows: 20, cut: true, names: ['a', 'b'] })
    expect(table.columns).toHaveLength(1)
  })

  it('tells how far it is', async () => {
    const shares: number[] = []
    await tableIn(file('a,b\n1,2\n3,4\n', 3), { progress: (share) => shares.push(share) })
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual(shares.toSorted())
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /is empty/],
    ['a header alone', 'a,b\n', /no rows below its header/],
    ['a row too short', 'a,b\n1,2\n3\n', /Row 3 has 1 value and the first row 2: "b" is missing/],
    ['a row too long', 'a,b\n1,2,3\n', /Row 2 has 3 values/],
    ['a name twice', 'a,a\n1,2\n', /Two columns are called "a"/],
    ['an open quotation mark', 'a,b\n1,"x\n2,y\n', /quotation mark/],
    ['another encoding', Uint8Array.of(97, 44, 98, 10, 0xe9, 44, 49, 10), /not written in UTF-8/],
    ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), /spreadsheet/],
    ['a program', Uint8Array.of(0x7f, 69, 76, 70, 0, 0, 1), /no text/],
  ])('refuses %s, and says where', async (_, content, says) => {
    await expect(tableIn(file(content))).rejects.toThrow(BadInput)
    await expect(tableIn(file(content))).rejects.toThrow(says)
  })

  it('reads back whatever was written, wherever its bytes are cut', async () => {
    const value = fc.string({
      unit: fc.constantFrom('a', 'B', ',', ';', '"', '\n', '\r\n', 'é', '1', ' '),
      maxLength: 6,
    })
    const written = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, piece) => {
          const text = `x,y\n${rows.map((row) => row.map((one) => written(`v${one}`)).join(',')).join('\n')}\n`
          const { columns } = await tableIn(file(text, piece))
          const read = rows.map((_, row) =>
            columns.map((column) =>
              column.kind === 'text' ? column.dictionary[column.codes[row] ?? -1] : undefined,
            ),
          )
          expect(read).toEqual(rows.map((row) => row.map((one) => `v${one}`.trim())))
        },
      ),
    )
  })

  it('never fails in any other way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        try {
          await tableIn(file(bytes))
        } catch (error) {
          expect(error).toBeInstanceOf(BadInput)
        }
      }),
    )
  })
})

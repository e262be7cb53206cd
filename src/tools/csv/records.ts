/** The records of a CSV file as they come: quoted or not, whatever stands between the values and at the end of a line. */
import { CsvError, parse } from 'csv-parse'
import { BadInput } from '../../numbers/bad-input.ts'
import type { Input } from '../tool.ts'
import { delimiterOf, demandText, type Encoding, encodingOf, HEAD } from './head.ts'

export type Records = {
  delimiter: string
  /** Each with its values as text, the header among them. */
  rows: AsyncIterable<string[]>
}

/** A value longer than this is a quotation mark that nobody closed. */
const LONGEST = 1_000_000

/** Opens a file; it is read no faster than its records are taken. Throws BadInput for what is no text. */
export const recordsIn = async (
  input: Input,
  progress: (share: number) => void = () => {},
): Promise<Records> => {
  const chunks = input.bytes[Symbol.asyncIterator]()
  const first = await headOf(chunks)
  const encoding = encodingOf(first)
  demandText(input.name, first, encoding)
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(first.subarray(0, HEAD)))
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST,
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  return { delimiter, rows: rowsOf(parser, texts(input, first, chunks, encoding, progress), input.name) }
}

/** Enough of the file to tell how it is written. */
const headOf = async (chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let size = 0
  while (size < HEAD) {
    const { done, value } = await chunks.next()
    if (done) break
    parts.push(bytesOf(value))
    size += parts.at(-1)?.length ?? 0
  }
  return Buffer.concat(parts)
}

/** A stream that was given an encoding hands on text. */
const bytesOf = (chunk: Uint8Array | string): Uint8Array =>
  typeof chunk === 'string' ? Buffer.from(chunk) : chunk

async function* texts(
  { name, size }: Input,
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  encoding: Encoding,
  progress: (share: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: false })
  let read = 0
  const decoded = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw new BadInput(`${name} is not written in ${encoding.toUpperCase()}, near byte ${read}.`, {
        mend: 'Save it as CSV (UTF-8) first.',
      })
    }
  }
  for (let chunk: Uint8Array | undefined = first; chunk; ) {
    yield decoded(chunk)
    read += chunk.length
    if (size) progress(Math.min(1, read / size))
    const next: IteratorResult<Uint8Array> = await rest.next()
    chunk = next.done ? undefined : bytesOf(next.value)
  }
  yield decoded()
}

/** Hands text to the parser in step with the records that are taken. */
async function* rowsOf(
  parser: ReturnType<typeof parse>,
  source: AsyncGenerator<string>,
  name: string,
): AsyncGenerator<string[]> {
  try {
    for await (const text of source) {
      if (text !== '') parser.write(text)
      for (let row = parser.read(); row !== null; row = parser.read()) yield row as string[]
    }
    parser.end()
    for await (const row of parser) yield row as string[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { code, lines } = error as CsvError & { lines?: number }
    throw new BadInput(`${name} cannot be read near line ${lines ?? '?'}: ${SAYS[code] ?? error.message}`, {
      ...(lines !== undefined && { row: lines }),
      mend: 'Look at the quotation marks there.',
    })
  } finally {
    parser.destroy()
    await source.return(undefined)
  }
}

const SAYS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed.',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quotation mark.',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a value that is not quoted.',
  CSV_MAX_RECORD_SIZE: 'a record does not end.',
}

/** Writing to a stream, no faster than it is read. */
import type { Writable } from 'node:stream'

/** Resolves once the stream has taken the text; rejects when nobody reads it any more. */
export const print = (stream: Writable, text: string): Promise<void> =>
  new Promise((done, fail) => {
    stream.write(text, (error) => (error ? fail(error) : done()))
  })

/** One JSON document on lines of its own. */
export const printJson = (stream: Writable, value: unknown): Promise<void> =>
  print(stream, `${JSON.stringify(value, null, 2)}\n`)

/** Writing to a stream, no faster than it is read. */
import type { Writable } from 'node:stream'
import type { Card } from '../platform/card.ts'
import type { App } from './app.ts'

/** Resolves once the stream has taken the text; rejects when nobody reads it any more. */
export const print = (stream: Writable, text: string): Promise<void> =>
  new Promise((done, fail) => {
    stream.write(text, (error) => (error ? fail(error) : done()))
  })

/** One JSON document on lines of its own. */
export const printJson = (stream: Writable, value: unknown): Promise<void> =>
  print(stream, `${JSON.stringify(value, null, 2)}\n`)

/** A card on stdout: drawn for a person, and as the Markdown it is for a file. */
export const printCard = async (app: App, card: Card): Promise<void> =>
  print(app.streams.out, await app.draw(card))

/**
 * What can be computed on request, outside of any interview: written once, shown by the terminal, Slack and Discord alike.
 *
 * A tool knows nothing of who asks and where. Its arguments stand in the table of commands, and come as text.
 */
import type { Picture } from '../chart/picture.ts'

/** A file or a text that came with the request. */
export type Input = {
  /** What the file is called, for messages. */
  name: string
  /** Bytes in all, where that is known. */
  size?: number
  bytes: AsyncIterable<Uint8Array>
}

export type Asked = {
  /** The arguments that were given, by their name in the table of commands, as typed. */
  args: Readonly<Record<string, string>>
  input?: Input
  /** Told the share of the input that was read, from 0 to 1, where its size is known. */
  progress?: (share: number) => void
}

/** JSON, and nothing else: what has no value is null beside its reason. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

export type Answer = {
  title: string
  /** Markdown: the reading in plain words first, then the figures. */
  text: string
  /** The same as data, for `--json`. */
  data: Json
  /** In the order of their worth; the first is the one that `--png` writes. */
  pictures: readonly Picture[]
}

/**
 * A tool. Throws `BadInput` for what cannot be computed as it was given: which row, column and value, and what mends it.
 */
export type Tool = (asked: Asked) => Promise<Answer>

/** What a terminal is made of: streams and the world around them are arguments. */
import type { Readable, Writable } from 'node:stream'
import type { Clock } from '../../clock.ts'

export type TerminalOptions = {
  input: Readable
  output: Writable
  /** A person sits at both ends; otherwise paragraphs are read until the input ends. */
  tty: boolean
  color: boolean
  /** The width of the output now. */
  columns: () => number
  clock: Clock
  /** Resolves when everything heard so far has been handled and said. */
  settled: () => Promise<void>
  /** Moves a virtual clock on; absent when time is real. */
  advance?: (ms: number) => Promise<void>
  /** Whether an interview is open here, asked when the person leaves; taken as yes when absent. */
  running?: () => Promise<boolean>
  /** Shows what was read, so that a piped run reads as a talk. */
  echo?: boolean
  person: string
  /** The language of whoever types, as a tag such as `de`, where it is known. */
  locale?: string
  place: string
  /** A new id each time. */
  ids: () => string
}

/** What the commands work with, as arguments: nothing in `cli/` opens, reads or waits by itself. */
import type { Readable, Writable } from 'node:stream'
import type { Clock, VirtualClock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Grader } from '../grader/grader.ts'
import type { Bank, Library } from '../host/library.ts'
import type { World } from '../host/world.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'
import type { Memory } from '../memory/memory.ts'

/** The person at this terminal, and the place where they talk. */
export const LOCAL = 'terminal:local'

export type Streams = { in: Readable; out: Writable; err: Writable }

/** The data file, open. */
export type Data = {
  memory: Memory
  library: Library
  close(): Promise<void>
}

export type WritableData = Data & {
  mailbox: Mailbox
  /** Rewrites the file so that nothing of what was removed is left in it. */
  compact(): void
}

export type App = {
  version: string
  config(): Config
  streams: Streams
  clock(kind: 'real' | 'virtual'): Clock | VirtualClock
  bank(): Promise<Bank>
  /** Opens the data file to look into it; `undefined` when there is none yet. */
  look(): Promise<Data | undefined>
  /** Opens the data file for this process alone. */
  open(clock: Clock): Promise<WritableData>
  backup(to: string): Promise<void>
  /** Answers where the file that was there before is kept. */
  restore(from: string): Promise<string | undefined>
  grader(): Promise<Grader>
}

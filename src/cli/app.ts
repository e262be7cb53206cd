/** What the commands work with, as arguments: no edge and no environment is reached in any other way. */
import type { Readable, Writable } from 'node:stream'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Finding } from '../finding.ts'
import type { Grader } from '../grader/grader.ts'
import type { Bank, Library } from '../host/library.ts'
import type { Log, World } from '../host/world.ts'
import type { Interviewer } from '../interviewer/interviewer.ts'
import type { Teacher } from '../interviewer/teacher.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'
import type { Memory } from '../memory/memory.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Prices } from '../model/prices.ts'
import type { Sum } from '../moving/move.ts'
import type { Card } from '../platform/card.ts'
import type { Platform } from '../platform/platform.ts'
import type { Prompts } from '../prompt/prompts.ts'
import type { Words } from '../words/words.ts'

/** The person at this terminal, and the place where they talk. */
export const LOCAL = 'terminal:local'

export type Streams = {
  in: Readable
  out: Writable
  err: Writable /** A person sits at both ends. */
  tty: boolean
}

/** Time that may be moved on, where it is virtual. */
export type AnyClock = Clock & { advance?(ms: number): Promise<void> }

/** The data file, open to be read. */
export type Data = { memory: Memory; library: Library; close(): Promise<void> }

/** The same, with what is still to do. */
export type Looked = Data & {
  /** For people: the file, or the database. */
  where: string
  queue: Pick<Mailbox, 'state' | 'failing' | 'aside'>
  /** Who works on it now, in words; null where nobody does. */
  user(): Promise<string | null>
}

/** The data file, open for this process alone. */
export type OwnData = Data & {
  /** For people: the file, or the database. */
  where: string
  mailbox: Mailbox
  /** So many messages it has in hand at once. */
  hands: number
  /** For how long what is asked of it has waited for its turn by now, in milliseconds; absent where nothing waits. */
  waited?(): number
  /** Rewrites the file, so that nothing of what was removed is left in it. */
  compact(): void
}

export type Talk = {
  output: Writable
  tty: boolean
  clock: AnyClock
  /** Resolves once everything heard so far has been handled and said. */
  settled(): Promise<void>
  /** Whether an interview is open. */
  running(): Promise<boolean>
}

export type Terminal = Platform & { done: Promise<void> }

/** A chat platform that is set up, and a line that says where it runs. */
export type Served = { platform: Platform; where: string }

/** The roles that a model has, a sentence that says what is sent where, and where its calls are noted. */
export type Minds = {
  interviewer?: Interviewer
  grader?: Grader
  teacher?: Teacher
  told: (words: Words) => string
  used: NonNullable<World['used']>
}

/** A judge that asks a model about answers outside any interview. */
export type Judge = {
  grader: Grader
  prompts: Prompts
  /** Its name as prices go by it; with its host, for people; and all that makes it another judge when it changes. */
  model: string
  who: string
  named: string
  /** So many answers may be put to it at once. */
  atOnce: number
}

export type App = {
  version: string
  /** The Node that runs this, and the least that can. */
  node: { runs: string; least: string }
  config(): Config
  streams: Streams
  clock(kind: 'real' | 'virtual'): Promise<AnyClock>
  bank(): Promise<Bank>
  /** Where the files of the bank are. */
  flows: string
  /** Opens the data file to look at it, also beside a running interview; `undefined` when there is none yet. */
  look(): Promise<Looked | undefined>
  open(clock: Clock): Promise<OwnData>
  backup(to: string): Promise<void>
  /** Moves all data between the file and the database; throws a `MoveError` where that cannot be. */
  migrate(to: 'postgres' | 'sqlite', tell: (table: string, rows: number) => void): Promise<readonly Sum[]>
  /** Answers where the data from before is kept, if there was any. */
  restore(from: string): Promise<string | undefined>
  /** Those that need no model. */
  interviewer(): Promise<Interviewer>
  grader(): Promise<Grader>
  /** Those that ask a model, where one is set up. */
  minds(memory: Memory): Promise<Minds | undefined>
  /** The judge whose model is set, which spends from this ledger; nothing where none is set. */
  judge(ledger: Ledger): Promise<Judge | undefined>
  prompts(): Promise<Prompts>
  /** What models cost; rejects with a reason where a table of one's own cannot be used. */
  prices(): Promise<Prices>
  terminal(talk: Talk): Promise<Terminal>
  /** Every chat platform that is set up; none of them listens yet. `again` is told of what one failed at and is asked again. */
  platforms(
    clock: Clock,
    data: Pick<OwnData, 'memory' | 'mailbox'>,
    again?: (platform: string) => void,
  ): Promise<readonly Served[]>
  /** The same, with the log of a server. */
  serving(): Promise<App>
  /** Resolves when this process is told to end; the next time it is told, it ends at once. */
  told(): Promise<void>
  /** What a look at the data file and at every chat platform found. */
  looks(): Promise<Finding[]>
  /** A card as stdout is to show it. */
  draw(card: Card): Promise<string>
  log: Log
}

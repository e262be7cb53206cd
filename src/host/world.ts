/** Everything outside that the host works with, as arguments. */
import type { Picture } from '../chart/picture.ts'
import type { Clock } from '../clock.ts'
import type { Grader } from '../grader/grader.ts'
import type { Interviewer } from '../interviewer/interviewer.ts'
import type { Teacher } from '../interviewer/teacher.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'
import type { Memory } from '../memory/memory.ts'
import type { Handling, Ids, Meter } from '../meter.ts'
import type { Usage } from '../model/model.ts'
import type { Platform } from '../platform/platform.ts'
import type { Tool } from '../tools/tool.ts'
import type { Words } from '../words/words.ts'
import type { Errands } from './errands.ts'
import type { Lane } from './lane.ts'
import type { Library } from './library.ts'
import type { Logs } from './logs.ts'
import type { Thoughts } from './thoughts.ts'

/** What goes wrong without anybody having to answer for it is told here. */
export type Log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  what: string,
  details?: Record<string, unknown>,
) => void

/** Draws a picture as PNG, in the language of a tag such as `de`, and says what is seen on it. */
export type Draw = (
  picture: Picture,
  language: string | undefined,
) => Promise<{ png: Uint8Array; alt: string }>

/** Whose page, and of which interview; their history where none is named. */
export type PageOf = { person: string; interview?: string }

export type Pages = {
  /** One HTML document with all that is on it; nothing where there is no such interview of theirs, or it is not over. */
  html(page: PageOf): Promise<string | undefined>
  /** Where they can be had by a link, without a `/` at its end. */
  address?: string
}

export type World = {
  memory: Memory
  mailbox: Mailbox
  clock: Clock
  library: Library
  platforms: ReadonlyMap<string, Platform>
  /** The one configured, and the one that needs no model; the same where none is configured. */
  interviewer: { usual: Interviewer; standIn: Interviewer }
  grader: { usual: Grader; standIn: Grader }
  /** Who says after the verdicts what could have been said; nobody where no model judges. */
  teacher?: Teacher
  /** What computes on request, by the name of its command; nothing where there is no such tool. */
  tools?: (name: string) => Promise<Tool | undefined>
  /** Draws pictures where files are shown; none are when absent. */
  draw?: Draw
  /** Makes pages for a browser; none are made when absent. */
  pages?: Pages
  settings: {
    /** Milliseconds of silence that end an answer, by platform name. */
    quiet: Readonly<Record<string, number>>
    /** Milliseconds after which an abandoned interview closes itself. */
    idle: number
    /** So many messages the mailbox has in hand at once, where that is another number than is usual. */
    hands?: number
    /** Other processes do some of the same work. */
    shared?: true
    /** One line: what is stored where, and who judges. */
    notice: (words: Words) => string
  }
  /** Told what a call of a model took, and for whom. */
  used?: (whose: { interview: string; person: string }, usage: readonly Usage[]) => void
  /** Measures; nobody does when absent. */
  meter?: Meter
  log: Log
}

/** The same to somebody who is spoken to outside of any interview, in their language. */
export type Speaking = World & { words: Words }

/** The same with what the host itself holds ready. */
export type Working = World & {
  logs: Logs
  thoughts: Thoughts
  errands: Errands
  /** For daily questions, which many get at the same moment. */
  dailies: Lane
  /** What is known of the message in hand, while there is one. */
  following?: { ids: Ids; handling: Handling | undefined }
}

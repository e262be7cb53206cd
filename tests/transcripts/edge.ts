/**
 * One person on one platform: what they can do there and what they see. The stand-in of each platform answers an edge,
 * so that the same transcripts are replayed over all of them.
 */
import type { Clock } from '../../src/clock.ts'
import type { Card } from '../../src/platform/card.ts'
import type { Platform } from '../../src/platform/platform.ts'

/** What a person asks for at the start. */
export type Asked = {
  problem?: string
  scenario?: string
  flow?: string
  focus?: string
  level: string
  minutes: string
  mode: string
}

export type Edge = {
  /** The platform's name, with which its places begin. */
  name: string
  /** The platform as a process sees it that starts now; what was shown to an earlier one stays on the screen. */
  connect(clock: Clock): Platform
  /** Each deed resolves once the process that listens has taken it, and fails where none does. */
  start(asked: Asked): Promise<void>
  /** Sends a message and answers its id. */
  say(text: string): Promise<string>
  /** Types a command, without its slash. */
  command(line: string): Promise<void>
  edit(id: string, text: string): Promise<void>
  withdraw(id: string): Promise<void>
  rate(marks: Readonly<Record<string, number>>): Promise<void>
  /** Every card on the screen, oldest first, each once however often it was sent. */
  screen(): readonly Card[]
}

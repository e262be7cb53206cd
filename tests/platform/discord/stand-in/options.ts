import type { Logged } from './log.ts'
import type { Windows } from './rates.ts'

/** What a stand-in is to be like. */
export type Options = {
  /** Milliseconds since 1970; stands still at 1700000000000 when left out. */
  now?: () => number
  /** Whether the app has the Message Content intent switched on; yes when left out. */
  messageContent?: boolean
  /** Milliseconds within which an interaction must be answered; Discord's three seconds when left out. */
  answerWithin?: number
  /** Milliseconds between two heartbeats of the app; Discord's 41,250 when left out. */
  heartbeatEvery?: number
  /** How many shards are recommended; 1 when left out. */
  shards?: number
  /** `real` limits calls as Discord does, `generous` (when left out) hardly, windows those that they name. */
  rates?: 'generous' | 'real' | Windows
  /** Checks every payload against Discord's limits, and permissions; yes when left out. No is for long runs. */
  check?: boolean
  /** How many calls are remembered. */
  keep?: number
  /** Is told of every call once it was answered. */
  onCall?: (call: Logged) => void
}

import type { Logged } from './log.ts'
import type { TeamSketch } from './teams.ts'

/** What a stand-in is to be like. */
export type Options = {
  /** The workspaces to begin with; T1 alone when left out. */
  teams?: readonly TeamSketch[]
  /** What the app subscribes to (`message.channels`, `app_mention`, ...); everything when left out. */
  events?: readonly string[]
  /** Milliseconds since 1970; stands still at 1700000000 when left out. */
  now?: () => number
  /** How far apart two timestamps are at least, in microseconds. */
  step?: number
  /** Milliseconds within which the app must acknowledge; Slack's three seconds when left out. */
  ackWithin?: number
  /** Milliseconds between two pings to a socket. */
  pingEvery?: number
  /** Tokens from OAuth end and are renewed with refresh tokens. */
  rotates?: boolean
  /** Tells the app of its own messages, as Slack does; yes when left out. */
  echo?: boolean
  /**
   * Checks every payload against Slack's limits, and that channels and threads exist; yes when left out. No is for long
   * runs in which somebody else makes up the events.
   */
  check?: boolean
  /** How many messages of a channel, and how many calls, are remembered; for long runs. */
  keep?: number
  /** Is told of every call once it was answered. */
  onCall?: (call: Logged) => void
}

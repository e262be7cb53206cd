import { ATTEMPTS, type Message } from './mailbox.ts'

export type DeliveryOptions = {
  /** Keys whose messages are in hand side by side. */
  atOnce?: number
  /** Deliveries of one message before it is set aside. */
  attempts?: number
  /** The pause after a first failure; each further one doubles it, up to the longest. */
  firstPauseMs?: number
  longestPauseMs?: number
  /** How long the id of a handled message is known. */
  knownForMs?: number
  /** Told of each failed delivery, and of a failing store when nobody is waiting for its answer. */
  report?: (error: unknown, message?: Pick<Message, 'key' | 'id' | 'attempt'>) => void
}

/** How long the id of a message that is done with is known, where nothing else is said; in milliseconds. */
export const KNOWN_FOR = 14 * 24 * 60 * 60 * 1_000

/** What a mailbox does where nothing else is asked for. */
export const DEFAULTS = {
  atOnce: 32,
  attempts: ATTEMPTS,
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
  knownForMs: KNOWN_FOR,
  report: () => {},
} satisfies Required<DeliveryOptions>

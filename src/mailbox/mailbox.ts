/**
 * What is still to do: durable messages, one at a time per key, in order, also later.
 *
 * Words of the trade. A *key* names what a message is for (`interview:7f3a`); messages of one key are handed over
 * strictly one after another, messages of different keys side by side. A message is *due* at its `at`. It is
 * *forgotten* once the handler resolves, and *set aside* after it has failed too often. A failing store counts for no
 * message: what it holds up is tried until it works.
 */

/** Any JSON value; a mailbox never looks inside. */
export type Body = unknown

export type Address = {
  key: string
  /** The platform's own id, unique within the mailbox; a known id is dropped, also for two weeks after it was handled. */
  id: string
  /** Not before this time, in milliseconds since 1970. Now when absent. */
  at?: number
}

export type Message = Address & { at: number; body: Body /** 1 on the first delivery. */; attempt: number }

/** Deliveries of one message before it is set aside. */
export const ATTEMPTS = 8

export type SetAside = Message & { reason: string }

export type State = {
  /** Messages that are due and wait for nobody but a free hand. */
  due: number
  /** Since when the one that waits longest is due, in milliseconds since 1970; null where none is. */
  since: number | null
  /** All that are not handled: due, in hand, behind another of their key, or for later. */
  held: number
  aside: number
}

export type Handler = (message: Message) => Promise<void>

/** What a handler throws when not the message but the store is at fault: it is tried until it works, never set aside. */
export class NotNow extends Error {
  override name = 'NotNow'
}

/**
 * What a handler throws when it has as much of a kind in hand as it takes at once. Nothing is amiss, and nobody is told: the
 * message comes again, with growing pauses, however often that happens.
 */
export class InTurn extends NotNow {
  override name = 'InTurn'
}

export type Mailbox = {
  /** Durable once it resolves: `true` when taken, `false` when the id was known. */
  post(body: Body, to: Address): Promise<boolean>
  /**
   * Hands over what is due, oldest first within a key, again with growing pauses until the handler resolves.
   * A message that was handed over once stays ahead of its key until it is handled or set aside, whatever comes with
   * an earlier time: one that keeps failing holds up its own key and no other. Call it once.
   */
  deliver(handler: Handler): void
  /** In place of `deliver`: others see that this process is at work, and nothing is handed to it. Absent where there are no others. */
  attend?(): void
  /**
   * Removes everything kept for a key, known ids and set-aside messages too; answers how many messages went.
   * One that is in hand is finished by its handler and not tried again.
   */
  drop(key: string): Promise<number>
  /**
   * Resolves once nothing that is due waits or is in hand. What stands behind a failed message waits for that one's
   * pause and is not due. Call it after `deliver`.
   */
  idle(): Promise<void>
  /** What failed and waits to be tried again, with why; so many at most, the next first. */
  failing(most: number): Promise<SetAside[]>
  /** What was set aside, in the order in which it happened. */
  aside(): Promise<SetAside[]>
  /** Puts a message that was set aside back among the others, to be tried anew; whether there was one of this id. */
  retry(id: string): Promise<boolean>
  /** Removes a message that was set aside for good; whether there was one of this id. */
  discard(id: string): Promise<boolean>
  /**
   * The keys of what is in hand or due and of what was handled last, so many messages of each kind at most: those with
   * something to do lately, the latest before others. Costs the same however much is kept.
   */
  lately(messages: number): Promise<string[]>
  /** How much there is to do. */
  state(): Promise<State>
  /**
   * Since when calls of other processes may be missed, in milliseconds since 1970; nothing while they are heard. Absent
   * where there are no others.
   */
  away?(): number | undefined
  /** Resolves once nothing is in hand any more; what is not handled stays for the next start. */
  stop(): Promise<void>
}

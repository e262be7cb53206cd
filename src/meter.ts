/** What is measured while the bot works, as an argument: closed lists, so that whoever shows it knows all that there is. */

/** The parts of handling one message: what is stored is read, something is thought of, it is stored, it happens. */
export type Part = 'load' | 'think' | 'save' | 'perform'

/** How handling ended: done, to be tried again by nobody's fault, or failed. */
export type Outcome = 'done' | 'later' | 'failed'

/** What became of what was heard. */
export type Taken = 'new' | 'known' | 'unasked' | 'too-much' | 'failed'

/** The names by which one message can be followed; nothing of what it says. */
export type Ids = {
  message: string
  key: string
  kind: string
  /** 1 on the first delivery. */
  attempt: number
  platform?: string
  interview?: string
}

/** One call of a model, as far as it is measured; times in milliseconds, a cost in the currency of the price table. */
export type Called = {
  /** Where the person is for whom it was made. */
  platform?: string
  role: string
  model: string
  outcome: string
  sent: number
  cached: number
  received: number
  firstToken: number
  whole: number
  cost: number | null
}

/** Somebody has been heard, and what they said is being stored. */
export type Hearing = {
  /** Goes with the message, so that its handling can be joined to this. */
  mark?: string
  /** It is durable, new or known before; or it asks nothing of the bot, is more than is heard, or could not be stored. */
  over(how: Taken): void
}

/** One message in hand. */
export type Handling = {
  /** Where it belongs, once that is known. */
  at(platform: string): void
  /** Does a part of it, whose result this is. */
  part<T>(name: Part, work: () => Promise<T>): Promise<T>
  over(how: Outcome): void
}

/** Whoever measures. It never throws, never waits, and is told nothing of what was said. */
export type Meter = {
  heard(platform: string): Hearing
  /** `mark` is that of the hearing it came from. */
  handling(ids: Ids, mark: string | undefined): Handling
  called(call: Called): void
  /** A call of this platform's is made once more, since the platform failed at it. */
  again(platform: string): void
}

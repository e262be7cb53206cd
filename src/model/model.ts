/** The contract of a language model: a few messages go in, one answer comes out, as words or as a value of a shape. */

/** What a model is asked to do; each may have an endpoint, a key and a model of its own. */
export type Role = 'interviewer' | 'judge'

export type Message = { role: 'system' | 'user' | 'assistant'; content: string }

/** The shape of an answer, as JSON Schema, and how a value is held to it. */
export type Shape<T> = {
  name: string
  schema: Readonly<Record<string, unknown>>
  /** The value, or what is wrong with it, in words that the model is told in a second try. */
  parse(value: unknown): { value: T } | { fault: string }
}

export type Ask<T> = {
  role: Role
  /** Name and version of the prompt, recorded with the call. */
  prompt: string
  messages: readonly Message[]
  shape: Shape<T>
  /** The most tokens that the answer may have. */
  most: number
  /**
   * Called with the text of the JSON as far as it has come. A second try, after a break or an answer without the shape,
   * begins anew with the next number; what was shown of the one before is the caller's to keep or to drop.
   */
  onText?: (soFar: string, attempt: number) => void
  signal?: AbortSignal
  /** Whose budgets and limits it counts against, beside the budget of the day. */
  whose?: Readonly<{ interview?: string; person?: string; team?: string }>
}

/** What one call took; times in milliseconds, tokens as the endpoint counts them, or by length where it does not. */
export type Usage = {
  role: Role
  model: string
  endpoint: string
  prompt: string
  /** Tokens sent, those of them that the endpoint had in its cache, and tokens received. */
  sent: number
  cached: number
  received: number
  firstToken: number
  whole: number
  /** In the currency of the price table; null for a model that is not in it. */
  cost: number | null
  outcome: 'answered' | FailureKind
}

export type Answered<T> = { value: T; usage: readonly Usage[] }

export type FailureKind =
  /** The endpoint cannot be reached, fails or breaks off, or its circuit is open after it has failed often. */
  | 'unreachable'
  /** It takes too long. */
  | 'slow'
  /** Too many requests, after all retries. */
  | 'busy'
  /** The key is wrong, the model does not exist, the request is not taken: nothing but a mend of the settings helps. */
  | 'refused'
  /** The model would not answer, or a filter stopped it. */
  | 'declined'
  /** The prompt is too long for the model. */
  | 'too-long'
  /** The answer has not the shape that was asked for, twice. */
  | 'malformed'
  /** What it answered may not be used, twice; said by whoever asked. */
  | 'unfit'
  /** The budget of the interview, person or day is used up. */
  | 'budget'
  /** It was asked more often in a minute than may be. */
  | 'rate'
  /** The caller took it back. */
  | 'aborted'

/** Why there is no answer, in a sentence that says whose fault it is and what to do; `usage` is what it took all the same. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly kind: FailureKind
  readonly usage: readonly Usage[]
  constructor(kind: FailureKind, message: string, usage: readonly Usage[], options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
    this.usage = usage
  }
}

export type Model = {
  /** Which model answers for a role, at which host, such as `gpt-5-mini at api.openai.com`. */
  describe(role: Role): string
  /** Throws a `ModelFailure`, and nothing else of its own; what `onText` or the shape throws comes through. */
  ask<T>(ask: Ask<T>): Promise<Answered<T>>
}

/** What whoever asks through somebody else gives along: how it is taken back, whose budgets it counts against, who hears what it took. */
export type Errand = Pick<Ask<unknown>, 'signal' | 'whose'> & { used?: (usage: readonly Usage[]) => void }

/** Asks on an errand, and tells whoever sent for it what that took, also where it failed. */
export const askOn = async <T>(
  model: Model,
  { signal, whose, used }: Errand,
  ask: Omit<Ask<T>, 'signal' | 'whose'>,
): Promise<T> => {
  try {
    const { value, usage } = await model.ask({ ...ask, ...(signal && { signal }), ...(whose && { whose }) })
    used?.(usage)
    return value
  } catch (error) {
    if (error instanceof ModelFailure) used?.(error.usage)
    throw error
  }
}

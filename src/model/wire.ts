/** The line to an endpoint: what is sent, what comes back piece by piece, and what can go wrong on it. */
import type { Message } from './model.ts'
import type { Effort } from './settings.ts'

/** How an endpoint is told the shape of the answer: it holds the model to a schema, to any JSON, or only words ask for it. */
export type Format = 'schema' | 'object' | 'words'

export type Request = {
  messages: readonly Message[]
  format: Format
  shape: { name: string; schema: Readonly<Record<string, unknown>> }
  /** The most tokens of the answer, and under which name they are sent. */
  most: number
  mostAs: 'max_completion_tokens' | 'max_tokens'
  /** Whether the tokens are asked for, which some servers do not take. */
  counted: boolean
  effort?: Effort
}

/** Tokens as an endpoint counts them; those of thinking are among those received. */
export type Tokens = { sent: number; cached: number; received: number; thought: number }

/** What comes at once; `thinking` says that the model is at work, where a server tells. */
export type Piece = { text?: string; thinking?: true; refusal?: string; finish?: string; tokens?: Tokens }

/** A model that is there, and how many tokens it reads at once where the server tells: as it runs, or as it was trained. */
export type Offered = { id: string; reads?: number; trained?: number }

export type Wire = {
  /** Sends a request and gives the answer as it comes; throws a `Trouble`, and ends early without one once `signal` is aborted. */
  stream(request: Request, signal: AbortSignal): AsyncIterable<Piece>
  /** The models that are there; throws a `Trouble`. */
  models(signal: AbortSignal): Promise<Offered[]>
}

/** What went wrong on the line, without anything secret; what it means says `meaningOf`. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
  /** The status of HTTP, where there was an answer at all. */
  readonly status: number | undefined
  /** What the endpoint calls it. */
  readonly code: string
  /** Milliseconds after which the endpoint wants to be asked again, and whether it wants to at all. */
  readonly after: number | undefined
  readonly again: boolean | undefined

  constructor(
    message: string,
    found: {
      status?: number | undefined
      code?: string
      after?: number | undefined
      again?: boolean | undefined
    },
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.status = found.status
    this.code = found.code ?? ''
    this.after = found.after
    this.again = found.again
  }
}

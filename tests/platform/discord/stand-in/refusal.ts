import type { Scope } from './trouble.ts'

/** An answer of Discord's that is no good news: an HTTP status, a code, and words. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  readonly errors: Record<string, unknown> | undefined
  constructor(status: number, code: number, message: string, errors?: Record<string, unknown>) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }
}

/** A body that Discord does not take, with all that is wrong with it. */
export const invalidForm = (faults: readonly string[]): Refusal =>
  new Refusal(400, 50035, 'Invalid Form Body', {
    _errors: faults.map((message) => ({ code: 'INVALID', message })),
  })

/** A call too many: it is to come again after so many seconds. */
export class TooMany extends Refusal {
  readonly retryAfter: number
  readonly scope: Scope
  constructor(retryAfter: number, scope: Scope = 'user') {
    super(429, 0, 'You are being rate limited.')
    this.retryAfter = retryAfter
    this.scope = scope
  }
}

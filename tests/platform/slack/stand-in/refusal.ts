/** An answer of Slack's that says no: `{ ok: false, error }`. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly extra: Record<string, unknown>
  constructor(error: string, extra: Record<string, unknown> = {}) {
    super(error)
    this.extra = extra
  }
}

/** Ends a call with an error of Slack's. */
export const refuse = (error: string, extra?: Record<string, unknown>): never => {
  throw new Refusal(error, extra)
}

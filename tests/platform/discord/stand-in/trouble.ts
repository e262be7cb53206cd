/** Faults on demand: what the REST API is to do wrong, and how often. */

/** A code of Discord's with its status and words, an HTTP status, a connection cut before the call was done, or after. */
export type Failure = { status: number; code: number; message: string } | number | 'cut' | 'lost-answer'

export type Extent = {
  /** How many calls it befalls; once when left out. */
  times?: number
  /** Only calls about this channel. */
  channel?: string
}

type Rule = { route: string; times: number; channel: string | undefined } & (
  | { kind: 'limit'; retryAfter: number; scope: Scope }
  | { kind: 'fail'; failure: Failure }
  | { kind: 'slow'; ms: number }
)

/** Whose limit it is: the app's on this route, that of everybody at this resource, or the app's in all. */
export type Scope = 'user' | 'shared' | 'global'

export type Trouble = {
  /** Answers 429 with `retry_after` in seconds. */
  limit(route: string, extent?: Extent & { retryAfter?: number; scope?: Scope }): void
  fail(route: string, failure: Failure, extent?: Extent): void
  /** Answers so much later, every call until `mend` where `times` is left out. */
  slow(route: string, ms: number, extent?: Extent): void
  /** Ends all troubles, or those of one route. */
  mend(route?: string): void
}

/** What befalls one call. */
export type Fate = { delay: number; limited?: { retryAfter: number; scope: Scope }; failure?: Failure }

const UNTROUBLED: Fate = { delay: 0 }

/** The troubles, and what they mean for a call. A route is written `POST /channels/:id/messages`; `*` is every one. */
export const troubles = (): Trouble & { fateOf(route: string, channel: string | undefined): Fate } => {
  let rules: Rule[] = []
  return {
    limit: (route, { times = 1, channel, retryAfter = 0.1, scope = 'user' } = {}) =>
      void rules.push({ kind: 'limit', route, times, channel, retryAfter, scope }),
    fail: (route, failure, { times = 1, channel } = {}) =>
      void rules.push({ kind: 'fail', route, times, channel, failure }),
    slow: (route, ms, { times = Infinity, channel } = {}) =>
      void rules.push({ kind: 'slow', route, times, channel, ms }),
    mend: (route) => {
      rules = route === undefined ? [] : rules.filter((rule) => rule.route !== route)
    },
    fateOf: (route, channel) => (rules.length === 0 ? UNTROUBLED : fateBy(rules, route, channel)),
  }
}

/** The first limit or failure that fits befalls the call, and every slowness that fits. */
const fateBy = (rules: readonly Rule[], route: string, channel: string | undefined): Fate => {
  const fate: Fate = { delay: 0 }
  for (const rule of rules) {
    if (rule.times <= 0 || (rule.route !== route && rule.route !== '*')) continue
    if (rule.channel !== undefined && rule.channel !== channel) continue
    if (rule.kind === 'slow') fate.delay += rule.ms
    else if (fate.limited !== undefined || fate.failure !== undefined) continue
    else if (rule.kind === 'limit') fate.limited = { retryAfter: rule.retryAfter, scope: rule.scope }
    else fate.failure = rule.failure
    rule.times -= 1
  }
  return fate
}

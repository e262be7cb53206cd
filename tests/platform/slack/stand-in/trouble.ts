/** Faults on demand: what the Web API is to do wrong, and how often. */

/** An error code of Slack's, an HTTP status, a connection cut before the call was done, or after. */
export type Failure = string | number | 'cut' | 'lost-answer'

export type Extent = {
  /** How many calls it befalls; once when left out. */
  times?: number
  /** Only calls to this channel. */
  channel?: string
}

type Rule = { method: string; times: number; channel: string | undefined } & (
  | { kind: 'limit'; retryAfter: number }
  | { kind: 'fail'; failure: Failure }
  | { kind: 'slow'; ms: number }
)

export type Trouble = {
  /** Answers 429 with `retry-after` in seconds. */
  limit(method: string, extent?: Extent & { retryAfter?: number }): void
  fail(method: string, failure: Failure, extent?: Extent): void
  /** Answers so much later, every call until `mend` where `times` is left out. */
  slow(method: string, ms: number, extent?: Extent): void
  /** Takes a feature, or one method, away for good: answers as a workspace does that lacks it. */
  refuse(feature: string, error?: string): void
  /** Ends all troubles, or those of one method or feature. */
  mend(method?: string): void
}

/** What befalls one call. */
export type Fate = { delay: number; limited?: number; failure?: Failure }

const FEATURES: Record<string, readonly string[]> = {
  streaming: ['chat.startStream', 'chat.appendStream', 'chat.stopStream'],
  assistant: [
    'assistant.threads.setStatus',
    'assistant.threads.setTitle',
    'assistant.threads.setSuggestedPrompts',
  ],
}

const UNTROUBLED: Fate = { delay: 0 }

/** The troubles, and what they mean for a call to a method about a channel. */
export const troubles = (): Trouble & { fateOf(method: string, channel: string | undefined): Fate } => {
  let rules: Rule[] = []
  const add = (rule: Rule) => rules.push(rule)
  return {
    limit: (method, { times = 1, channel, retryAfter = 1 } = {}) =>
      void add({ kind: 'limit', method, times, channel, retryAfter }),
    fail: (method, failure, { times = 1, channel } = {}) =>
      void add({ kind: 'fail', method, times, channel, failure }),
    slow: (method, ms, { times = Infinity, channel } = {}) =>
      void add({ kind: 'slow', method, times, channel, ms }),
    refuse: (feature, error = 'unknown_method') => {
      for (const method of FEATURES[feature] ?? [feature])
        add({ kind: 'fail', method, times: Infinity, channel: undefined, failure: error })
    },
    mend: (method) => {
      const mended = method === undefined ? undefined : (FEATURES[method] ?? [method])
      rules = mended === undefined ? [] : rules.filter((rule) => !mended.includes(rule.method))
    },
    fateOf: (method, channel) => (rules.length === 0 ? UNTROUBLED : fateBy(rules, method, channel)),
  }
}

/** The first limit or failure that fits befalls the call, and every slowness that fits. */
const fateBy = (rules: readonly Rule[], method: string, channel: string | undefined): Fate => {
  const fate: Fate = { delay: 0 }
  for (const rule of rules) {
    if (rule.times <= 0 || (rule.method !== method && rule.method !== '*')) continue
    if (rule.channel !== undefined && rule.channel !== channel) continue
    if (rule.kind === 'slow') fate.delay += rule.ms
    else if (fate.limited !== undefined || fate.failure !== undefined) continue
    else if (rule.kind === 'limit') fate.limited = rule.retryAfter
    else fate.failure = rule.failure
    rule.times -= 1
  }
  return fate
}

/** What is measured, as Prometheus reads it: counted as it happens, and the queue looked at when somebody asks. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Clock } from '../clock.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'
import type { Meter, Part } from '../meter.ts'
import { within } from './within.ts'

export type Metrics = {
  meter: Meter
  /** Every figure as it stands, in the text format of Prometheus, and the name of that. */
  page(): Promise<{ type: string; text: string }>
}

type Needs = {
  /** Nothing while it is not open yet. */
  mailbox: () => Pick<Mailbox, 'state'> | undefined
  clock: Clock
  /** What this is: version and role. */
  about: Readonly<Record<string, string>>
  /** Time that only goes on, in milliseconds. */
  tick?: () => number
}

/** Makes the figures; nothing is shared between two of them. */
export const metricsOf = (needs: Needs): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'mlsd_info',
    help: 'What runs: always 1',
    labelNames: Object.keys(needs.about),
    registers: [registry],
  }).set({ ...needs.about }, 1)
  const look = queueOn(registry, needs)
  const meter = meterOn(registry, needs.tick ?? (() => performance.now()))
  return {
    meter,
    page: async () => {
      await look()
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}

/** In seconds: a turn by rules takes milliseconds, one that asks a model half a minute. */
const QUICK = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30]
const SLOW = [0.1, 0.3, 1, 3, 10, 30, 60, 90, 180, 600]

const meterOn = (register: Registry, tick: () => number): Meter => {
  const made = { counter: counterIn(register), histogram: histogramIn(register) }
  const heard = made.counter('heard_total', 'What was heard, by what became of it', ['platform', 'taken'])
  const stored = made.histogram('acknowledged_seconds', 'From hearing to durable', ['platform'], QUICK)
  const handled = made.counter('handled_total', 'Messages handled', ['kind', 'platform', 'outcome'])
  const whole = made.histogram(
    'handled_seconds',
    'The handling of one message',
    ['kind', 'platform'],
    SLOW_TOO,
  )
  const parts = made.histogram('part_seconds', 'The parts of a message', ['part', 'kind', 'platform'], QUICK)
  const repeated = made.counter('repeated_total', 'Messages delivered again', ['kind', 'platform'])
  const retries = made.counter('retries_total', 'Calls of a platform made again as it failed', ['platform'])
  const calls = callsOn(made)

  return {
    heard(platform) {
      const began = tick()
      return {
        over(taken) {
          heard.inc({ platform, taken })
          if (taken === 'new' || taken === 'known') stored.observe({ platform }, (tick() - began) / 1_000)
        },
      }
    },
    handling({ kind, attempt, platform: known }) {
      let platform = known ?? NOWHERE
      const began = tick()
      const took = new Map<Part, number>()
      return {
        at(place) {
          platform = place
        },
        async part(name, work) {
          const from = tick()
          try {
            return await work()
          } finally {
            took.set(name, (took.get(name) ?? 0) + tick() - from)
          }
        },
        over(outcome) {
          handled.inc({ kind, platform, outcome })
          if (attempt > 1) repeated.inc({ kind, platform })
          whole.observe({ kind, platform }, (tick() - began) / 1_000)
          for (const [part, ms] of took) parts.observe({ part, kind, platform }, ms / 1_000)
        },
      }
    },
    called: calls,
    again: (platform) => retries.inc({ platform }),
  }
}

const SLOW_TOO = [...QUICK, 90]

/** What belongs to no platform, such as a document whose time is over. */
const NOWHERE = 'none'

type Made = { counter: ReturnType<typeof counterIn>; histogram: ReturnType<typeof histogramIn> }

const callsOn = ({ counter, histogram }: Made): Meter['called'] => {
  const who = ['role', 'model', 'platform']
  const calls = counter('model_calls_total', 'Calls of a model, by how they ended', [...who, 'outcome'])
  const seconds = histogram('model_seconds', 'Until the whole answer of a model', who, SLOW)
  const first = histogram('model_first_seconds', 'Until the first word of a model', who, SLOW)
  const tokens = counter('model_tokens_total', 'Tokens; cached are among those sent', [...who, 'way'])
  const cost = counter('model_cost_total', 'In the currency of the price table', who)
  return ({ role, model, outcome, platform = NOWHERE, ...took }) => {
    const whose = { role, model, platform }
    calls.inc({ ...whose, outcome })
    for (const way of ['sent', 'cached', 'received'] as const) tokens.inc({ ...whose, way }, took[way])
    if (took.cost !== null) cost.inc(whose, took.cost)
    if (outcome !== 'answered') return
    seconds.observe(whose, took.whole / 1_000)
    first.observe(whose, took.firstToken / 1_000)
  }
}

const counterIn = (register: Registry) => (name: string, help: string, labelNames: string[]) =>
  new Counter({ name: `mlsd_${name}`, help, labelNames, registers: [register] })

const histogramIn =
  (register: Registry) => (name: string, help: string, labelNames: string[], buckets: number[]) =>
    new Histogram({ name: `mlsd_${name}`, help, labelNames, buckets, registers: [register] })

/** Sets the figures of the queue; one that does not answer has none, which tells more than old ones. */
const queueOn = (register: Registry, { mailbox, clock }: Needs): (() => Promise<void>) => {
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `mlsd_queue_${name}`, help, registers: [register] })
  const up = gauge('up', 'Whether the queue could be looked at')
  const due = gauge('due', 'Messages that are due and wait for a hand')
  const oldest = gauge('oldest_seconds', 'How long the one that waits longest has been due')
  const held = gauge('held', 'Messages that are not handled, also those for later')
  const aside = gauge('set_aside', 'Messages that failed too often and wait for an operator')
  return async () => {
    const asked = mailbox()?.state()
    const state = asked && (await within(clock, PATIENCE, asked).catch(() => undefined))
    const age = state?.since === null ? 0 : (clock.now() - (state?.since ?? Number.NaN)) / 1_000
    up.set(state ? 1 : 0)
    due.set(state?.due ?? Number.NaN)
    oldest.set(Math.max(0, age))
    held.set(state?.held ?? Number.NaN)
    aside.set(state?.aside ?? Number.NaN)
  }
}

/** A queue that does not answer in so many milliseconds does not answer. */
const PATIENCE = 2_000

/**
 * What the app is told, and whether it acknowledged it.
 *
 * A delivery is *kept* while nothing listens, *sent* while an answer is awaited, then *acknowledged* or *failed*; a
 * command or an interaction that nobody could take is *lost*. What failed or was kept stays so until `redeliver`.
 */
import type { Http, Kind, Twist } from './http.ts'
import { bounded } from './log.ts'
import type { Json } from './world.ts'

export type Delivery = {
  kind: Kind
  /** `message`, `app_mention`, `/mlsd`, `block_actions`, ... */
  type: string
  body: Json
  attempts: number
  state: 'kept' | 'sent' | 'acknowledged' | 'failed' | 'lost'
  /** How often it was acknowledged, too late or once more included; too late leaves it failed. */
  acknowledgements: number
  /** What the app answered with the last acknowledgement. */
  payload: unknown
  /** Over HTTP: how it answered last. */
  status: number | undefined
  /** Milliseconds from the last sending to its answer. */
  took: number | undefined
}

/** Sends an envelope over a socket; false where none is open. */
export type Envelope = (delivery: Delivery, retry: Twist['retry']) => boolean

export type Deliveries = {
  all: Delivery[]
  /** Sends, or keeps; resolves with it once it is acknowledged, failed or lost. */
  deliver(kind: Kind, type: string, body: Json): { delivery: Delivery; answered: Promise<Delivery> }
  /** Sends an event once more as Slack does, whether or not it was acknowledged. */
  again(delivery: Delivery, reason?: string): Promise<Delivery>
  /** Sends again all that was not acknowledged, in their order; resolves once each was answered. */
  redeliver(): Promise<Delivery[]>
  /** Sends this instead of what is to be sent, as a Slack does that is out of its mind, until `untwist`. */
  twist(change: (kind: Kind, body: Json) => unknown): void
  untwist(): void
  /** Keeps back what would be sent from now on. */
  hold(): void
  /** Sends what was held back, in the order given by `arrange`. */
  release(arrange?: (held: Delivery[]) => Delivery[]): void
  /** Resolves once everything sent has been answered. */
  settled(): Promise<void>
  /** To be called by the sockets. */
  acknowledged(delivery: Delivery, payload: unknown): void
  failed(delivery: Delivery): void
  over(http: Http | undefined): void
  /** Sends nothing any more. */
  end(): void
}

/** Deliveries that fail where they are not acknowledged within so many milliseconds. */
export const deliveriesOf = (options: {
  within: number
  envelope: Envelope
  changed(): void
}): Deliveries => {
  const log = bounded<Delivery>(20_000)
  const waiting = new Map<Delivery, { timer: NodeJS.Timeout; since: number; done: (() => void)[] }>()
  let http: Http | undefined
  let held: Delivery[] | undefined
  let over = false
  let twisted: (kind: Kind, body: Json) => unknown = (_, body) => body

  const settle = (delivery: Delivery, state: Delivery['state']) => {
    const wait = waiting.get(delivery)
    if (wait !== undefined) {
      clearTimeout(wait.timer)
      waiting.delete(delivery)
      delivery.took = performance.now() - wait.since
    }
    if (delivery.state !== 'acknowledged') delivery.state = state
    for (const done of wait?.done ?? []) done()
    options.changed()
  }
  const acknowledged: Deliveries['acknowledged'] = (delivery, payload) => {
    delivery.acknowledgements += 1
    delivery.payload = payload
    if (waiting.has(delivery)) settle(delivery, 'acknowledged')
    else options.changed()
  }
  const send = (delivery: Delivery, reason?: string): Promise<Delivery> => {
    if (over) return Promise.resolve(delivery)
    const retry =
      delivery.attempts === 0 ? undefined : { num: delivery.attempts, reason: reason ?? reasonOf(delivery) }
    delivery.attempts += 1
    const answered = new Promise<Delivery>((resolve) => {
      const timer = setTimeout(() => settle(delivery, 'failed'), options.within)
      const before = waiting.get(delivery)
      clearTimeout(before?.timer)
      const done = [...(before?.done ?? []), () => resolve(delivery)]
      waiting.set(delivery, { timer, since: performance.now(), done })
    })
    if (delivery.state !== 'acknowledged') delivery.state = 'sent'
    if (http !== undefined) void post(http, delivery, retry)
    else if (!options.envelope(delivery, retry))
      settle(delivery, delivery.kind === 'events_api' ? 'kept' : 'lost')
    return answered
  }
  const post = async (to: Http, delivery: Delivery, retry: Twist['retry']) => {
    try {
      const answer = await to.post(delivery.kind, delivery.body, retry === undefined ? {} : { retry })
      delivery.status = answer.status
      if (answer.status < 300) acknowledged(delivery, answer.json ?? answer.text)
      else settle(delivery, answer.headers.get('x-slack-no-retry') === '1' ? 'lost' : 'failed')
    } catch {
      delivery.status = undefined
      settle(delivery, delivery.kind === 'events_api' ? 'failed' : 'lost')
    }
  }
  return {
    all: log.all,
    deliver: (kind, type, body) => {
      const delivery: Delivery = {
        kind,
        type,
        body: twisted(kind, body) as Json,
        attempts: 0,
        state: 'kept',
        acknowledgements: 0,
        payload: undefined,
        status: undefined,
        took: undefined,
      }
      log.add(delivery)
      if (held === undefined || kind !== 'events_api') return { delivery, answered: send(delivery) }
      held.push(delivery)
      return { delivery, answered: Promise.resolve(delivery) }
    },
    again: (delivery, reason) => send(delivery, reason),
    redeliver: () => {
      const open = log.all.filter(
        ({ kind, state }) => kind === 'events_api' && (state === 'kept' || state === 'failed'),
      )
      return Promise.all(open.map((delivery) => send(delivery)))
    },
    twist: (change) => {
      twisted = change
    },
    untwist: () => {
      twisted = (_, body) => body
    },
    hold: () => {
      held ??= []
    },
    release: (arrange = (all) => all) => {
      const ready = arrange(held ?? [])
      held = undefined
      for (const delivery of ready) void send(delivery)
    },
    settled: async () => {
      while (waiting.size > 0)
        await Promise.all(
          [...waiting.values()].map(({ done }) => new Promise<void>((resolve) => done.push(resolve))),
        )
    },
    acknowledged,
    failed: (delivery) => settle(delivery, 'failed'),
    over: (to) => {
      http = to
    },
    end: () => {
      over = true
      for (const delivery of [...waiting.keys()]) settle(delivery, 'failed')
    },
  }
}

const reasonOf = ({ status }: Delivery): string =>
  status !== undefined && status >= 300 ? 'http_error' : 'http_timeout'

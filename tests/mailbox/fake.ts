import type { Clock } from '../../src/clock.ts'
import { type Handler, type Mailbox, type Message, NotNow, type SetAside } from '../../src/mailbox/mailbox.ts'

/** `soon` is what was posted to be handed over at once, `lost` how often in a row it did not come back from its handler. */
type Row = Message & { n: number; due: number; soon: boolean; json: string; lost: number; reason?: string }

/** What a fake mailbox holds; give it to the next one to play a new start, set `failing` to play a broken disk. */
export type Kept = {
  rows: Set<Row>
  known: Map<string, { key: string; until: number }>
  aside: SetAside[]
  count: number
  failing: boolean
  /** The mailbox that is alive: an older one over the same content has crashed. */
  alive?: symbol
}

export const nothing = (): Kept => ({
  rows: new Set(),
  known: new Map(),
  aside: [],
  count: 0,
  failing: false,
})

/** A mailbox without a disk, for tests of the rooms that use one. It keeps the whole contract, slowly. */
export const fakeMailbox = (clock: Clock, kept: Kept = nothing()): Mailbox => {
  const me = Symbol('mailbox')
  kept.alive = me
  const inHand = new Map<string, Row>()
  const empty = Promise.withResolvers<void>()
  const resting: (() => void)[] = []
  let handler: Handler | undefined
  let stopped = false
  let cancel = (): void => {}
  /** When the clock was last looked at. */
  let looked = clock.now()

  const store = (): void => {
    if (kept.failing) throw BROKEN
  }

  const lookAtClock = (): void => {
    for (const row of kept.rows) row.due = settledDue(row, clock.now(), looked)
    looked = clock.now()
  }

  const pump = (): void => {
    cancel()
    if (!handler || stopped || kept.alive !== me) return
    lookAtClock()
    const waiting = firsts(kept.rows).filter(({ key }) => !inHand.has(key))
    for (const row of waiting.filter(({ due }) => due <= clock.now()).slice(0, AT_ONCE - inHand.size)) {
      if (row.lost >= ATTEMPTS) {
        setAside(row, 'The process ended each time.')
        return
      }
      const alone = row.lost >= SUSPECT || [...inHand.values()].some(({ lost }) => lost > SUSPECT)
      if (alone && inHand.size > 0) break
      row.attempt += 1
      row.lost += 1
      inHand.set(row.key, row)
      void handle(row)
    }
    const later = waiting.map(({ due }) => due).filter((due) => due > clock.now())
    if (later.length > 0) cancel = clock.at(Math.min(...later), pump)
    if (inHand.size === 0) for (const tell of resting.splice(0)) tell()
  }

  const handle = async (row: Row): Promise<void> => {
    let failure: unknown
    try {
      await handler?.(message(row))
    } catch (error) {
      failure = error ?? new Error('Rejected with nothing.')
    }
    row.lost = kept.alive === me ? 0 : row.lost
    settle(row, failure)
  }

  const settle = (row: Row, failure: unknown): void => {
    if (kept.alive !== me) return
    if (kept.failing && !stopped) return void clock.at(clock.now() + SECOND_MS, () => settle(row, failure))
    inHand.delete(row.key)
    if (kept.rows.has(row)) conclude(row, failure)
    if (stopped && inHand.size === 0) empty.resolve()
    pump()
  }

  const conclude = (row: Row, failure: unknown): void => {
    if (!failure) {
      kept.rows.delete(row)
      kept.known.set(row.id, { key: row.key, until: clock.now() + 14 * 24 * 3_600 * SECOND_MS })
    } else if (row.attempt >= ATTEMPTS && !isBlameless(failure)) {
      setAside(row, String(failure))
    } else {
      row.reason = String(failure)
      row.due = clock.now() + Math.min(SECOND_MS * 2 ** (row.attempt - 1), 60 * SECOND_MS)
      // What is not to blame may still fail some times by itself.
      if (row.attempt >= ATTEMPTS - 3 && isBlameless(failure)) row.attempt = ATTEMPTS - 3
    }
  }

  const setAside = (row: Row, reason: string): void => {
    kept.rows.delete(row)
    kept.known.set(row.id, { key: row.key, until: Number.POSITIVE_INFINITY })
    kept.aside.push({ ...message(row), reason })
    pump()
  }

  return {
    async post(body, { key, id, at = clock.now() }) {
      const json = checked(body, key, id, at)
      store()
      const known = (kept.known.get(id)?.until ?? 0) > clock.now()
      if (known || [...kept.rows].some((row) => row.id === id)) return false
      const soon = at <= clock.now()
      lookAtClock()
      kept.rows.add({
        key,
        id,
        at,
        due: at,
        soon,
        body: undefined,
        json,
        attempt: 0,
        lost: 0,
        n: kept.count++,
      })
      queueMicrotask(pump)
      return true
    },
    deliver(given) {
      if (handler) throw new Error('Call deliver once.')
      handler = given
      queueMicrotask(pump)
    },
    async drop(key) {
      store()
      const rows = [...kept.rows].filter((row) => row.key === key)
      const aside = kept.aside.filter((one) => one.key === key)
      for (const row of rows) kept.rows.delete(row)
      for (const [id, one] of kept.known) if (one.key === key) kept.known.delete(id)
      kept.aside = kept.aside.filter((one) => one.key !== key)
      return rows.length + aside.length
    },
    idle: () =>
      new Promise((done) => {
        resting.push(done)
        queueMicrotask(pump)
      }),
    failing: async (most) =>
      [...kept.rows]
        .filter((row) => row.reason !== undefined && inHand.get(row.key) !== row)
        .toSorted((one, other) => one.due - other.due)
        .slice(0, most)
        .map((row) => ({ ...message(row), reason: row.reason ?? '' })),
    aside: async () => [...kept.aside],
    async retry(id) {
      store()
      const found = kept.aside.find((one) => one.id === id)
      if (!found) return false
      kept.aside = kept.aside.filter((one) => one !== found)
      kept.known.delete(id)
      const { key, at, body } = found
      const json = JSON.stringify(body)
      const row = { key, id, at, due: at, soon: true, body: undefined, json, attempt: 0, lost: 0 }
      kept.rows.add({ ...row, n: kept.count++ })
      queueMicrotask(pump)
      return true
    },
    async discard(id) {
      store()
      const found = kept.aside.some((one) => one.id === id)
      kept.aside = kept.aside.filter((one) => one.id !== id)
      return found
    },
    async lately(messages) {
      const waiting = firsts(kept.rows).filter((row) => inHand.has(row.key) || row.due <= clock.now())
      const handled = [...kept.known.values()].toSorted((one, other) => other.until - one.until)
      return [
        ...new Set([...waiting.slice(0, messages), ...handled.slice(0, messages)].map(({ key }) => key)),
      ]
    },
    async state() {
      for (const row of kept.rows) row.due = settledDue(row, clock.now(), looked)
      const waiting = firsts(kept.rows).filter((row) => row.due <= clock.now() && !inHand.has(row.key))
      return {
        due: waiting.length,
        since: waiting[0]?.due ?? null,
        held: kept.rows.size,
        aside: kept.aside.length,
      }
    },
    stop() {
      stopped = true
      cancel()
      if (inHand.size === 0) empty.resolve()
      return empty.promise
    },
  }
}

const AT_ONCE = 32
const ATTEMPTS = 8
const SUSPECT = 3
const SECOND_MS = 1_000
const BROKEN = new Error('The fake store fails, as it was told.')

const isBlameless = (failure: unknown): boolean => failure instanceof NotNow || failure === BROKEN

/** When a row is due by a clock that may have been set back. */
const settledDue = ({ due, soon, attempt }: Row, now: number, before: number): number => {
  if (before > now && due > now && due <= before + 60 * SECOND_MS) return Math.max(now, due - before + now)
  const early = attempt === 0 ? soon : due > now + 60 * SECOND_MS
  return early ? Math.min(due, now) : due
}

/** The first row of each key, those due first first. */
const firsts = (rows: Iterable<Row>): Row[] => {
  const first = new Map<string, Row>()
  for (const row of rows) {
    const other = first.get(row.key)
    if (!other || isBefore(row, other)) first.set(row.key, row)
  }
  return [...first.values()].sort((one, other) => one.due - other.due || one.n - other.n)
}

/** What was handed over once stays ahead. */
const isBefore = (row: Row, other: Row): boolean => {
  if (row.attempt > 0 || other.attempt > 0) return row.attempt > 0
  return row.at < other.at || (row.at === other.at && row.n < other.n)
}

const message = ({ key, id, at, json, attempt }: Row): Message => ({
  key,
  id,
  at,
  body: JSON.parse(json),
  attempt,
})

const checked = (body: unknown, key: string, id: string, at: number): string => {
  const json = JSON.stringify(body)
  const plain = [key, id].every((text) => text !== '' && text.isWellFormed() && !text.includes('\0'))
  if (json === undefined || !plain || !Number.isFinite(at)) throw new TypeError('This cannot be posted.')
  return json
}

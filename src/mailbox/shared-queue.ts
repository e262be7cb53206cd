/**
 * The mailbox's rows in PostgreSQL, shared by any number of processes. What each change does to them stands in the
 * database's functions (`postgres/queue.ts` and beside it), under the laws of queue.ts; this file calls them.
 */
import { failed } from './aside.ts'
import { keptOf, type Verdict } from './judging.ts'
import { distinct } from './lately.ts'
import type { SetAside, State } from './mailbox.ts'
import { type InHand, inHand, type Posted } from './queue.ts'
import type { Span } from './set-back.ts'
import { LOST, SUSPECT } from './taking.ts'

/** What the mailbox needs of the shared database; `postgres/open.ts` keeps it. */
export type Store = {
  query(text: string, values?: readonly unknown[]): Promise<Readonly<Record<string, unknown>>[]>
  listen(channel: string, hear: Hear): () => Promise<void>
}

/** Told of each call, and when the connection that hears them is lost, and is there again. */
export type Hear = (what: 'called' | 'lost' | 'again') => void

/** How a message in hand ended: handled, to be tried again at `due`, or set aside. */
export type Outcome = { n: number; end: 'done' | 'back' | 'later' | 'aside'; due?: number; reason?: string }

/** A verdict as the queue is told of it, at this time. */
export const outcomeFor = ({ n }: InHand, verdict: Verdict, now: number): Outcome => {
  if (!('pause' in verdict)) return { n, ...verdict }
  return { n, end: verdict.end, due: now + verdict.pause, reason: verdict.reason }
}

/** Whether a message was taken, and whether it is the first of its key. */
export type Placed = { taken: boolean; first: boolean }

export type Settings = { attempts: number; leaseMs: number; knownForMs: number; longestPauseMs: number }

export type SharedQueue = ReturnType<typeof sharedQueue>

/** The queue as one process sees it. A *holder* is a process that delivers, under a name that it gives itself. */
export const sharedQueue = (store: Store, settings: Settings) => {
  const { attempts, leaseMs, knownForMs, longestPauseMs } = settings
  const first = async (text: string, values: readonly unknown[]) => (await store.query(text, values))[0] ?? {}

  return {
    /** Adds messages, in their order; answers of each whether it was taken, and whether it is the first of its key. */
    async put(posts: readonly Posted[], now: number): Promise<Placed[]> {
      const column = <K extends keyof Posted>(name: K) => posts.map((post) => post[name])
      const values = [column('key'), column('id'), column('at'), column('body'), now]
      return (await store.query('SELECT mlsd.post_all($1, $2, $3, $4, $5) AS place', values)).map(placed)
    },

    /** Settles, and takes up to `room` messages that are due, or one suspect where nothing is in hand; `next` is when to look again. */
    async turn(
      holder: string,
      now: number,
      outcomes: readonly Outcome[],
      { room, inHand: held }: { room: number; inHand: number },
    ): Promise<{ taken: InHand[]; next?: number }> {
      const column = <K extends keyof Outcome>(name: K) => outcomes.map((one) => one[name] ?? null)
      const rows = await store.query(TURN, [
        holder,
        now,
        ...[column('n'), column('end'), column('due'), column('reason')],
        now + knownForMs,
        keptOf(attempts),
        ...[room, held === 0, SUSPECT],
      ])
      const next = rows.find(({ n }) => n === null)?.due
      const taken = rows.filter(({ n }) => n !== null).toSorted(byTurn)
      return { taken: taken.map(inHand), ...(typeof next === 'number' && { next }) }
    },

    /** Begins to hold, or goes on under another name with what is really in hand; answers what is still held. */
    async hold(holder: string, before: string | undefined, held: readonly number[]): Promise<Set<number>> {
      const values = [holder, before ?? null, held, `${leaseMs} ms`, attempts, LOST]
      const rows = await store.query('SELECT mlsd.hold($1, $2, $3, $4, $5, $6) AS n', values)
      return new Set(rows.map(({ n }) => Number(n)))
    },

    /** Says that this holder lives, and takes over from those that do not; answers whether it was still in time. */
    async beat(holder: string): Promise<boolean> {
      const { alive } = await first('SELECT * FROM mlsd.beat($1, $2, $3, $4)', [
        holder,
        `${leaseMs} ms`,
        attempts,
        LOST,
      ])
      return alive === true
    },

    /** Makes due what failed and would wait for more than the longest pause: whose clock was ahead put it off. */
    bringForward: (now: number) => store.query(BRING_FORWARD, [now, now + longestPauseMs]),

    /** What was to be due soon by a clock that was ahead comes earlier. */
    bringEarlier: (now: number, { by, after, until }: Span) => store.query(EARLIER, [now, by, after, until]),

    leave: (holder: string) => store.query('SELECT mlsd.leave($1, $2, $3)', [holder, attempts, LOST]),

    /** Tells every process that there is something to take. */
    call: () => store.query(`SELECT pg_notify('${CHANNEL}', '')`),
    listen: (hear: Hear) => store.listen(CHANNEL, hear),

    async drop(key: string): Promise<number> {
      return Number((await first('SELECT mlsd.drop_key($1) AS gone', [key])).gone)
    },

    /** Whether a message is due or in anybody's hands. */
    async isBusy(now: number): Promise<boolean> {
      return (await first(BUSY, [now])).busy === true
    },

    failing: async (most: number): Promise<SetAside[]> => (await store.query(FAILING, [most])).map(failed),
    aside: async (): Promise<SetAside[]> =>
      (await store.query('SELECT * FROM mlsd.aside ORDER BY n')).map(failed),

    /** Puts a message back that was set aside; answers as `put` does. */
    async retry(id: string, now: number): Promise<Placed> {
      return placed(await first('SELECT mlsd.retry($1, $2) AS place', [id, now]))
    },

    async discard(id: string, now: number): Promise<boolean> {
      return (await first('SELECT mlsd.discard($1, $2) AS gone', [id, now + knownForMs])).gone === true
    },

    lately: async (now: number, most: number) => distinct(await store.query(LATELY, [now, most])),

    async state(now: number): Promise<State> {
      const { due, since, held, aside } = await first(STATE, [now])
      return {
        due: Number(due),
        since: since === null ? null : Number(since),
        held: Number(held),
        aside: Number(aside),
      }
    },
  }
}

/** The name by which processes call each other. */
const CHANNEL = 'mlsd'

const TURN = 'SELECT * FROM mlsd.turn($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)'

const EARLIER =
  'UPDATE mlsd.message SET due = greatest($1, due - $2) WHERE state = 1 AND due > $3 AND due <= $4'
const BRING_FORWARD = 'UPDATE mlsd.message SET due = $1 WHERE state = 1 AND attempt > 0 AND due > $2'

const FAILING = `
  SELECT * FROM mlsd.message WHERE state = 1 AND attempt > 0 AND reason IS NOT NULL ORDER BY due LIMIT $1`

const BUSY = `
  SELECT EXISTS (SELECT 1 FROM mlsd.message WHERE state = 2)
    OR EXISTS (SELECT 1 FROM mlsd.message WHERE state = 1 AND due <= $1) AS busy`

const LATELY = `
  (SELECT key FROM mlsd.message WHERE state = 2 LIMIT $2)
  UNION ALL (SELECT key FROM mlsd.message WHERE state = 1 AND due <= $1 ORDER BY due DESC LIMIT $2)
  UNION ALL (SELECT key FROM mlsd.known WHERE until IS NOT NULL ORDER BY until DESC LIMIT $2)`

const STATE = `
  SELECT due, since, (SELECT count(*) FROM mlsd.message) AS held, (SELECT count(*) FROM mlsd.aside) AS aside
  FROM (SELECT count(*) AS due, min(due) AS since FROM mlsd.message WHERE state = 1 AND due <= $1) AS ready`

type Row = Readonly<Record<string, unknown>>

const placed = ({ place }: Row): Placed => ({ taken: Number(place) > 0, first: Number(place) > 1 })

const byTurn = (one: Row, other: Row): number =>
  Number(one.due) - Number(other.due) || Number(one.n) - Number(other.n)

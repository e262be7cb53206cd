/** What whoever runs the bot can ask of it over HTTP: whether it lives, whether it can serve, and its figures. */
import type { Log } from '../host/world.ts'
import { answering, type Page, plain } from './answering.ts'
import { type At, type Listening, listening } from './listening.ts'
import type { Readiness } from './readiness.ts'

type Needs = {
  /** Whether it can serve, and why not. */
  ready: () => Promise<Readiness>
  /** Its figures, as Prometheus reads them. */
  metrics: () => Promise<{ type: string; text: string }>
  log: Log
}

/** So many connections at once, and answers in the making. */
const MOST = { connections: 50, making: 8 } as const
/** Slow clients are cut; in milliseconds. */
const WITHIN = { headers: 5_000, request: 5_000, idle: 5_000 } as const

/** A server on a port of its own, which no candidate needs to reach. */
export const opsOf = ({ ready, metrics, log }: Needs, at: At): Listening => {
  const pages: Readonly<Record<string, () => Promise<Page>>> = {
    '/healthz': async () => plain(200, 'ok'),
    '/readyz': async () => {
      const found = await ready()
      return { status: found.ready ? 200 : 503, type: JSON_TYPE, text: `${JSON.stringify(found, null, 2)}\n` }
    },
    '/metrics': async () => ({ status: 200, ...(await metrics()) }),
  }
  const answer = answering(
    {
      pageAt: async (path) => (Object.hasOwn(pages, path) ? pages[path]?.() : undefined),
      headers: HEADERS,
      none: 'There are /healthz, /readyz and /metrics.',
      failed(error, path) {
        log('error', 'something about the bot could not be told', { path, reason: String(error) })
        return 'This cannot be told now; the log says why.'
      },
    },
    MOST.making,
  )
  return listening(
    (request, response) => void answer(request, response),
    { connections: MOST.connections, requests: 1_000, ...WITHIN },
    at,
  )
}

const JSON_TYPE = 'application/json; charset=utf-8'

const HEADERS = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' }

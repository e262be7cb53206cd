/** What whoever runs the bot can ask of it over HTTP: whether it lives, whether it can serve, and its figures. */
import type { ServerResponse } from 'node:http'
import type { Log } from '../host/world.ts'
import { type At, type Listening, listening } from './listening.ts'
import type { Readiness } from './readiness.ts'

type Needs = {
  /** Whether it can serve, and why not. */
  ready: () => Promise<Readiness>
  /** Its figures, as Prometheus reads them. */
  metrics: () => Promise<{ type: string; text: string }>
  log: Log
}

/** So many connections at once, and answers in the making; what is more is told to come again. */
const MOST = { connections: 50, making: 8 } as const
/** Slow clients are cut; in milliseconds. */
const WITHIN = { headers: 5_000, request: 5_000, idle: 5_000 } as const

/** A server on a port of its own, which no candidate needs to reach. */
export const opsOf = (needs: Needs, at: At): Listening => {
  const answer = answering(needs)
  return listening(
    ({ method, url = '/' }, response) => void answer(method ?? '', url.split('?', 1)[0] ?? '/', response),
    { connections: MOST.connections, requests: 1_000, ...WITHIN },
    at,
  )
}

type Answer = { status: number; type: string; text: string }

const answering = ({ ready, metrics, log }: Needs) => {
  let making = 0

  const pages: Readonly<Record<string, () => Promise<Answer>>> = {
    '/healthz': async () => plain(200, 'ok'),
    '/readyz': async () => {
      const found = await ready()
      return { status: found.ready ? 200 : 503, type: JSON_TYPE, text: `${JSON.stringify(found, null, 2)}\n` }
    },
    '/metrics': async () => ({ status: 200, ...(await metrics()) }),
  }

  return async (method: string, path: string, response: ServerResponse): Promise<void> => {
    // Nobody sends a body here; whoever does is not read.
    if (method !== 'GET' && method !== 'HEAD')
      return tell(response, method, plain(405, 'Only reading is possible here.'), {
        Allow: 'GET, HEAD',
        Connection: 'close',
      })
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined
    if (!page) return tell(response, method, plain(404, 'There are /healthz, /readyz and /metrics.'))
    if (making >= MOST.making)
      return tell(response, method, plain(503, 'Busy; try again in a moment.'), { 'Retry-After': '2' })
    making += 1
    try {
      tell(response, method, await page())
    } catch (error) {
      log('error', 'something about the bot could not be told', { path, reason: String(error) })
      tell(response, method, plain(500, 'This cannot be told now; the log says why.'))
    } finally {
      making -= 1
    }
  }
}

const JSON_TYPE = 'application/json; charset=utf-8'

const plain = (status: number, text: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  text: `${text}\n`,
})

const tell = (
  response: ServerResponse,
  method: string,
  { status, type, text }: Answer,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, { ...HEADERS, 'Content-Type': type, ...headers })
  response.end(method === 'HEAD' ? undefined : text)
}

const HEADERS = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' }

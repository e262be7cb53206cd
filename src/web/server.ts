/** Pages over HTTP: whoever has a link that was signed, holds and was not taken back reads one page, and nothing else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { followed } from '../host/pages/links.ts'
import type { Log, Pages } from '../host/world.ts'
import type { Memory } from '../memory/memory.ts'

export type Web = {
  /** Listens, and answers the port. Throws where that is taken. */
  start(): Promise<number>
  /** Takes no new requests, and ends those that are open. */
  stop(): Promise<void>
}

type Needs = { memory: Memory; pages: Pages; clock: { now(): number }; log: Log }
type At = { port: number; host?: string }

/** So many connections at once, and pages in the making; what is more is told to come again. */
const MOST = { connections: 200, making: 4 } as const
/** Slow clients are cut; in milliseconds. */
const WITHIN = { headers: 10_000, request: 15_000, idle: 5_000 } as const

export const webOf = (needs: Needs, { port, host = '0.0.0.0' }: At): Web => {
  const answer = answering(needs)
  const server = createServer(
    {
      headersTimeout: WITHIN.headers,
      requestTimeout: WITHIN.request,
      keepAliveTimeout: WITHIN.idle,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 8_192,
    },
    (request, response) => void answer(request, response),
  )
  server.maxConnections = MOST.connections
  server.maxRequestsPerSocket = 100
  return { start: () => listening(server, port, host), stop: () => closed(server) }
}

const listening = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      done((server.address() as AddressInfo).port)
    })
  })

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    if (!server.listening) return done()
    server.close(() => done())
    server.closeAllConnections()
  })

const answering = ({ memory, pages, clock, log }: Needs) => {
  let making = 0

  /** The page behind an address; nothing where there is none, whatever the reason. */
  const pageAt = async (path: string): Promise<string | undefined> => {
    const token = /^\/p\/([\w.-]{1,200})$/.exec(path)?.[1]
    const link = token === undefined ? undefined : await followed(memory, token, clock.now())
    return link && pages.html(link)
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url = '/' } = request
    // Nobody sends a body here; whoever does is not read.
    if (method !== 'GET' && method !== 'HEAD')
      return tell(response, 405, 'Only reading is possible here.', {
        Allow: 'GET, HEAD',
        Connection: 'close',
      })
    if (making >= MOST.making)
      return tell(response, 503, 'Busy; try again in a moment.', { 'Retry-After': '2' })
    making += 1
    try {
      const html = await pageAt(url.split('?', 1)[0] ?? '/')
      if (html === undefined)
        return tell(response, 404, 'This page is not there: its link is wrong, over, or was taken back.')
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' })
      response.end(method === 'HEAD' ? undefined : html)
    } catch (error) {
      log('error', 'a page could not be shown', { reason: String(error) })
      tell(response, 500, 'This page cannot be shown now.')
    } finally {
      making -= 1
    }
  }
}

/** A page runs nothing, loads nothing, tells nobody whence a reader came, is in no frame, no cache and no index. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cache-Control': 'private, no-store',
}

const tell = (
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8', ...headers })
  response.end(`${text}\n`)
}

/** Pages over HTTP: whoever has a link that was signed, holds and was not taken back reads one page, and nothing else. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { followed } from '../host/pages/links.ts'
import type { Log, Pages } from '../host/world.ts'
import type { Memory } from '../memory/memory.ts'
import { type At, type Listening, listening } from './listening.ts'

/** Listens for those who read pages. */
export type Web = Listening

type Needs = { memory: Memory; pages: Pages; clock: { now(): number }; log: Log }

/** So many connections at once, and pages in the making; what is more is told to come again. */
const MOST = { connections: 200, making: 4 } as const
/** Slow clients are cut; in milliseconds. */
const WITHIN = { headers: 10_000, request: 15_000, idle: 5_000 } as const

export const webOf = (needs: Needs, at: At): Web => {
  const answer = answering(needs)
  return listening(
    (request, response) => void answer(request, response),
    { connections: MOST.connections, requests: 100, ...WITHIN },
    at,
  )
}

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

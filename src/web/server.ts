/** Pages over HTTP: whoever has a link that was signed, holds and was not taken back reads one page, and nothing else. */
import { linksIn } from '../host/pages/links.ts'
import type { Log, Pages } from '../host/world.ts'
import type { Memory } from '../memory/memory.ts'
import { answering } from './answering.ts'
import { type At, type Listening, listening } from './listening.ts'

/** Listens for those who read pages. */
export type Web = Listening

type Needs = { memory: Memory; pages: Pages; clock: { now(): number }; log: Log }

/** So many connections at once, and pages in the making. */
const MOST = { connections: 200, making: 4 } as const
/** Slow clients are cut; in milliseconds. */
const WITHIN = { headers: 10_000, request: 15_000, idle: 5_000 } as const

export const webOf = ({ memory, pages, clock, log }: Needs, at: At): Web => {
  const linkOf = linksIn(memory)
  const answer = answering(
    {
      async pageAt(path) {
        const token = /^\/p\/([\w.-]{1,200})$/.exec(path)?.[1]
        const link = token === undefined ? undefined : await linkOf(token, clock.now())
        const text = link && (await pages.html(link))
        return text === undefined ? undefined : { status: 200, type: 'text/html; charset=utf-8', text }
      },
      headers: HEADERS,
      none: 'This page is not there: its link is wrong, over, or was taken back.',
      // The path is a secret, and not for the log.
      failed(error) {
        log('error', 'a page could not be shown', { reason: String(error) })
        return 'This page cannot be shown now.'
      },
    },
    MOST.making,
  )
  return listening(
    (request, response) => void answer(request, response),
    { connections: MOST.connections, requests: 100, ...WITHIN },
    at,
  )
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

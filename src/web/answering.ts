/** What is answered over HTTP to whoever only reads: a page, that there is none, or that there is no time for it. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What stands at an address. */
export type Page = { status: number; type: string; text: string }

export type Reading = {
  /** What stands at a path; nothing where nothing does. Rejects where it cannot be made now. */
  pageAt(path: string): Promise<Page | undefined>
  /** Sent with every answer. */
  headers: Readonly<Record<string, string>>
  /** What is said where nothing stands. */
  none: string
  /** What is said of a page that could not be made; why is for the log alone. */
  failed(error: unknown, path: string): string
}

/** Answers requests, so many at once at most; what is more is told to come again. */
export const answering = ({ pageAt, headers, none, failed }: Reading, most: number) => {
  let making = 0

  const pageFor = async (path: string): Promise<Page> => {
    if (making >= most) return BUSY
    making += 1
    try {
      return (await pageAt(path)) ?? plain(404, none)
    } catch (error) {
      return plain(500, failed(error, path))
    } finally {
      making -= 1
    }
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url = '/' } = request
    // Nobody sends a body here; whoever does is not read.
    const reads = method === 'GET' || method === 'HEAD'
    const page = reads ? await pageFor(url.split('?', 1)[0] ?? '/') : UNREAD
    response.writeHead(page.status, { ...headers, 'Content-Type': page.type, ...MORE.get(page) })
    response.end(method === 'HEAD' ? undefined : page.text)
  }
}

/** A page of one line. */
export const plain = (status: number, line: string): Page => ({
  status,
  type: 'text/plain; charset=utf-8',
  text: `${line}\n`,
})

const UNREAD = plain(405, 'Only reading is possible here.')
const BUSY = plain(503, 'Busy; try again in a moment.')

const MORE: ReadonlyMap<Page, Readonly<Record<string, string>>> = new Map([
  [UNREAD, { Allow: 'GET, HEAD', Connection: 'close' }],
  [BUSY, { 'Retry-After': '2' }],
] as const)

/** An HTTP server that slow clients cannot hold, whatever it answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Listening = {
  /** Listens, and answers the port. Throws where that is taken. */
  start(): Promise<number>
  /** Takes no new requests, and ends those that are open. */
  stop(): Promise<void>
}

export type At = {
  port: number
  host?: string
  /** Other times for clients, in milliseconds, than are usual for what listens. */
  within?: Pick<Bounds, 'headers' | 'request' | 'idle'>
}

/** So many connections at once, and requests of each; and milliseconds after which a client is cut. */
type Bounds = { connections: number; requests: number; headers: number; request: number; idle: number }

export const listening = (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  { connections, requests, ...usual }: Bounds,
  { port, host = '0.0.0.0', within = usual }: At,
): Listening => {
  const { headers, request, idle } = within
  const server = createServer(
    {
      headersTimeout: headers,
      requestTimeout: request,
      keepAliveTimeout: idle,
      connectionsCheckingInterval: Math.min(1_000, headers),
      maxHeaderSize: 8_192,
    },
    answer,
  )
  server.maxConnections = connections
  server.maxRequestsPerSocket = requests
  return { start: () => opened(server, port, host), stop: () => closed(server) }
}

const opened = (server: Server, port: number, host: string): Promise<number> =>
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

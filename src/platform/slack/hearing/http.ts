/** Deliveries over HTTP: signed requests to one path, and the pages of an installation. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { type App, HTTPReceiver, type HTTPReceiverOptions, type Logger } from '@slack/bolt'
import type { Waits } from '../../waits.ts'
import { bodyOf, saysNothing } from './body.ts'
import type { Door } from './door.ts'
import type { Entrance } from './entrance.ts'

export type HttpTransport = {
  signingSecret: string
  port: number
  host?: string
  /** Milliseconds after which a slow client is cut; what is usual when absent. */
  within?: Within
}

/** Until all of a head has come, until all of a request has, and between two requests of one connection. */
type Within = { headers: number; request: number; idle: number }

/** The part of the receiver's options that makes it install the app as well. */
export type InstallPages = Pick<
  HTTPReceiverOptions,
  | 'clientId'
  | 'clientSecret'
  | 'scopes'
  | 'redirectUri'
  | 'installationStore'
  | 'installerOptions'
  | 'customRoutes'
>

const ENDPOINT = '/slack/events'

/** Slack's own deliveries stay far below it. */
const LARGEST_BODY = 1024 * 1024

const USUAL: Within = { headers: 10_000, request: 15_000, idle: 5_000 }

/** So many connections at once, by whoever: Slack opens few, and a balancer not many more. */
const CONNECTIONS = 2_000

/** Whoever sends more than is read has so long to read the refusal. */
const REFUSED_MS = 500

/** Slack gives up after three seconds; whoever still waits then learns so. */
const UNANSWERED_MS = 10_000

/** Connections that nobody closes have so long once the bot stops. */
const LINGER_MS = 1_000

export const httpEntrance = (
  { signingSecret, port, host, within = USUAL }: HttpTransport,
  needs: { door: Door; logger: Logger; waits: Waits; pages: InstallPages },
): Entrance => {
  const receiver = new HTTPReceiver({
    ...needs.pages,
    signingSecret,
    endpoints: ENDPOINT,
    logger: needs.logger,
    bodyLimit: LARGEST_BODY,
    unhandledRequestTimeoutMillis: UNANSWERED_MS,
    unhandledRequestHandler: ({ response }) => answer(response, 503),
    dispatchErrorHandler: ({ request, response }) => answer(response, statusFor(request)),
    processEventErrorHandler: async ({ error, response }) => {
      answer(response, 'kind' in error && error.kind === 'busy' ? 503 : 500)
      return true
    },
  })
  const take = receiver.requestListener
  receiver.requestListener = (request, response) =>
    isDelivery(request) ? void takeWhole(request, response, take, needs.logger) : take(request, response)
  // The library asks its app for nothing else.
  receiver.init(needs.door as unknown as App)
  let server: Server | undefined

  return {
    async start() {
      server = await receiver.start(
        { port, ...(host !== undefined && { host }) },
        {
          headersTimeout: within.headers,
          requestTimeout: within.request,
          keepAliveTimeout: within.idle,
          connectionsCheckingInterval: Math.min(1_000, within.headers),
          maxHeaderSize: 16_384,
        },
      )
      server.maxConnections = CONNECTIONS
      server.on('request', (request, response) => {
        response.once('finish', () => cutUnread(request, needs.waits))
      })
    },
    async stop() {
      if (!server) return
      const closed = receiver.stop()
      await Promise.race([closed, needs.waits.pause(LINGER_MS)])
      server.closeAllConnections()
      server = undefined
      await closed
    },
    port() {
      const address = server?.address()
      return typeof address === 'object' ? address?.port : undefined
    },
  }
}

const isDelivery = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && URL.parse(url, 'http://localhost')?.pathname === ENDPOINT

/** Has the library take a delivery of which all has come, and which says something. */
const takeWhole = async (
  request: IncomingMessage,
  response: ServerResponse,
  take: HTTPReceiver['requestListener'],
  logger: Logger,
): Promise<void> => {
  const rawBody = await bodyOf(request, LARGEST_BODY)
  if (rawBody === 'broken off') return logger.warn('Failed to parse and verify: it was broken off')
  if (rawBody === 'too large') {
    logger.warn('It exceeded the maximum allowed size')
    return answer(response, 413)
  }
  if (!saysNothing(rawBody)) return take(Object.assign(request, { rawBody }), response)
  logger.warn('Malformed request body: null')
  answer(response, 400)
}

/** A status and nothing else: who asks without being Slack learns nothing. */
const answer = (response: ServerResponse, status: number): void => {
  if (response.headersSent) return
  response.writeHead(status)
  response.end()
}

/** What was answered before all of it had come is not read to its end: it may have none. */
const cutUnread = async (request: IncomingMessage, waits: Waits): Promise<void> => {
  if (request.complete) return
  await waits.pause(REFUSED_MS)
  request.socket.destroy()
}

const statusFor = ({ url = '', method }: IncomingMessage): number =>
  url.startsWith(ENDPOINT) && method !== 'POST' ? 405 : 404

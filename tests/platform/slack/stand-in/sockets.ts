/** Socket Mode: connections that were opened with a ticket, the envelopes on them, and what can befall them. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Delivery, Envelope } from './delivery.ts'
import type { World } from './world.ts'

export type Reason = 'warning' | 'refresh_requested' | 'link_disabled'

/** What a test does to the connections of the app. */
export type Sockets = {
  /** How many are open. */
  open(): number
  /** How many there have been. */
  connections(): number
  /** Sends a `disconnect` frame; but for a warning the connection is closed right after it. */
  disconnect(reason: Reason): void
  /** Ends every connection without a word. */
  drop(): void
  /** Refuses new connections, at the handshake, until `accept`. */
  refuse(): void
  accept(): void
  ping(): void
  /** Sends this over every connection as it is. */
  frame(raw: string | Uint8Array): void
  /** Answers no ping and sends none, as a connection does that died unnoticed, until `accept`. */
  silence(): void
  /** Resolves once so many connections are open. */
  connected(least?: number): Promise<void>
  /** Acknowledgements of envelopes that nobody sent. */
  strays: string[]
}

type Link = { socket: WebSocket; closing: boolean; sent: Map<string, Delivery> }

type Options = {
  world: World
  server: Server
  url(): string
  pingEvery: number
  acknowledged(delivery: Delivery, payload: unknown): void
  failed(delivery: Delivery): void
  changed(): void
  until(met: () => boolean, what: string): Promise<void>
}

/** Listens on the server's `/link`. */
export const socketsOf = (
  options: Options,
): Sockets & { ticket(): string; envelope: Envelope; end(): Promise<void> } => {
  const { world, server } = options
  const gate = new WebSocketServer({ noServer: true, autoPong: false })
  const tickets = new Set<string>()
  const strays: string[] = []
  let links: Link[] = []
  let refusing = false
  let silent = false
  let connections = 0

  const greet = (link: Link) =>
    link.socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: links.length,
        debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18060 },
        connection_info: { app_id: world.app.id },
      }),
    )
  const take = (link: Link, text: string) => {
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id?: string; payload?: unknown }
    const delivery = id === undefined ? undefined : link.sent.get(id)
    if (delivery === undefined || id === undefined) return void strays.push(text)
    link.sent.delete(id)
    options.acknowledged(delivery, payload)
  }
  const leave = (link: Link) => {
    links = links.filter((other) => other !== link)
    for (const delivery of link.sent.values()) if (delivery.state === 'sent') options.failed(delivery)
    options.changed()
  }
  const admit = (socket: WebSocket) => {
    const link: Link = { socket, closing: false, sent: new Map() }
    links = [...links, link]
    connections += 1
    socket.on('message', (data) => take(link, String(data)))
    socket.on('ping', (data) => {
      if (!silent) socket.pong(data)
    })
    socket.on('close', () => leave(link))
    socket.on('error', () => leave(link))
    greet(link)
    options.changed()
  }
  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const ticket = new URL(request.url ?? '/', options.url()).searchParams.get('ticket') ?? ''
    const good = tickets.delete(ticket)
    if (refusing || !good) {
      stream.end(
        `HTTP/1.1 ${refusing ? '503 Service Unavailable' : '400 Bad Request'}\r\nConnection: close\r\n\r\n`,
      )
      return
    }
    gate.handleUpgrade(request, stream, head, admit)
  }
  server.on('upgrade', upgrade)
  const ping = () => {
    if (!silent) for (const { socket } of links) socket.ping('Ping from applink-1')
  }
  const timer = setInterval(ping, options.pingEvery)
  timer.unref()

  return {
    strays,
    open: () => links.length,
    connections: () => connections,
    disconnect: (reason) => {
      for (const link of links) {
        link.socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }))
        if (reason === 'warning') continue
        link.closing = true
        link.socket.close(1000)
      }
    },
    drop: () => {
      for (const { socket } of links) socket.terminate()
    },
    refuse: () => {
      refusing = true
    },
    accept: () => {
      refusing = false
      silent = false
    },
    ping,
    frame: (raw) => {
      for (const { socket } of links) socket.send(raw)
    },
    silence: () => {
      silent = true
    },
    connected: (least = 1) => options.until(() => links.length >= least, `${least} open sockets`),
    ticket: () => {
      const ticket = world.names.uuid()
      tickets.add(ticket)
      return `${options.url().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${world.app.id}`
    },
    envelope: (delivery, retry) => {
      const link = links.findLast(({ closing, socket }) => !closing && socket.readyState === socket.OPEN)
      if (link === undefined) return false
      const id = world.names.uuid()
      link.sent.set(id, delivery)
      const events = delivery.kind === 'events_api'
      const envelope = {
        envelope_id: id,
        payload: delivery.body,
        type: delivery.kind,
        accepts_response_payload: !events,
        ...(events
          ? { retry_attempt: retry?.num ?? 0, retry_reason: retry === undefined ? '' : 'timeout' }
          : {}),
      }
      link.socket.send(JSON.stringify(envelope))
      return true
    },
    end: async () => {
      clearInterval(timer)
      server.off('upgrade', upgrade)
      const closing = links.map(
        ({ socket }) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
      )
      for (const { socket } of links) socket.close(1001)
      await Promise.race([Promise.all(closing), pause(200, undefined, { ref: false })])
      for (const { socket } of links) socket.terminate()
      gate.close()
    },
  }
}

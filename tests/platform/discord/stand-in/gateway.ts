/** The gateway: sessions that outlive their connections, heartbeats, and everything told in order and numbered. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { guildObject } from './guilds.ts'
import { type Link, linkOf, type Session } from './link.ts'
import { userObject } from './objects.ts'
import { seesIn } from './permissions.ts'
import type { Json, World } from './world.ts'

/** What the app asks to be told of. */
export const INTENTS = {
  Guilds: 1 << 0,
  GuildMembers: 1 << 1,
  GuildMessages: 1 << 9,
  DirectMessages: 1 << 12,
  MessageContent: 1 << 15,
} as const

/** What is told, and to whom: sessions with this intent, the shard of this guild. */
export type About = {
  intent?: keyof typeof INTENTS
  guild?: string | undefined
  /** How it looks to a session without the intent to read what is written. */
  bare?: (() => Json) | undefined
}

export type Tell = (event: string, data: Json, about?: About) => void

export type Gateway = {
  /** Open connections that have a session. */
  open(): number
  /** Sessions begun and resumed so far, and connections made at all. */
  counts: { identified: number; resumed: number; connections: number; heartbeats: number; refused: number }
  /** The intents of the newest session. */
  intents(): number
  /** Resolves once so many sessions are connected. */
  connected(least?: number, within?: number): Promise<void>
  /** Ends every connection, or that of one shard, without a word; the sessions stay. */
  drop(shard?: number): void
  /** Ends every connection, or that of one shard, with a code of Discord's, such as 4000 or 4004. */
  close(code: number, shard?: number): void
  /** Takes nothing more from the connection of this shard, not even its end. */
  stall(shard: number): void
  /** Asks for a reconnection (op 7). */
  reconnect(): void
  /** Says that the session is not valid (op 9); one that cannot be resumed is forgotten. */
  invalidate(resumable?: boolean): void
  /** Forgets all sessions, so that the next resume is refused. */
  forget(): void
  /** Takes no more connections until `accept`. */
  refuse(): void
  accept(): void
  /** Acknowledges no heartbeat and tells nothing, as a connection does that died unnoticed, until `accept`. */
  silence(): void
  /** Asks for a heartbeat at once (op 1). */
  beat(): void
  /** Keeps what is to be told until `release`, which tells it in order or the other way round. */
  hold(): void
  release(how?: 'in order' | 'reversed'): void
  /** Tells the newest event of this name once more, as a new one. */
  repeat(event: string): void
  /** Tells all of this instead of what is to be told, as a gateway does that is out of its mind, until `untwist`. */
  twist(change: (event: string, data: Json) => unknown): void
  untwist(): void
  /** Tells every session of this shape or that, numbered as all else. */
  blurt(event: unknown, data: unknown): void
  /** Sends this to every connection as it is. */
  frame(raw: string | Uint8Array): void
  /** Everything told so far, by name. */
  told: string[]
}

type Options = {
  world: World
  server: Server
  url(): string
  heartbeatEvery: number
  shards: number
  changed(): void
  until(met: () => boolean, what: string, within: number): Promise<void>
}

const pathOf = (url: string) => url.replace('http', 'ws')

/** Listens on the server's `/gateway`. */
export const gatewayOf = (
  options: Options,
): Gateway & { tell: Tell; url(): string; end(): Promise<void> } => {
  const { world, server, changed } = options
  const gate = new WebSocketServer({ noServer: true })
  const sessions = new Map<string, Session>()
  const links = new Set<Link>()
  const counts = { identified: 0, resumed: 0, connections: 0, heartbeats: 0, refused: 0 }
  const told: string[] = []
  const last = new Map<string, [Json, About]>()
  const state = { refusing: false, silent: false }
  let held: [string, Json, About][] | undefined
  let twisted: (event: string, data: Json) => unknown = (_, data) => data

  const readyOf = (session: Session): Json => ({
    v: 10,
    user: { ...userObject(world.app), verified: true, email: null, mfa_enabled: true },
    guilds: guildsOf(session).map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: pathOf(options.url()).concat('/gateway'),
    shard: session.shard,
    application: { id: world.app.id, flags: world.app.messageContent ? 1 << 19 : 0 },
    session_type: 'normal',
    private_channels: [],
    relationships: [],
    user_settings: {},
  })
  const guildsOf = ({ shard: [shard, of] }: Session) =>
    [...world.guilds.values()].filter(
      (guild) => guild.members.has(world.app.id) && Number((BigInt(guild.id) >> 22n) % BigInt(of)) === shard,
    )
  const greet = (session: Session) => {
    session.tell('READY', twisted('READY', readyOf(session)))
    if ((session.intents & INTENTS.Guilds) === 0) return
    for (const guild of guildsOf(session)) {
      const there = guildObject(world, guild, (channel) => seesIn(world, channel, world.app.id))
      session.tell('GUILD_CREATE', twisted('GUILD_CREATE', there))
    }
  }
  const concerns = ({ intents, shard: [shard, of] }: Session, { intent, guild }: About) =>
    (intent === undefined || (intents & INTENTS[intent]) !== 0) &&
    (of === 1 || Number((BigInt(guild ?? 0) >> 22n) % BigInt(of)) === shard)

  const dispatch: Tell = (event, data, about = {}) => {
    if (held !== undefined) return void held.push([event, data, about])
    last.set(event, [data, about])
    told.push(event)
    if (told.length > 20_000) told.splice(0, 10_000)
    for (const session of sessions.values()) {
      if (!concerns(session, about)) continue
      const reads = (session.intents & INTENTS.MessageContent) !== 0
      session.tell(event, twisted(event, !reads && about.bare !== undefined ? about.bare() : data))
    }
  }
  const admit = (socket: WebSocket) => {
    counts.connections += 1
    const link = linkOf(socket, {
      world,
      sessions,
      counts,
      silent: () => state.silent,
      heartbeatEvery: options.heartbeatEvery,
      shards: options.shards,
      greet,
      left: () => {
        links.delete(link)
        changed()
      },
      changed,
    })
    links.add(link)
    changed()
  }
  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', options.url())
    const good = pathname === '/gateway' && searchParams.get('encoding') === 'json'
    if (good && !state.refusing) return gate.handleUpgrade(request, stream, head, admit)
    counts.refused += 1
    stream.end(`HTTP/1.1 ${good ? '503 Service Unavailable' : '404 Not Found'}\r\nConnection: close\r\n\r\n`)
  }
  server.on('upgrade', upgrade)
  const each = (act: (link: Link) => void, shard?: number) => {
    for (const link of [...links]) if (shard === undefined || link.session()?.shard[0] === shard) act(link)
  }
  const open = () => [...links].filter(({ session }) => session() !== undefined).length

  return {
    told,
    counts,
    open,
    intents: () => [...sessions.values()].at(-1)?.intents ?? 0,
    connected: (least = 1, within = 15_000) =>
      options.until(() => open() >= least, `${least} connected sessions`, within),
    drop: (shard) => each(({ socket }) => socket.terminate(), shard),
    close: (code, shard) => each(({ socket }) => socket.close(code), shard),
    stall: (shard) => each(({ socket }) => socket.pause(), shard),
    reconnect: () => each(({ send }) => send({ op: 7, d: null })),
    invalidate: (resumable = false) => {
      if (!resumable) sessions.clear()
      each((link) => {
        if (!resumable) link.lose()
        link.send({ op: 9, d: resumable })
      })
    },
    forget: () => sessions.clear(),
    refuse: () => {
      state.refusing = true
    },
    accept: () => Object.assign(state, { refusing: false, silent: false }),
    silence: () => {
      state.silent = true
    },
    beat: () => each(({ send }) => send({ op: 1, d: null })),
    hold: () => {
      held ??= []
    },
    release: (how = 'in order') => {
      const kept = held ?? []
      held = undefined
      for (const [event, data, about] of how === 'reversed' ? kept.reverse() : kept)
        dispatch(event, data, about)
    },
    repeat: (event) => {
      const [data, about] = last.get(event) ?? []
      if (data === undefined) throw new Error(`no ${event} was told yet`)
      dispatch(event, data, about)
    },
    twist: (change) => {
      twisted = change
    },
    untwist: () => {
      twisted = (_, data) => data
    },
    blurt: (event, data) => {
      for (const session of sessions.values()) session.tell(event, data)
    },
    frame: (raw) => each(({ sendText }) => sendText(raw)),
    tell: dispatch,
    url: () => pathOf(options.url()).concat('/gateway'),
    end: async () => {
      server.off('upgrade', upgrade)
      each(({ socket }) => socket.terminate())
      gate.close()
    },
  }
}

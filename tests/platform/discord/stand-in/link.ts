/** One connection to the gateway, and the session that it carries. */
import type { WebSocket } from 'ws'
import type { Json, World } from './world.ts'

/** How many events a session keeps to tell them again after a break. */
const MOST_KEPT = 20_000

const PRIVILEGED = { members: 1 << 1, messageContent: 1 << 15 } as const

export type Session = {
  id: string
  intents: number
  shard: [number, number]
  /** Numbers it, keeps it, and sends it where a connection is there. */
  tell(event: unknown, data: unknown): void
  /** What came after this number, or nothing when too much is lost. */
  since(sequence: number): string[] | undefined
  sequence(): number
  attach(link: Link | undefined): void
  link(): Link | undefined
}

export type Link = {
  socket: WebSocket
  session(): Session | undefined
  /** The session is none any more. */
  lose(): void
  send(frame: Json): void
  sendText(text: string | Uint8Array): void
}

type Around = {
  world: World
  sessions: Map<string, Session>
  counts: { identified: number; resumed: number; heartbeats: number }
  silent(): boolean
  heartbeatEvery: number
  shards: number
  greet(session: Session): void
  left(): void
  changed(): void
}

/** Greets, listens, and answers as Discord does. */
export const linkOf = (socket: WebSocket, around: Around): Link => {
  const { sessions, counts } = around
  let session: Session | undefined
  let deadline: NodeJS.Timeout | undefined
  const link: Link = {
    socket,
    session: () => session,
    lose: () => {
      session = undefined
    },
    send: (frame) => link.sendText(JSON.stringify({ s: null, t: null, ...frame })),
    sendText: (text) => {
      if (!around.silent() && socket.readyState === socket.OPEN) socket.send(text)
    },
  }
  /** A connection without a heartbeat for a long while is closed. */
  const wait = () => {
    clearTimeout(deadline)
    deadline = setTimeout(() => socket.close(4009), around.heartbeatEvery * 3).unref()
  }
  const carry = (next: Session) => {
    next.link()?.socket.close(4000)
    session = next
    next.attach(link)
  }
  const frames: Record<number, (data: Json) => void> = {
    1: () => {
      counts.heartbeats += 1
      wait()
      link.send({ op: 11 })
    },
    2: (data) => {
      if (session !== undefined) return socket.close(4005)
      const code = faultOf(data, around)
      if (code !== undefined) return socket.close(code)
      const next = sessionOf(`session-${counts.identified + 1}`, data)
      counts.identified += 1
      sessions.set(next.id, next)
      carry(next)
      around.greet(next)
    },
    6: (data) => {
      const next = sessions.get(String(data.session_id))
      const missed = next?.since(Number(data.seq))
      if (data.token !== around.world.app.token) return socket.close(4004)
      if (next === undefined || missed === undefined) return link.send({ op: 9, d: false })
      counts.resumed += 1
      carry(next)
      for (const text of missed) link.sendText(text)
      next.tell('RESUMED', { _trace: [] })
    },
    3: () => {},
    4: () => {},
    8: () => {},
  }
  socket.on('message', (text) => {
    const { op, d } = JSON.parse(String(text)) as { op: number; d: Json }
    const act = frames[op]
    if (act === undefined) socket.close(4001)
    else if (op > 2 && op !== 6 && session === undefined) socket.close(4003)
    else act(d)
    around.changed()
  })
  socket.on('close', (code) => {
    clearTimeout(deadline)
    if (session?.link() === link) {
      session.attach(undefined)
      if (code === 1000 || code === 1001) sessions.delete(session.id)
    }
    around.left()
  })
  socket.on('error', () => socket.terminate())
  link.send({ op: 10, d: { heartbeat_interval: around.heartbeatEvery, _trace: [] } })
  wait()
  return link
}

const faultOf = (data: Json, { world, shards }: Around): number | undefined => {
  const [shard, of] = (data.shard as [number, number] | undefined) ?? [0, 1]
  const intents = Number(data.intents)
  if (data.token !== world.app.token) return 4004
  if (shard >= of) return 4010
  if (of < shards) return 4011
  if (!Number.isInteger(intents) || intents < 0) return 4013
  if ((intents & PRIVILEGED.messageContent) !== 0 && !world.app.messageContent) return 4014
  if ((intents & PRIVILEGED.members) !== 0 && !world.app.members) return 4014
  return undefined
}

const sessionOf = (id: string, data: Json): Session => {
  let kept: string[] = []
  let first = 1
  let sequence = 0
  let link: Link | undefined
  return {
    id,
    intents: Number(data.intents),
    shard: (data.shard as [number, number] | undefined) ?? [0, 1],
    tell: (event, payload) => {
      sequence += 1
      const text = JSON.stringify({ op: 0, s: sequence, t: event, d: payload })
      kept.push(text)
      if (kept.length > MOST_KEPT) {
        first += kept.length - MOST_KEPT / 2
        kept = kept.slice(-MOST_KEPT / 2)
      }
      link?.sendText(text)
    },
    since: (from) => (from + 1 < first || from > sequence ? undefined : kept.slice(from + 1 - first)),
    sequence: () => sequence,
    attach: (next) => {
      link = next
    },
    link: () => link,
  }
}

/** The gateway's shards, which end no process. */
import type { Client, SimpleShardingStrategy } from 'discord.js'

/** What becomes of what the library would throw with nobody to catch it. */
type Told = {
  /** A connection broke. */
  failed(error: Error): void
  /** What came over it could not be taken, and is left out. */
  puzzled(error: unknown): void
}

/**
 * The same strategy, whose shards say who they are only on a connection that is there, and leave out what they cannot read.
 * The library throws where one broke and the next is still being made, with nobody to catch it. What was not said is not
 * missed: the next connection says so anew, and one that does not become ready in time is given up by the library itself.
 */
export const steady = (strategy: SimpleShardingStrategy, told: Told): SimpleShardingStrategy => {
  const { spawn } = strategy
  strategy.spawn = async (ids) => {
    await spawn.call(strategy, ids)
    // The library keeps them to itself, and says nowhere else what it sends.
    const shards = Reflect.get(strategy, 'shards') as ReadonlyMap<number, Shard>
    for (const shard of shards.values()) keepSteady(shard, told)
  }
  return strategy
}

/** The same client, which leaves out what it cannot take in; some of it is taken when nobody is there to catch it. */
export const unshaken = (client: Client, { puzzled }: Pick<Told, 'puzzled'>): void => {
  const manager = client.ws as unknown as { handlePacket(...packet: unknown[]): boolean }
  const { handlePacket } = manager
  manager.handlePacket = (...packet) => {
    try {
      return handlePacket.apply(manager, packet)
    } catch (error) {
      puzzled(error)
      return true
    }
  }
}

/** Whether a session can be resumed at its address, or is none; the library takes any as it is told, and throws later. */
export const isResumable = (session: SessionInfo | null): boolean =>
  session === null ||
  (typeof session.sessionId === 'string' &&
    Number.isSafeInteger(session.sequence) &&
    WEB_SOCKET.test(session.resumeURL) &&
    URL.canParse(session.resumeURL))

type SessionInfo = Readonly<Record<'sessionId' | 'sequence' | 'resumeURL', unknown>> & { resumeURL: string }

type Shard = {
  send(payload: unknown): Promise<void>
  onMessage(...message: unknown[]): Promise<void>
}

const keepSteady = (shard: Shard, { failed, puzzled }: Told): void => {
  const { send, onMessage } = shard
  shard.send = (payload) =>
    send.call(shard, payload).catch((error: unknown) => {
      if (!(error instanceof Error && NOT_OPEN.test(error.message))) throw error
      failed(error)
    })
  shard.onMessage = (...message) => onMessage.apply(shard, message).catch(puzzled)
}

const WEB_SOCKET = /^wss?:\/\//
const NOT_OPEN = /^WebSocket is not open/

/** The gateway's shards, which end no process. */
import type { SimpleShardingStrategy } from 'discord.js'

/**
 * The same strategy, whose shards say who they are only on a connection that is there. The library throws where one broke
 * and the next is still being made, with nobody to catch it. What was not said is not missed: the next connection says so
 * anew, and one that does not become ready in time is given up by the library itself.
 */
export const steady = (
  strategy: SimpleShardingStrategy,
  failed: (error: Error) => void,
): SimpleShardingStrategy => {
  const { spawn } = strategy
  strategy.spawn = async (ids) => {
    await spawn.call(strategy, ids)
    // The library keeps them to itself, and says nowhere else what it sends.
    const shards = Reflect.get(strategy, 'shards') as ReadonlyMap<number, Shard>
    for (const shard of shards.values()) keepSteady(shard, failed)
  }
  return strategy
}

type Shard = { send(payload: unknown): Promise<void> }

const keepSteady = (shard: Shard, failed: (error: Error) => void): void => {
  const { send } = shard
  shard.send = (payload) =>
    send.call(shard, payload).catch((error: unknown) => {
      if (!(error instanceof Error && NOT_OPEN.test(error.message))) throw error
      failed(error)
    })
}

const NOT_OPEN = /^WebSocket is not open/

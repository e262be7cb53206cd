/** Shards lose their connections one by one: nobody waits for a shard that tells of other guilds. */
import type { Gap } from '../../gap.ts'
import type { Desk, Talk } from '../../platform.ts'
import { guildIn, spotOf } from '../names.ts'

export type Gaps = {
  /** Something may be said that is not heard, in what this shard tells of, or anywhere. */
  open(shard?: number): void
  /** It is listened there again. */
  close(desk: Desk, shard?: number): Promise<void>
  /** Resolves once something new may be taken at this place. */
  closed(place: string): Promise<void>
  stop(): void
}

type Needs = {
  gap(): Gap
  /** The shard that tells of a guild, or of direct messages. */
  shardOf(guild: string | undefined): number
  /** The one shard of this process, where others listen to the others. */
  only?: number | undefined
}

export const gapsOf = (needs: Needs): Gaps => {
  const anywhere = needs.gap()
  const shards = new Map<number, Gap>()

  const shardOf = (place: string): number => {
    const spot = spotOf(place)
    return needs.shardOf(spot.type === 'channel' ? guildIn(spot.tenant) : undefined)
  }

  const gapAt = (shard: number): Gap => {
    const gap = shards.get(shard) ?? needs.gap()
    shards.set(shard, gap)
    return gap
  }

  /** The talks of which this shard tells. */
  async function* talksAt(desk: Desk, shard: number): AsyncGenerator<Talk> {
    for await (const talk of desk.talks()) if (shardOf(talk.place) === shard) yield talk
  }

  return {
    open(shard) {
      if (shard !== undefined) return gapAt(shard).open()
      anywhere.open()
      // Whoever waited for one shard waits for all of them now.
      for (const gap of shards.values()) void gap.close(NOTHING)
      shards.clear()
    },
    close(desk, shard) {
      const own = shard ?? needs.only
      const talks = own === undefined ? desk : { ...desk, talks: () => talksAt(desk, own) }
      return (shard === undefined ? anywhere : gapAt(shard)).close(talks)
    },
    async closed(place) {
      await shards.get(shardOf(place))?.closed(place)
      await anywhere.closed(place)
    },
    stop() {
      for (const gap of [anywhere, ...shards.values()]) gap.stop()
    },
  }
}

/** Nothing is to be read. */
const NOTHING = { async *talks() {}, talkAt: async () => undefined }

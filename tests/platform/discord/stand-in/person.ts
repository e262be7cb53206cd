/** Somebody in Discord: everything that they do changes it as it would there, and is told to the app. */
import type { Desk } from './asking.ts'
import { type Hands, handsOf } from './hands.ts'
import { channelAt, type Shown, shownTo } from './shown.ts'
import type { Stage } from './stage.ts'
import { type Using, usingOf } from './using.ts'
import { directOf } from './world.ts'

export type Person = Hands &
  Using & {
    id: string
    /** The channel of their direct messages with the app. */
    direct: string
    /** What they read in a channel, a thread or their direct messages. */
    sees(channel: string): Shown[]
  }

export const personOf = (stage: Stage, desk: Desk, id: string): Person => {
  const { world } = stage
  if (!world.users.has(id)) throw new Error(`nobody ${id}`)
  const hands = handsOf(stage, id)
  return {
    id,
    direct: directOf(world, id).id,
    ...hands,
    ...usingOf(stage, desk, id, hands.find),
    sees: (channel) => shownTo(world, id, channelAt(world, channel)),
  }
}

/** A thread, whoever begins it. */
import { type Stage, tellChannel } from './stage.ts'
import { blankChannel, type Channel } from './world.ts'

type Sketch = {
  id: string
  type: 11 | 12
  name: string
  owner: string
  invitable?: boolean
  autoArchive?: number
}

/** Begins it under a channel and tells the app, where it sees it. */
export const beginThread = (stage: Stage, parent: Channel, sketch: Sketch): Channel => {
  const { world } = stage
  const { id, type, name, owner, invitable = true, autoArchive = 4320 } = sketch
  const channel = blankChannel(id, type, parent.guild, name)
  channel.thread = {
    parent: parent.id,
    owner,
    members: new Set([owner]),
    archived: false,
    locked: false,
    invitable,
    autoArchive,
    archivedAt: world.now(),
    messageCount: 0,
  }
  world.channels.set(id, channel)
  tellChannel(stage, 'THREAD_CREATE', channel, { newly_created: true })
  return channel
}

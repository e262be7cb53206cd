/** What the routes and the persons of a stand-in work with. */
import type { Tell } from './gateway.ts'
import { channelObject, legible, memberPart, messageObject } from './objects.ts'
import { seesIn } from './permissions.ts'
import type { Channel, Json, Message, World } from './world.ts'

export type Stage = {
  world: World
  url(): string
  tell: Tell
  changed(): void
  /** Notes something that no well-behaved app sends. */
  faulty(fault: string): void
}

const intentOf = (channel: Channel) => (channel.guild === undefined ? 'DirectMessages' : 'GuildMessages')

/** Tells the app that a message is new or has changed. */
export const tellMessage = (
  stage: Stage,
  event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: Message,
): void => {
  const { world } = stage
  const channel = world.channels.get(message.channel)
  if (channel === undefined || message.only !== undefined || !seesIn(world, channel, world.app.id)) return
  const guild = channel.guild === undefined ? undefined : world.guilds.get(channel.guild)
  const member = guild?.members.get(message.by)
  const whole = (bare: boolean): Json => ({
    ...messageObject(world, stage.url(), message, bare),
    ...(guild === undefined ? {} : { guild_id: guild.id }),
    ...(member === undefined ? {} : { member: memberPart(member) }),
    channel_type: channel.type,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
  })
  stage.tell(event, whole(false), {
    intent: intentOf(channel),
    guild: guild?.id,
    bare: legible(world, message, false) ? undefined : () => whole(true),
  })
}

/** Tells the app that messages are gone. */
export const tellGone = (stage: Stage, channel: Channel, ids: readonly string[]): void => {
  if (!seesIn(stage.world, channel, stage.world.app.id)) return
  const at = { channel_id: channel.id, ...(channel.guild === undefined ? {} : { guild_id: channel.guild }) }
  const about = { intent: intentOf(channel), guild: channel.guild } as const
  if (ids.length === 1) stage.tell('MESSAGE_DELETE', { id: ids[0], ...at }, about)
  else stage.tell('MESSAGE_DELETE_BULK', { ids, ...at }, about)
}

/** Tells the app about a channel or a thread. */
export const tellChannel = (stage: Stage, event: string, channel: Channel, more: Json = {}): void => {
  if (!event.endsWith('DELETE') && !seesIn(stage.world, channel, stage.world.app.id)) return
  stage.tell(
    event,
    { ...channelObject(stage.world, channel), ...more },
    { intent: 'Guilds', guild: channel.guild },
  )
}

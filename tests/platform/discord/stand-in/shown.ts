/** What stands where: the messages of a channel, a thread, a direct message, as they are now. */
import { buttonsOf, readable } from './drawn.ts'
import { seesIn } from './permissions.ts'
import { byAge } from './snowflakes.ts'
import { type Channel, directOf, type Message, type World } from './world.ts'

export type Shown = {
  id: string
  channel: string
  /** Who wrote it. */
  by: string
  /** As it is read: content and text displays, then the names of files. */
  text: string
  /** The labels of its buttons. */
  buttons: string[]
  /** The one person who sees it. */
  only: string | undefined
  /** A deferred answer that still waits. */
  loading: boolean
  edited: boolean
  /** 0 ordinary, 19 reply, 20 a command's answer; others are Discord's own. */
  type: number
  message: Message
}

/**
 * A place by its name: the id of a channel, a thread or a direct message, or with what stands before it
 * (`discord:GUILD/CHANNEL/THREAD`, `discord:@me/CHANNEL`, `discord:GUILD/dCHANNEL`); `.../uUSER` is a person's direct messages.
 */
export const channelAt = (world: World, place: string): Channel => {
  const last = place.split('/').at(-1) ?? place
  const id = last.replace(/^[du]/, '')
  const channel = last.startsWith('u') ? directOf(world, id) : world.channels.get(id)
  if (channel === undefined) throw new Error(`no channel ${place}`)
  return channel
}

/** Everything at a place in order, with what single persons see, without what Discord itself says there. */
export const shownAt = (channel: Channel): Shown[] =>
  [...channel.messages.values()]
    .filter(({ type }) => type === 0 || type === 19 || type === 20)
    .sort((a, b) => byAge(a.id, b.id))
    .map(shownOf)

/** What one person reads there. */
export const shownTo = (world: World, user: string, channel: Channel): Shown[] =>
  seesIn(world, channel, user)
    ? shownAt(channel).filter(({ only }) => only === undefined || only === user)
    : []

export const shownOf = (message: Message): Shown => ({
  id: message.id,
  channel: message.channel,
  by: message.by,
  text: readable(message),
  buttons: buttonsOf(message),
  only: message.only,
  loading: message.loading,
  edited: message.edited !== undefined,
  type: message.type,
  message,
})

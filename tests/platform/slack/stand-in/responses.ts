/** What an app answers to a command or an interaction, at once or at its response URL, as people then see it. */
import { byBot, numbered, post } from './methods/chat.ts'
import type { Channel, Json, Message, World } from './world.ts'

export type Origin = NonNullable<ReturnType<World['responses']['get']>>

/** Shows an answer: to the person alone unless it is `in_channel`; replaces or removes what it answers where it says so. */
export const respond = (world: World, origin: Origin, answer: unknown): void => {
  const given: Json = typeof answer === 'string' ? { text: answer } : ((answer ?? {}) as Json)
  const channel = origin.team.channels.get(origin.channel)
  if (channel === undefined) return
  if (given.delete_original === true) {
    remove(channel, origin.ts)
    return
  }
  const text = typeof given.text === 'string' ? given.text : ''
  const blocks = given.blocks as Json[] | undefined
  if (text === '' && !blocks?.length) return
  const said: Partial<Message> = { text, ...(blocks === undefined ? {} : { blocks: numbered(blocks) }) }
  if (given.replace_original === true && replace(channel, origin.ts, said)) return
  const thread = (given.thread_ts as string | undefined) ?? origin.thread
  const message: Partial<Message> = { ...said, ...(thread === undefined ? {} : { thread_ts: thread }) }
  const call = { team: origin.team, world }
  if (given.response_type === 'in_channel') post(call, channel, message)
  else channel.ephemerals.push({ to: origin.user, message: byBot(call, message) })
}

const remove = (channel: Channel, ts: string | undefined): void => {
  channel.messages.delete(ts ?? '')
  channel.ephemerals = channel.ephemerals.filter(({ message }) => message.ts !== ts)
}

const replace = (channel: Channel, ts: string | undefined, said: Partial<Message>): boolean => {
  const kept =
    channel.messages.get(ts ?? '') ?? channel.ephemerals.find(({ message }) => message.ts === ts)?.message
  if (kept === undefined) return false
  delete kept.blocks
  Object.assign(kept, said)
  return true
}

/** What somebody writes, changes, removes and shares. */
import { may, seesIn } from './permissions.ts'
import { channelAt } from './shown.ts'
import { type Stage, tellChannel, tellGone, tellMessage } from './stage.ts'
import { beginThread } from './threads.ts'
import { type Channel, directOf, type Message } from './world.ts'
import { blankMessage, keep, place } from './writing.ts'

export type Enclosed = { name: string; mime?: string; text?: string; bytes?: Uint8Array }

export type Saying = {
  files?: Enclosed[]
  /** The message that it replies to. */
  reply?: string
}

export type Hands = {
  /** Says something in a channel, a thread or their direct messages and tells the app; gives the message's id. */
  say(channel: string, text: string, saying?: Saying): string
  /** The same with the app's name before it. */
  mention(channel: string, text: string, saying?: Saying): string
  /** The same in the direct messages with the app. */
  dm(text: string, saying?: Saying): string
  edit(id: string, text: string): void
  remove(id: string): void
  /** A moderator takes several away at once. */
  purge(ids: readonly string[]): void
  /** Discord adds a preview to a message: it changes, its text does not. */
  unfurl(id: string): void
  /** Begins a thread of their own under a channel, a private one where it is to be; gives its id. */
  begin(channel: string, name: string, hidden?: boolean): string
  /** Takes part in a thread, or no longer. */
  join(thread: string): void
  leave(thread: string): void
  /** Takes no direct messages from the app any more, or again. */
  close(): void
  reopen(): void
  /** The message of an id. */
  find(id: string): { channel: Channel; message: Message }
}

/** The hands of a person. */
export const handsOf = (stage: Stage, user: string): Hands => {
  const { world } = stage
  const at = (id: string): Channel => {
    const channel = channelAt(world, id)
    if (!seesIn(world, channel, user)) throw new Error(`${user} does not see ${id}`)
    return channel
  }
  const find: Hands['find'] = (id) => {
    for (const channel of world.channels.values()) {
      const message = channel.messages.get(id)
      if (message !== undefined) return { channel, message }
    }
    throw new Error(`no message ${id}`)
  }
  const own = (id: string) => {
    const found = find(id)
    if (found.message.by !== user) throw new Error(`${id} was not written by ${user}`)
    return found
  }
  const person = () => {
    const known = world.users.get(user)
    if (known === undefined) throw new Error(`nobody ${user}`)
    return known
  }
  const say: Hands['say'] = (id, text, { files = [], reply } = {}) => {
    const channel = at(id)
    const needed = channel.thread === undefined ? 'SendMessages' : 'SendMessagesInThreads'
    if (!may(world, channel, user, needed)) throw new Error(`${user} may not write in ${id}`)
    if (channel.thread?.archived && channel.thread.locked) throw new Error(`${id} is locked`)
    const message = blankMessage(world, channel, user)
    write(message, text)
    message.attachments = files.map(({ name, mime = 'text/plain', text: words = '', bytes }) =>
      keep(world, channel.id, { key: '', name, mime, bytes: bytes ?? new TextEncoder().encode(words) }),
    )
    if (reply !== undefined) Object.assign(message, { type: 19, reference: reply })
    place(stage, channel, message)
    channel.thread?.members.add(user)
    tellMessage(stage, 'MESSAGE_CREATE', message)
    return message.id
  }
  return {
    find,
    say,
    mention: (id, text, saying) => say(id, `<@${world.app.id}> ${text}`, saying),
    dm: (text, saying) => say(directOf(world, user).id, text, saying),
    edit: (id, text) => {
      const { message } = own(id)
      write(message, text)
      message.edited = Math.max(world.now(), (message.edited ?? 0) + 1)
      tellMessage(stage, 'MESSAGE_UPDATE', message)
    },
    remove: (id) => {
      const { channel } = own(id)
      channel.messages.delete(id)
      tellGone(stage, channel, [id])
    },
    purge: (ids) => {
      const { channel } = find(ids[0] ?? '')
      if (!may(world, channel, user, 'ManageMessages')) throw new Error(`${user} may not manage messages`)
      for (const id of ids) channel.messages.delete(id)
      tellGone(stage, channel, ids)
    },
    unfurl: (id) => {
      const { message } = find(id)
      message.embeds = [{ type: 'link', url: 'https://example.com', title: 'A page' }]
      tellMessage(stage, 'MESSAGE_UPDATE', message)
    },
    begin: (id, name, hidden = false) => {
      const type = hidden ? 12 : 11
      return beginThread(stage, at(id), { id: world.snowflake(), type, name, owner: user }).id
    },
    join: (id) => {
      const channel = at(id)
      channel.thread?.members.add(user)
      tellChannel(stage, 'THREAD_UPDATE', channel)
    },
    leave: (id) => void at(id).thread?.members.delete(user),
    close: () => {
      person().closed = true
    },
    reopen: () => {
      person().closed = false
    },
  }
}

const write = (message: Message, text: string): void => {
  if (text.length > 2000) throw new Error(`a person writes 2000 characters at most, not ${text.length}`)
  message.content = text
  message.mentionsRoles = [...new Set([...text.matchAll(/<@&(\d+)>/g)].map(([, id]) => id ?? ''))]
  message.mentions = [...new Set([...text.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? ''))]
}

/** What somebody writes, changes, removes and shares. */
import type { Scene } from './bodies.ts'
import {
  changedEvent,
  deletedEvent,
  memberEvent,
  mentionEvent,
  messageEvent,
  reactionEvent,
} from './events.ts'
import { react, unreact } from './methods/reactions.ts'
import type { Stage } from './person.ts'
import { richText, stored } from './typed.ts'
import { type Channel, directOf, type Json, type Message } from './world.ts'
import { type Saying, written } from './writing.ts'

export type Hands = {
  /** Says something in a channel or thread and tells the app; gives its timestamp. */
  say(channel: string, text: string, saying?: Saying): string
  /** The same with the app's name before it. */
  mention(channel: string, text: string, saying?: Saying): string
  edit(ts: string, text: string): void
  remove(ts: string): void
  /** Slack adds a preview to a message: it changes, its text does not. */
  unfurl(ts: string): void
  react(ts: string, name: string): void
  unreact(ts: string, name: string): void
  /** Brings the app, or somebody else, into a channel. */
  invite(channel: string, who?: string): void
  /** Takes the app, or somebody else, out of a channel. */
  expel(channel: string, who?: string): void
  /** The message of a timestamp. */
  find(ts: string): { channel: Channel; message: Message }
}

/** The hands of the person of a scene. */
export const handsOf = (stage: Stage, scene: () => Scene): Hands => {
  const { world } = stage
  const { team, user } = scene()
  const at = (id: string): Channel => {
    const direct = directOf(team, user.id)
    const channel = id === direct.id ? direct : team.channels.get(id)
    if (channel === undefined) throw new Error(`no channel ${id} in ${team.id}`)
    if (!channel.members.has(user.id)) throw new Error(`${user.id} is not in ${id}`)
    return channel
  }
  const find: Hands['find'] = (ts) => {
    for (const channel of team.channels.values()) {
      const message = channel.messages.get(ts)
      if (message !== undefined) return { channel, message }
    }
    throw new Error(`no message ${ts} in ${team.id}`)
  }
  const own = (ts: string) => {
    const found = find(ts)
    if (found.message.user !== user.id) throw new Error(`${ts} was not written by ${user.id}`)
    return found
  }
  const tell = (channel: Channel, event: Json) => {
    if (channel.members.has(team.bot.user)) stage.tell(team, event)
  }
  const say: Hands['say'] = (id, typed, saying = {}) => {
    const channel = at(id)
    if (channel.archived) throw new Error(`${id} is archived`)
    const message = written(scene(), channel, typed, saying)
    tell(channel, messageEvent(channel, message))
    const mentioned = channel.kind !== 'im' && message.text.includes(`<@${team.bot.user}>`)
    if (mentioned) tell(channel, mentionEvent(channel, message))
    return message.ts
  }
  return {
    find,
    say,
    mention: (id, text, saying) => say(id, `<@${team.bot.user}> ${text}`, saying),
    edit: (ts, typed) => {
      const { channel, message } = own(ts)
      const previous = { ...message }
      const edited = { user: user.id, ts: world.names.ts() }
      Object.assign(message, { text: stored(typed), edited, blocks: [richText(typed, world.names.id('b'))] })
      tell(channel, changedEvent(channel, message, previous, edited.ts))
    },
    remove: (ts) => {
      const { channel, message } = own(ts)
      const now = world.names.ts()
      const replies = [...channel.messages.values()].filter(
        (other) => other.thread_ts === ts && other.ts !== ts,
      )
      channel.messages.delete(ts)
      if (replies.length === 0) tell(channel, deletedEvent(channel, message, now))
      else {
        const stone = tombstone(message)
        channel.messages.set(ts, stone)
        tell(channel, changedEvent(channel, stone, message, now))
      }
    },
    unfurl: (ts) => {
      const { channel, message } = find(ts)
      const previous = { ...message }
      message.attachments = [{ id: 1, title: 'A page', from_url: 'https://example.com', fallback: 'A page' }]
      tell(channel, changedEvent(channel, message, previous, world.names.ts()))
    },
    react: (ts, name) => {
      const { channel, message } = find(ts)
      if (react(message, user.id, name))
        tell(channel, reactionEvent('reaction_added', user.id, name, channel, message, world.names.ts()))
    },
    unreact: (ts, name) => {
      const { channel, message } = find(ts)
      if (unreact(message, user.id, name))
        tell(channel, reactionEvent('reaction_removed', user.id, name, channel, message, world.names.ts()))
    },
    invite: (id, who = team.bot.user) => {
      const channel = at(id)
      channel.members.add(who)
      const event = memberEvent('member_joined_channel', team, channel, who, world.names.ts())
      tell(channel, { ...event, inviter: user.id })
    },
    expel: (id, who = team.bot.user) => {
      const channel = at(id)
      tell(channel, memberEvent('member_left_channel', team, channel, who, world.names.ts()))
      channel.members.delete(who)
    },
  }
}

/** What stays of a message that has replies. */
const tombstone = ({ ts, team }: Message): Message => ({
  type: 'message',
  subtype: 'tombstone',
  user: 'USLACKBOT',
  team,
  text: 'This message was deleted.',
  hidden: true,
  ts,
  thread_ts: ts,
})

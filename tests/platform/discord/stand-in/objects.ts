/** What stands in the state, as Discord's API writes it. */

import { permissionsIn } from './permissions.ts'
import { timeOf } from './snowflakes.ts'
import type { Channel, Interaction, Json, Kept, Member, Message, User, World } from './world.ts'

export const JOINED = '2023-01-01T00:00:00.000000+00:00'

export const timestamp = (ms: number): string => new Date(ms).toISOString().replace('Z', '000+00:00')

export const userObject = ({ id, username, global_name, bot }: User): Json => ({
  id,
  username,
  discriminator: bot ? '0001' : '0',
  global_name,
  avatar: null,
  avatar_decoration_data: null,
  public_flags: 0,
  flags: 0,
  ...(bot ? { bot } : {}),
})

/** A member without the user, as it goes with messages. */
export const memberPart = (member: Member): Json => ({
  roles: member.roles,
  nick: member.nick ?? null,
  avatar: null,
  joined_at: JOINED,
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
})

export const memberObject = (member: Member): Json => ({
  ...memberPart(member),
  user: userObject(member.user),
})

export const channelObject = (world: World, channel: Channel): Json => {
  const common = {
    id: channel.id,
    type: channel.type,
    last_message_id: [...channel.messages.keys()].at(-1) ?? null,
    flags: 0,
  }
  if (channel.type === 1) {
    const recipient = world.users.get(channel.recipient ?? '')
    return { ...common, recipients: recipient === undefined ? [] : [userObject(recipient)] }
  }
  const named = { ...common, guild_id: channel.guild, name: channel.name, rate_limit_per_user: 0 }
  const { thread } = channel
  if (thread === undefined)
    return {
      ...named,
      position: 0,
      parent_id: null,
      topic: channel.topic,
      nsfw: false,
      permission_overwrites: [...channel.overwrites.values()].map((one) => ({
        ...one,
        allow: String(one.allow),
        deny: String(one.deny),
      })),
    }
  return {
    ...named,
    parent_id: thread.parent,
    owner_id: thread.owner,
    member_count: Math.min(thread.members.size, 50),
    message_count: thread.messageCount,
    total_message_sent: thread.messageCount,
    thread_metadata: {
      archived: thread.archived,
      auto_archive_duration: thread.autoArchive,
      archive_timestamp: timestamp(thread.archivedAt),
      locked: thread.locked,
      create_timestamp: timestamp(timeOf(channel.id)),
      ...(channel.type === 12 ? { invitable: thread.invitable } : {}),
    },
  }
}

export const threadMember = (channel: Channel, user: string): Json => ({
  id: channel.id,
  user_id: user,
  join_timestamp: timestamp(timeOf(channel.id)),
  flags: 0,
})

export const attachmentObject = (
  url: string,
  { id, channel, name, mime, bytes, description }: Kept,
): Json => ({
  id,
  filename: name,
  size: bytes.length,
  url: `${url}/attachments/${channel}/${id}/${encodeURIComponent(name)}?ex=ffffffff&is=0&hm=0`,
  proxy_url: `${url}/attachments/${channel}/${id}/${encodeURIComponent(name)}?ex=ffffffff&is=0&hm=0`,
  content_type: mime,
  ...(description === undefined ? {} : { description }),
})

const INTERACTION_TYPE = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const

const answered = (world: World, { id, kind, user, message }: Interaction): Json => ({
  id,
  type: INTERACTION_TYPE[kind],
  user: userOf(world, user),
  authorizing_integration_owners: {},
  ...(message === undefined ? {} : { interacted_message_id: message.id }),
})

const userOf = (world: World, id: string): Json => {
  if (id === world.app.id) return userObject(world.app)
  const user = world.users.get(id)
  return user === undefined ? { id, username: 'unknown', discriminator: '0' } : userObject(user)
}

/** A message as it is; `bare` is how it looks without the intent to read what is written. */
export const messageObject = (world: World, url: string, message: Message, bare = false): Json => {
  const channel = world.channels.get(message.channel)
  const thread = message.thread === undefined ? undefined : world.channels.get(message.thread)
  const own = message.by === world.app.id
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channel,
    author: userOf(world, message.by),
    content: bare ? '' : message.content,
    timestamp: timestamp(timeOf(message.id)),
    edited_timestamp: message.edited === undefined ? null : timestamp(message.edited),
    tts: false,
    mention_everyone: message.mentionsEveryone,
    mentions: message.mentions.map((id) => userOf(world, id)),
    mention_roles: message.mentionsRoles,
    attachments: bare ? [] : message.attachments.map((kept) => attachmentObject(url, kept)),
    embeds: bare ? [] : message.embeds,
    components: bare ? [] : message.components,
    pinned: false,
    flags: message.flags | (message.loading ? 128 : 0) | (message.thread === undefined ? 0 : 32),
    ...(own ? { application_id: world.app.id } : {}),
    ...(message.interaction === undefined
      ? {}
      : { interaction_metadata: answered(world, message.interaction), webhook_id: world.app.id }),
    ...(message.reference === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            message_id: message.reference,
            channel_id:
              message.type === 18 || message.type === 21 ? channel?.thread?.parent : message.channel,
            ...(channel?.guild === undefined ? {} : { guild_id: channel.guild }),
          },
        }),
    ...(thread === undefined ? {} : { thread: channelObject(world, thread) }),
  }
}

/** Whether the app reads what is written in it, given whether it has the intent to. */
export const legible = (world: World, message: Message, intent: boolean): boolean =>
  intent ||
  message.by === world.app.id ||
  message.mentions.includes(world.app.id) ||
  world.channels.get(message.channel)?.guild === undefined

/** What comes with an interaction: where it was and what those there may do. */
export const placeOf = (world: World, channel: Channel, user: string): Json => {
  const guild = channel.guild === undefined ? undefined : world.guilds.get(channel.guild)
  const common = {
    channel_id: channel.id,
    channel: {
      ...channelObject(world, channel),
      ...(guild === undefined ? {} : { permissions: String(permissionsIn(world, channel, user)) }),
    },
    app_permissions: String(permissionsIn(world, channel, world.app.id)),
    context: guild === undefined ? 1 : 0,
    authorizing_integration_owners: guild === undefined ? {} : { 0: guild.id },
    entitlements: [],
    attachment_size_limit: 10_485_760,
    locale: world.users.get(user)?.locale ?? 'en-US',
  }
  const member = guild?.members.get(user)
  if (guild === undefined || member === undefined) return { ...common, user: userOf(world, user) }
  return {
    ...common,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...memberObject(member), permissions: String(permissionsIn(world, channel, user)) },
  }
}

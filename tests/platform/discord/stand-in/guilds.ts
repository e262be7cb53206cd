/** Guilds, as Discord's API writes them. */
import { channelObject, JOINED, memberObject, threadMember } from './objects.ts'
import { APP } from './seed.ts'
import type { Channel, Guild, Json, World } from './world.ts'

export const roleObject = (guild: Guild): Json[] =>
  [...guild.roles.values()].map(({ id, name, permissions, own }, position) => ({
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: own === true,
    ...(own ? { tags: { bot_id: APP } } : {}),
    mentionable: false,
    flags: 0,
  }))

/** A guild as the gateway tells of it: with what the app sees there. */
export const guildObject = (world: World, guild: Guild, seen: (channel: Channel) => boolean): Json => {
  const channels = [...world.channels.values()].filter((channel) => channel.guild === guild.id)
  const own = guild.members.get(world.app.id)
  return {
    ...guildPart(guild),
    joined_at: JOINED,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: own === undefined ? [] : [memberObject(own)],
    channels: channels
      .filter(({ thread }) => thread === undefined)
      .map((channel) => channelObject(world, channel)),
    threads: channels
      .filter((channel) => channel.thread?.archived === false && seen(channel))
      .map((channel) => ({
        ...channelObject(world, channel),
        ...(channel.thread?.members.has(world.app.id) ? { member: threadMember(channel, world.app.id) } : {}),
      })),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

export const guildPart = (guild: Guild): Json => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: guild.owner,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  roles: roleObject(guild),
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
  preferred_locale: guild.locale,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  nsfw_level: 0,
  region: 'deprecated',
  hub_type: null,
  incidents_data: null,
})

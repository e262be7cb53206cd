/** Events as Slack words them, from what happened in a workspace. */
import type { Channel, Json, Message, Workspace, World } from './world.ts'

/** A message that was said. */
export const messageEvent = (channel: Channel, message: Message): Json => ({
  ...message,
  channel: channel.id,
  channel_type: channel.kind,
  event_ts: message.ts,
})

/** A message that is not any more what it was. */
export const changedEvent = (channel: Channel, message: Message, previous: Message, ts: string): Json => ({
  type: 'message',
  subtype: 'message_changed',
  message: { ...message },
  previous_message: previous,
  hidden: true,
  channel: channel.id,
  channel_type: channel.kind,
  ts,
  event_ts: ts,
})

/** A message that is no more. */
export const deletedEvent = (channel: Channel, previous: Message, ts: string): Json => ({
  type: 'message',
  subtype: 'message_deleted',
  previous_message: previous,
  hidden: true,
  channel: channel.id,
  channel_type: channel.kind,
  deleted_ts: previous.ts,
  ts,
  event_ts: ts,
})

/** The wrapper in which every event travels. */
export const wrapped = (world: World, team: Workspace, event: Json): Json => ({
  token: world.app.verification,
  team_id: team.id,
  ...(team.enterprise === undefined ? {} : { enterprise_id: team.enterprise }),
  context_team_id: team.id,
  context_enterprise_id: team.enterprise ?? null,
  api_app_id: world.app.id,
  event,
  type: 'event_callback',
  event_id: world.names.id('Ev'),
  event_time: world.names.seconds(),
  authorizations: [
    {
      enterprise_id: team.enterprise ?? null,
      team_id: team.orgWide ? null : team.id,
      user_id: team.bot.user,
      is_bot: true,
      is_enterprise_install: team.orgWide,
    },
  ],
  is_ext_shared_channel: false,
  event_context: world.names.id('EC'),
})

/** The second event of a message that names the app. */
export const mentionEvent = (channel: Channel, message: Message): Json => {
  const { subtype: _, ...rest } = message
  return { ...rest, type: 'app_mention', channel: channel.id, event_ts: message.ts }
}

/** A reaction that came or went. */
export const reactionEvent = (
  type: 'reaction_added' | 'reaction_removed',
  user: string,
  reaction: string,
  channel: Channel,
  message: Message,
  ts: string,
): Json => {
  const item = { type: 'message', channel: channel.id, ts: message.ts }
  return { type, user, reaction, item, item_user: message.user, event_ts: ts }
}

/** Somebody who came into a channel or left it. */
export const memberEvent = (
  type: 'member_joined_channel' | 'member_left_channel',
  team: Workspace,
  channel: Channel,
  who: string,
  ts: string,
): Json => {
  const kind = channel.kind === 'group' ? 'G' : 'C'
  return { type, user: who, channel: channel.id, channel_type: kind, team: team.id, event_ts: ts }
}

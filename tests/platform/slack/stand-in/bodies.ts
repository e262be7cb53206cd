/** The bodies of commands and interactions as Slack words them. */
import { output } from './methods/views.ts'
import {
  type Channel,
  forgetOldest,
  type Json,
  type Message,
  triggerFor,
  type User,
  type ViewKept,
  type Workspace,
  type World,
} from './world.ts'

/** Where it happens and who does it. */
export type Scene = { world: World; team: Workspace; user: User; url: string }

/** A slash command as it is posted; all its values are texts. */
export const commandBody = (
  scene: Scene,
  channel: Channel,
  command: string,
  text: string,
): Record<string, string> => ({
  token: scene.world.app.verification,
  team_id: scene.team.id,
  team_domain: scene.team.domain,
  ...(scene.team.enterprise === undefined
    ? {}
    : { enterprise_id: scene.team.enterprise, enterprise_name: scene.team.enterprise }),
  channel_id: channel.id,
  channel_name:
    channel.kind === 'im' ? 'directmessage' : channel.kind === 'group' ? 'privategroup' : channel.name,
  user_id: scene.user.id,
  user_name: scene.user.name,
  command,
  text,
  api_app_id: scene.world.app.id,
  is_enterprise_install: String(scene.team.orgWide),
  response_url: responseUrl(scene, channel, {}),
  trigger_id: triggerFor(scene.world, scene.team, scene.user.id),
})

/** A press or a choice in a message; `only` where one person alone sees it. */
export const messageActionBody = (
  scene: Scene,
  channel: Channel,
  message: Message,
  action: Json,
  only: boolean,
): Json => ({
  type: 'block_actions',
  ...common(scene),
  container: {
    type: 'message',
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral: only,
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
  },
  trigger_id: triggerFor(scene.world, scene.team, scene.user.id),
  channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
  ...(only ? {} : { message: { ...message } }),
  state: { values: {} },
  response_url: responseUrl(scene, channel, message),
  actions: [{ ...action, action_ts: scene.world.names.ts() }],
})

/** A press or a choice in a modal or in the home of the app. */
export const viewActionBody = (scene: Scene, kept: ViewKept, action: Json): Json => ({
  type: 'block_actions',
  ...common(scene),
  container: { type: 'view', view_id: kept.id },
  trigger_id: triggerFor(scene.world, scene.team, scene.user.id),
  view: output(scene.world, scene.team, kept),
  actions: [{ ...action, action_ts: scene.world.names.ts() }],
})

/** A modal that is sent in. */
export const submissionBody = (scene: Scene, kept: ViewKept): Json => ({
  type: 'view_submission',
  ...common(scene),
  trigger_id: triggerFor(scene.world, scene.team, scene.user.id),
  view: output(scene.world, scene.team, kept),
  response_urls: [],
})

/** A modal that is closed without being sent in. */
export const closedBody = (scene: Scene, kept: ViewKept): Json => ({
  type: 'view_closed',
  ...common(scene),
  view: output(scene.world, scene.team, kept),
  is_cleared: false,
})

/** A shortcut of the app's, on a message where one is given. */
export const shortcutBody = (
  scene: Scene,
  callback: string,
  on?: { channel: Channel; message: Message },
): Json => ({
  type: on === undefined ? 'shortcut' : 'message_action',
  ...common(scene),
  action_ts: scene.world.names.ts(),
  callback_id: callback,
  trigger_id: triggerFor(scene.world, scene.team, scene.user.id),
  ...(on === undefined
    ? {}
    : {
        message_ts: on.message.ts,
        message: { ...on.message },
        channel: { id: on.channel.id, name: on.channel.name },
        response_url: responseUrl(scene, on.channel, on.message),
      }),
})

const common = ({ world, team, user }: Scene): Json => ({
  user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
  api_app_id: world.app.id,
  token: world.app.verification,
  team: {
    id: team.id,
    domain: team.domain,
    ...(team.enterprise === undefined
      ? {}
      : { enterprise_id: team.enterprise, enterprise_name: team.enterprise }),
  },
  enterprise: team.enterprise === undefined ? null : { id: team.enterprise, name: team.enterprise },
  is_enterprise_install: team.orgWide,
})

const responseUrl = (
  { world, team, user, url }: Scene,
  channel: Channel,
  message: Partial<Message>,
): string => {
  const id = world.names.id('R')
  world.responses.set(id, {
    user: user.id,
    team,
    channel: channel.id,
    left: 5,
    ...(message.ts === undefined ? {} : { ts: message.ts }),
    ...(message.thread_ts === undefined ? {} : { thread: message.thread_ts }),
  })
  if (world.responses.size > 10_000) forgetOldest(world.responses)
  return `${url}/response/${id}`
}

/** The gateway's address, the app itself, guilds and people. */
import { guildPart, roleObject } from '../guilds.ts'
import { channelObject, memberObject, userObject } from '../objects.ts'
import { invalidForm, Refusal } from '../refusal.ts'
import type { Call, Routes } from '../rest.ts'
import { channelIn, directOf, type Guild, guildIn, messageIn, userIn } from '../world.ts'

export const otherRoutes = (gateway: { url(): string; shards: number }): Routes => ({
  '!GET /gateway': () => ({ url: gateway.url() }),
  'GET /gateway/bot': () => ({
    url: gateway.url(),
    shards: gateway.shards,
    session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 16 },
  }),
  'GET /users/@me': ({ stage: { world } }) => ({ ...userObject(world.app), verified: true, email: null }),
  'GET /users/:id': ({ stage: { world }, params: [id = ''] }) => userObject(userIn(world, id)),
  'GET /users/@me/guilds': ({ stage: { world } }) =>
    [...world.guilds.values()]
      .filter((guild) => guild.members.has(world.app.id))
      .map(({ id, name }) => ({ id, name, icon: null, owner: false, permissions: '0', features: [] })),
  'POST /users/@me/channels': ({ stage: { world }, body }) => {
    const user = world.users.get(String(body.recipient_id))
    if (user === undefined) throw invalidForm([`no user ${String(body.recipient_id)}`])
    return channelObject(world, directOf(world, user.id))
  },
  'GET /applications/@me': ({ stage: { world } }) => application(world.app),
  'GET /oauth2/applications/@me': ({ stage: { world } }) => application(world.app),
  'GET /guilds/:id': (call) => guildPart(mine(call)),
  'GET /guilds/:id/channels': (call) => {
    const { id } = mine(call)
    const { world } = call.stage
    return [...world.channels.values()]
      .filter((channel) => channel.guild === id && channel.thread === undefined)
      .map((channel) => channelObject(world, channel))
  },
  'GET /guilds/:id/roles': (call) => roleObject(mine(call)),
  'GET /guilds/:id/members/:id': (call) => {
    const member = mine(call).members.get(call.params[1] ?? '')
    if (member === undefined) throw new Refusal(404, 10007, 'Unknown Member')
    return memberObject(member)
  },
  'PUT /channels/:id/messages/:id/reactions/:emoji/@me': ({ stage, params: [id = '', of = ''] }) => {
    messageIn(channelIn(stage.world, id), of)
    return undefined
  },
  'DELETE /channels/:id/messages/:id/reactions/:emoji/@me': ({ stage, params: [id = '', of = ''] }) => {
    messageIn(channelIn(stage.world, id), of)
    return undefined
  },
})

const mine = ({ stage: { world }, params: [id = ''] }: Call): Guild => {
  const guild = guildIn(world, id)
  if (!guild.members.has(world.app.id)) throw new Refusal(403, 50001, 'Missing Access')
  return guild
}

const application = (app: Call['stage']['world']['app']) => ({
  id: app.id,
  name: 'mlsd',
  icon: null,
  description: '',
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '00',
  flags: (app.messageContent ? 1 << 19 : 0) | (app.members ? 1 << 15 : 0),
  bot: userObject(app),
  owner: { id: '999999999999999999', username: 'owner', discriminator: '0', avatar: null, global_name: null },
  team: null,
})

/** The commands of the app, for all guilds or for one. */

import { Refusal } from '../refusal.ts'
import type { Call, Routes } from '../rest.ts'
import { guildIn, type Json } from '../world.ts'

const own = ({ stage, params: [app] }: Call): void => {
  if (app !== stage.world.app.id)
    throw new Refusal(403, 20012, 'You are not authorized to perform this action')
}

const listed = (call: Call, guild: string): Json[] => {
  own(call)
  if (guild !== '' && !guildIn(call.stage.world, guild).members.has(call.stage.world.app.id))
    throw new Refusal(403, 50001, 'Missing Access')
  return call.stage.world.commands.get(guild) ?? []
}

/** As Discord gives it back: with an id, and everything that was left out. */
const made = ({ stage }: Call, guild: string, body: Json, id?: string): Json => ({
  description: '',
  type: 1,
  default_member_permissions: null,
  nsfw: false,
  options: [],
  name_localizations: null,
  description_localizations: null,
  contexts: null,
  integration_types: [0],
  ...body,
  id: id ?? stage.world.snowflake(),
  application_id: stage.world.app.id,
  version: stage.world.snowflake(),
  ...(guild === '' ? {} : { guild_id: guild }),
})

const put = (call: Call, guild: string): Json[] => {
  const before = listed(call, guild)
  const bodies = call.body as unknown as Json[]
  const after = bodies.map((body) => {
    const known = before.find(({ name, type }) => name === body.name && type === (body.type ?? 1))
    return made(call, guild, body, known?.id as string | undefined)
  })
  call.stage.world.commands.set(guild, after)
  return after
}

const post = (call: Call, guild: string): Json => {
  const before = listed(call, guild)
  const rest = before.filter(({ name, type }) => name !== call.body.name || type !== (call.body.type ?? 1))
  const command = made(call, guild, call.body)
  call.stage.world.commands.set(guild, [...rest, command])
  return command
}

const one = (call: Call, guild: string, id: string): Json => {
  const command = listed(call, guild).find((known) => known.id === id)
  if (command === undefined) throw new Refusal(404, 10063, 'Unknown application command')
  return command
}

const patch = (call: Call, guild: string, id: string): Json => {
  const command = one(call, guild, id)
  Object.assign(command, call.body, { version: call.stage.world.snowflake() })
  return command
}

const remove = (call: Call, guild: string, id: string): undefined => {
  const command = one(call, guild, id)
  call.stage.world.commands.set(
    guild,
    listed(call, guild).filter((known) => known !== command),
  )
}

const GLOBAL = '/applications/:id/commands'
const GUILD = '/applications/:id/guilds/:id/commands'

export const commandRoutes: Routes = {
  [`GET ${GLOBAL}`]: (call) => listed(call, ''),
  [`PUT ${GLOBAL}`]: (call) => put(call, ''),
  [`POST ${GLOBAL}`]: (call) => post(call, ''),
  [`GET ${GLOBAL}/:id`]: (call) => one(call, '', call.params[1] ?? ''),
  [`PATCH ${GLOBAL}/:id`]: (call) => patch(call, '', call.params[1] ?? ''),
  [`DELETE ${GLOBAL}/:id`]: (call) => remove(call, '', call.params[1] ?? ''),
  [`GET ${GUILD}`]: (call) => listed(call, call.params[1] ?? ''),
  [`PUT ${GUILD}`]: (call) => put(call, call.params[1] ?? ''),
  [`POST ${GUILD}`]: (call) => post(call, call.params[1] ?? ''),
  [`GET ${GUILD}/:id`]: (call) => one(call, call.params[1] ?? '', call.params[2] ?? ''),
  [`PATCH ${GUILD}/:id`]: (call) => patch(call, call.params[1] ?? '', call.params[2] ?? ''),
  [`DELETE ${GUILD}/:id`]: (call) => remove(call, call.params[1] ?? '', call.params[2] ?? ''),
}

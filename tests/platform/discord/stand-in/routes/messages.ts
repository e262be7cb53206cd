/** Messages: sent, read, changed, taken away. */
import { legible, messageObject } from '../objects.ts'
import { demand, may } from '../permissions.ts'
import { Refusal } from '../refusal.ts'
import type { Call, Routes } from '../rest.ts'
import { byAge } from '../snowflakes.ts'
import { tellGone, tellMessage } from '../stage.ts'
import { type Channel, channelIn, type Message, messageIn, type World } from '../world.ts'
import { blankMessage, EPHEMERAL, fill, place } from '../writing.ts'

export const messageRoutes: Routes = {
  'POST /channels/:id/messages': ({ stage, params: [id = ''], body, uploads }) => {
    const { world } = stage
    const channel = channelIn(world, id)
    demandSaying(world, channel, uploads.length > 0)
    const { nonce } = body
    const known = nonce === undefined ? undefined : channel.nonces.get(String(nonce))
    const same = known === undefined ? undefined : channel.messages.get(known)
    if (same !== undefined && body.enforce_nonce === true) return messageObject(world, stage.url(), same)
    const message = blankMessage(world, channel, world.app.id)
    reply(message, channel, body.message_reference as { message_id: string; fail_if_not_exists?: boolean })
    fill(stage, message, body, uploads)
    message.flags &= ~EPHEMERAL
    if (nonce !== undefined) {
      message.nonce = String(nonce)
      channel.nonces.set(message.nonce, message.id)
    }
    place(stage, channel, message)
    tellMessage(stage, 'MESSAGE_CREATE', message)
    return { ...messageObject(world, stage.url(), message), ...(nonce === undefined ? {} : { nonce }) }
  },
  'GET /channels/:id/messages': ({ stage, params: [id = ''], query }) => {
    const { world } = stage
    const channel = channelIn(world, id)
    demand(world, channel)
    if (!world.lenient && !may(world, channel, world.app.id, 'ReadMessageHistory')) return []
    return pageOf(channel, query).map((message) => shown(stage, message))
  },
  'GET /channels/:id/messages/:id': ({ stage, params: [id = '', message = ''] }) => {
    const channel = channelIn(stage.world, id)
    demand(stage.world, channel, 'ReadMessageHistory')
    return shown(stage, messageIn(channel, message))
  },
  'PATCH /channels/:id/messages/:id': ({ stage, params: [id = '', of = ''], body, uploads }) => {
    const { world } = stage
    const channel = channelIn(world, id)
    demand(world, channel)
    const message = messageIn(channel, of)
    if (message.by !== world.app.id)
      throw new Refusal(403, 50005, 'Cannot edit a message authored by another user')
    awake(channel)
    fill(stage, message, body, uploads)
    message.edited = world.now()
    tellMessage(stage, 'MESSAGE_UPDATE', message)
    return messageObject(world, stage.url(), message)
  },
  'DELETE /channels/:id/messages/:id': ({ stage, params: [id = '', of = ''] }) => {
    const { world } = stage
    const channel = channelIn(world, id)
    demand(world, channel)
    const message = messageIn(channel, of)
    if (message.by !== world.app.id) {
      if (channel.guild === undefined) throw new Refusal(403, 50003, 'Cannot execute action on a DM channel')
      demand(world, channel, 'ManageMessages')
    }
    awake(channel)
    channel.messages.delete(of)
    tellGone(stage, channel, [of])
    return undefined
  },
  'POST /channels/:id/typing': ({ stage, params: [id = ''] }) => {
    const { world } = stage
    const channel = channelIn(world, id)
    demandSaying(world, channel, false)
    channel.typing.push({ by: world.app.id, at: performance.now() })
    if (channel.typing.length > 100) channel.typing.splice(0, 50)
    return undefined
  },
}

const shown = (stage: Call['stage'], message: Message) =>
  messageObject(
    stage.world,
    stage.url(),
    message,
    !legible(stage.world, message, stage.world.app.messageContent),
  )

const demandSaying = (world: World, channel: Channel, files: boolean): void => {
  if (world.lenient) return
  if (channel.recipient !== undefined && world.users.get(channel.recipient)?.closed)
    throw new Refusal(403, 50007, 'Cannot send messages to this user')
  demand(world, channel, channel.thread === undefined ? 'SendMessages' : 'SendMessagesInThreads')
  if (files) demand(world, channel, 'AttachFiles')
  if (channel.thread?.archived && channel.thread.locked) awake(channel)
}

const awake = (channel: Channel): void => {
  if (channel.thread?.archived) throw new Refusal(400, 50083, 'Thread is archived')
}

const reply = (
  message: Message,
  channel: Channel,
  to: { message_id: string; fail_if_not_exists?: boolean } | undefined,
): void => {
  if (to === undefined) return
  if (!channel.messages.has(to.message_id)) {
    if (to.fail_if_not_exists === false) return
    throw new Refusal(400, 50035, 'Invalid Form Body: unknown message to reply to')
  }
  message.type = 19
  message.reference = to.message_id
}

/** Newest first: the newest, those just before or after a message, or those around it. */
const pageOf = (channel: Channel, query: URLSearchParams): Message[] => {
  const limit = Number(query.get('limit') ?? 50)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new Refusal(400, 50035, 'Invalid Form Body: limit')
  const all = [...channel.messages.values()]
    .filter(({ only }) => only === undefined)
    .sort((a, b) => byAge(a.id, b.id))
  const before = query.get('before')
  const after = query.get('after')
  const around = query.get('around')
  if (after !== null)
    return all
      .filter(({ id }) => byAge(id, after) > 0)
      .slice(0, limit)
      .reverse()
  if (around !== null) {
    const index = all.findIndex(({ id }) => byAge(id, around) >= 0)
    return all.slice(Math.max(0, index - Math.floor(limit / 2)), index + Math.ceil(limit / 2)).reverse()
  }
  return (before === null ? all : all.filter(({ id }) => byAge(id, before) < 0)).slice(-limit).reverse()
}

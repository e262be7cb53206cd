/** Interactions: their first answer, and what follows it within a quarter of an hour. */
import { messageObject } from '../objects.ts'
import { Refusal } from '../refusal.ts'
import type { Call, Routes } from '../rest.ts'
import { type Stage, tellGone, tellMessage } from '../stage.ts'
import { channelIn, type Interaction, type Json, type Message } from '../world.ts'
import { answerTo, EPHEMERAL, fill, place } from '../writing.ts'

/** So long does the token of an interaction live. */
const TOKEN_LIVES = 900_000

/** Which first answers an interaction takes: 4 words, 5 later, 6 later and unseen, 7 a change, 8 choices, 9 a modal. */
const TAKES: Record<Interaction['kind'], readonly number[]> = {
  command: [4, 5, 9],
  component: [4, 5, 6, 7, 9],
  autocomplete: [8],
  modal: [4, 5, 6, 7],
}

export const interactionRoutes: Routes = {
  '!POST /interactions/:id/:token/callback': (call) => {
    const { stage, params, body, query } = call
    const interaction = stage.world.interactions.get(params[1] ?? '')
    if (interaction === undefined || interaction.id !== params[0] || interaction.state === 'lost')
      throw new Refusal(404, 10062, 'Unknown interaction')
    if (interaction.state === 'acknowledged')
      throw new Refusal(400, 40060, 'Interaction has already been acknowledged.')
    const type = Number(body.type)
    const fits = TAKES[interaction.kind].includes(type) && ((type !== 6 && type !== 7) || interaction.message)
    if (!fits)
      throw new Refusal(400, 50035, `Invalid Form Body: a ${interaction.kind} takes no callback ${type}`)
    const message = first(call, interaction, type)
    interaction.state = 'acknowledged'
    interaction.callback = body
    interaction.original = message?.id
    interaction.done()
    if (query.get('with_response') !== 'true') return undefined
    return {
      interaction: {
        id: interaction.id,
        type: { command: 2, component: 3, autocomplete: 4, modal: 5 }[interaction.kind],
        ...(message === undefined ? {} : { response_message_id: message.id }),
        response_message_loading: message?.loading ?? false,
        response_message_ephemeral: message?.only !== undefined,
      },
      resource: {
        type,
        ...(message === undefined ? {} : { message: messageObject(stage.world, stage.url(), message) }),
      },
    }
  },
  '!POST /webhooks/:id/:token': (call) => {
    const { stage, body, uploads } = call
    const interaction = live(call)
    const channel = channelIn(stage.world, interaction.channel)
    const deferred = channel.messages.get(interaction.original ?? '')
    // The first words after a deferral take its place, and are as private as it was.
    if (deferred?.loading) return change(stage, deferred, body, uploads)
    const message = answerTo(stage, channel, interaction)
    fill(stage, message, body, uploads)
    if ((message.flags & EPHEMERAL) !== 0) message.only = interaction.user
    place(stage, channel, message)
    tellMessage(stage, 'MESSAGE_CREATE', message)
    return messageObject(stage.world, stage.url(), message)
  },
  '!GET /webhooks/:id/:token/messages/:id': (call) =>
    messageObject(call.stage.world, call.stage.url(), found(call)),
  '!PATCH /webhooks/:id/:token/messages/:id': (call) =>
    change(call.stage, found(call), call.body, call.uploads),
  '!DELETE /webhooks/:id/:token/messages/:id': (call) => {
    const { stage } = call
    const message = found(call)
    const channel = channelIn(stage.world, message.channel)
    channel.messages.delete(message.id)
    if (message.only === undefined) tellGone(stage, channel, [message.id])
    return undefined
  },
}

/** What the first answer makes visible. */
const first = (
  { stage, body, uploads }: Call,
  interaction: Interaction,
  type: number,
): Message | undefined => {
  const data = (body.data ?? {}) as Json
  if (type === 7 && interaction.message !== undefined) {
    change(stage, interaction.message, data, uploads)
    return interaction.message
  }
  if (type === 6) return interaction.message
  if (type !== 4 && type !== 5) return undefined
  const channel = channelIn(stage.world, interaction.channel)
  const message = answerTo(stage, channel, interaction)
  if (type === 4) fill(stage, message, data, uploads)
  else {
    message.flags = Number(data.flags ?? 0) & EPHEMERAL
    message.loading = true
  }
  if ((message.flags & EPHEMERAL) !== 0) message.only = interaction.user
  place(stage, channel, message)
  tellMessage(stage, 'MESSAGE_CREATE', message)
  return message
}

const change = (stage: Stage, message: Message, body: Json, uploads: Call['uploads']): Json => {
  const { flags } = message
  const deferred = message.loading
  fill(stage, message, body, uploads)
  message.flags = (message.flags & ~EPHEMERAL) | (flags & EPHEMERAL)
  if (!deferred) message.edited = stage.world.now()
  tellMessage(stage, 'MESSAGE_UPDATE', message)
  return messageObject(stage.world, stage.url(), message)
}

/** The interaction of a token that still lives and was answered. */
const live = ({ stage, params: [app, token = ''] }: Call): Interaction => {
  const interaction = stage.world.interactions.get(token)
  if (interaction === undefined || app !== stage.world.app.id)
    throw new Refusal(404, 10015, 'Unknown Webhook')
  if (interaction.expired || stage.world.now() > interaction.at + TOKEN_LIVES)
    throw new Refusal(401, 50027, 'Invalid Webhook Token')
  if (interaction.state !== 'acknowledged') throw new Refusal(404, 10015, 'Unknown Webhook')
  return interaction
}

const found = (call: Call): Message => {
  const interaction = live(call)
  const [, , id = ''] = call.params
  const channel = channelIn(call.stage.world, interaction.channel)
  const message = channel.messages.get(id === '@original' ? (interaction.original ?? '') : id)
  const own = message?.interaction === interaction || message === interaction.message
  if (message === undefined || !own) throw new Refusal(404, 10008, 'Unknown Message')
  return message
}

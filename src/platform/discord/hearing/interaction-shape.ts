/** Commands, buttons and forms as the gateway tells them: hostile until checked, and then no more than is read of them. */
import { isRecord } from '../../outside.ts'
import { attachedIn, memberIn, plainMessageIn, userIn } from './message-shape.ts'
import type { Channel, Given, Interaction } from './payload.ts'
import { countIn, fits, fitsIn, flagIn, idIn, isAbsent, listIn, type Parts, textIn } from './shapes.ts'

/** An interaction; nothing where it is not sure who asks for what where, or how it would be answered. */
export const interactionIn = (data: unknown): Interaction | undefined => {
  if (!isRecord(data) || !fitsIn(data, REQUIRED)) return undefined
  const [id, application_id, token] = [idIn(data.id), idIn(data.application_id), tokenIn(data.token)]
  const [type, guild_id, member] = [countIn(data.type), idIn(data.guild_id), memberOf(data.member)]
  if (id === undefined || application_id === undefined || token === undefined || type === undefined)
    return undefined
  // Only a guild has members: this has lost where it was, or who it was.
  if ((guild_id === undefined) !== (member === undefined)) return undefined
  return {
    ...{ id, application_id, token, type, guild_id, member },
    channel: channelIn(data.channel),
    channel_id: idIn(data.channel_id),
    user: userIn(data.user),
    locale: textIn(data.locale, MOST_LOCALE),
    ...(isRecord(data.message) && { message: {} }),
    data: givenIn(data.data),
  }
}

/** Part of the address at which it is answered. */
const tokenIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^(?=.*\w)[^\s/?#%\\]{1,1000}$/.test(value) ? value : undefined

const memberOf = (data: unknown): Interaction['member'] => {
  const [member, user] = [memberIn(data), isRecord(data) ? userIn(data.user) : undefined]
  if (!member || !user || !isRecord(data)) return undefined
  return { ...member, user, permissions: bitsIn(data.permissions) }
}

const bitsIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{1,40}$/.test(value) ? value : undefined

const channelIn = (data: unknown): Channel | undefined => {
  const id = isRecord(data) ? idIn(data.id) : undefined
  if (!isRecord(data) || id === undefined || !fits(data.type, countIn)) return undefined
  if (!fits(data.parent_id, idIn)) return undefined
  return { id, type: countIn(data.type), parent_id: idIn(data.parent_id), name: textIn(data.name) }
}

const givenIn = (data: unknown): Interaction['data'] => {
  if (!isRecord(data) || !fits(data.type, countIn) || !fits(data.options, optionsIn)) return undefined
  const resolved = isRecord(data.resolved) ? data.resolved : {}
  return {
    ...{ id: idIn(data.id), name: textIn(data.name), type: countIn(data.type) },
    ...{ custom_id: textIn(data.custom_id), target_id: idIn(data.target_id) },
    ...{ options: optionsIn(data.options), components: data.components },
    resolved: {
      messages: eachIn(resolved.messages, plainMessageIn),
      attachments: eachIn(resolved.attachments, attachedIn),
    },
  }
}

/** All of them or none: a command of which something is missing is another one. */
const optionsIn = (data: unknown): Given[] | undefined => listIn(data, optionIn, MOST_OPTIONS)

const optionIn = (data: unknown): Given | undefined => {
  const name = isRecord(data) ? textIn(data.name) : undefined
  if (!isRecord(data) || name === undefined || !fits(data.focused, flagIn)) return undefined
  const type = countIn(data.type)
  const about = { name, type, focused: flagIn(data.focused) }
  if (type === undefined || !HOLDERS.includes(type))
    return isPlain(data.value) && type !== undefined ? { ...about, value: data.value } : undefined
  return isAbsent(data.options) ? { ...about, options: [] } : heldIn(about, data.options)
}

const heldIn = (about: Given, data: unknown): Given | undefined => {
  const options = optionsIn(data)
  return options && { ...about, options }
}

/** Subcommands, and groups of them, hold options and have no value. */
const HOLDERS = [1, 2]

const isPlain = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  textIn(value, MOST_VALUE) !== undefined

const eachIn = <T>(data: unknown, read: (value: unknown) => T | undefined): Record<string, T> =>
  Object.fromEntries(
    Object.entries(isRecord(data) ? data : {}).flatMap(([id, value]) => {
      const known = idIn(id) === undefined ? undefined : read(value)
      return known === undefined ? [] : [[id, known] as const]
    }),
  )

const MOST_LOCALE = 20
const MOST_OPTIONS = 25
/** Discord lets people give 6,000. */
const MOST_VALUE = 20_000

/** By these it shows who asks for what where; where one has another shape, nobody asks for anything. */
const REQUIRED: Parts = [
  ['guild_id', idIn],
  ['channel_id', idIn],
  ['channel', channelIn],
  ['member', memberOf],
  ['user', userIn],
  ['data', givenIn],
]

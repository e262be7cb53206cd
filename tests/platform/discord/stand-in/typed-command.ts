/** A slash command as somebody types it, by what the app has registered. */
import { attachmentObject, channelObject, memberPart, userObject } from './objects.ts'
import { ALL, permissionsIn } from './permissions.ts'
import { type Channel, channelIn, type Json, type World } from './world.ts'

export type Value = string | number | boolean

type Option = {
  name: string
  type: number
  required?: boolean
  choices?: { name: string; value: Value }[]
  autocomplete?: boolean
  options?: Option[]
  min_value?: number
  max_value?: number
  min_length?: number
  max_length?: number
}

const SUBCOMMAND = 1
const GROUP = 2

/** The command of that kind (1 typed, 2 on a person, 3 on a message) that can be used there. */
export const commandAt = (world: World, channel: Channel, name: string, type: number, user: string): Json => {
  const known = [...(world.commands.get(channel.guild ?? '-') ?? []), ...(world.commands.get('') ?? [])]
  const command = known.find((one) => one.name === name && one.type === type)
  if (command === undefined) throw new Error(`no command ${name} is registered there`)
  const contexts = command.contexts as number[] | null | undefined
  const context = channel.guild === undefined ? 1 : 0
  if (contexts && !contexts.includes(context)) throw new Error(`${name} is not offered there`)
  const needed = command.default_member_permissions as string | null | undefined
  if (needed != null && channel.guild !== undefined) {
    const mine = permissionsIn(world, channel, user)
    const fits = needed === '0' ? mine === ALL : (mine & BigInt(needed)) === BigInt(needed)
    if (!fits) throw new Error(`${name} is not for ${user}`)
  }
  return command
}

/**
 * What the app is told of `mlsd start` with these values; `focused` is the option that somebody is typing in. Throws for
 * what Discord's own form would not let them send.
 */
export const commandData = (
  world: World,
  channel: Channel,
  user: string,
  path: string,
  values: Readonly<Record<string, Value>>,
  focused?: string,
  url?: string,
): Json => {
  const [name = '', ...inner] = path.split(' ')
  if (world.lenient) return unchecked(name, inner, values)
  const command = commandAt(world, channel, name, 1, user)
  const resolved: Record<string, Json> = {}
  const build = (options: readonly Option[], words: readonly string[]): Json[] => {
    const [word, ...more] = words
    const deeper = options.some(({ type }) => type === SUBCOMMAND || type === GROUP)
    if (word === undefined && deeper) throw new Error(`/${path} is not whole: a subcommand is missing`)
    if (word === undefined) return filled(world, path, options, values, focused, resolved, url ?? '')
    const option = options.find((one) => one.name === word)
    if (option === undefined || option.type > GROUP) throw new Error(`/${path}: no subcommand ${word}`)
    return [{ name: word, type: option.type, options: build(option.options ?? [], more) }]
  }
  return {
    id: command.id,
    type: 1,
    name,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    options: build((command.options as Option[] | undefined) ?? [], inner),
    ...(Object.keys(resolved).length === 0 ? {} : { resolved }),
  }
}

/** As typed, for long runs in which nobody registers anything. */
const unchecked = (name: string, inner: readonly string[], values: Readonly<Record<string, Value>>): Json => {
  const given: Json[] = Object.entries(values).map(([key, value]) => ({
    name: key,
    type: typeof value === 'string' ? 3 : typeof value === 'number' ? 4 : 5,
    value,
  }))
  const options = inner.reduceRight<Json[]>(
    (within, word) => [{ name: word, type: 1, options: within }],
    given,
  )
  return { id: '1', type: 1, name, options }
}

const filled = (
  world: World,
  path: string,
  options: readonly Option[],
  values: Readonly<Record<string, Value>>,
  focused: string | undefined,
  resolved: Record<string, Json>,
  url: string,
): Json[] => {
  const unknown = Object.keys(values).filter((key) => !options.some(({ name }) => name === key))
  if (unknown.length > 0) throw new Error(`/${path} has no option ${unknown.join(', ')}`)
  return options.flatMap((option) => {
    const { name, type } = option
    const value = values[name]
    if (focused === name && !option.autocomplete)
      throw new Error(`/${path}: ${name} offers nothing while typing`)
    if (value === undefined) {
      if (option.required && focused === undefined) throw new Error(`/${path} needs ${name}`)
      return focused === name ? [{ name, type, value: '', focused: true }] : []
    }
    if (focused === name) return [{ name, type, value, focused: true }]
    const fault = faultOf(option, value)
    if (fault !== undefined) throw new Error(`/${path}: ${name} ${fault}`)
    resolve(world, type, String(value), resolved, url)
    return [{ name, type, value }]
  })
}

const KINDS: Record<number, string> = { 4: 'number', 5: 'boolean', 10: 'number' }

const faultOf = (option: Option, value: Value): string | undefined => {
  const kind = KINDS[option.type] ?? 'string'
  if (typeof value !== kind) return `takes a ${kind}, not ${value}`
  const { choices = [], min_value, max_value, min_length, max_length } = option
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) return `has no choice ${value}`
  const size = typeof value === 'number' ? value : String(value).length
  const [least, most] = typeof value === 'number' ? [min_value, max_value] : [min_length, max_length]
  if (least !== undefined && size < least) return `takes ${least} at least`
  if (most !== undefined && size > most) return `takes ${most} at most`
  return undefined
}

/** Adds what an id stands for: 6 a person, 7 a channel, 11 a file that was uploaded. */
export const resolve = (
  world: World,
  type: number,
  id: string,
  into: Record<string, Json>,
  url = '',
): void => {
  const put = (key: string, value: Json) => {
    into[key] = { ...into[key], [id]: value }
  }
  if (type === 6 || type === 9) {
    const user = world.users.get(id) ?? (id === world.app.id ? world.app : undefined)
    if (user === undefined) throw new Error(`nobody ${id}`)
    put('users', userObject(user))
    for (const guild of world.guilds.values()) {
      const member = guild.members.get(id)
      if (member !== undefined) put('members', { ...memberPart(member), permissions: '0' })
    }
  }
  if (type === 11) {
    const kept = world.files.get(id)
    if (kept === undefined) throw new Error(`no file ${id}`)
    put('attachments', attachmentObject(url, kept))
  }
  if (type === 7) put('channels', { ...channelObject(world, channelIn(world, id)), permissions: '0' })
}

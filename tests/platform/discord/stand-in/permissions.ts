/** Who may do what where, as Discord reckons it: roles first, then what the channel says. */
import { Refusal } from './refusal.ts'
import type { Channel, World } from './world.ts'

/** The permissions that matter here. */
export const PERMISSIONS = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseApplicationCommands: 1n << 31n,
  ManageThreads: 1n << 34n,
  CreatePublicThreads: 1n << 35n,
  CreatePrivateThreads: 1n << 36n,
  SendMessagesInThreads: 1n << 38n,
} as const

export type Permission = keyof typeof PERMISSIONS

/** What everybody may in a guild, unless a test takes it away. */
export const ORDINARY = bits(
  'ViewChannel',
  'SendMessages',
  'AddReactions',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'SendMessagesInThreads',
)

/** Everything of the above. */
export const ALL = Object.values(PERMISSIONS).reduce((sum, bit) => sum | bit, 0n)

const IN_DIRECT = bits(
  'ViewChannel',
  'SendMessages',
  'AddReactions',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
)

export function bits(...names: Permission[]): bigint {
  return names.reduce((sum, name) => sum | PERMISSIONS[name], 0n)
}

/** What somebody may in a channel; nothing where they do not see it. */
export const permissionsIn = (world: World, channel: Channel, user: string): bigint => {
  if (channel.guild === undefined) return channel.recipient === user || user === world.app.id ? IN_DIRECT : 0n
  const guild = world.guilds.get(channel.guild)
  const member = guild?.members.get(user)
  if (guild === undefined || member === undefined) return 0n
  const outer = channel.thread === undefined ? channel : world.channels.get(channel.thread.parent)
  const base = [guild.id, ...member.roles].reduce(
    (sum, role) => sum | (guild.roles.get(role)?.permissions ?? 0n),
    0n,
  )
  if (guild.owner === user || (base & PERMISSIONS.Administrator) !== 0n) return ALL
  const overwrites = outer?.overwrites
  let mine = base
  const apply = (allow: bigint, deny: bigint) => {
    mine = (mine & ~deny) | allow
  }
  const everyone = overwrites?.get(guild.id)
  if (everyone) apply(everyone.allow, everyone.deny)
  const roles = member.roles.flatMap((role) => overwrites?.get(role) ?? [])
  apply(
    roles.reduce((sum, { allow }) => sum | allow, 0n),
    roles.reduce((sum, { deny }) => sum | deny, 0n),
  )
  const own = overwrites?.get(user)
  if (own) apply(own.allow, own.deny)
  return (mine & PERMISSIONS.ViewChannel) === 0n ? 0n : mine
}

export const may = (world: World, channel: Channel, user: string, permission: Permission): boolean =>
  (permissionsIn(world, channel, user) & PERMISSIONS[permission]) !== 0n

/** Whether somebody sees what is in a channel; private threads are for their members and those who manage threads. */
export const seesIn = (world: World, channel: Channel, user: string): boolean => {
  const permissions = permissionsIn(world, channel, user)
  if ((permissions & PERMISSIONS.ViewChannel) === 0n) return false
  if (channel.type !== 12 || channel.thread?.members.has(user)) return true
  return (permissions & PERMISSIONS.ManageThreads) !== 0n
}

/** Refuses what the app may not do, with the code that Discord gives. */
export const demand = (world: World, channel: Channel, ...needed: Permission[]): void => {
  if (world.lenient) return
  if (!seesIn(world, channel, world.app.id)) throw new Refusal(403, 50001, 'Missing Access')
  const lacking = needed.filter((permission) => !may(world, channel, world.app.id, permission))
  if (lacking.length > 0) throw new Refusal(403, 50013, 'Missing Permissions')
}

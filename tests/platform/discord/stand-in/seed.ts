/** The guilds that are there from the start, and further ones. */

import type { Options } from './options.ts'
import { ALL, bits, ORDINARY, PERMISSIONS } from './permissions.ts'
import { snowflakes } from './snowflakes.ts'
import { blankChannel, type Guild, type User, type World } from './world.ts'

/** The ids of a guild and of those in it. */
export type Ids = {
  guild: string
  /** Everybody may read and write there. */
  general: string
  /** A second such channel. */
  other: string
  /** For the holders of the role `members`: the candidate, the watcher, the admin, the app. */
  members: string
  /** The app is kept out of it. */
  closed: string
  candidate: string
  watcher: string
  /** May manage the guild and its channels. */
  admin: string
  /** A second person without any special right. */
  peer: string
  /** The roles. */
  role: { members: string; admins: string; app: string }
}

/** The ids of a guild that begin with this digit. */
export const idsOf = (first: string): Ids => {
  const id = (last: string) => `${first}000000000000000${last}`
  return {
    guild: id('01'),
    general: id('11'),
    other: id('12'),
    members: id('13'),
    closed: id('14'),
    candidate: id('21'),
    watcher: id('22'),
    admin: id('23'),
    peer: id('24'),
    role: { members: id('31'), admins: id('32'), app: id('33') },
  }
}

export const ONE: Ids = idsOf('1')
export const TWO: Ids = idsOf('2')
/** Somebody who is in both guilds. */
export const BOTH = '300000000000000021'
/** The app, and its bot. */
export const APP = '900000000000000001'

/** Two guilds, and the app in both. */
export const worldOf = (options: Options): World => {
  const now = options.now ?? (() => 1_700_000_000_000)
  const world: World = {
    snowflake: snowflakes(now, options.now === undefined ? 'millisecond' : 'least'),
    now,
    lenient: options.check === false,
    app: {
      id: APP,
      username: 'mlsd',
      global_name: null,
      bot: true,
      locale: 'en-US',
      token: `${Buffer.from(APP).toString('base64url')}.stand.in`,
      messageContent: options.messageContent !== false,
      members: false,
    },
    users: new Map(),
    guilds: new Map(),
    channels: new Map(),
    commands: new Map(),
    interactions: new Map(),
    files: new Map(),
  }
  addGuild(world, ONE, 'One')
  addGuild(world, TWO, 'Two')
  return world
}

/** A guild with its ids, and its people. */
export const addGuild = (world: World, ids: Ids, called: string): Guild => {
  const guild: Guild = {
    id: ids.guild,
    name: called,
    owner: '999999999999999999',
    locale: 'en-US',
    roles: new Map(),
    members: new Map(),
  }
  const role = (id: string, of: string, permissions: bigint) =>
    guild.roles.set(id, { id, name: of, permissions })
  role(ids.guild, '@everyone', ORDINARY)
  role(ids.role.members, 'members', 0n)
  role(ids.role.admins, 'admins', bits('ManageGuild', 'ManageChannels', 'ManageMessages', 'ManageThreads'))
  guild.roles.set(ids.role.app, {
    id: ids.role.app,
    name: 'mlsd',
    permissions: bits('ManageThreads'),
    own: true,
  })
  const { members, admins, app } = ids.role
  const join = (id: string, username: string, roles: string[]) =>
    guild.members.set(id, { user: person(world, id, username), roles })
  join(ids.candidate, 'candidate', [members])
  join(ids.watcher, 'watcher', [members])
  join(ids.admin, 'admin', [members, admins])
  join(ids.peer, 'peer', [])
  join(BOTH, 'both', [])
  guild.members.set(world.app.id, { user: world.app, roles: [members, app] })
  world.guilds.set(guild.id, guild)
  for (const name of ['general', 'other', 'members', 'closed'] as const)
    world.channels.set(ids[name], blankChannel(ids[name], 0, guild.id, name))
  const sight = PERMISSIONS.ViewChannel
  const rule = (channel: string, id: string, type: 0 | 1, allow: bigint, deny: bigint) =>
    world.channels.get(channel)?.overwrites.set(id, { id, type, allow, deny })
  rule(ids.members, ids.guild, 0, 0n, sight)
  rule(ids.members, members, 0, sight, 0n)
  rule(ids.closed, world.app.id, 1, 0n, ALL)
  return guild
}

const person = (world: World, id: string, username: string): User => {
  const known = world.users.get(id)
  if (known !== undefined) return known
  const user: User = { id, username, global_name: null, locale: 'en-US' }
  world.users.set(id, user)
  return user
}

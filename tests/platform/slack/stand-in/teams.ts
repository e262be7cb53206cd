/** Makes workspaces: some people, some channels, the app installed. */
import { SCOPES } from './scopes.ts'
import {
  type Channel,
  type ChannelKind,
  emptyChannel,
  type User,
  type Workspace,
  type World,
} from './world.ts'

/** What a workspace is to be like; whatever is left out is filled in, see `stand-in.ts`. */
export type TeamSketch = {
  id: string
  name?: string
  domain?: string
  enterprise?: string
  orgWide?: boolean
  /** Not installed yet, so that it can be by `install`. */
  installed?: boolean
  token?: string
  scopes?: readonly string[]
  users?: Record<string, Partial<Omit<User, 'id'>>>
  channels?: Record<
    string,
    { name?: string; kind?: ChannelKind; bot?: boolean; members?: string[]; archived?: boolean }
  >
}

/** Adds a workspace to the world. */
export const addTeam = (world: World, sketch: TeamSketch): Workspace => {
  const digits = sketch.id.replace(/\D/g, '')
  const tail = digits === '1' ? '' : digits
  const shared = sketch.orgWide === true ? String(sketch.enterprise) : tail
  const domain = sketch.domain ?? `team${digits}`
  const team: Workspace = {
    id: sketch.id,
    name: sketch.name ?? `Team ${digits}`,
    domain,
    url: `https://${domain}.slack.com/`,
    enterprise: sketch.enterprise,
    orgWide: sketch.orgWide === true,
    installed: sketch.installed !== false,
    bot: { user: `UBOT${shared}`, id: `B1${shared}` },
    users: new Map(),
    channels: new Map(),
    files: new Map(),
    modals: new Map(),
    homes: new Map(),
  }
  const users = sketch.users ?? {
    [`U1${tail}`]: { name: 'candidate' },
    [`U2${tail}`]: { name: 'watcher' },
    [`U3${tail}`]: { name: 'admin', isAdmin: true },
  }
  addUser(team, team.bot.user, { name: 'mlsd', isBot: true })
  for (const [id, user] of Object.entries(users)) addUser(team, id, user)
  for (const [id, channel] of Object.entries(sketch.channels ?? usualChannels(tail)))
    addChannel(team, id, channel)
  world.teams.set(team.id, team)
  if (team.installed) grant(world, team, sketch.token ?? `xoxb-${team.id}`, sketch.scopes ?? SCOPES)
  return team
}

/** Gives the app a token for a workspace, or lets its organisation-wide token speak for one more. */
export const grant = (
  world: World,
  team: Workspace,
  token: string,
  scopes: readonly string[],
  refresh?: string,
): void => {
  team.installed = true
  const shared = team.orgWide ? `xoxb-${team.enterprise}` : token
  const known = world.tokens.get(shared)
  if (known !== undefined && team.orgWide) {
    if (!known.teams.includes(team)) known.teams.push(team)
    return
  }
  world.tokens.set(shared, {
    token: shared,
    kind: 'bot',
    teams: [team],
    scopes: new Set(scopes),
    state: 'good',
    ...(refresh === undefined ? {} : { refresh }),
  })
}

const usualChannels = (tail: string): NonNullable<TeamSketch['channels']> => ({
  [`C1${tail}`]: { name: 'general', bot: true },
  [`C2${tail}`]: { name: 'elsewhere', bot: false },
  [`G1${tail}`]: { name: 'private', kind: 'group', bot: true },
})

/** Adds a person to a workspace. */
export const addUser = (team: Workspace, id: string, user: Partial<Omit<User, 'id'>>): void => {
  const plain = { isAdmin: false, isOwner: false, isBot: false, deleted: false, tz: 'Etc/UTC', tzOffset: 0 }
  team.users.set(id, { id, name: id.toLowerCase(), ...plain, ...user })
}

/** Adds a channel to a workspace; everybody is a member unless members are named. */
export const addChannel = (
  team: Workspace,
  id: string,
  sketch: NonNullable<TeamSketch['channels']>[string],
): Channel => {
  const channel = emptyChannel(
    id,
    sketch.name ?? id.toLowerCase(),
    sketch.kind ?? (id.startsWith('G') ? 'group' : 'channel'),
  )
  const people = [...team.users.values()].filter(({ isBot }) => !isBot).map((user) => user.id)
  for (const member of sketch.members ?? people) channel.members.add(member)
  if (sketch.bot !== false) channel.members.add(team.bot.user)
  channel.archived = sketch.archived === true
  team.channels.set(id, channel)
  return channel
}

/** Threads: begun, joined, changed, taken away; and channels, as far as the app touches them. */
import { channelObject, threadMember } from '../objects.ts'
import { demand, may, seesIn } from '../permissions.ts'
import { invalidForm, Refusal, TooMany } from '../refusal.ts'
import type { Call, Routes } from '../rest.ts'
import { type Stage, tellChannel, tellMessage } from '../stage.ts'
import { beginThread } from '../threads.ts'
import { type Channel, channelIn, guildIn, type Json, messageIn, userIn, type World } from '../world.ts'
import { blankMessage, system } from '../writing.ts'

/** So often may a channel be renamed within ten minutes. */
const MOST_RENAMES = 2
const RENAMES_WITHIN = 600_000

export const threadRoutes: Routes = {
  'POST /channels/:id/messages/:id/threads': ({ stage, params: [id = '', of = ''], body }) => {
    const parent = channelIn(stage.world, id)
    parental(parent)
    demand(stage.world, parent, 'CreatePublicThreads')
    const message = messageIn(parent, of)
    if (message.thread !== undefined)
      throw new Refusal(400, 160004, 'A thread has already been created for this message')
    message.thread = of
    const thread = begin(stage, parent, of, 11, body)
    const first = { ...blankMessage(stage.world, thread, message.by), type: 21, reference: of }
    thread.messages.set(first.id, first)
    tellMessage(stage, 'MESSAGE_UPDATE', message)
    return channelObject(stage.world, thread)
  },
  'POST /channels/:id/threads': ({ stage, params: [id = ''], body }) => {
    const parent = channelIn(stage.world, id)
    parental(parent)
    const hidden = (body.type ?? 12) === 12
    demand(stage.world, parent, hidden ? 'CreatePrivateThreads' : 'CreatePublicThreads')
    const thread = begin(stage, parent, stage.world.snowflake(), hidden ? 12 : 11, body)
    if (!hidden) {
      const told = system(stage, parent, 18, stage.world.app.id, thread.name)
      told.reference = thread.id
      tellMessage(stage, 'MESSAGE_CREATE', told)
    }
    return channelObject(stage.world, thread)
  },
  'GET /channels/:id': ({ stage, params: [id = ''] }) => {
    const channel = channelIn(stage.world, id)
    demand(stage.world, channel)
    return channelObject(stage.world, channel)
  },
  'PATCH /channels/:id': ({ stage, params: [id = ''], body }) => {
    const channel = channelIn(stage.world, id)
    demand(stage.world, channel)
    renamed(stage.world, channel, body.name)
    if (channel.thread === undefined) demand(stage.world, channel, 'ManageChannels')
    else changeThread(stage.world, channel, body)
    rename(stage, channel, body.name)
    tellChannel(stage, channel.thread === undefined ? 'CHANNEL_UPDATE' : 'THREAD_UPDATE', channel)
    return channelObject(stage.world, channel)
  },
  'DELETE /channels/:id': ({ stage, params: [id = ''] }) => {
    const { world } = stage
    const channel = channelIn(world, id)
    demand(world, channel)
    if (channel.guild === undefined) return channelObject(world, channel)
    demand(world, channel, channel.thread === undefined ? 'ManageChannels' : 'ManageThreads')
    const was = channelObject(world, channel)
    world.channels.delete(id)
    tellChannel(stage, channel.thread === undefined ? 'CHANNEL_DELETE' : 'THREAD_DELETE', channel)
    return was
  },
  'PUT /channels/:id/thread-members/@me': (call) => member(call, call.stage.world.app.id),
  'PUT /channels/:id/thread-members/:id': (call) => member(call, call.params[1] ?? ''),
  'DELETE /channels/:id/thread-members/:id': ({ stage, params: [id = '', user = ''] }) => {
    const channel = threadIn(stage.world, id)
    if (channel.thread.archived) throw new Refusal(400, 50083, 'Thread is archived')
    const own = channel.type === 12 && channel.thread.owner === stage.world.app.id
    demand(stage.world, channel, ...(own || user === '@me' ? [] : (['ManageThreads'] as const)))
    channel.thread.members.delete(user === '@me' ? stage.world.app.id : user)
    return undefined
  },
  'GET /channels/:id/thread-members': ({ stage, params: [id = ''] }) => {
    const channel = threadIn(stage.world, id)
    demand(stage.world, channel)
    return [...channel.thread.members].map((user) => threadMember(channel, user))
  },
  'GET /channels/:id/thread-members/:id': ({ stage, params: [id = '', user = ''] }) => {
    const channel = threadIn(stage.world, id)
    const who = user === '@me' ? stage.world.app.id : user
    if (!channel.thread.members.has(who)) throw new Refusal(404, 10007, 'Unknown Member')
    return threadMember(channel, who)
  },
  'GET /channels/:id/threads/archived/public': (call) => archived(call, 11),
  'GET /channels/:id/threads/archived/private': (call) => archived(call, 12),
  'GET /guilds/:id/threads/active': ({ stage: { world }, params: [id = ''] }) => {
    guildIn(world, id)
    const threads = [...world.channels.values()].filter(
      (one) => one.guild === id && one.thread?.archived === false && seesIn(world, one, world.app.id),
    )
    const own = threads.filter(({ thread }) => thread?.members.has(world.app.id))
    return {
      threads: threads.map((one) => channelObject(world, one)),
      members: own.map((one) => threadMember(one, world.app.id)),
    }
  },
}

const parental = (channel: Channel): void => {
  if (channel.type !== 0) throw new Refusal(400, 50024, 'Cannot execute action on this channel type')
}

const begin = (stage: Stage, parent: Channel, id: string, type: 11 | 12, body: Json): Channel =>
  beginThread(stage, parent, {
    id,
    type,
    name: String(body.name),
    owner: stage.world.app.id,
    invitable: body.invitable !== false,
    autoArchive: Number(body.auto_archive_duration ?? 4320),
  })

const threadIn = (world: World, id: string) => {
  const channel = channelIn(world, id)
  if (channel.thread === undefined)
    throw new Refusal(400, 50024, 'Cannot execute action on this channel type')
  return channel as Channel & { thread: NonNullable<Channel['thread']> }
}

const changeThread = (world: World, channel: Channel, body: Json): void => {
  const { thread } = channel
  if (thread === undefined) return
  const waking = thread.archived && body.archived === false
  if (thread.archived && !waking && Object.keys(body).some((key) => key !== 'archived' && key !== 'locked'))
    throw new Refusal(400, 50083, 'Thread is archived')
  const manages = world.lenient || may(world, channel, world.app.id, 'ManageThreads')
  if (waking && !thread.locked) demand(world, channel, 'SendMessagesInThreads')
  else if (!manages && (thread.owner !== world.app.id || thread.locked))
    demand(world, channel, 'ManageThreads')
  if (body.locked !== undefined && body.locked !== thread.locked) demand(world, channel, 'ManageThreads')
  if (body.archived !== undefined && body.archived !== thread.archived) thread.archivedAt = world.now()
  thread.archived = (body.archived as boolean | undefined) ?? thread.archived
  thread.locked = (body.locked as boolean | undefined) ?? thread.locked
  thread.invitable = (body.invitable as boolean | undefined) ?? thread.invitable
  thread.autoArchive = (body.auto_archive_duration as number | undefined) ?? thread.autoArchive
}

/** Refuses a name too many within ten minutes. */
const renamed = (world: World, channel: Channel, name: unknown): void => {
  if (typeof name !== 'string' || name === channel.name || world.lenient) return
  const now = world.now()
  channel.renames = channel.renames.filter((at) => at > now - RENAMES_WITHIN)
  const [first] = channel.renames
  if (first === undefined || channel.renames.length < MOST_RENAMES) return
  throw new TooMany((first + RENAMES_WITHIN - now) / 1000)
}

const rename = (stage: Stage, channel: Channel, name: unknown): void => {
  if (typeof name !== 'string' || name === channel.name) return
  channel.renames.push(stage.world.now())
  channel.name = name
  if (channel.thread !== undefined)
    tellMessage(stage, 'MESSAGE_CREATE', system(stage, channel, 4, stage.world.app.id, name))
}

/** The app brings somebody into a thread. */
const member = ({ stage, params: [id = ''] }: Call, user: string): undefined => {
  const { world } = stage
  const channel = threadIn(world, id)
  if (channel.thread.archived) throw new Refusal(400, 50083, 'Thread is archived')
  demand(world, channel, 'SendMessagesInThreads')
  const guild = guildIn(world, channel.guild ?? '')
  if (user !== world.app.id && !guild.members.has(userIn(world, user).id))
    throw invalidForm([`user ${user} is no member of the guild`])
  if (channel.thread.members.has(user)) return
  channel.thread.members.add(user)
  const told = system(stage, channel, 1, world.app.id, '')
  told.mentions = [user]
  tellMessage(stage, 'MESSAGE_CREATE', told)
  return
}

const archived = ({ stage: { world }, params: [id = ''] }: Call, type: 11 | 12): Json => {
  const parent = channelIn(world, id)
  demand(world, parent, 'ReadMessageHistory', ...(type === 12 ? (['ManageThreads'] as const) : []))
  const threads = [...world.channels.values()].filter(
    (one) => one.thread?.parent === id && one.thread.archived && one.type === type,
  )
  return { threads: threads.map((one) => channelObject(world, one)), members: [], has_more: false }
}

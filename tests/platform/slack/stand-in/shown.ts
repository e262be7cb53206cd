/** What stands where: the messages of a channel, a thread, a direct message, as they are now. */
import { buttonsOf, readable } from './drawn.ts'
import { type Channel, directOf, type Message, teamOf, type Workspace, type World } from './world.ts'

export type Shown = {
  ts: string
  thread: string | undefined
  /** Who wrote it. */
  by: string
  /** As it is read: blocks as plain text, then the names of files. */
  text: string
  /** The labels of its buttons. */
  buttons: string[]
  /** The one person who sees it. */
  only: string | undefined
  /** Whether it is still growing. */
  streaming: boolean
  reactions: string[]
  /** As the Web API gives it. */
  message: Message
}

export type Spot = { team: Workspace; channel: Channel; thread: string | undefined }

/**
 * A place by its name: `slack:T1/C1`, `slack:T1/C1/1700000000.001000`, `T1/D1`, `T1/U1` (the person's direct message);
 * `slack:E1.T1/...` within an organisation.
 */
export const spotOf = (world: World, place: string): Spot => {
  const [tenant = '', where = '', thread] = place.replace(/^slack:/, '').split('/')
  const team = teamOf(world, tenant.split('.').at(-1) ?? tenant)
  const channel = /^[UW]/.test(where) ? directOf(team, where) : team.channels.get(where)
  if (channel === undefined) throw new Error(`no channel ${where} in ${team.id}`)
  return { team, channel, thread }
}

/** Everything at a place in order, threads and what single persons see included. */
export const shownAt = ({ channel, thread }: Spot): Shown[] => {
  const common = [...channel.messages.values()].map((message) => shownOf(message, undefined))
  const single = channel.ephemerals.map(({ to, message }) => shownOf(message, to))
  return [...common, ...single]
    .filter((shown) => thread === undefined || shown.ts === thread || shown.thread === thread)
    .sort((a, b) => (a.ts < b.ts ? -1 : 1))
}

/** What one person reads there. */
export const shownTo = (user: string, spot: Spot): Shown[] => {
  if (spot.channel.kind !== 'channel' && !spot.channel.members.has(user)) return []
  return shownAt(spot).filter(({ only }) => only === undefined || only === user)
}

const shownOf = (message: Message, only: string | undefined): Shown => ({
  ts: message.ts,
  thread: message.thread_ts,
  by: message.user,
  text: readable(message),
  buttons: buttonsOf(message.blocks ?? []),
  only,
  streaming: message.streaming_state === 'in_progress',
  reactions: (message.reactions ?? []).map(({ name }) => name),
  message,
})

/** Which events the app is told of: those that it subscribes to and has the scope for. */
import type { Deliveries } from './delivery.ts'
import { wrapped } from './events.ts'
import { scopeOfEvent, subscriptionOf } from './scopes.ts'
import type { Json, Workspace, World } from './world.ts'

/** Tells the app of an event; `echo` says whether it hears its own messages as well, as it does from Slack. */
export const teller = (
  world: World,
  deliveries: Pick<Deliveries, 'deliver'>,
  options: { events: readonly string[] | undefined; echo: boolean },
) => {
  const heard = (team: Workspace, event: Json): boolean => {
    if (!team.installed) return false
    const subscription = subscriptionOf(event)
    if (options.events !== undefined && !options.events.includes(subscription)) return false
    const scope = scopeOfEvent(subscription)
    const tokens = [...world.tokens.values()].filter(
      ({ state, teams }) => state !== 'inactive' && teams.includes(team),
    )
    return scope === undefined || tokens.some(({ scopes }) => scopes.has(scope))
  }
  return {
    tell: (team: Workspace, event: Json): void => {
      if (heard(team, event))
        deliveries.deliver('events_api', String(event.type), wrapped(world, team, event))
    },
    /** What the app itself did, as an event. */
    echo: (team: Workspace, event: Json): void => {
      const channel = team.channels.get(String(event.channel))
      if (options.echo && channel?.members.has(team.bot.user) && heard(team, event))
        deliveries.deliver('events_api', String(event.type), wrapped(world, team, event))
    },
    /** What an app is told of its own end, whatever it may still read. */
    farewell: (team: Workspace, event: Json): void => {
      if (options.events !== undefined && !options.events.includes(String(event.type))) return
      const { authorizations: _, ...body } = wrapped(world, team, event)
      deliveries.deliver('events_api', String(event.type), body)
    },
  }
}

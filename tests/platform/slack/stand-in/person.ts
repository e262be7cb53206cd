/** Somebody in a workspace: everything that they do changes it as Slack would, and is told to the app. */
import { type Scene, shortcutBody } from './bodies.ts'
import type { Delivery } from './delivery.ts'
import { type Hands, handsOf } from './hands.ts'
import { type Interactions, interactionsOf } from './interactions.ts'
import { type Pane, paneOf } from './pane.ts'
import { type Shown, type Spot, shownTo, spotOf } from './shown.ts'
import { directOf, type Json, teamOf, type World } from './world.ts'

/** What the stand-in lends to its persons. */
export type Stage = {
  world: World
  url(): string
  /** Tells the app of an event, where it listens to such events there. */
  tell(team: Scene['team'], event: Json): void
  /** Tells the app of a command or an interaction. */
  ask(kind: 'slash_commands' | 'interactive', type: string, body: Json): Promise<Delivery>
}

export type Person = Hands &
  Pane &
  Interactions & {
    id: string
    /** The channel of their direct message with the app. */
    direct: string
    /** A shortcut of the app's, on a message where one is named. */
    shortcut(callback: string, ts?: string): Promise<Delivery>
    /** What they read in a channel, or in a thread. */
    sees(channel: string, thread?: string): Shown[]
  }

/** A person of a workspace. */
export const personOf = (stage: Stage, teamId: string, userId: string): Person => {
  const { world } = stage
  const team = teamOf(world, teamId)
  const user = team.users.get(userId)
  if (user === undefined) throw new Error(`nobody ${userId} in ${teamId}`)
  const scene = (): Scene => ({ world, team, user, url: stage.url() })
  const hands = handsOf(stage, scene)
  const spot = (channel: string, thread?: string): Spot => ({
    ...spotOf(world, `${teamId}/${channel}`),
    thread,
  })
  return {
    id: userId,
    direct: directOf(team, userId).id,
    ...hands,
    ...paneOf(stage, scene),
    ...interactionsOf(stage, scene),
    shortcut: (callback, ts) => {
      const on = ts === undefined ? undefined : hands.find(ts)
      return stage.ask(
        'interactive',
        on === undefined ? 'shortcut' : 'message_action',
        shortcutBody(scene(), callback, on),
      )
    },
    sees: (channel, thread) => shownTo(userId, spot(channel, thread)),
  }
}

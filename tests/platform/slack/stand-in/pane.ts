/** The places of the app's own: its home and the assistant pane. */
import type { Scene } from './bodies.ts'
import type { Stage } from './person.ts'
import { directOf } from './world.ts'

export type Pane = {
  /** Opens the app's home. */
  openHome(): void
  /** Opens the assistant pane, looking at a channel or at none; gives the thread that begins there. */
  openAssistant(looking?: { channel?: string }): string
}

/** What the person of a scene opens. */
export const paneOf = (stage: Stage, scene: () => Scene): Pane => {
  const { world } = stage
  const { team, user } = scene()
  return {
    openHome: () =>
      stage.tell(team, {
        type: 'app_home_opened',
        user: user.id,
        channel: directOf(team, user.id).id,
        tab: 'home',
        event_ts: world.names.ts(),
      }),
    openAssistant: (looking = {}) => {
      const channel = directOf(team, user.id)
      const ts = world.names.ts()
      const at = looking.channel === undefined ? {} : { channel_id: looking.channel }
      const context = { ...at, team_id: team.id, enterprise_id: team.enterprise ?? null }
      channel.messages.set(ts, {
        type: 'message',
        subtype: 'assistant_app_thread',
        user: team.bot.user,
        team: team.id,
        bot_id: team.bot.id,
        text: 'New Assistant Thread',
        ts,
        thread_ts: ts,
        assistant_app_thread: { title: '', title_blocks: [], artifacts: [], context },
      })
      const thread = { user_id: user.id, context, channel_id: channel.id, thread_ts: ts }
      stage.tell(team, {
        type: 'assistant_thread_started',
        assistant_thread: thread,
        event_ts: world.names.ts(),
      })
      return ts
    },
  }
}

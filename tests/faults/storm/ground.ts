/** Where a storm is held: both chat platforms, the lines to them, what is kept, and the bots in between. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from '../../postgres/server.ts'
import { discordSide } from './discord-side.ts'
import { smallDisk } from './disk.ts'
import type { Field } from './faults.ts'
import { fleetOf } from './fleet.ts'
import { askingAt, type ModelSide, modelSide } from './model-side.ts'
import { type Line, lineTo } from './proxy.ts'
import { SECRET, slackSide } from './slack-side.ts'

export type Ground = {
  field: Field
  /** Settings by which what is kept is found, past all lines. */
  store: Readonly<Record<string, string>>
  /** How the model is called that the bots ask, and how often it answered, if there is one. */
  model?: { name: string; counts: ModelSide['counts'] }
  /** What cannot be had here. */
  lacks: string[]
  /** Ends all that goes on: nobody is in trouble any more. */
  mend(): Promise<void>
  /** Every way in which a platform would not have taken what it was sent. */
  refusals(): string[]
  stop(): Promise<void>
}

type Needs = {
  people: { slack: readonly number[]; discord: readonly number[] }
  lasts: Field['lasts']
  tell(line: string): void
  /** Three processes on this database; one on a file when absent. */
  postgres?: Server | undefined
  model?: boolean | undefined
  breaks?: string | undefined
}

/** Makes all of it; the bots serve. */
export const groundOf = async (needs: Needs): Promise<Ground> => {
  const { people, lasts, tell, postgres, breaks } = needs
  const slack = await slackSide(people.slack)
  const discord = await discordSide(people.discord)
  const model = needs.model ? await modelSide() : undefined
  const disk = smallDisk(200)
  const direct = await postgres?.database()
  let door = (): number | undefined => undefined
  const lines = {
    door: await lineTo(() => door()),
    slack: await lineTo(() => portOf(slack.slack.url)),
    discord: await lineTo(() => portOf(discord.discord.url)),
    ...(model && { model: await lineTo(() => model.port) }),
    ...(direct !== undefined && { database: await lineTo(() => portOf(direct)) }),
  } satisfies Record<string, Line>
  const env = {
    ...(direct !== undefined && lines.database && { DATABASE_URL: through(direct, lines.database.port) }),
    ...(lines.model && askingAt(lines.model.port)),
    MLSD_HOME: disk.folder,
    MLSD_CHAT_QUIET_SECONDS: '0.4',
    SLACK_BOT_TOKEN: slack.slack.token('T1'),
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: `http://127.0.0.1:${lines.slack.port}/api/`,
    DISCORD_TOKEN: discord.discord.token,
    DISCORD_API_URL: `http://127.0.0.1:${lines.discord.port}/api`,
  }
  const shared = direct !== undefined
  const roles = shared ? ['edge', 'worker', 'worker'] : ['all']
  const fleet = await fleetOf({ folder: disk.folder, env, roles, shared, tell, breaks })
  door = fleet.door
  slack.slack.deliverTo(`http://127.0.0.1:${lines.door.port}/slack/events`, SECRET)
  const crash = postgres?.crash && crashing(postgres)
  return {
    field: {
      ...{ fleet, slack, discord, lines, shared, lasts },
      ...(crash && { crash }),
      ...(model && { model }),
      ...(!shared && disk.fill && { fill: disk.fill }),
    },
    store: { MLSD_HOME: disk.folder, ...(direct !== undefined && { DATABASE_URL: direct }) },
    ...(model &&
      lines.model && { model: { name: `storm at 127.0.0.1:${lines.model.port}`, counts: model.counts } }),
    lacks: !shared && disk.lacks !== undefined ? [`The disk cannot be filled here: ${disk.lacks}`] : [],
    async mend() {
      slack.slack.trouble.mend()
      discord.discord.trouble.mend()
      model?.mend()
      for (const line of Object.values(lines)) line.mend()
      await fleet.mend()
    },
    refusals: () => [
      ...refusedBy('Slack', slack.slack.faults),
      ...refusedBy('Discord', discord.discord.faults),
    ],
    async stop() {
      await fleet.stop()
      await Promise.all(Object.values(lines).map((line) => line.stop()))
      await Promise.all([slack.stop(), discord.stop(), model?.stop()])
      disk.remove()
    },
  }
}

const refusedBy = (side: string, faults: readonly string[]): string[] =>
  [...new Set(faults)]
    // The storm itself broke the call off while it was sent.
    .filter((fault) => !/^[A-Z]+ \/\S*: the stand-in failed: Error: aborted$/.test(fault))
    .map((fault) => `${side} would not have taken it: ${fault}`)

const portOf = (url: string): number => Number(new URL(url).port)

const through = (url: string, port: number): string => {
  const other = new URL(url)
  other.port = String(port)
  return other.href
}

const crashing =
  (server: Server) =>
  async (ms: number): Promise<void> => {
    await server.crash?.()
    await pause(ms)
    await server.start?.()
  }

/** A storm: people in both chat platforms are interviewed by real processes, while all that can go wrong does. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from '../../postgres/server.ts'
import { type Chance, chanceOf } from './chance.ts'
import { discordSide } from './discord-side.ts'
import { smallDisk } from './disk.ts'
import { drawn, FAULTS, type Fault, type Field } from './faults.ts'
import { fleetOf } from './fleet.ts'
import { lineTo } from './proxy.ts'
import { quietly } from './quietly.ts'
import { remainsIn } from './remains.ts'
import { scriptOf } from './script.ts'
import { SECRET, slackSide } from './slack-side.ts'
import { hold, type Talk } from './talk.ts'
import { type Tally, tallyOf } from './tally.ts'
import { type Verdict, verdictOn } from './verdict.ts'

export type Plan = {
  seed: number
  /** Interviews, a third of them in Discord. */
  people: number
  /** So many faults at least, and milliseconds from one to the next, at most. */
  faults: number
  gap: number
  /** Milliseconds for which somebody thinks, at most; and for which all of them are waited for once it is calm. */
  thinks: number
  patience: number
  lasts: Field['lasts']
  /** Three processes on this database: an edge and two workers. One process on a file when absent. */
  postgres?: Server
  /** A promise that is broken on purpose. */
  breaks?: string
  /** Only these faults; all where absent. */
  kinds?: readonly string[]
}

export type Outcome = Verdict & { tally: Tally; lacks: string[]; said: string; seconds: number }

/** Holds it; what went wrong is in the outcome. */
export const storm = async (plan: Plan): Promise<Outcome> => {
  const began = Date.now()
  const chance = chanceOf(plan.seed)
  const people = Array.from({ length: plan.people }, (_, n) => n)
  const inDiscord = people.filter((n) => n % 3 === 2)
  const slack = await slackSide(people.filter((n) => n % 3 !== 2))
  const discord = await discordSide(inDiscord)
  const disk = smallDisk(200)
  const lines = {
    door: await lineTo(() => fleet?.door()),
    slack: await lineTo(() => portOf(slack.slack.url)),
    discord: await lineTo(() => portOf(discord.discord.url)),
    ...(plan.postgres && (await databaseLine(plan.postgres))),
  }
  const { database, direct, ...others } = { database: undefined, direct: undefined, ...lines }
  const store: Record<string, string> =
    database && direct ? { DATABASE_URL: direct, MLSD_HOME: disk.folder } : { MLSD_HOME: disk.folder }
  const env = {
    ...store,
    ...(database && direct && { DATABASE_URL: through(direct, database.port) }),
    MLSD_HOME: disk.folder,
    MLSD_CHAT_QUIET_SECONDS: '0.4',
    SLACK_BOT_TOKEN: slack.slack.token('T1'),
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: `http://127.0.0.1:${lines.slack.port}/api/`,
    DISCORD_TOKEN: discord.discord.token,
    DISCORD_API_URL: `http://127.0.0.1:${lines.discord.port}/api`,
  }
  const shared = plan.postgres !== undefined
  const roles = shared ? ['edge', 'worker', 'worker'] : ['all']
  const { breaks } = plan
  const fleet = await fleetOf({
    folder: disk.folder,
    env,
    roles,
    shared,
    ...(breaks !== undefined && { breaks }),
  })
  slack.slack.deliverTo(`http://127.0.0.1:${lines.door.port}/slack/events`, SECRET)

  const tally = tallyOf()
  const patience = new AbortController()
  const talks = people.map((n): Talk => {
    const side = inDiscord.includes(n) ? discord : slack
    return { n, side, script: scriptOf(n, chance.of(`script ${n}`)), said: [] }
  })
  const failed: string[] = []
  const broken: string[] = []
  try {
    const begun: Promise<void>[] = []
    const held = talks.map((talk) => {
      const first = Promise.withResolvers<void>()
      if (talk.side === discord) begun.push(first.promise)
      const around = { chance: chance.of(`talk ${talk.n}`), tally, thinks: plan.thinks, mixes: true }
      return hold(talk, { ...around, begun: first.resolve, patience: patience.signal }).catch(
        (error: unknown) => void failed.push(error instanceof Error ? error.message : String(error)),
      )
    })
    const crash = plan.postgres?.crash && crashing(plan.postgres)
    const field: Field = {
      ...{ fleet, slack, discord, shared, lasts: plan.lasts },
      lines: { ...others, ...(database && { database }) },
      ...(crash ? { crash } : {}),
      ...(!shared && disk.fill && { fill: disk.fill }),
    }
    await Promise.race([Promise.all(begun), pause(plan.patience, undefined, { ref: false })])
    await blow(field, plan, chance.of('faults'), tally)
    slack.slack.trouble.mend()
    discord.discord.trouble.mend()
    for (const line of Object.values(field.lines)) line.mend()
    await fleet.mend()
    const late = setTimeout(() => patience.abort(), plan.patience)
    await Promise.all(held)
    clearTimeout(late)
    const remains = await remainsIn({ ...store }, 20_000)
    broken.push(...failed, ...(await fleet.stop()))
    for (const [side, faults] of [
      ['Slack', slack.slack.faults],
      ['Discord', discord.discord.faults],
    ] as const)
      broken.push(
        ...[...new Set(faults)]
          // The storm itself broke the call off.
          .filter((fault) => !fault.includes('aborted'))
          .map((fault) => `${side} would not have taken it: ${fault}`),
      )
    const quiet = quietly()
    const verdict = await verdictOn(talks, remains, quiet)
    await quiet.close()
    return {
      ...{ ...verdict, tally, said: fleet.said() },
      broken: [...broken, ...verdict.broken],
      lacks: !shared && disk.lacks !== undefined ? [`The disk cannot be filled here: ${disk.lacks}`] : [],
      seconds: (Date.now() - began) / 1_000,
    }
  } finally {
    patience.abort()
    await fleet.stop()
    await Promise.all(Object.values({ ...others, ...(database && { database }) }).map((line) => line.stop()))
    await Promise.all([slack.stop(), discord.stop()])
    disk.remove()
  }
}

/** One fault after the other; some go on for a while, and of these there is one at a time. */
const blow = async (field: Field, plan: Plan, chance: Chance, tally: Tally): Promise<void> => {
  const may = FAULTS.filter(({ kind, apart }) => (plan.kinds ? plan.kinds.includes(kind) : !apart))
  const going = new Set<Promise<void>>()
  const wrong: unknown[] = []
  let alone = false
  // However short it is, these belong to it.
  const musts = may.filter(({ must }) => must)
  while ((tally.all() < plan.faults || musts.length > 0) && wrong.length === 0) {
    const fault: Fault =
      (alone ? undefined : musts.shift()) ??
      drawn(
        may.filter((one) => !alone || !one.alone),
        chance,
      )
    if (fault.alone) alone = true
    const over = Promise.resolve(fault.befall(field, chance))
      .then((befell) => {
        if (befell) tally.add(fault.kind)
      })
      .catch((error: unknown) => void wrong.push(error))
      .finally(() => {
        if (fault.alone) alone = false
        going.delete(over)
      })
    going.add(over)
    await pause(chance.between(0, plan.gap))
  }
  await Promise.all(going)
  if (wrong.length > 0) throw wrong[0]
}

const portOf = (url: string): number => Number(new URL(url).port)

const through = (url: string, port: number): string => {
  const other = new URL(url)
  other.port = String(port)
  return other.href
}

const databaseLine = async (server: Server) => {
  const direct = await server.database()
  return { direct, database: await lineTo(() => portOf(direct)) }
}

const crashing =
  (server: Server) =>
  async (ms: number): Promise<void> => {
    await server.crash?.()
    await pause(ms)
    await server.start?.()
  }

/** What can befall a bot, each by itself; how often which of it is drawn is in `weight`. */
import type { Chance } from './chance.ts'
import type { DiscordSide } from './discord-side.ts'
import type { Fleet } from './fleet.ts'
import { DISCORD } from './kinds/discord.ts'
import { MODEL } from './kinds/model.ts'
import { PROCESSES } from './kinds/processes.ts'
import { SLACK } from './kinds/slack.ts'
import { LINES, STORES } from './kinds/surroundings.ts'
import type { ModelSide } from './model-side.ts'
import type { Line } from './proxy.ts'
import type { SlackSide } from './slack-side.ts'

export type Field = {
  fleet: Fleet
  slack: SlackSide
  discord: DiscordSide
  lines: Readonly<Record<string, Line>>
  /** Whoever thinks, where nobody goes by rules alone. */
  model?: ModelSide
  /** Milliseconds for which somebody is frozen, and the database is gone. */
  lasts: { frozen: number; database: number; full: number; clock: number }
  /** Fills the disk for so long. */
  fill?: (ms: number) => Promise<void>
  /** Ends the database, and starts it again after so long. */
  crash?: (ms: number) => Promise<void>
  shared: boolean
}

export type Fault = {
  kind: string
  weight: number
  /** Only one of these at a time: its aftermath could not be told from another one. */
  alone?: true
  /** No storm is without one, where there is something that it can befall. */
  must?: true
  /** Only where it is asked for by its name. */
  apart?: true
  /** Whether it can befall anything here at all. */
  can?(field: Field): boolean
  /** Resolves once it is over; false where there was nothing that it could befall. */
  befall(field: Field, chance: Chance): Promise<boolean> | boolean
}

/** All of it. */
export const FAULTS: readonly Fault[] = [
  ...[...PROCESSES, ...LINES, ...STORES],
  ...[...SLACK, ...DISCORD, ...MODEL],
]

/** One of these, the weightier the likelier. */
export const drawn = (faults: readonly Fault[], chance: Chance): Fault => {
  let left = chance.number() * faults.reduce((sum, { weight }) => sum + weight, 0)
  for (const fault of faults) {
    left -= fault.weight
    if (left < 0) return fault
  }
  return chance.pick(faults)
}

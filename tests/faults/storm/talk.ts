/** One person's interview, from asking for it to its report: the next words are said once the bot has answered. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from './chance.ts'
import type { Script } from './script.ts'
import type { Post, Said, Side } from './side.ts'
import type { Tally } from './tally.ts'

export type Talk = {
  n: number
  side: Side
  script: Script
  /** What was said of the script: a short interview may be over before its end. */
  said: string[]
}

type Around = {
  chance: Chance
  tally: Tally
  /** Milliseconds of thinking before each step, at most. */
  thinks: number
  /** Whether the bot is told of what is said at once in another order. */
  mixes: boolean
  /** Called once the first question is there. */
  begun(): void
  /** Rejects once nobody is to wait any longer. */
  patience: AbortSignal
}

const LOOK_MS = 100

/** Shows nothing more for so long: what was heard late has been answered as well. */
const SETTLED_MS = 1_500

/** Holds it; rejects where the bot does not answer in time, saying what was waited for. */
export const hold = async ({ n, side, script, said: all }: Talk, around: Around): Promise<void> => {
  const { chance, tally, thinks, mixes, patience } = around
  const think = () => pause(chance.between(0, thinks), undefined, { signal: patience }).catch(() => {})
  const until = async (met: () => boolean, what: string): Promise<void> => {
    while (!met()) {
      if (patience.aborted) throw new Error(`${side.name}, person ${n}: waited in vain for ${what}.`)
      await pause(LOOK_MS)
    }
  }
  const inThread = (): Post[] => side.shown(n).filter(({ where }) => where === 'thread')
  const answered = async (said: Said, before: number, what: string): Promise<void> => {
    await until(said.heard, `the acknowledgement of ${what}`)
    await until(() => inThread().length > before, `an answer to ${what}`)
  }
  const settled = async (): Promise<void> => {
    for (let count = -1; count !== inThread().length; await pause(SETTLED_MS)) count = inThread().length
  }

  // A Discord bot that is away when it is asked for an interview is asked once more by whoever wants one.
  if (side.name === 'slack') await think()
  const asked = side.begin(n, script.start)
  await until(asked.heard, 'the acknowledgement of the first words')
  await until(() => side.thread(n) !== undefined && inThread().length >= OPENING, 'the first question')
  around.begun()
  for (const [turn, burst] of script.bursts.entries()) {
    await think()
    if (turn > 0 && script.brief) await settled()
    if (isReported(side.shown(n))) break
    all.push(...burst)
    const before = inThread().length
    const mixed = mixes && burst.length > 1 && chance.number() < 0.5
    if (mixed) tally.add(`out of order (${side.name})`)
    await answered(side.say(n, burst, mixed ? chance : undefined), before, `burst ${turn}`)
  }
  for (const command of script.ending) {
    await settled()
    if (isReported(side.shown(n))) break
    const before = inThread().length
    const said = side.say(n, [command])
    if (command === script.ending.at(-1)) await until(said.heard, `the acknowledgement of ${command}`)
    else await answered(said, before, command)
  }
  await until(() => isReported(side.shown(n)), 'the report')
}

/** The welcome, and the first question. */
const OPENING = 2

/** The report is shown to its person alone. */
const isReported = (posts: readonly Post[]): boolean =>
  posts.some(({ where, id }) => where === 'direct' && id !== undefined)

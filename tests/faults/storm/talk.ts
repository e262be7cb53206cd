/** One person's interview, from asking for it to its report: the next words are said once the bot has answered. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from './chance.ts'
import type { Script } from './script.ts'
import type { Post, Side } from './side.ts'
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
  /** Milliseconds that an interview takes about, by how long its person thinks. */
  lasting: number
  /** A model leads: it is waited for its question, whatever is shown before it. */
  led: boolean
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
  const { chance, tally, lasting, led, patience } = around
  const thinks = lasting / (script.bursts.length + script.ending.length)
  const think = (share = 1) =>
    pause(chance.between(0, 2 * share * thinks), undefined, { signal: patience }).catch(() => {})
  const until = async (met: () => boolean, what: string): Promise<void> => {
    while (!met()) {
      if (patience.aborted) throw new Error(`${side.name}, person ${n}: waited in vain for ${what}.`)
      await pause(LOOK_MS)
    }
  }
  const inThread = (): Post[] => side.shown(n).filter(({ where }) => where === 'thread')
  const replies = (): number =>
    led
      ? new Set(
          inThread()
            .filter(isQuestion)
            .map(({ id }) => id),
        ).size
      : inThread().length
  const settled = async (): Promise<void> => {
    for (let count = -1; count !== inThread().length; await pause(SETTLED_MS)) count = inThread().length
  }

  // A Discord bot that is away when it is asked for an interview is asked once more by whoever wants one.
  if (side.name === 'slack') await think(0.2)
  const asked = side.begin(n, script.start)
  await until(asked.heard, 'the acknowledgement of the first words')
  await until(() => side.thread(n) !== undefined && inThread().length >= OPENING, 'the first question')
  around.begun()
  for (const [turn, burst] of script.bursts.entries()) {
    await think()
    if (turn > 0 && script.brief) await settled()
    if (isReported(side.shown(n))) break
    all.push(...burst)
    const before = replies()
    const mixed = burst.length > 1 && chance.number() < 0.5
    if (mixed) tally.add(`out of order (${side.name})`)
    const said = side.say(n, burst, mixed ? chance : undefined)
    await until(said.heard, `the acknowledgement of burst ${turn}`)
    // A clock that jumps may end it meanwhile.
    await until(() => replies() > before || isReported(side.shown(n)), `an answer to burst ${turn}`)
  }
  for (const command of script.ending) {
    await think()
    await settled()
    if (isReported(side.shown(n))) break
    const before = inThread().length
    const said = side.say(n, [command])
    await until(said.heard, `the acknowledgement of ${command}`)
    if (command === script.ending.at(-1)) continue
    await until(() => inThread().length > before || isReported(side.shown(n)), `an answer to ${command}`)
  }
  await until(() => isReported(side.shown(n)), 'the report')
}

/** The welcome, and the first question. */
const OPENING = 2

/** Under each stands how far it is: words on their way have none of it, nor has a notice. */
const isQuestion = ({ id, text }: Post): boolean => id !== undefined && /\d:\d\d of \d+:\d\d/.test(text)

/** The report is shown to its person alone. */
const isReported = (posts: readonly Post[]): boolean =>
  posts.some(({ where, id }) => where === 'direct' && id !== undefined)

/**
 * The Slack edge with everything durable, beside a bare Bolt app: the real `mlsd serve`, signed HTTP from another
 * process, five alternating runs of each, medians.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './bank.ts'
import type { Figure } from './bench.ts'
import { AT_ONCE, CONVERSATIONS, drive, type Run, TURNS } from './slack/drive.ts'

const ROUNDS = Number(process.env.MLSD_BENCH_ROUNDS ?? 5)
const SHARE = 0.8
const SLOWER = 2
const MORE_MB = 40

const PROGRAM = new URL('../../bin/mlsd.js', import.meta.url).pathname
const BARE = new URL('slack/bare.ts', import.meta.url).pathname

export const slack = async (): Promise<Figure[]> => {
  const rounds: { ours: Run; bare: Run }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await inFolder((folder) =>
      drive({ args: [BARE], env: { BARE_FILE: join(folder, 'bare.db') } }),
    )
    rounds.push({ bare, ours: await slackRun() })
  }
  const of = (pick: (run: Run) => number) => ({
    ours: median(rounds.map(({ ours }) => pick(ours))),
    bare: median(rounds.map(({ bare }) => pick(bare))),
  })
  const turns = of(({ turnsPerSecond }) => turnsPerSecond)
  const acks = of(({ ackP99 }) => ackP99)
  const idle = of((run) => run.idle)
  const doubled = rounds.reduce((sum, { ours }) => sum + ours.doubled, 0)
  return [
    {
      name: `Slack turns per second, ${CONVERSATIONS} conversations of ${TURNS} turns, ${AT_ONCE} at once`,
      value: turns.ours.toFixed(0),
      baseline: `${turns.bare.toFixed(0)} of a bare Bolt app`,
      goal: `at least ${SHARE} of the baseline; it is ${(turns.ours / turns.bare).toFixed(2)}`,
      met: turns.ours / turns.bare >= SHARE,
    },
    {
      name: 'Slack acknowledgement, p99',
      value: `${acks.ours.toFixed(1)} ms`,
      baseline: `${acks.bare.toFixed(1)} ms of a bare Bolt app`,
      goal: `at most ${SLOWER} times the baseline; it is ${(acks.ours / acks.bare).toFixed(2)}`,
      met: acks.ours / acks.bare <= SLOWER,
    },
    {
      name: 'Slack, memory at rest',
      value: `${idle.ours.toFixed(1)} MB`,
      baseline: `${idle.bare.toFixed(1)} MB of a bare Bolt app`,
      goal: `at most ${MORE_MB} MB more; it is ${(idle.ours - idle.bare).toFixed(1)}`,
      met: idle.ours - idle.bare <= MORE_MB,
    },
    {
      name: 'Slack messages posted twice',
      value: String(doubled),
      baseline: 'every turn was answered, or this would not have ended',
      goal: 'none',
      met: doubled === 0,
    },
  ]
}

/** The real program at work; `start` posts the card at the head, the welcome and the first stage. */
export const slackRun = (): Promise<Run> =>
  inFolder((folder) =>
    drive({
      args: [PROGRAM, 'serve'],
      env: { MLSD_HOME: folder, MLSD_CHAT_QUIET_SECONDS: '0' },
      opening: { command: 'start ad-clicks --level senior', posts: 3 },
    }),
  )

/** Does it in a folder of its own, which is gone afterwards. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(process.cwd(), '.bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

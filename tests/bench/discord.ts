/** The Discord edge with everything durable, beside the Slack edge and a bare client of the library, in one run. */
import { median } from './bank.ts'
import type { Figure } from './bench.ts'
import { AT_ONCE, bareIdle, drive, THREADS, TURNS } from './discord/drive.ts'
import { inFolder, slackRun } from './slack.ts'

const ROUNDS = Number(process.env.MLSD_BENCH_ROUNDS ?? 3)
const SHARE = 0.8
const ACK_MS = 100
const MORE_MB = 60

export const discord = async (): Promise<Figure[]> => {
  const rounds = []
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ bare: await bareIdle(), slack: await slackRun(), ours: await inFolder(drive) })
  const turns = median(rounds.map(({ ours }) => ours.turnsPerSecond))
  const slack = median(rounds.map((round) => round.slack.turnsPerSecond))
  const ack = median(rounds.map(({ ours }) => ours.ackP99))
  const [idle, bare] = [
    median(rounds.map(({ ours }) => ours.idle)),
    median(rounds.map((round) => round.bare)),
  ]
  return [
    {
      name: `Discord turns per second, ${THREADS} threads of ${TURNS} turns, ${AT_ONCE} at once`,
      value: turns.toFixed(0),
      baseline: `${slack.toFixed(0)} of the Slack edge`,
      goal: `at least ${SHARE} of the baseline; it is ${(turns / slack).toFixed(2)}`,
      met: turns / slack >= SHARE,
    },
    {
      name: 'Discord interaction acknowledgement, p99, 32 at once',
      value: `${ack.toFixed(1)} ms`,
      baseline: 'the three seconds that Discord gives',
      goal: `under ${ACK_MS} ms`,
      met: ack < ACK_MS,
    },
    {
      name: 'Discord, memory at rest',
      value: `${idle.toFixed(1)} MB`,
      baseline: `${bare.toFixed(1)} MB of a bare client`,
      goal: `at most ${MORE_MB} MB more; it is ${(idle - bare).toFixed(1)}`,
      met: idle - bare <= MORE_MB,
    },
  ]
}

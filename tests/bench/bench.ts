/**
 * `npm run bench [step|judge|turns|prompt|rest|slack|discord|metrics|charts|csv|daily]`: the figures that are promised, each beside a baseline of the same run.
 *
 * The machine is noisy, so ratios count and absolute times do not; nothing here gates a change by itself.
 */
import { charts } from './charts.ts'
import { csv } from './csv.ts'
import { daily } from './daily.ts'
import { discord } from './discord.ts'
import { judging } from './judging.ts'
import { metrics } from './metrics.ts'
import { prompt } from './prompt.ts'
import { rest } from './rest.ts'
import { slack } from './slack.ts'
import { stepping } from './stepping.ts'
import { turns } from './turns.ts'

/** One figure with what it is compared to and what was hoped for. */
export type Figure = { name: string; value: string; baseline: string; goal: string; met: boolean }

const BENCHES = {
  step: stepping,
  judge: judging,
  turns,
  prompt,
  rest,
  slack,
  discord,
  metrics,
  charts,
  csv,
  daily,
} as const

const asked = process.argv.slice(2)
const chosen = Object.entries(BENCHES).filter(([name]) => asked.length === 0 || asked.includes(name))
for (const [name, bench] of chosen) {
  for (const { name: figure, value, baseline, goal, met } of await bench()) {
    process.stdout.write(
      `${met ? 'met   ' : 'NOT MET'} ${name} · ${figure}: ${value}  (baseline ${baseline}; goal ${goal})\n`,
    )
  }
}

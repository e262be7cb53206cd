/** Each turn waits for a model: what counts then is how many wait side by side, which more workers add to. */
import type { Figure } from '../bench.ts'
import { workers } from './shapes.ts'
import { middle, type Stage } from './stage.ts'
import type { Line } from './table.ts'
import { thinkerOf } from './thinker.ts'

const WAIT = 200
/** What a bot asks at once where nothing else is set. */
const CALLS = 4
/** Of what as many times one worker would do. */
const SHARE = 0.8

export const thinking = async ({
  settings,
  storeWith,
  run,
}: Stage): Promise<{ lines: Line[]; figures: Figure[] }> => {
  const rest = settings.sizes[0] ?? 0
  const store = await storeWith('PostgreSQL', rest)
  const lines: Line[] = []
  for (const count of settings.workers) {
    const runs = []
    for (let round = 0; round < settings.rounds; round += 1) {
      const thinker = await thinkerOf(WAIT, CALLS)
      runs.push(await run(workers(count), store, thinker.env))
      const least = settings.conversations * settings.turns
      if (thinker.asked() < least)
        throw new Error(`The model was asked ${thinker.asked()} times of ${least}.`)
      await thinker.close()
    }
    lines.push({ name: `${workers(count).name}, a model of ${WAIT} ms`, rest, run: middle(runs) })
  }
  const one = lines[0]?.run.turnsPerSecond ?? Number.NaN
  const figures = lines.slice(1).map(({ name, run: { turnsPerSecond } }, index): Figure => {
    const count = settings.workers[index + 1] ?? 0
    const share = turnsPerSecond / one / count
    return {
      name: `turns a second, ${name}`,
      value: turnsPerSecond.toFixed(1),
      baseline: `${one.toFixed(1)} of one worker, which may ask ${CALLS} at once: ${(CALLS * 1_000) / WAIT} a second at most`,
      goal: `at least ${SHARE} of ${count} times the baseline; it is ${share.toFixed(2)}`,
      met: share >= SHARE,
    }
  })
  return { lines, figures }
}

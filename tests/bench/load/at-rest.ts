/** Each arrangement of processes, with more and more interviews at rest: what a turn costs must not grow with them. */
import { cpus } from 'node:os'
import type { Figure } from '../bench.ts'
import type { Run } from './drive.ts'
import { SHAPES } from './shapes.ts'
import { middle, type Stage } from './stage.ts'
import type { Line } from './table.ts'

const GROWTH = 1.2
const GOAL = 150

export const atRest = async (stage: Stage): Promise<{ lines: Line[]; figures: Figure[] }> => {
  const { settings, storeWith, run } = stage
  const runs = new Map<string, Run[]>()
  const cases = SHAPES.flatMap((shape) => settings.sizes.map((rest) => ({ shape, rest })))
  for (const { shape, rest } of cases) await storeWith(shape.store, rest)
  // Round by round and not row by row, so that a busy minute of the machine is nobody's alone.
  for (let round = 0; round < settings.rounds; round += 1)
    for (const { shape, rest } of cases) {
      const key = `${shape.name} ${rest}`
      runs.set(key, [...(runs.get(key) ?? []), await run(shape, await storeWith(shape.store, rest))])
    }
  const lines = cases.map(({ shape, rest }) => ({
    name: shape.name,
    rest,
    run: middle(runs.get(`${shape.name} ${rest}`) ?? []),
  }))
  return { lines, figures: [...SHAPES.flatMap(({ name }) => growth(lines, name)), ...throughput(lines)] }
}

const growth = (all: readonly Line[], name: string): Figure[] => {
  const lines = all.filter((line) => line.name === name)
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last || first === last) return []
  const [few, many] = [cost(first.run), cost(last.run)]
  return [
    {
      name: `processor time a turn of ${name}, ${last.rest} interviews at rest`,
      value: `${many.toFixed(1)} ms`,
      baseline: `${few.toFixed(1)} ms with ${first.rest}`,
      goal: `at most ${GROWTH} times the baseline; it is ${(many / few).toFixed(2)}`,
      met: many / few <= GROWTH,
    },
  ]
}

/** Of the bots and their database. */
const cost = ({ cpu }: Run): number => cpu.bots + cpu.database

const throughput = (lines: readonly Line[]): Figure[] => {
  const three = lines.filter(({ name }) => name === SHAPES[3]?.name || name === SHAPES[2]?.name)
  const best = three.toSorted((one, other) => other.run.turnsPerSecond - one.run.turnsPerSecond)[0]
  if (!best) return []
  const { turnsPerSecond, cpu } = best.run
  const able = (cpus().length * 1_000) / (cpu.bots + cpu.database + cpu.people)
  return [
    {
      name: `turns a second of three processes on PostgreSQL (${best.name})`,
      value: turnsPerSecond.toFixed(0),
      baseline: `${able.toFixed(0)} would fill the ${cpus().length} processors, at this cost of a turn`,
      goal: `at least ${GOAL}`,
      met: turnsPerSecond >= GOAL,
    },
  ]
}

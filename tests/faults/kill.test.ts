/**
 * kill -9 at every moment around a commit, a card or an acknowledgement of a whole interview, then a new process.
 *
 * A few moments are tried with the other tests; `npm run faults` (MLSD_FAULTS=all) tries every one,
 * MLSD_FAULTS=100 a hundred of them, and MLSD_FAULT_POINT=n the n-th alone.
 */
import { beforeAll, expect, test } from 'vitest'
import type { Orders } from './child.ts'
import { type Held, hold, losses } from './holding.ts'
import { lacking } from './whole.ts'

const QUICK = 8
const SIDE_BY_SIDE = 2

const WAYS = ['at once', 'elsewhere'] as const
type Way = Orders['thinking']

/** One place to end the process at: its number over all ways, and its number within its own. */
type Point = { n: number; way: Way; at: number; name: string }

const truth = {} as Record<Way, Held>
let points: Point[] = []

beforeAll(async () => {
  await Promise.all(WAYS.map(async (thinking) => (truth[thinking] = await hold({ thinking }))))
  points = WAYS.flatMap((way) => truth[way].moments.map((name, index) => ({ way, at: index + 1, name }))).map(
    (point, index) => ({ n: index + 1, ...point }),
  )
})

test.each(WAYS)('without a crash the talk is whole, thinking %s', (way) => {
  expect(lacking(truth[way])).toEqual([])
})

test('after kill -9 nothing is lost, nothing counts twice and nothing is said out of turn', {
  timeout: 4 * 3_600_000,
}, async () => {
  const chosen = choose(points)
  const started = performance.now()
  const failures: string[] = []
  const left = [...chosen]
  const worker = async (): Promise<void> => {
    for (let point = left.shift(); point; point = left.shift()) failures.push(...(await tried(point)))
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
  const seconds = ((performance.now() - started) / 1_000).toFixed(0)
  process.stdout.write(`${chosen.length} of ${points.length} crash points tried in ${seconds} s\n`)
  expect(chosen.length).toBeGreaterThan(0)
  expect(failures).toEqual([])
})

test('a promise that is broken on purpose is noticed', async () => {
  const spoken = points.filter(({ way, name }) => way === 'at once' && name.startsWith('before showing'))
  const point = spoken[Math.floor(spoken.length / 2)]
  const held = await hold({ thinking: 'at once', broken: 'outbox' }, [point?.at ?? 0])
  expect(losses(truth['at once'], held).join('\n')).toContain('what was shown differs')
})

/** One, some spread evenly, or all. */
const choose = (all: readonly Point[]): readonly Point[] => {
  const { MLSD_FAULT_POINT: one, MLSD_FAULTS: how } = process.env
  if (one !== undefined) return all.filter(({ n }) => n === Number(one))
  if (how === 'all') return all
  const count = Number(how ?? QUICK)
  const apart = all.length / count
  return Array.from({ length: count }, (_, k) => all[Math.floor((k + 0.5) * apart)]).filter(
    (point) => point !== undefined,
  )
}

/** Crashes there; at every fourth point the process that recovers crashes too, soon after it started. */
const tried = async ({ n, way, at, name }: Point): Promise<string[]> => {
  const again = n % 4 === 0 ? [1 + ((n * 7) % 40)] : []
  const where = `point ${n} (${name}, thinking ${way})`
  try {
    const held = await hold({ thinking: way }, [at, ...again])
    return losses(truth[way], held).map((loss) => `${where}: ${loss}`)
  } catch (error) {
    return [`${where}: ${error instanceof Error ? error.message : error}`]
  }
}

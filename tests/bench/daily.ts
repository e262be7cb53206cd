/**
 * The tick of daily questions: 100,000 are turned on and 1,000 of them are due at the same moment, beside the same 1,000
 * alone; and the pick of the day from 5,000 cards, beside reading them alone.
 */
import { spawn } from 'node:child_process'
import { closeSync, copyFileSync, fsyncSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { NOTHING, practiceKey, practiceOf } from '../../src/host/practice/kept.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import { pickFor } from '../../src/practice/pick.ts'
import { reviewed } from '../../src/practice/recall.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { bank, median } from './bank.ts'
import type { Figure } from './bench.ts'
import type { Reads } from './daily/counted.ts'
import { DUE, subscribe } from './daily/subscribers.ts'
import { webApi } from './daily/web-api.ts'
import { processorMs } from './process.ts'
import { inFolder } from './slack.ts'

const ALL = Number(process.env.MLSD_BENCH_SUBSCRIPTIONS ?? 100_000)
const TICK = 1_000
const ROUNDS = Number(process.env.MLSD_BENCH_ROUNDS ?? 3)
const GOAL_S = 10
const SLOWER = 1.5
const PATIENCE_MS = 60_000
const CARDS = 5_000
const PICK_MS = 20
const PICKS = 50

const BOT = new URL('daily/bot.ts', import.meta.url).pathname

export const daily = async (): Promise<Figure[]> => [...(await ticks()), await picks()]

type Run = Reads & { seconds: number; cpu: number; limited: number }

const ticks = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const [many, few] = [join(folder, 'many.db'), join(folder, 'few.db')]
    await subscribe(many, ALL, TICK)
    await subscribe(few, TICK, TICK)
    const rounds: { many: Run; few: Run }[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ few: await tick(few, TICK), many: await tick(many, ALL) })
    const of = (pick: (run: Run) => number) => ({
      many: median(rounds.map((round) => pick(round.many))),
      few: median(rounds.map((round) => pick(round.few))),
    })
    const [seconds, cpu, runs, rows] = [
      of((run) => run.seconds),
      of((run) => run.cpu),
      of((run) => run.runs),
      of((run) => run.rows),
    ]
    const scans = [...new Set(rounds.flatMap((round) => round.many.scans))]
    const limited = rounds.reduce((sum, round) => sum + round.many.limited, 0)
    return [
      {
        name: `daily questions, ${TICK} due of ${ALL}, from their time until all are posted`,
        value: `${seconds.many.toFixed(1)} s, refused for their rate ${limited}`,
        baseline: `${seconds.few.toFixed(1)} s with these alone`,
        goal: `under ${GOAL_S} s and ${SLOWER} times the baseline; it is ${(seconds.many / seconds.few).toFixed(2)}`,
        met: seconds.many < GOAL_S && seconds.many / seconds.few < SLOWER && limited === 0,
      },
      {
        name: 'daily questions, processor time of each',
        value: `${(cpu.many / TICK).toFixed(1)} ms`,
        baseline: `${(cpu.few / TICK).toFixed(1)} ms with these alone`,
        goal: `at most ${SLOWER} times the baseline; it is ${(cpu.many / cpu.few).toFixed(2)}`,
        met: cpu.many / cpu.few < SLOWER,
      },
      {
        name: 'daily questions, rows read for each',
        value: `${(rows.many / TICK).toFixed(1)} by ${(runs.many / TICK).toFixed(1)} statements`,
        baseline: `${(rows.few / TICK).toFixed(1)} by ${(runs.few / TICK).toFixed(1)} with these alone`,
        goal: `no more than them and a tenth, and nothing reads a whole table; ${scans.join('; ') || 'none does'}`,
        met: rows.many <= rows.few * 1.1 && scans.length === 0,
      },
    ]
  })

/** Runs the bot on a copy of the file until all that is due is posted, once each. */
const tick = async (from: string, all: number): Promise<Run> => {
  const file = copied(from)
  const posted = new Map<string, number>()
  const done = Promise.withResolvers<number>()
  const api = await webApi((channel) => {
    posted.set(channel, (posted.get(channel) ?? 0) + 1)
    if (posted.size === TICK) done.resolve(Date.now())
  })
  const child = spawn(process.execPath, [BOT], {
    env: { PATH: process.env.PATH ?? '', SLACK_API_URL: api.url, DATA_FILE: file },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const lines = child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })
  try {
    const at = Number((await lines.next()).value)
    await setTimeout(Math.max(0, at - Date.now()))
    const before = processorMs(child.pid ?? 0)
    const seconds = ((await Promise.race([done.promise, late(api.limited)])) - at) / 1_000
    const cpu = processorMs(child.pid ?? 0) - before
    child.kill('SIGTERM')
    const reads = JSON.parse(String((await lines.next()).value)) as Reads
    const twice = [...posted].filter(([, count]) => count !== 1)
    if (twice.length > 0 || posted.size !== TICK) throw new Error(`Not posted once each: ${twice}`)
    if (reads.waiting !== all) throw new Error(`${reads.waiting} wait for their next day, not ${all}.`)
    return { ...reads, seconds, cpu, limited: api.limited() }
  } finally {
    child.kill('SIGTERM')
    await ended
    await api.close()
  }
}

/** A copy that is on disk, so that what is measured does not wait for the writing of it. */
const copied = (from: string): string => {
  const to = `${from}.copy`
  copyFileSync(from, to)
  const file = openSync(to, 'r+')
  fsyncSync(file)
  closeSync(file)
  return to
}

/** So long it is waited for at most. */
const late = async (limited: () => number): Promise<never> => {
  await setTimeout(PATIENCE_MS, undefined, { ref: false })
  throw new Error(`Not all was posted within a minute; refused for their rate: ${limited()}.`)
}

/** Of a learner who was asked every criterion of a flow that has so many. */
const picks = (): Promise<Figure> =>
  inFolder(async (folder) => {
    const database = openDatabase(join(folder, 'mlsd.db'))
    const commits = committer(database)
    const memory = sqliteMemory(commits)
    const { drills, deck } = practised(CARDS)
    await memory.save(practiceKey('bench:one'), { ...NOTHING, deck }, 0)
    const reading: number[] = []
    const whole: number[] = []
    for (let round = 0; round < PICKS; round += 1) {
      const start = performance.now()
      const { deck, seen } = await practiceOf(memory, 'bench:one')
      reading.push(performance.now() - start)
      const pick = pickFor(drills, { deck, level: 'staff', seen }, DUE, `${round}`)
      whole.push(performance.now() - start)
      if (pick?.why !== 'due') throw new Error(`Nothing was due of ${CARDS} cards.`)
    }
    const ms = median(whole)
    await commits.close()
    database.close()
    return {
      name: `the pick of the day from ${CARDS} cards, read from the file, median of ${PICKS}`,
      value: `${ms.toFixed(1)} ms`,
      baseline: `${median(reading).toFixed(1)} ms for reading them alone`,
      goal: `under ${PICK_MS} ms`,
      met: ms < PICK_MS,
    }
  })

/** A flow with so many criteria, each of which was heard once. */
const practised = (cards: number) => {
  const { flows, problems } = bank()
  const [flow] = flows.values()
  if (!flow) throw new Error('There is no flow.')
  const each = Math.ceil(cards / flow.stages.length)
  const stages = flow.stages.map((stage) => {
    const judged = stage.criteria.filter(({ measured }) => measured === undefined)
    const criteria = Array.from({ length: each }, (_, n) => ({
      ...judged[n % judged.length],
      id: `${stage.id}${n}`,
    }))
    return { ...stage, criteria: criteria as typeof judged }
  })
  const ids = stages.flatMap(({ criteria }) => criteria.map(({ id }) => id)).slice(0, cards)
  const heard = ids.map((criterion, n) => ({ criterion, verdict: ([0, 1, 2] as const)[n % 3] ?? 0 }))
  return {
    drills: { flow: { ...flow, stages }, problems: [...problems.values()] },
    deck: reviewed({}, heard, DUE - 30 * 86_400_000),
  }
}

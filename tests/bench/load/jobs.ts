/** The same keyed jobs through pg-boss alone and through the mailbox alone: posted here, done by three processes. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Server } from '../../postgres/server.ts'
import { median } from '../bank.ts'
import type { Figure } from '../bench.ts'
import { inParallel } from '../process.ts'
import { type Kind, type Posting, QUEUES } from './queues.ts'
import type { Stage } from './stage.ts'

const WORKERS = 3
const KEYS = 200

export const jobs = async ({ settings, servers, tell }: Stage): Promise<Figure[]> => {
  const rates: Record<Kind, Jobs[]> = { mailbox: [], 'pg-boss': [] }
  for (let round = 0; round < settings.rounds; round += 1)
    for (const kind of ['pg-boss', 'mailbox'] as const) {
      const one = await jobsThrough(kind, servers.postgres, settings.jobs, settings.atOnce)
      rates[kind].push(one)
      tell(`${kind} alone: ${one.perSecond.toFixed(0)} jobs a second`)
    }
  const [ours, theirs] = [rates.mailbox, rates['pg-boss']].map((all) =>
    median(all.map(({ perSecond }) => perSecond)),
  ) as [number, number]
  const out = rates.mailbox.reduce((sum, one) => sum + one.out, 0)
  return [
    {
      name: `keyed jobs a second through the mailbox alone, ${WORKERS} processes, ${KEYS} keys`,
      value: ours.toFixed(0),
      baseline: `${theirs.toFixed(0)} through pg-boss alone`,
      goal: `at least the baseline; it is ${(ours / theirs).toFixed(2)}`,
      met: ours >= theirs,
    },
    {
      name: 'jobs of the mailbox that came out of order or twice',
      value: String(out),
      baseline: `all ${settings.jobs * settings.rounds} came`,
      goal: 'none',
      met: out === 0,
    },
  ]
}

type Jobs = { perSecond: number; out: number }

/** Does so many jobs; `out` counts those that came out of order or twice. */
const jobsThrough = async (kind: Kind, server: Server, count: number, atOnce: number): Promise<Jobs> => {
  const url = await server.database()
  const posting = await QUEUES[kind].post(url)
  const done = Promise.withResolvers<void>()
  const last = new Map<string, number>()
  let left = count
  let out = 0
  const hear = (all: { key: string; n: number }[]): void => {
    for (const { key, n } of all) {
      if (n <= (last.get(key) ?? -1)) out += 1
      last.set(key, n)
      left -= 1
    }
    if (left === 0) done.resolve()
  }
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => worker(kind, url, hear)))
  try {
    const begun = performance.now()
    await postAll(posting, count, atOnce)
    await done.promise
    return { perSecond: (count / (performance.now() - begun)) * 1_000, out }
  } finally {
    await Promise.all(workers.map(end))
    await posting.stop()
  }
}

/** One after the other for each key, as an edge does it. */
const postAll = async (posting: Posting, count: number, atOnce: number): Promise<void> => {
  await inParallel(Math.min(KEYS, atOnce), atOnce, async (lane) => {
    for (let n = lane; n < count; n += Math.min(KEYS, atOnce)) await posting.post(`key${n % KEYS}`, n)
  })
}

const worker = async (
  kind: Kind,
  url: string,
  hear: (all: { key: string; n: number }[]) => void,
): Promise<ChildProcess> => {
  const child = fork(new URL('jobs-worker.ts', import.meta.url).pathname, [kind, url])
  const ready = Promise.withResolvers<void>()
  child.on('message', (message) => {
    if (message === 'ready') ready.resolve()
    else hear(message as { key: string; n: number }[])
  })
  child.on('exit', () => ready.reject(new Error(`A process that does jobs (${kind}) has ended.`)))
  await ready.promise
  return child
}

const end = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** A file of a million rows, read and judged, beside the parser alone on the same bytes. */
import { performance } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { data } from '../../src/tools/data.ts'
import { metrics } from '../../src/tools/metrics.ts'
import type { Input } from '../../src/tools/tool.ts'
import type { Figure } from './bench.ts'

const ROWS = 1_000_000
const GOAL_MS = 5_000
const PIECE = 65_536

export const csv = async (): Promise<Figure[]> => {
  const bytes = written()
  const input = (): Input => ({ name: 'rows.csv', size: bytes.length, bytes: pieces(bytes) })
  const alone = await timed(async () => {
    const parser = parse({ on_record: () => null })
    Readable.from(pieces(bytes)).pipe(parser).resume()
    await new Promise((done) => parser.on('end', done))
  })
  const judged = await timed(() => metrics({ args: {}, input: input() }))
  const checked = await timed(() => data({ args: { label: 'y' }, input: input() }))
  const figure = (name: string, ms: number): Figure => ({
    name: `${name}, ${ROWS.toLocaleString('en')} rows of ${(bytes.length / 1e6).toFixed(0)} MB`,
    value: `${(ms / 1_000).toFixed(1)} s`,
    baseline: `${(alone / 1_000).toFixed(1)} s for the parser alone`,
    goal: `under ${GOAL_MS / 1_000} s`,
    met: ms < GOAL_MS,
  })
  return [figure('metrics', judged), figure('data checks', checked)]
}

/** A label, a score and a group; the same in each run. */
const written = (): Buffer => {
  const lines = ['y,score,group']
  for (let n = 0; n < ROWS; n += 1) {
    const draw = (Math.imul(n, 0x9e3779b1) >>> 0) / 2 ** 32
    lines.push(`${draw < 0.1 ? 1 : 0},${((draw * 7919) % 1).toFixed(6)},g${n % 1000}`)
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

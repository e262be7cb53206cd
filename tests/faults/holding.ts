/** Holds the conversation in processes of their own, with crashes or without, and compares what came of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Report } from '../../src/interview/report.ts'
import type { Entry } from '../../src/interview/transcript.ts'
import type { Orders } from './child.ts'
import { CONVERSATION } from './conversation.ts'

type Shown = { id: string; text: string }

export type Held = {
  /** All that is stored in the end. */
  outcome: Record<string, unknown> & { transcript: Entry[]; report: Report; aside: unknown[] }
  /** Everything that was shown, as often as it was. */
  shown: Shown[]
  /** The moments that the last process passed. */
  moments: string[]
  /** How many processes ended by kill -9. */
  crashes: number
}

const CHILD = new URL('child.ts', import.meta.url).pathname

/** Spares each process the compiling of the same sources. */
const COMPILED = new URL('../../node_modules/.cache/mlsd-faults', import.meta.url).pathname

/** Each process ends at the moment named for it, the last one when the talk is over. Throws when one fails otherwise. */
export const hold = async (
  orders: Omit<Orders, 'folder' | 'crash'>,
  crashAt: readonly number[] = [],
): Promise<Held> => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-fault-'))
  try {
    let crashes = 0
    for (const crash of crashAt) {
      const killed = await run({ ...orders, folder, crash })
      if (killed) crashes += 1
      else if (crashes === 0) throw new Error(`The process never came to moment ${crash}.`)
    }
    if (await run({ ...orders, folder, crash: 0 })) throw new Error('Somebody else killed the process.')
    const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
    return {
      outcome: read('outcome.json') as Held['outcome'],
      shown: lines(join(folder, 'shown')).map((line) => JSON.parse(line)),
      moments: read('moments.json') as string[],
      crashes,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** True when the process ended by kill -9, false when it came to the end of the talk. */
const run = async (orders: Orders): Promise<boolean> => {
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED }
  const child = spawn(process.execPath, [CHILD, JSON.stringify(orders)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code, signal] = await once(child, 'close')
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`The process ended with ${code ?? signal}: ${said}`)
  return signal === 'SIGKILL'
}

const lines = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []

/** What a talk with crashes has lost, doubled or changed against one without, one sentence each. */
export const losses = (truth: Held, held: Held): string[] => {
  const faults: string[] = []
  for (const [what, value] of Object.entries(truth.outcome)) {
    if (!isDeepStrictEqual(held.outcome[what], value))
      faults.push(`the ${what} ${difference(value, held.outcome[what])}`)
  }
  for (const { heard } of CONVERSATION) {
    if (heard.type !== 'message' && heard.type !== 'file') continue
    const times = held.outcome.transcript.filter(({ id }) => id === heard.id).length
    if (times !== 1) faults.push(`answer ${heard.id} is ${times} times in the transcript`)
  }
  const counted = Map.groupBy(held.shown, ({ id }) => id)
  for (const [id, times] of counted) {
    if (times.length > 1 + held.crashes) faults.push(`${id} was shown ${times.length} times`)
    if (new Set(times.map(({ text }) => text)).size > 1) faults.push(`${id} was shown in two versions`)
  }
  const first = [...counted.values()].map(([one]) => one)
  if (!isDeepStrictEqual(first, truth.shown)) faults.push(`what was shown ${difference(truth.shown, first)}`)
  return faults
}

/** The first place where two values part, for the reader of a failure. */
const difference = (wanted: unknown, got: unknown, path = ''): string => {
  if (isObject(wanted) && isObject(got)) {
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(got)])) {
      if (!isDeepStrictEqual(wanted[key], got[key]))
        return difference(wanted[key], got[key], `${path}.${key}`)
    }
  }
  return `differs at ${path || 'its root'}: ${short(got)} instead of ${short(wanted)}`
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const short = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 300)

/** Flows and problems: the bank that interviews start from, and the very versions that running ones are held to. */
import { createHash } from 'node:crypto'
import type { Cut } from '../flow/cut.ts'
import type { Flow } from '../flow/flow.ts'
import type { CutOutline, FlowOutline, ProblemOutline } from '../flow/outline.ts'
import type { Problem } from '../flow/problem.ts'
import type { Memory } from '../memory/memory.ts'
import { keys } from './record.ts'
import { update } from './update.ts'

/** What can be chosen, by id. */
export type Bank = {
  flows: ReadonlyMap<string, Flow>
  /** Parts of flows, for shorter practice; their ids and those of flows are different ones. */
  cuts?: ReadonlyMap<string, Cut>
  problems: ReadonlyMap<string, Problem>
  /** What a menu shows, where that can be had without reading all of the rest. */
  outline?: () => Outline
}

export type Outline = {
  flows: readonly FlowOutline[]
  cuts: readonly CutOutline[]
  problems: readonly ProblemOutline[]
}

/** What a menu shows of a bank. */
export const outlineOf = ({ flows, cuts, problems, outline }: Bank): Outline =>
  outline?.() ?? {
    flows: [...flows.values()],
    cuts: [...(cuts?.values() ?? [])],
    problems: [...problems.values()],
  }

/** The ids of everything that can be held: whole flows first, then parts of them. */
export const flowIds = ({ flows, cuts }: Pick<Bank, 'flows' | 'cuts'>): string[] => [
  ...flows.keys(),
  ...(cuts?.keys() ?? []),
]

export type Library = {
  bank: Bank
  /**
   * Stores both under the hash of their content and answers the hashes. A scenario of a person's own is stored for that
   * `interview` alone, so that it goes with it.
   */
  keep(flow: Flow, problem: Problem, interview: string): Promise<{ flow: string; problem: string }>
  flow(hash: string): Promise<Flow>
  problem(hash: string): Promise<Problem>
}

/** Parsed documents held ready; the oldest goes when there are more. */
const READY = 64

export const libraryOf = (bank: Bank, memory: Memory): Library => {
  const ready = new Map<string, unknown>()
  const hashes = new WeakMap<object, string>()

  const hold = <T>(key: string, value: T): T => {
    if (ready.size >= READY) ready.delete(ready.keys().next().value ?? '')
    ready.set(key, value)
    return value
  }

  const store = async (kind: 'flow' | 'problem', value: Flow | Problem, of = ''): Promise<string> => {
    const hash = of === '' ? (hashes.get(value) ?? hashOf(value)) : hashOf([of, value])
    if (of === '') hashes.set(value, hash)
    const key = keys[kind](hash)
    if (!ready.has(key)) {
      await update(memory, key, (known) => known ?? value)
      hold(key, value)
    }
    return hash
  }

  const fetch = async <T>(kind: 'flow' | 'problem', hash: string): Promise<T> => {
    const key = keys[kind](hash)
    if (ready.has(key)) return ready.get(key) as T
    const kept = await memory.load<T>(key)
    if (!kept)
      throw new Error(
        `The ${kind} ${hash.slice(0, 12)} of this interview is missing from the data file; restore a backup.`,
      )
    return hold(key, kept.value)
  }

  return {
    bank,
    keep: async (flow, problem, interview) => ({
      flow: await store('flow', flow),
      problem: await store('problem', problem, problem.family === 'own' ? interview : ''),
    }),
    flow: (hash) => fetch('flow', hash),
    problem: (hash) => fetch('problem', hash),
  }
}

/** The SHA-256 of the JSON, in hexadecimal. */
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

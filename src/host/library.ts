/** Flows and problems: the bank that interviews start from, and the very versions that running ones are held to. */
import { createHash } from 'node:crypto'
import type { Cut } from '../flow/cut.ts'
import type { Flow } from '../flow/flow.ts'
import type { CutOutline, FlowOutline, ProblemOutline } from '../flow/outline.ts'
import type { Problem } from '../flow/problem.ts'
import type { Memory } from '../memory/memory.ts'
import { recallOf } from '../recall.ts'
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

/** So many parsed documents are held ready that are not of the bank: own scenarios, parts of flows, what a bank once held. */
const READY = 64

export const libraryOf = (bank: Bank, memory: Memory): Library => {
  type Kinds = { flow: Flow; problem: Problem }
  type Document = Kinds[keyof Kinds]
  const ids = { flow: bank.flows, problem: bank.problems }
  // What is made of a document, its machine and its rules, goes with it: what everybody uses makes room for nobody's own.
  const ofBank = recallOf<Document>(bank.flows.size + bank.problems.size + READY)
  const others = recallOf<Document>(READY)
  const hashes = new WeakMap<Document, string>()

  /** What is asked for again is forgotten after what nobody asks for. */
  const held = (key: string): Document | undefined => {
    for (const shelf of [ofBank, others]) {
      const value = shelf.get(key)
      if (value === undefined) continue
      shelf.set(key, value)
      return value
    }
    return undefined
  }

  /** Holds it ready, unless the same is held already: of two that are read at once, both get one. */
  const hold = <T extends Document>(kind: keyof Kinds, key: string, value: T): T => {
    const before = held(key)
    if (before) return before as T
    const shelf = ids[kind].has(value.id) ? ofBank : others
    shelf.set(key, value)
    return value
  }

  const store = async (kind: keyof Kinds, value: Document, of = ''): Promise<string> => {
    const hash = of === '' ? (hashes.get(value) ?? hashOf(value)) : hashOf([of, value])
    if (of === '') hashes.set(value, hash)
    const key = keys[kind](hash)
    if (!held(key)) {
      await update(memory, key, (known) => known ?? value)
      hold(kind, key, value)
    }
    return hash
  }

  const fetch = async <K extends keyof Kinds>(kind: K, hash: string): Promise<Kinds[K]> => {
    const key = keys[kind](hash)
    const before = held(key)
    if (before) return before as Kinds[K]
    const kept = await memory.load<Kinds[K]>(key)
    if (!kept)
      throw new Error(
        `The ${kind} ${hash.slice(0, 12)} of this interview is missing from the data file; restore a backup.`,
      )
    return hold(kind, key, kept.value)
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

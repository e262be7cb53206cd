/** Whether the bot can serve: its store is read and written, and its platforms have begun. */
import type { Clock } from '../clock.ts'
import type { Log } from '../host/world.ts'
import { type Memory, StaleRevision } from '../memory/memory.ts'
import { within } from './within.ts'

export type Check = { what: string; ok: boolean; says: string }
export type Readiness = { ready: boolean; checks: readonly Check[] }

/** Where a platform, or all of the process, is in its life. */
export type Stage = 'begins' | 'serves' | 'ends'

type Needs = {
  /** Nothing while it is not open yet. */
  memory: () => Memory | undefined
  clock: Clock
  log: Log
  /** How far it is, by the name of what is waited for. */
  stages: () => Readonly<Record<string, Stage>>
}

/** Looks at all of it; at the store once in two seconds at most, whoever asks how often. */
export const readinessOf = ({ memory, clock, log, stages }: Needs): (() => Promise<Readiness>) => {
  let last: { at: number; check: Promise<Check> } | undefined
  let probing: Promise<void> | undefined

  const store = async (): Promise<Check> => {
    const opened = memory()
    if (!opened) return { what: 'store', ok: false, says: 'is not open yet' }
    // One that hangs is not asked a second time meanwhile.
    probing ??= probe(opened, clock.now()).finally(() => {
      probing = undefined
    })
    try {
      await within(clock, PATIENCE, probing)
      return { what: 'store', ok: true, says: 'is read and written' }
    } catch (error) {
      log('warn', 'not ready: the store cannot be read and written', { reason: String(error) })
      return { what: 'store', ok: false, says: 'cannot be read and written; the log says why' }
    }
  }

  return async () => {
    const now = clock.now()
    if (!last || Math.abs(now - last.at) >= KEPT) last = { at: now, check: store() }
    const checks = [await last.check, ...Object.entries(stages()).map(told)]
    return { ready: checks.every(({ ok }) => ok), checks }
  }
}

/** In milliseconds: how long a look at the store holds, and how long it may take. */
const KEPT = 2_000
const PATIENCE = 2_000

const PROBE = 'probe:ready'

/** Writes one small document. Somebody else who did so first has shown as much. */
const probe = async (memory: Memory, at: number): Promise<void> => {
  const kept = await memory.load<{ at: number }>(PROBE)
  try {
    await memory.save(PROBE, { at }, kept?.revision ?? 0)
  } catch (error) {
    if (!(error instanceof StaleRevision)) throw error
  }
}

const SAYS: Readonly<Record<Stage, string>> = {
  begins: 'has not begun yet',
  serves: 'has begun',
  ends: 'is about to end, and takes nothing new',
}

const told = ([what, stage]: [string, Stage]): Check => ({ what, ok: stage === 'serves', says: SAYS[stage] })

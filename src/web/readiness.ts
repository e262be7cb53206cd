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
  /** For how long what is asked of it has waited for its turn by now, in milliseconds. */
  waited?: () => number
  clock: Clock
  log: Log
  /** How far it is, by the name of what is waited for. */
  stages: () => Readonly<Record<string, Stage>>
  /** Since when something is cut off from what it listens to, in milliseconds since 1970, by its name; nothing while it is not. */
  away?: () => Readonly<Record<string, number | undefined>>
}

/** Looks at all of it; at the store once in two seconds at most, whoever asks how often. */
export const readinessOf = ({
  memory,
  waited = () => 0,
  clock,
  log,
  stages,
  away = () => ({}),
}: Needs): (() => Promise<Readiness>) => {
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
      const says = waited() >= BEHIND ? OVERLOADED : UNUSABLE
      log('warn', `not ready: the store ${says}`, { reason: String(error) })
      return { what: 'store', ok: false, says: `${says}; the log says why` }
    }
  }

  return async () => {
    const now = clock.now()
    if (!last || Math.abs(now - last.at) >= KEPT) last = { at: now, check: store() }
    const kept = await last.check
    const lost = away()
    const hears = (what: string): boolean => Math.abs(clock.now() - (lost[what] ?? clock.now())) < RECONNECTED
    const rest = Object.entries(stages()).map(([what, stage]) => told(what, stage, hears(what)))
    const checks = [kept, ...rest]
    return { ready: checks.every(({ ok }) => ok), checks }
  }
}

/** In milliseconds: how long a look at the store holds, and how long it may take. */
const KEPT = 2_000
const PATIENCE = 2_000
/** A connection that is lost is usually back in so many milliseconds, and what was said meanwhile is read. */
const RECONNECTED = 15_000

/** Where the first of those who wait has waited for so long, the probe waited behind others and asked nothing yet. */
const BEHIND = 1_000

const UNUSABLE = 'cannot be read and written'
const OVERLOADED = 'does not keep up: all of its connections are in use'

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

const told = (what: string, stage: Stage, hears: boolean): Check =>
  stage === 'serves' && !hears
    ? { what, ok: false, says: 'has lost its connection, and connects anew until it has one' }
    : { what, ok: stage === 'serves', says: SAYS[stage] }

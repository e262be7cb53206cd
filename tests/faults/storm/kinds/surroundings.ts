/** What befalls connections, and what is kept. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../chance.ts'
import type { Fault, Field } from '../faults.ts'
import type { Line } from '../proxy.ts'

const onLine =
  (work: (line: Line, chance: Chance) => void): Fault['befall'] =>
  ({ lines }, chance) => {
    work(chance.pick(Object.values(lines)), chance)
    return true
  }

/** Those of connections. */
export const LINES: readonly Fault[] = [
  { kind: 'sockets cut', weight: 12, befall: onLine((line) => line.cut()) },
  {
    kind: 'sockets half-open',
    weight: 6,
    befall: onLine((line, chance) => line.hold(chance.between(200, 4_000))),
  },
  {
    ...{ kind: 'line slow', weight: 5 },
    befall: onLine((line, chance) => line.slow(chance.between(20, 300), chance.between(200, 2_000))),
  },
  {
    kind: 'line closed',
    weight: 5,
    befall: onLine((line, chance) => line.close(chance.between(100, 1_500))),
  },
]

/** Those of what is kept. */
export const STORES: readonly Fault[] = [
  {
    ...{ kind: 'disk full', weight: 4, alone: true, must: true },
    can: ({ fill }) => fill !== undefined,
    async befall({ fill, lasts }) {
      await fill?.(lasts.full)
      return true
    },
  },
  {
    // As long as it is asked for, which is the first.
    ...{ kind: 'database gone', weight: 2, alone: true, must: true },
    can: ({ lines }) => lines.database !== undefined,
    befall: (field, chance) => withoutDatabase(field, field.lasts.database, chance),
  },
  {
    ...{ kind: 'database gone for a moment', weight: 3, alone: true },
    can: ({ lines }) => lines.database !== undefined,
    befall: (field, chance) => withoutDatabase(field, chance.between(200, 3_000), chance),
  },
]

/** Either it has crashed, or the way to it is closed. */
const withoutDatabase = async ({ crash, lines: { database } }: Field, ms: number, chance: Chance) => {
  if (!database) return false
  if (crash && chance.number() < 0.5) await crash(ms)
  else {
    database.close(ms)
    await pause(ms)
  }
  return true
}

/** What a server shows of itself to whoever runs it: figures, health and traces, each only where it is set. */
import type { Clock } from '../clock.ts'
import type { World } from '../host/world.ts'
import type { Meter } from '../meter.ts'
import { reasonOf } from '../reason.ts'
import type { Stage } from '../web/readiness.ts'
import type { App, OwnData } from './app.ts'
import { Refusal } from './failure.ts'

export type Watching = {
  /** Measures; nobody does when absent. */
  meter?: Meter
  /** Listens where that is set, and answers a line that says where. Throws a `Refusal` where it cannot. */
  start(): Promise<string | undefined>
  /** What is kept has been opened. */
  holds(data: Kept): void
  /** How far something is, by its name. */
  now(what: string, stage: Stage): void
  /** Something that can be cut off from what it listens to: since when it is. */
  listens(what: string, away: Away): void
  stop(): Promise<void>
}

type Away = () => number | undefined
type Kept = Pick<OwnData, 'memory' | 'mailbox' | 'waited'>

/** Before anything is open: whoever looks then sees what is waited for. */
export const watching = async (app: App, clock: Clock): Promise<Watching> => {
  const { ops, role } = app.config()
  const about = { version: app.version, role }
  const stages: Record<string, Stage> = { process: 'begins' }
  const listeners: Record<string, Away> = {}
  let kept: Kept | undefined
  const { listen } = ops
  const traces = ops.collector === undefined ? undefined : await tracesOf(ops.collector, about, app.log)
  const needs = { kept: () => kept, clock, log: app.log, about, stages, listeners }
  const shown = listen && (await shownOn(listen, needs))
  const meters = [shown?.meter, traces?.meter].filter((meter) => meter !== undefined)
  return {
    ...(meters.length > 0 && { meter: await joined(meters) }),
    start: async () => {
      if (!shown || !listen) return undefined
      await opened(shown.server)
      return `Health and figures: /healthz, /readyz and /metrics on port ${listen.port}.`
    },
    holds(data) {
      kept = data
    },
    now(what, stage) {
      stages[what] = stage
    },
    listens(what, away) {
      listeners[what] = away
    },
    async stop() {
      await Promise.all([shown?.server.stop(), traces?.stop()])
    },
  }
}

const joined = async (meters: readonly Meter[]): Promise<Meter> => {
  const [only, second] = meters
  return only && !second ? only : (await import('../web/together.ts')).together(meters)
}

const tracesOf = async (
  collector: string,
  { version, role }: { version: string; role: string },
  log: World['log'],
) => {
  const { tracesTo } = await import('../web/traces.ts')
  return tracesTo({ collector, about: { 'service.version': version, 'mlsd.role': role }, log })
}

type Shown = Pick<World, 'clock' | 'log'> & {
  kept: () => Kept | undefined
  about: Readonly<Record<string, string>>
  stages: Readonly<Record<string, Stage>>
  listeners: Readonly<Record<string, Away>>
}

const shownOn = async (
  listen: { port: number; host?: string },
  { kept, clock, log, about, stages, listeners }: Shown,
) => {
  const [{ opsOf }, { metricsOf }, { readinessOf }] = await Promise.all([
    import('../web/ops.ts'),
    import('../web/metrics.ts'),
    import('../web/readiness.ts'),
  ])
  const { meter, page } = metricsOf({ mailbox: () => kept()?.mailbox, clock, about })
  const away = () => Object.fromEntries(Object.entries(listeners).map(([what, since]) => [what, since()]))
  const waited = () => kept()?.waited?.() ?? 0
  const ready = readinessOf({ memory: () => kept()?.memory, waited, clock, log, stages: () => stages, away })
  return { meter, server: opsOf({ ready, metrics: page, log }, listen) }
}

/** A port that is taken is the world's fault and not one of mlsd. */
const opened = async ({ start }: { start(): Promise<number> }): Promise<void> => {
  try {
    await start()
  } catch (cause) {
    const why = reasonOf(cause)
    throw new Refusal(`Health and figures cannot be served: ${why}\nMLSD_OPS_PORT names another port.`, {
      cause,
    })
  }
}

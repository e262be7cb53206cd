/**
 * The composition root: the only room that knows every other one. Each edge is imported when it is first needed, so that
 * `mlsd --help` loads none of them.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { type App, LOCAL, type Streams, type Talk, type Terminal } from './cli/app.ts'
import { runCli } from './cli/cli.ts'
import { failureOf, Refusal } from './cli/failure.ts'
import { logOn } from './cli/log.ts'
import { type Config, configOf } from './config.ts'
import type { Bank } from './host/library.ts'
import type { Log } from './host/world.ts'
import { redaction, secretsIn } from './main/redaction.ts'
import type { Card } from './platform/card.ts'

const PROJECT = join(import.meta.dirname, '..')
const FLOWS = join(PROJECT, 'flows')
const PROMPTS = join(PROJECT, 'prompts')

/** Runs `mlsd` for this process and sets its exit code. */
export const main = async (): Promise<void> => {
  const { stdin, stdout, stderr } = process
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  // Whoever writes is told by the write itself; without a listener the process would end in the middle of it.
  for (const stream of [stdout, stderr]) stream.on('error', () => {})
  const streams = { in: stdin, out: stdout, err: stderr, tty: Boolean(stdin.isTTY && stdout.isTTY) }
  process.exitCode = await runCli(appOf(process.env, streams), process.argv.slice(2))
}

const fail = (error: unknown): never => {
  const { text, code } = failureOf(error)
  process.stderr.write(`${redaction(secretsIn(process.env)).text(text)}\n`)
  process.exit(code)
}

/** All rooms together, for an environment and streams; `server` is the log of a server, in place of lines for a person. */
export const appOf = (
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams,
  server?: Log,
): App => {
  const config = once((): Config => configOf(env))
  const log = server ?? logOn(streams.err)
  const bank = once(() => banks(config(), log))
  const { version, engines } = projectOf()
  return {
    version,
    node: { runs: process.versions.node, least: engines.node.replace('>=', '') },
    config,
    streams,
    clock: async (kind) => {
      const { systemClock, virtualClock } = await import('./clock.ts')
      return kind === 'virtual' ? virtualClock(Date.now()) : systemClock()
    },
    flows: FLOWS,
    bank,
    look: async () => (await import('./main/data.ts')).look(config(), bank, log),
    open: async (clock) => (await import('./main/data.ts')).open(config(), bank, clock, log),
    backup: (to) => backUp(config(), to),
    migrate: async (to, tell) => (await import('./main/moving.ts')).migrate(config(), to, tell),
    restore: async (from) => {
      inFile(config())
      return (await import('./sqlite/restore.ts')).restore(from, config().file)
    },
    interviewer: async () => (await import('./interviewer/scripted.ts')).scriptedInterviewer(),
    grader: async () => (await import('./grader/lexical.ts')).lexicalGrader(),
    minds: async (memory) => {
      const { mindsIn } = await import('./main/minds.ts')
      return mindsIn(config(), { memory, prompts: PROMPTS, log })
    },
    judge: async (ledger) => {
      const { judgeWith } = await import('./main/thinking.ts')
      const report = (error: unknown) => log('error', 'spending was not counted', { reason: String(error) })
      return judgeWith(config().model, PROMPTS, ledger, report)
    },
    prompts: async () => (await import('./main/thinking.ts')).promptsIn(PROMPTS),
    prices: async () =>
      (await import('./model/prices.ts')).pricesFrom(config().model?.prices ?? env.MLSD_PRICES),
    terminal: (talk) => openTerminal(config(), streams, talk),
    platforms: async (clock, { memory, mailbox }, again) => {
      const { platformsIn } = await import('./main/platforms.ts')
      const shared = config().database !== undefined
      return platformsIn(config(), { clock, memory, mailbox, log, shared, again })
    },
    serving: async () => {
      const { serverLog } = await import('./main/log.ts')
      const settings = { least: config().ops.log, secrets: secretsIn(env) }
      return appOf(env, streams, serverLog(streams.err, settings))
    },
    told: once(told),
    looks: async () => (await import('./main/looks.ts')).looks(config(), FLOWS),
    draw: (card) => draw(config(), streams, card),
    log,
  }
}

/** The bank that comes along, and beside it a private one; what is left out of that is told once. */
const banks = async ({ flows }: Config, log: Log): Promise<Bank> => {
  const house = (await import('./host/bank.ts')).bankIn(FLOWS)
  if (flows === undefined) return house
  const { besides, privateBank } = await import('./host/private-bank.ts')
  const { leftOut } = await import('./cli/left-out.ts')
  const own = privateBank(flows, house)
  for (const line of leftOut(own)) log('warn', line)
  return besides(house, own)
}

/** Throws where data is not in a file that could be copied. */
const inFile = ({ database }: Config): void => {
  if (database !== undefined)
    throw new Refusal(
      'The data is in the database at DATABASE_URL. "pg_dump --schema=mlsd" copies it, and pg_restore puts it back.',
    )
}

const backUp = async (config: Config, to: string): Promise<void> => {
  const { home, file } = config
  inFile(config)
  if (!existsSync(file))
    throw new Refusal(`Nothing is stored in ${home} yet, so there is nothing to back up.`)
  const { backup } = await import('./sqlite/backup.ts')
  return backup(file, to)
}

const openTerminal = async ({ colour, locale }: Config, streams: Streams, talk: Talk): Promise<Terminal> => {
  const { terminal } = await import('./platform/terminal/terminal.ts')
  const { advance } = talk.clock
  return terminal({
    ...talk,
    ...(advance ? { advance } : {}),
    input: streams.in,
    color: colour && talk.tty,
    columns: () => columnsOf(talk.output),
    echo: !talk.tty,
    person: LOCAL,
    ...(locale !== undefined && { locale }),
    place: LOCAL,
    ids: randomUUID,
  })
}

const told = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.once(signal, () => {
        // What still hangs then is not waited for: nothing of it is lost.
        setTimeout(() => process.exit(), AT_LAST).unref()
        done()
      })
  })

/** Milliseconds after which the process ends that was told to. */
const AT_LAST = 20_000

const draw = async ({ colour }: Config, { out }: Streams, card: Card): Promise<string> => {
  if (!('isTTY' in out && out.isTTY)) return `${card.title ? `# ${card.title}\n\n` : ''}${card.text}\n`
  const { drawCard } = await import('./platform/terminal/draw.ts')
  return drawCard(card, columnsOf(out), colour)
}

const columnsOf = (stream: Writable): number => ('columns' in stream ? Number(stream.columns) : 80)

const projectOf = (): { version: string; engines: { node: string } } =>
  JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'))

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

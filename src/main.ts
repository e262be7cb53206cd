/**
 * The composition root: the only file that knows every room. Each edge is imported when it is first needed, so that
 * `mlsd --help` loads none of them.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App, Data, OwnData } from './cli/app.ts'
import { LOCAL } from './cli/app.ts'
import { runCli } from './cli/cli.ts'
import { failureOf } from './cli/failure.ts'
import type { Clock } from './clock.ts'
import { type Config, configOf } from './config.ts'
import type { Bank } from './host/library.ts'

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Runs `mlsd` for this process and sets its exit code. */
export const main = async (): Promise<void> => {
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  process.exitCode = await runCli(appOf(process.env), process.argv.slice(2))
}

const fail = (error: unknown): never => {
  const { text, code } = failureOf(error)
  process.stderr.write(`${text}\n`)
  process.exit(code)
}

const appOf = (env: NodeJS.ProcessEnv): App => {
  const config = once((): Config => configOf(env))
  const flows = join(PROJECT, 'flows')
  const bank = once(async (): Promise<Bank> => (await import('./host/bank.ts')).bankIn(flows))
  return {
    version: versionOf(),
    config,
    streams: {
      in: process.stdin,
      out: process.stdout,
      err: process.stderr,
      tty: Boolean(process.stdin.isTTY && process.stdout.isTTY),
    },
    clock: async (kind) => {
      const { systemClock, virtualClock } = await import('./clock.ts')
      return kind === 'virtual' ? virtualClock(Date.now()) : systemClock()
    },
    flows,
    bank,
    look: () => look(config(), bank),
    open: (clock) => open(config(), bank, clock),
    backup: async (to) => (await import('./sqlite/backup.ts')).backup(config().file, to),
    restore: async (from) => (await import('./sqlite/restore.ts')).restore(from, config().file),
    interviewer: async () => (await import('./interviewer/scripted.ts')).scriptedInterviewer(),
    grader: async () => (await import('./grader/lexical.ts')).lexicalGrader(),
    terminal: async ({ output, tty, clock, settled, running }) => {
      const { terminal } = await import('./platform/terminal/terminal.ts')
      const { randomUUID } = await import('node:crypto')
      return terminal({
        input: process.stdin,
        output,
        tty,
        color: config().colour && tty,
        columns,
        clock,
        settled,
        running,
        ...(clock.advance ? { advance: clock.advance } : {}),
        person: LOCAL,
        place: LOCAL,
        ids: randomUUID,
      })
    },
    draw: async (card) => {
      if (!process.stdout.isTTY) return `${card.title ? `# ${card.title}\n\n` : ''}${card.text}\n`
      const { drawCard } = await import('./platform/terminal/draw.ts')
      return drawCard(card, columns(), config().colour)
    },
    log,
  }
}

const columns = (): number => process.stdout.columns ?? 80

const versionOf = (): string => JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')).version

const log: App['log'] = (level, what, details = {}) => {
  if (level !== 'info') process.stderr.write(`mlsd: ${level}: ${what} ${JSON.stringify(details)}\n`)
}

const look = async ({ file }: Config, bank: () => Promise<Bank>): Promise<Data | undefined> => {
  if (!existsSync(file)) return undefined
  const [{ openDatabase }, { committer }, { sqliteMemory }, { libraryOf }] = await Promise.all([
    import('./sqlite/open.ts'),
    import('./sqlite/committer.ts'),
    import('./memory/sqlite.ts'),
    import('./host/library.ts'),
  ])
  const database = openDatabase(file, { readOnly: true })
  const memory = sqliteMemory(committer(database))
  return { memory, library: libraryOf(await bank(), memory), close: async () => database.close() }
}

const open = async ({ file }: Config, bank: () => Promise<Bank>, clock: Clock): Promise<OwnData> => {
  const [{ openDatabase }, { committer }, { compact }, { sqliteMemory }, { sqliteMailbox }, { libraryOf }] =
    await Promise.all([
      import('./sqlite/open.ts'),
      import('./sqlite/committer.ts'),
      import('./sqlite/compact.ts'),
      import('./memory/sqlite.ts'),
      import('./mailbox/sqlite.ts'),
      import('./host/library.ts'),
    ])
  const database = openDatabase(file)
  const writer = committer(database)
  const memory = sqliteMemory(writer)
  const report = (error: unknown, message?: { id: string; attempt: number }) =>
    log('error', 'a message was not handled and will be tried again', {
      ...message,
      reason: failureOf(error).text,
    })
  return {
    memory,
    mailbox: sqliteMailbox(writer, clock, { report }),
    library: libraryOf(await bank(), memory),
    compact: () => compact(database),
    close: async () => {
      await writer.close()
      database.close()
    },
  }
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

import { Argument, type Command } from 'commander'
import { MoveError, type Sum } from '../moving/move.ts'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'
import { print } from './print.ts'

/** `mlsd migrate TO` moves all data between the file and PostgreSQL. */
export const addMigrate = (program: Command, app: App): void => {
  program
    .command('migrate')
    .summary('move all data between the file and PostgreSQL')
    .description(
      'Moves everything from the data file into the database at DATABASE_URL, or back: interviews, transcripts, practice, ' +
        'and messages that are not handled yet. Stop every mlsd first. One that broke off goes on where it was; both ' +
        'sides are compared in the end, and only then is the old one marked as moved.',
    )
    .addArgument(new Argument('<to>', 'where to').choices(['postgres', 'sqlite']))
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://mlsd@db/mlsd mlsd migrate postgres')
    .action(async (to: 'postgres' | 'sqlite') => {
      await print(app.streams.out, shown(await moved(app, to), to))
    })
}

const moved = async (app: App, to: 'postgres' | 'sqlite'): Promise<readonly Sum[]> => {
  let last = 0
  const tell = (table: string, rows: number): void => {
    if (!app.streams.tty || rows - last < STEP) return
    last = rows
    app.streams.err.write(`${table}: ${rows}\n`)
  }
  try {
    return await app.migrate(to, tell)
  } catch (error) {
    if (error instanceof MoveError) throw new Refusal(error.message, { cause: error })
    throw error
  }
}

/** A line for so many rows, where somebody watches. */
const STEP = 50_000

const shown = (sums: readonly Sum[], to: 'postgres' | 'sqlite'): string =>
  [
    'moved           rows  SHA-256 begins',
    ...sums.map(
      ({ table, rows, sha256 }) => `${table.padEnd(10)} ${String(rows).padStart(9)}  ${sha256.slice(0, 16)}`,
    ),
    'Both sides hold the same; the old one is marked as moved.',
    `Start every mlsd ${to === 'postgres' ? 'with' : 'without'} DATABASE_URL from now on.`,
    '',
  ].join('\n')

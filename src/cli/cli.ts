/** The `mlsd` command: each subcommand in a file of its own, all thin over the rooms. */
import { Command, CommanderError } from 'commander'
import type { App } from './app.ts'
import { addBackup } from './backup.ts'
import { addCost } from './cost.ts'
import { addDaily } from './daily.ts'
import { addDoctor } from './doctor.ts'
import { addEval } from './eval.ts'
import { addExport } from './export.ts'
import { EXIT, failureOf } from './failure.ts'
import { addFlows } from './flows.ts'
import { addForget } from './forget.ts'
import { addGrade } from './grade.ts'
import { addHistory } from './history.ts'
import { addMenu } from './menu.ts'
import { addMigrate } from './migrate.ts'
import { addPractice } from './practice.ts'
import { print } from './print.ts'
import { addProblems } from './problems.ts'
import { addReport } from './report.ts'
import { addResume } from './resume.ts'
import { addServe } from './serve.ts'
import { addSetAside } from './set-aside.ts'
import { addStatus } from './status.ts'
import { addTools } from './tools.ts'
import { addUsage } from './usage.ts'

/** Does what the words after `mlsd` ask for; answers the exit code and never throws. */
export const runCli = async (app: App, words: readonly string[]): Promise<number> => {
  try {
    await programOf(app).parseAsync([...words], { from: 'user' })
    return EXIT.fine
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return EXIT.fine // Enough was read.
    const { text, code } = failureOf(error)
    await print(app.streams.err, `${text}\n`).catch(() => {}) // Nobody is left to be told.
    return code
  }
}

const ADDERS = [
  addPractice,
  addResume,
  addHistory,
  addDaily,
  addReport,
  addProblems,
  addGrade,
  addEval,
  addFlows,
  addExport,
  addForget,
  addBackup,
  addMigrate,
  addServe,
  addStatus,
  addSetAside,
  addDoctor,
  addUsage,
  addCost,
  addTools,
  addMenu,
]

const programOf = (app: App): Command => {
  const { out, err } = app.streams
  const program = new Command('mlsd')
    .description(
      'Mock interviews in machine-learning system design. Without a command: a menu, then the interview.',
    )
    .version(app.version, '--version')
    .helpCommand('help [command]', 'how a command is used')
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: (text) => err.write(text) })
    .showHelpAfterError('(add --help for what can be given, and an example)')
    .addHelpText('after', AFTER)
  for (const add of ADDERS) add(program, app)
  return program
}

const AFTER = `
Examples:
  mlsd
  mlsd practice --problem ad-clicks --level senior --minutes 45

Settings, from the environment:
  MLSD_HOME           the folder for all data (default: mlsd in the user's data folder)
  MLSD_FLOWS          a folder with flows and problems of your own
  MLSD_IDLE_HOURS     hours after which an abandoned interview closes itself (default: 72)
  MLSD_QUIET_SECONDS  seconds of silence that end a typed answer (default: 2.5)
  NO_COLOR            no colour when set
  SLACK_...           the bot in Slack; "mlsd serve --help" lists them

Exit codes: 0 done; 1 the request cannot be met; 2 the data file cannot be used; 3 a fault in mlsd itself.`

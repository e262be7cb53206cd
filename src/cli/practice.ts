import { type Command, Option } from 'commander'
import { LEVELS } from '../flow/flow.ts'
import { heldAt } from '../host/places.ts'
import { isOver } from '../interview/phase.ts'
import { type App, LOCAL, type OwnData } from './app.ts'
import { Refusal } from './failure.ts'
import { printJson } from './print.ts'
import type { Opening } from './session.ts'

type Options = {
  problem?: string
  scenario?: string
  level?: string
  minutes?: string
  flow?: string
  focus?: string
  mode?: string
  language?: string
  clock: 'real' | 'virtual'
  json?: boolean
}

/** `mlsd practice` holds an interview; on a pipe, with the paragraphs of stdin as answers. */
export const addPractice = (program: Command, app: App): void => {
  const practice = program
    .command('practice')
    .summary('an interview')
    .description(
      'Holds an interview. When stdin is no terminal, its paragraphs are the answers: a blank line ends one, a line ' +
        'that begins with / is a command, and the end of the input ends the interview.',
    )
    .option('--problem <id>', 'a practice problem; "mlsd problems" lists them')
    .addOption(new Option('--scenario <text>', 'a problem in your own words').conflicts('problem'))
    .addOption(
      new Option('--level <level>', 'the level you are measured against (default: mid)').choices(LEVELS),
    )
    .option('--minutes <number>', 'how long the talk is to last')
    .option(
      '--flow <id>',
      'mlsd for a whole interview, sprint for one stage, warmup for one question (default: mlsd)',
    )
    .option('--focus <id>', 'the stage of a sprint, or the stage or criterion of a warm-up')
    .addOption(
      new Option('--mode <mode>', 'coach gives hints, exam keeps to the clock').choices(['coach', 'exam']),
    )
    .option('--language <code>', 'the language of the interview, such as de (default: that of the terminal)')
  addSessionOptions(practice)
    .addHelpText(
      'after',
      '\nExamples:\n  mlsd practice --problem ad-clicks --level senior --minutes 45' +
        '\n  mlsd practice --problem ad-clicks --flow sprint --focus data' +
        '\n  mlsd practice --problem ad-clicks --flow warmup' +
        '\n  mlsd practice --problem ad-clicks --json < answers.txt > report.json',
    )
    .action((options: Options) => run(app, options))
}

/** What every talk can be given. */
export const addSessionOptions = (command: Command): Command =>
  command
    .option('--json', 'print only the report on stdout, as one JSON document; the talk goes to stderr')
    .addOption(
      new Option('--clock <clock>', 'virtual time moves only with "/wait 7m" among the answers')
        .choices(['real', 'virtual'])
        .default('real'),
    )

/** For `--json`: the report of the interview that was held, or why there is none. */
export const printReport = async (app: App, { memory, library }: OwnData): Promise<void> => {
  const { reportFor } = await import('../host/reporting.ts')
  const record = await heldAt(memory, LOCAL)
  if (!record || !isOver(record))
    throw new Refusal(
      'The interview is not finished, so there is no report yet. "mlsd resume" goes on with it.',
    )
  await printJson(app.streams.out, await reportFor({ memory, library }, record))
}

const run = async (app: App, { clock, json = false, ...asked }: Options): Promise<void> => {
  const [{ hold }, { wishOf }] = await Promise.all([import('./session.ts'), import('../host/wish.ts')])
  const opening: Opening = { command: 'start', args: asked }
  const asksFirst = asked.problem === undefined && asked.scenario === undefined && app.streams.tty
  if (!asksFirst) wishOf(await app.bank(), opening.args)
  await hold(
    app,
    {
      clock,
      json,
      opening(unfinished) {
        if (unfinished && !app.streams.tty)
          throw new Refusal(`Interview ${unfinished.id} is not finished. ${WAYS_ON}`)
        return opening
      },
    },
    async (data) => {
      if (json) await printReport(app, data)
    },
  )
}

const WAYS_ON = '"mlsd resume" goes on with it; "mlsd resume --end" ends it with its report.'

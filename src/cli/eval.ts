import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { Flow } from '../flow/flow.ts'
import type { ContestedVerdict } from '../interview/report/contests.ts'
import type { App } from './app.ts'
import { failureOf, Refusal } from './failure.ts'
import { looking } from './looking.ts'
import { print, printCard, printJson } from './print.ts'

type Options = {
  judge: 'lexical' | 'model'
  only?: 'tuned' | 'held-out'
  json?: boolean
  picture?: string
  worst?: number
  record?: boolean
}

/** `mlsd eval` measures the grader on labelled answers. */
export const addEval = (program: Command, app: App): void => {
  program
    .command('eval')
    .summary('measure the grader on labelled answers')
    .description(
      'Grades every labelled answer of a folder and prints how far the scores agree with the labels, what tricks ' +
        'earn, and whether a second grading or another way of writing the same words changes anything. ' +
        'Without a folder, the answers of the project are taken. Verdicts that people contested here are listed too.',
    )
    .argument('[folder]', 'a folder of labelled answers in YAML')
    .addOption(new Option('--judge <who>', 'who grades').choices(['lexical', 'model']).default('lexical'))
    .addOption(new Option('--only <part>', 'only a part of the problems').choices(['tuned', 'held-out']))
    .option('--json', 'print all figures and a row for each answer as one JSON document')
    .option('--picture <file>', 'write labels against graded levels as an SVG picture')
    .option('--worst <n>', 'list so many of the answers graded furthest from their label', wholeNumber)
    .addOption(
      new Option(
        '--record',
        'write the figures to recorded.json in the folder; the tests hold to them',
      ).conflicts('only'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  mlsd eval --worst 20\n  mlsd eval --picture confusion.svg\n  mlsd eval my-answers --json > figures.json',
    )
    .action((folder: string | undefined, options: Options) => run(app, folder, options))
}

const wholeNumber = (words: string): number => {
  if (/^\d{1,6}$/.test(words)) return Number(words)
  throw new InvalidArgumentError('Give a whole number, such as 20.')
}

const run = async (app: App, named: string | undefined, options: Options): Promise<void> => {
  if (options.judge === 'model')
    throw new Refusal(
      'Labelled answers cannot be put to a model yet. Leave --judge out, or write --judge lexical.',
    )
  const { ANSWERS, record, written } = await import('./eval-files.ts')
  const folder = named ?? ANSWERS
  const evaluation = await evaluate(app, folder, options.only)
  const { err } = app.streams
  if (options.picture !== undefined) {
    const { confusionPicture } = await import('../evaluation/picture.ts')
    const file = written(options.picture, confusionPicture(evaluation.confusion, evaluation.by))
    await print(err, `The picture is in ${file}.\n`)
  }
  if (options.record) {
    const { recordOf } = await import('../evaluation/recorded.ts')
    await print(err, `The figures are recorded in ${record(folder, recordOf(evaluation))}.\n`)
  }
  const contested = await contestedHere(app)
  if (options.json) return printJson(app.streams.out, { ...evaluation, contested })
  const { evaluationMarkdown } = await import('../evaluation/sections.ts')
  const text = evaluationMarkdown(evaluation, options.worst, contested)
  await printCard(app, { tone: 'answer', title: 'How well the grader judges', text })
}

/** Those in the data file, the newest last, without whose they are; a file that cannot be used is told of, and is no failure. */
const contestedHere = async (app: App): Promise<ContestedVerdict[]> => {
  let found: ContestedVerdict[] = []
  try {
    await looking(
      app,
      async ({ memory }) => {
        const { contestsIn } = await import('../host/contests.ts')
        found = (await contestsIn(memory)).map(({ interview: _, ...verdict }) => verdict)
      },
      async () => {},
    )
  } catch (error) {
    await print(app.streams.err, `Contested verdicts are left out. ${failureOf(error).text}\n`)
  }
  return found
}

const evaluate = async (app: App, folder: string, only: Options['only']): Promise<Evaluation> => {
  const [{ answersIn }, { trialOf }, { evaluationOf }, { PRESETS }, bank] = await Promise.all([
    import('./eval-files.ts'),
    import('../evaluation/trial.ts'),
    import('../evaluation/evaluation.ts'),
    import('../host/wish.ts'),
    app.bank(),
  ])
  const all = answersIn(folder, bank)
  const files = all.filter(({ heldOut }) => only === undefined || heldOut === (only === 'held-out'))
  if (files.length === 0)
    throw new Refusal(`No labelled answers are ${only === 'tuned' ? 'tuned' : 'held out'}.`)
  const flow = bank.flows.get(PRESETS.flow) as Flow
  const trial = await trialOf({ files, flow, problems: bank.problems, grader: app.grader })
  return evaluationOf(
    trial,
    flow.stages.map(({ id }) => id),
  )
}

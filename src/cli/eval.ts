import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Asking } from '../evaluation/asking.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { Flow } from '../flow/flow.ts'
import type { ContestedVerdict } from '../interview/report/contests.ts'
import type { App } from './app.ts'
import type { ModelOptions } from './eval-model.ts'
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
  referee?: boolean
} & ModelOptions

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
    .option('--referee', 'measure how the referee reads figures instead, on labelled sentences')
    .option('--resume <file>', 'with a model: where judgements are kept, and taken from when it goes on')
    .option('--budget <cost>', 'with a model: stop before more than this is spent, by the price table', money)
    .option(
      '--steady',
      'with a model: judge each answer again and in other ways of writing, for many more calls',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  mlsd eval --worst 20\n  mlsd eval --judge model --only held-out --budget 2\n  mlsd eval --picture confusion.svg\n  mlsd eval my-answers --json > figures.json',
    )
    .action((folder: string | undefined, options: Options) => run(app, folder, options))
}

const wholeNumber = (words: string): number => {
  if (/^\d{1,6}$/.test(words)) return Number(words)
  throw new InvalidArgumentError('Give a whole number, such as 20.')
}

const money = (words: string): number => {
  if (/^\d{1,6}(\.\d{1,6})?$/.test(words)) return Number(words)
  throw new InvalidArgumentError('Give an amount, such as 2 or 0.50.')
}

const run = async (app: App, named: string | undefined, options: Options): Promise<void> => {
  if (options.referee) return (await import('./eval-referee.ts')).evaluateReferee(app, named, options)
  throwIfOdd(options)
  const { ANSWERS, record } = await import('./eval-files.ts')
  const folder = named ?? ANSWERS
  const { evaluation, asked } = await evaluate(app, folder, options)
  const { err } = app.streams
  if (options.picture !== undefined) {
    const { confusionPicture } = await import('../evaluation/picture.ts')
    const { written } = await import('./written.ts')
    const file = written(options.picture, confusionPicture(evaluation.confusion, evaluation.by))
    await print(err, `The picture is in ${file}.\n`)
  }
  if (options.record) {
    const { recordOf } = await import('../evaluation/recorded.ts')
    await print(err, `The figures are recorded in ${record(folder, recordOf(evaluation))}.\n`)
  }
  const contested = await contestedHere(app)
  if (options.json) return printJson(app.streams.out, { ...evaluation, contested, ...(asked && { asked }) })
  const { evaluationMarkdown } = await import('../evaluation/sections.ts')
  const page = evaluationMarkdown(evaluation, options.worst, contested)
  const text = asked ? `${page}\n\n${(await import('../evaluation/asking.ts')).askingMarkdown(asked)}` : page
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

/** What says something of one judge alone is not taken for the other. */
const throwIfOdd = ({ judge, record, resume, budget, steady }: Options): void => {
  if (judge === 'model' && record)
    throw new Refusal('The tests hold the rules to the recorded figures; those of a model are not recorded.')
  if (judge === 'lexical' && (resume !== undefined || budget !== undefined || steady))
    throw new Refusal('--resume, --budget and --steady go with --judge model.')
}

type Evaluated = { evaluation: Evaluation; asked?: Asking }

const evaluate = async (app: App, folder: string, options: Options): Promise<Evaluated> => {
  const { judge, only } = options
  const [{ answersIn }, { PRESETS }, bank] = await Promise.all([
    import('./eval-files.ts'),
    import('../host/wish.ts'),
    app.bank(),
  ])
  const all = answersIn(folder, bank)
  const files = all.filter(({ heldOut }) => only === undefined || heldOut === (only === 'held-out'))
  if (files.length === 0)
    throw new Refusal(`No labelled answers are ${only === 'tuned' ? 'tuned' : 'held out'}.`)
  const answers = { files, flow: bank.flows.get(PRESETS.flow) as Flow, problems: bank.problems }
  if (judge === 'model') return (await import('./eval-model.ts')).evaluateByModel(app, answers, options)
  const [{ trialOf }, { evaluationOf }] = await Promise.all([
    import('../evaluation/trial.ts'),
    import('../evaluation/evaluation.ts'),
  ])
  const trial = await trialOf({ ...answers, grader: app.grader })
  const stages = answers.flow.stages.map(({ id }) => id)
  return { evaluation: evaluationOf(trial, stages) }
}

import { text } from 'node:stream/consumers'
import { type Command, Option } from 'commander'
import type { SingleGrade } from '../evaluation/single.ts'
import type { Stage } from '../flow/flow.ts'
import { MARK_NAMES } from '../interview/verdict.ts'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'
import { print, printCard, printJson } from './print.ts'

type Options = { stage?: string; problem?: string; scenario?: string; json?: boolean; batch?: string }

/** `mlsd grade` judges single answers. */
export const addGrade = (program: Command, app: App): void => {
  program
    .command('grade')
    .summary('judge one answer, or a file of answers')
    .description(
      'Judges one answer, read from stdin, against the criteria of a stage. The score runs from 0 to 1: under 0.25 ' +
        'weak in all, under 0.5 weak, under 0.75 solid, from there outstanding.',
    )
    .option('--stage <id>', 'the stage that the answer belongs to')
    .option('--problem <id>', 'the practice problem it is about')
    .addOption(new Option('--scenario <text>', 'the problem in your own words').conflicts('problem'))
    .option('--json', 'print the result as one JSON document')
    .addOption(
      new Option(
        '--batch <file>',
        'JSON lines {id, stage, text, problem?|scenario?}, "-" for stdin; prints {id, score, verdicts} per line',
      ).conflicts(['stage', 'problem', 'scenario', 'json']),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  mlsd grade --stage data --problem ad-clicks < answer.txt\n  mlsd grade --batch answers.jsonl > scores.jsonl',
    )
    .action((options: Options) => run(app, options))
}

const run = async (app: App, { batch, json, ...asked }: Options): Promise<void> => {
  if (batch !== undefined) return (await import('./grade-batch.ts')).gradeBatch(app, batch)
  const { stage: id, problem, scenario } = asked
  if (id === undefined) throw new Refusal('Say which stage the answer belongs to, such as --stage data.')
  if (problem === undefined && scenario === undefined) {
    throw new Refusal(
      'Say what the answer is about: --problem ID, or --scenario with a sentence of your own.',
    )
  }
  const { gradeAnswer, inBrief, stageOf } = await import('./grading.ts')
  const [bank, grader] = await Promise.all([app.bank(), app.grader()])
  const stage = stageOf(bank, id)
  if (app.streams.tty) await print(app.streams.err, 'Type the answer, then Ctrl-D on a line of its own.\n')
  const graded = await gradeAnswer(bank, grader, {
    stage: id,
    problem,
    scenario,
    text: await text(app.streams.in),
  })
  if (json) await printJson(app.streams.out, inBrief(graded))
  else await printCard(app, { tone: 'answer', text: markdown(stage, graded) })
}

const markdown = (stage: Stage, { score, verdicts, flags }: SingleGrade): string => {
  const names = new Map(stage.criteria.map(({ id, name }) => [id, name]))
  const head =
    score === null
      ? 'Not assessed: the answer is in a language that the grader does not know.'
      : `**Score ${score.toFixed(2)} of 1** for ${stage.title}`
  const rows = verdicts.map(({ criterion, verdict, quote }) => {
    const said = quote === '' ? '' : `: "${flat(quote)}"`
    return `- **${MARK_NAMES[verdict]}** ${criterion} ${names.get(criterion)}${said}`
  })
  const cares = flags.map(({ says, quote }) => `- Take care: ${says} ("${flat(quote)}")`)
  return [head, ...(score === null ? [] : [[...rows, ...cares].join('\n')])].join('\n\n')
}

const flat = (quote: string): string => quote.replace(/\s+/g, ' ')

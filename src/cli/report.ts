import { type Command, Option } from 'commander'
import type { InterviewRecord, Learner } from '../host/record.ts'
import { keys, recordOf } from '../host/record.ts'
import { type App, type Data, LOCAL } from './app.ts'
import { Refusal } from './failure.ts'
import { looking } from './looking.ts'
import { printCard, printJson } from './print.ts'

/** `mlsd report [ID]` prints the report of a finished interview. */
export const addReport = (program: Command, app: App): void => {
  program
    .command('report')
    .summary('the report of one interview')
    .description(
      'Prints the report of a finished interview on stdout: of the latest one when none is named. Verdicts that were contested are judged again first where a model is set.',
    )
    .argument('[id]', 'the interview, as "mlsd history" lists it')
    .addOption(
      new Option('--format <format>', 'for reading, or for a program').choices(['md', 'json']).default('md'),
    )
    .addHelpText('after', '\nExamples:\n  mlsd report\n  mlsd report 3f9c2a71d0 --format json')
    .action((id: string | undefined, { format }: { format: string }) =>
      looking(
        app,
        async (data) => tell(app, data, id ?? (await latest(data)), format),
        () => Promise.reject(unknown(id)),
      ),
    )
}

const unknown = (id = ''): Refusal =>
  new Refusal(
    id
      ? `You have no interview "${id}". "mlsd history" lists yours.`
      : 'You have no finished interview yet. "mlsd practice" begins one.',
  )

const latest = async ({ memory }: Data): Promise<string> => {
  const learner = (await memory.load<Learner>(keys.learner(LOCAL)))?.value
  const ended = learner?.interviews.findLast((one) => one.outcome !== null)
  if (!ended) throw unknown()
  return ended.id
}

/** The record as it is once its contested verdicts were judged again, where a model is there for them. */
const settled = async (app: App, data: Data, record: InterviewRecord): Promise<InterviewRecord> => {
  if (Object.keys(record.interview.snapshot.context.contested ?? {}).length === 0) return record
  const { isWaiting, takenUp } = await import('./taking-up.ts')
  if (!(await isWaiting(app, data, record))) return record
  await takenUp(app, record)
  return (await recordOf(data.memory, record.id))?.value ?? record
}

const tell = async (app: App, data: Data, id: string, format: string): Promise<void> => {
  const [{ isOver, reportFor }, { reportMarkdown }] = await Promise.all([
    import('../host/reporting.ts'),
    import('../interview/markdown.ts'),
  ])
  const record = (await recordOf(data.memory, id))?.value
  if (record?.person !== LOCAL) throw unknown(id)
  if (!isOver(record)) {
    throw new Refusal(
      `Interview ${id} is not finished. "mlsd resume" goes on with it; its report comes at the end.`,
    )
  }
  const report = await reportFor(data, await settled(app, data, record))
  if (format === 'json') await printJson(app.streams.out, report)
  else await printCard(app, { tone: 'answer', text: reportMarkdown(report) })
}

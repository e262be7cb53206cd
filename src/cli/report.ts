import { join } from 'node:path'
import { type Command, Option } from 'commander'
import type { InterviewRecord, Learner } from '../host/record.ts'
import { keys, recordOf, transcriptOf } from '../host/record.ts'
import type { Draw } from '../host/world.ts'
import { isOver } from '../interview/phase.ts'
import type { Report } from '../interview/report.ts'
import type { Entry } from '../interview/transcript.ts'
import { type App, type Data, LOCAL } from './app.ts'
import { Refusal } from './failure.ts'
import { looking } from './looking.ts'
import { print, printCard, printJson } from './print.ts'

type Options = { format: string; png?: string; html?: string }

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
    .option('--png <folder>', 'write its pictures into this folder, as PNG')
    .option('--html <file>', 'write the report and the talk as one page, to read and to print')
    .addHelpText(
      'after',
      '\nExamples:\n  mlsd report\n  mlsd report 3f9c2a71d0 --format json\n  mlsd report --html report.html',
    )
    .action((id: string | undefined, options: Options) =>
      looking(
        app,
        async (data) => tell(app, data, id ?? (await latest(data)), options),
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

const tell = async (app: App, data: Data, id: string, { format, png, html }: Options): Promise<void> => {
  const [{ reportFor }, { reportMarkdown }, { drawnOf }] = await Promise.all([
    import('../host/reporting.ts'),
    import('../interview/markdown.ts'),
    import('../host/pictures.ts'),
  ])
  const record = (await recordOf(data.memory, id))?.value
  if (record?.person !== LOCAL) throw unknown(id)
  if (!isOver(record)) {
    throw new Refusal(
      `Interview ${id} is not finished. "mlsd resume" goes on with it; its report comes at the end.`,
    )
  }
  const report = await reportFor(data, await settled(app, data, record))
  if (png !== undefined) await keep(app, report, { interview: record.id, folder: png })
  if (html !== undefined) return paged(app, report, await transcriptOf(data.memory, record), html)
  if (format === 'json') return printJson(app.streams.out, report)
  const attachments = await drawnOf({ log: app.log }, report, { interview: record.id, files: false })
  await printCard(app, { tone: 'answer', text: reportMarkdown(report), attachments })
}

/** Writes the page, and says where it is. */
const paged = async (app: App, report: Report, log: readonly Entry[], file: string): Promise<void> => {
  const [{ pageOf }, { written }] = await Promise.all([import('../web/report.ts'), import('./written.ts')])
  await print(app.streams.out, `The report is in ${written(file, await pageOf(report, log))}.\n`)
}

/** Writes the pictures, and says where they are and what is seen on them. */
const keep = async (
  app: App,
  report: Report,
  { interview, folder }: { interview: string; folder: string },
): Promise<void> => {
  const [{ draw }, { drawnOf }, { written }] = await Promise.all([
    import('../chart/chart.ts'),
    import('../host/pictures.ts'),
    import('./written.ts'),
  ])
  const drawing = {
    log: app.log,
    draw: (...[picture, language]: Parameters<Draw>) => draw(picture, 'light', language),
  }
  const files = await drawnOf(drawing, report, { interview, files: true })
  if (files.length === 0) await print(app.streams.err, 'This report has no pictures.\n')
  for (const file of files) {
    if (!('bytes' in file)) continue
    const path = written(join(folder, file.name), file.bytes)
    await print(app.streams.err, `A picture is in ${path}. ${file.alt}\n`)
  }
}

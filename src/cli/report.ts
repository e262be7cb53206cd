import { type Command, Option } from 'commander'
import type { InterviewRecord } from '../host/record.ts'
import { keys } from '../host/record.ts'
import { isOver, reportCard, reportFor } from '../host/reporting.ts'
import { type App, type Data, LOCAL } from './app.ts'
import { Refusal } from './failure.ts'
import { printJson } from './print.ts'

/** `mlsd report ID` prints the report of a finished interview. */
export const addReport = (program: Command, app: App): void => {
  program
    .command('report')
    .summary('the report of one interview')
    .description('Prints the report of a finished interview on stdout.')
    .argument('<id>', 'the interview, as `mlsd history` lists it')
    .addOption(new Option('--format <format>', 'Markdown or JSON').choices(['md', 'json']).default('md'))
    .addHelpText('after', '\nExample:\n  mlsd report 3f9c2a71d0 --format json')
    .action((id: string, { format }: { format: string }) =>
      app.looking(async (data) => {
        const record = await finished(data, id)
        if (format === 'json') await printJson(app.streams.out, await reportFor(data, record))
        else await app.show(await reportCard(data, record))
      }),
    )
}

const finished = async ({ memory }: Data, id: string): Promise<InterviewRecord> => {
  const record = (await memory.load<InterviewRecord>(keys.interview(id)))?.value
  if (record?.person !== LOCAL) throw new Refusal(`You have no interview "${id}". "mlsd history" lists yours.`)
  if (!isOver(record)) {
    throw new Refusal(`Interview ${id} is not finished. "mlsd resume" goes on with it; the report comes at its end.`)
  }
  return record
}

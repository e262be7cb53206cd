import type { Command } from 'commander'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'
import { addSessionOptions, printReport } from './practice.ts'

type Options = { end?: boolean; clock: 'real' | 'virtual'; json?: boolean }

/** `mlsd resume [ID]` goes on with the interview that is not finished. */
export const addResume = (program: Command, app: App): void => {
  const resume = program
    .command('resume')
    .summary('go on with an unfinished interview')
    .description('Goes on with the interview that is not finished, where it was.')
    .argument('[id]', 'the interview, as "mlsd history" lists it')
    .option('--end', 'end it instead, with its report')
  addSessionOptions(resume)
    .addHelpText('after', '\nExamples:\n  mlsd resume\n  mlsd resume --end')
    .action((id: string | undefined, options: Options) => run(app, id, options))
}

const run = async (
  app: App,
  id: string | undefined,
  { clock, json = false, end }: Options,
): Promise<void> => {
  const { hold } = await import('./session.ts')
  await hold(
    app,
    {
      clock,
      json,
      opening(unfinished, joined) {
        // One that was begun under another name is taken along to here.
        if (!unfinished && joined && !end)
          return { command: 'resume', args: id === undefined ? {} : { interview: id } }
        if (!unfinished)
          throw new Refusal('There is no unfinished interview here. "mlsd practice" begins one.')
        if (id !== undefined && id !== unfinished.id) {
          throw new Refusal(`Interview "${id}" is not the unfinished one; that is ${unfinished.id}.`)
        }
        return { command: end ? 'end' : 'resume', args: {} }
      },
    },
    async (data) => {
      if (json) await printReport(app, data)
    },
  )
}

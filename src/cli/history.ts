import type { Command } from 'commander'
import { history } from '../host/answer.ts'
import { type App, LOCAL } from './app.ts'

/** `mlsd history` lists the interviews held at this terminal. */
export const addHistory = (program: Command, app: App): void => {
  program
    .command('history')
    .summary('your interviews, oldest first')
    .description('Lists your interviews with their ids and outcomes. Works while an interview is running.')
    .addHelpText('after', '\nExample:\n  mlsd history')
    .action(() => app.looking(async (data) => app.show(await history(data, LOCAL))))
}

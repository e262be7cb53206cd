import type { Command } from 'commander'
import { problems } from '../host/answer.ts'
import type { App } from './app.ts'

/** `mlsd problems` lists what can be practised. */
export const addProblems = (program: Command, app: App): void => {
  program
    .command('problems')
    .summary('the practice problems')
    .description('Lists the practice problems, or those that have a word in their id, title, family or opening.')
    .argument('[word]', 'what to look for')
    .addHelpText('after', '\nExample:\n  mlsd problems fraud')
    .action(async (word?: string) => app.show(problems(await app.bank(), word)))
}

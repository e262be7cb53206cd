import type { Command } from 'commander'
import { wordsIn } from '../words/words.ts'
import type { App } from './app.ts'
import { printCard } from './print.ts'

/** `mlsd problems` lists what can be practised. */
export const addProblems = (program: Command, app: App): void => {
  program
    .command('problems')
    .summary('the practice problems')
    .description(
      'Lists the practice problems, or those that have a word in their id, title, family or opening.',
    )
    .argument('[word]', 'what to look for')
    .addHelpText('after', '\nExample:\n  mlsd problems fraud')
    .action(async (word?: string) => {
      const { problems } = await import('../host/answer.ts')
      await printCard(app, problems(await app.bank(), wordsIn(app.config().locale), word))
    })
}

import type { Command } from 'commander'
import { wordsIn } from '../words/words.ts'
import { type App, LOCAL } from './app.ts'
import { looking } from './looking.ts'
import { printCard } from './print.ts'

/** `mlsd history` lists the interviews held at this terminal. */
export const addHistory = (program: Command, app: App): void => {
  program
    .command('history')
    .summary('your interviews, oldest first')
    .description('Lists your interviews with their ids and outcomes. Works while an interview is running.')
    .addHelpText('after', '\nExample:\n  mlsd history')
    .action(async () => {
      const { history, historyCard } = await import('../host/history.ts')
      const words = wordsIn(app.config().locale)
      await looking(
        app,
        async (data) => printCard(app, await history({ ...data, words }, LOCAL)),
        () => printCard(app, historyCard([], words)),
      )
    })
}

import type { Command } from 'commander'
import { wordsIn } from '../words/words.ts'
import { type App, type Data, LOCAL } from './app.ts'
import { looking } from './looking.ts'
import { print, printCard } from './print.ts'

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
        async (data) => {
          await printCard(app, await history({ ...data, words }, LOCAL))
          await drawn(app, data)
        },
        () => printCard(app, historyCard([], words)),
      )
    })
}

const WIDTH = 72

/** How the scores went, in characters, for whoever sits at a terminal. */
const drawn = async (app: App, { memory }: Data): Promise<void> => {
  if (!app.streams.tty) return
  const [{ practiceOf }, { progressPicture }] = await Promise.all([
    import('../host/practice/kept.ts'),
    import('../host/practice/progress.ts'),
  ])
  const picture = progressPicture(await practiceOf(memory, LOCAL))
  if (picture === undefined) return
  const { plotted } = await import('../chart/plot.ts')
  await print(app.streams.out, `\n${plotted(picture, { width: WIDTH })}\n`)
}

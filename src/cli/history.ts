import type { Command } from 'commander'
import { type Words, wordsIn } from '../words/words.ts'
import { type App, type Data, LOCAL } from './app.ts'
import { looking } from './looking.ts'
import { print, printCard } from './print.ts'

/** `mlsd history` lists the interviews held at this terminal. */
export const addHistory = (program: Command, app: App): void => {
  program
    .command('history')
    .summary('your interviews, oldest first')
    .description('Lists your interviews with their ids and outcomes. Works while an interview is running.')
    .option('--html <file>', 'write how they went over time as one page, to read and to print')
    .addHelpText('after', '\nExamples:\n  mlsd history\n  mlsd history --html history.html')
    .action(async ({ html }: { html?: string }) => {
      const words = wordsIn(app.config().locale)
      if (html !== undefined) return paged(app, words, html)
      const { history, historyCard } = await import('../host/history.ts')
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

/** Writes the page, and says where it is. */
const paged = async (app: App, words: Words, file: string): Promise<void> => {
  const [{ historyPageOf, nothingAssessed }, { written }] = await Promise.all([
    import('./history-page.ts'),
    import('./written.ts'),
  ])
  await looking(
    app,
    async (data) => {
      const { now } = await app.clock('real')
      const path = written(file, await historyPageOf(data, words, now()))
      await print(app.streams.out, `The history is in ${path}.\n`)
    },
    () => Promise.reject(nothingAssessed()),
  )
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

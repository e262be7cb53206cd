import { type Command, Option } from 'commander'
import type { Belongings } from '../host/export.ts'
import { wordsIn } from '../words/words.ts'
import { type App, LOCAL } from './app.ts'
import { looking } from './looking.ts'
import { print, printJson } from './print.ts'

/** `mlsd export` prints all that is stored about the person. */
export const addExport = (program: Command, app: App): void => {
  program
    .command('export')
    .summary('everything stored about you, as one document')
    .description(
      'Prints everything that is stored about you on stdout: interviews, transcripts, reports. What was typed in the ' +
        'moment of a crash is in it after the next start.',
    )
    .addOption(
      new Option('--format <format>', 'complete as JSON, or for reading as Markdown')
        .choices(['json', 'md'])
        .default('json'),
    )
    .addHelpText('after', '\nExample:\n  mlsd export > my-interviews.json')
    .action(async ({ format }: { format: string }) => {
      const { belongingsMarkdown, belongingsOf, noBelongings } = await import('../host/export.ts')
      const show = (all: Belongings): Promise<void> =>
        format === 'json'
          ? printJson(app.streams.out, all)
          : print(app.streams.out, `${belongingsMarkdown(all, wordsIn(app.config().locale))}\n`)
      await looking(
        app,
        async (data) => show(await belongingsOf(data, LOCAL)),
        () => show(noBelongings(LOCAL)),
      )
    })
}

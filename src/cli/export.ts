import { type Command, Option } from 'commander'
import { type App, LOCAL } from './app.ts'
import { looking } from './looking.ts'
import { print, printJson } from './print.ts'

/** `mlsd export` prints all that is stored about the person. */
export const addExport = (program: Command, app: App): void => {
  program
    .command('export')
    .summary('everything stored about you, as one document')
    .description('Prints everything that is stored about you on stdout: interviews, transcripts, reports.')
    .addOption(
      new Option('--format <format>', 'complete as JSON, or for reading as Markdown')
        .choices(['json', 'md'])
        .default('json'),
    )
    .addHelpText('after', '\nExample:\n  mlsd export > my-interviews.json')
    .action(({ format }: { format: string }) =>
      looking(app, async (data) => {
        const { belongingsMarkdown, belongingsOf } = await import('../host/export.ts')
        const all = await belongingsOf(data, LOCAL)
        if (format === 'json') await printJson(app.streams.out, all)
        else await print(app.streams.out, `${belongingsMarkdown(all)}\n`)
      }),
    )
}

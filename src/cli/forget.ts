import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { type App, LOCAL } from './app.ts'
import { Refusal } from './failure.ts'
import { print } from './print.ts'

/** `mlsd forget` removes all that is stored about the person, after confirmation. */
export const addForget = (program: Command, app: App): void => {
  program
    .command('forget')
    .summary('remove everything stored about you')
    .description(
      'Removes everything that is stored about you: interviews, transcripts, reports, messages not yet handled. ' +
        'It cannot be undone. Copies that "mlsd backup" or "mlsd restore" made stay where they are.',
    )
    .option('--yes', 'do not ask for confirmation')
    .addHelpText(
      'after',
      '\nExamples:\n  mlsd export > my-interviews.json   keeps a copy first\n  mlsd forget',
    )
    .action(async ({ yes }: { yes?: boolean }) => {
      if (!yes) await confirm(app)
      await print(app.streams.err, `${await forget(app)}\n`)
    })
}

const forget = async (app: App): Promise<string> => {
  const { forgetEverywhere } = await import('../host/identity/removal.ts')
  const data = await app.open(await app.clock('real'))
  try {
    const interviews = await forgetEverywhere(data, LOCAL)
    data.compact()
    const what =
      interviews === 1
        ? '1 interview and all that belonged to it'
        : `${interviews} interviews and all that belonged to them`
    return [
      `Forgotten: ${what}.`,
      ...copies(app).map((file) => `A copy from before a restore still holds your words: ${file}`),
    ].join('\n')
  } finally {
    await data.close()
  }
}

/** What `mlsd restore` kept beside the data. */
const copies = (app: App): string[] => {
  const { home, file } = app.config()
  return readdirSync(home)
    .map((name) => join(home, name))
    .filter((path) => path.startsWith(`${file}.before-restore-`))
}

const confirm = async (app: App): Promise<void> => {
  const question =
    'This removes all your interviews, transcripts and reports for good. Type "forget" to go on: '
  await print(app.streams.err, question)
  if ((await firstLine(app)).trim().toLowerCase() !== 'forget') throw new Refusal('Nothing was removed.')
}

/** The first line, empty when there is none; the input is let go of, so that the process can end. */
const firstLine = async ({ streams }: App): Promise<string> => {
  const lines = createInterface({ input: streams.in })
  const [line] = await Promise.race([once(lines, 'line'), once(lines, 'close').then(() => [''])])
  lines.close()
  streams.in.destroy()
  return String(line)
}

import type { Command } from 'commander'
import { forgetPerson } from '../host/forget.ts'
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
        'It cannot be undone. Backups that you made are files of your own and stay.',
    )
    .option('--yes', 'do not ask for confirmation')
    .addHelpText('after', '\nExamples:\n  mlsd export > my-interviews.json   (to keep a copy)\n  mlsd forget')
    .action(async ({ yes }: { yes?: boolean }) => {
      if (!yes) await confirm(app)
      await print(app.streams.err, `${await forgetAll(app)}\n`)
    })
}

const forgetAll = async (app: App): Promise<string> => {
  if (!app.hasData()) return 'Nothing is stored, so there is nothing to forget.'
  const data = await app.open(app.clock('real'))
  try {
    const interviews = await forgetPerson(data, LOCAL, LOCAL)
    await data.compact()
    return `Forgotten: ${interviews} ${interviews === 1 ? 'interview' : 'interviews'} and all that belonged to them.`
  } finally {
    await data.close()
  }
}

const confirm = async (app: App): Promise<void> => {
  await print(app.streams.err, 'This removes all your interviews, transcripts and reports for good. Type "forget" to go on: ')
  if ((await app.line()).trim().toLowerCase() !== 'forget') throw new Refusal('Nothing was removed.')
}

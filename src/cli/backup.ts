import type { Command } from 'commander'
import type { App } from './app.ts'
import { print } from './print.ts'

/** `mlsd backup FILE` and `mlsd restore FILE`. */
export const addBackup = (program: Command, app: App): void => {
  program
    .command('backup')
    .summary('copy all data into one file')
    .description(
      'Writes a checked copy of all data to FILE. Safe while an interview is running; never overwrites a file.',
    )
    .argument('<file>', 'the file to write')
    .addHelpText('after', '\nExample:\n  mlsd backup mlsd-backup.db')
    .action(async (file: string) => {
      await app.backup(file)
      await print(app.streams.err, `Backed up to ${file}.\n`)
    })

  program
    .command('restore')
    .summary('put a backup in place of the data')
    .description(
      'Puts a backup in place of the data, and keeps the data from before beside it. Refused while an interview is running.',
    )
    .argument('<file>', 'a file that "mlsd backup" wrote')
    .addHelpText('after', '\nExample:\n  mlsd restore mlsd-backup.db')
    .action(async (file: string) => {
      const kept = await app.restore(file)
      const before = kept === undefined ? '' : ` The data from before is kept in ${kept}.`
      await print(app.streams.err, `Restored from ${file}.${before}\n`)
    })
}

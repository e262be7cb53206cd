/** `mlsd set-aside`: messages that failed too often, looked at, tried again, or removed. */
import type { Command } from 'commander'
import type { Mailbox } from '../mailbox/mailbox.ts'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'
import { looking } from './looking.ts'
import { print, printJson } from './print.ts'
import { asideLine, shownOf } from './set-aside-line.ts'

/** Adds the command and what can be done. */
export const addSetAside = (program: Command, app: App): void => {
  const command = program
    .command('set-aside')
    .summary('messages that failed too often: look, try again, remove')
    .description(
      'What failed too often is set aside, so that it holds up nothing else. Once its cause is mended, it can be tried again.',
    )
    .addHelpText('after', EXAMPLES)
  addList(command, app)
  addRetry(command, app)
  addDrop(command, app)
}

const EXAMPLES = `
Examples:
  mlsd set-aside list
  mlsd set-aside retry "slack:T1/C1 1700000000.000100"
  mlsd set-aside retry --all
  mlsd set-aside drop "slack:T1/C1 1700000000.000100"

Looking works while the bot runs. Trying again and removing need the data file for themselves: stop the bot first, and
what is tried again is handled at its next start. With a database they work beside it.`

const addList = (command: Command, app: App): void => {
  command
    .command('list')
    .summary('what was set aside, and why')
    .description('Lists what was set aside, in the order in which it happened. Only looks.')
    .option('--json', 'print it as one JSON document')
    .addHelpText('after', '\nExample:\n  mlsd set-aside list --json')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { out } = app.streams
      const show = (all: readonly ReturnType<typeof shownOf>[]) =>
        json
          ? printJson(out, all)
          : print(out, all.length === 0 ? NOTHING : all.map((one) => `${asideLine(one)}\n`).join(''))
      await looking(
        app,
        async ({ queue }) => show((await queue.aside()).map(shownOf)),
        () => show([]),
      )
    })
}

const NOTHING = 'Nothing was set aside.\n'

const addRetry = (command: Command, app: App): void => {
  command
    .command('retry')
    .argument('[id...]', 'its id, as the list shows it')
    .summary('try a message again')
    .description('Puts a message back among the others, as if it had not been tried.')
    .option('--all', 'everything that was set aside')
    .addHelpText('after', '\nExample:\n  mlsd set-aside retry --all')
    .action(async (words: string[], { all = false }: { all?: boolean }) => {
      if (all === words.length > 0) throw new Refusal('Give the id of one message, or --all.')
      await changing(app, async (mailbox) => {
        const ids = all ? (await mailbox.aside()).map(({ id }) => id) : [idOf(words)]
        for (const id of ids) if (!(await mailbox.retry(id))) throw unknown(id)
        if (ids.length === 0) return NOTHING
        return ids.length === 1 ? 'It will be tried again.\n' : `${ids.length} will be tried again.\n`
      })
    })
}

const addDrop = (command: Command, app: App): void => {
  command
    .command('drop')
    .argument('<id...>', 'its id, as the list shows it')
    .summary('remove a message for good')
    .description('Removes a message that was set aside. It is gone then, and will not be handled.')
    .addHelpText('after', '\nExample:\n  mlsd set-aside drop "slack:T1/C1 1700000000.000100"')
    .action((words: string[]) =>
      changing(app, async (mailbox) => {
        if (!(await mailbox.discard(idOf(words)))) throw unknown(idOf(words))
        return 'It is removed.\n'
      }),
    )
}

/** An id may have spaces in it, and be given with quotes or without. */
const idOf = (words: readonly string[]): string => words.join(' ')

const unknown = (id: string) =>
  new Refusal(`No message with the id "${id}" was set aside. "mlsd set-aside list" shows those that were.`)

/** With the mailbox for this process alone; says what was done. */
const changing = async (app: App, work: (mailbox: Mailbox) => Promise<string>): Promise<void> => {
  const data = await app.open(await app.clock('real'))
  try {
    await print(app.streams.out, await work(data.mailbox))
  } finally {
    await data.close()
  }
}

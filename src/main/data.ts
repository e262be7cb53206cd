/** The data file and all that stands on it; each edge is imported when the file is opened. */
import { existsSync } from 'node:fs'
import type { Data, OwnData } from '../cli/app.ts'
import { failureOf } from '../cli/failure.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Bank } from '../host/library.ts'
import type { Log } from '../host/world.ts'

/** Opens the data file to look at it; `undefined` when there is none yet. */
export const look = async ({ file }: Config, bank: () => Promise<Bank>): Promise<Data | undefined> => {
  if (!existsSync(file)) return undefined
  const [{ openDatabase }, { committer }, { sqliteMemory }, { libraryOf }] = await Promise.all([
    import('../sqlite/open.ts'),
    import('../sqlite/committer.ts'),
    import('../memory/sqlite.ts'),
    import('../host/library.ts'),
  ])
  const database = openDatabase(file, { readOnly: true })
  const memory = sqliteMemory(committer(database))
  return { memory, library: libraryOf(await bank(), memory), close: async () => database.close() }
}

/** Opens the data file for this process alone. */
export const open = async (
  { file }: Config,
  bank: () => Promise<Bank>,
  clock: Clock,
  log: Log,
): Promise<OwnData> => {
  const [{ openDatabase }, { committer }, { compact }, { sqliteMemory }, { sqliteMailbox }, { libraryOf }] =
    await Promise.all([
      import('../sqlite/open.ts'),
      import('../sqlite/committer.ts'),
      import('../sqlite/compact.ts'),
      import('../memory/sqlite.ts'),
      import('../mailbox/sqlite.ts'),
      import('../host/library.ts'),
    ])
  const database = openDatabase(file)
  const writer = committer(database)
  const memory = sqliteMemory(writer)
  const report = (error: unknown, message?: { id: string; attempt: number }) =>
    log('error', 'a message was not handled and will be tried again', {
      message: message?.id,
      attempt: message?.attempt,
      reason: failureOf(error).text,
    })
  return {
    where: file,
    memory,
    mailbox: sqliteMailbox(writer, clock, { report, atOnce: HANDS }),
    library: libraryOf(await bank(), memory),
    compact: () => compact(database),
    close: async () => {
      await writer.close()
      database.close()
    },
  }
}

/** So many talks at once: one that waits for its platform holds up no other. */
const HANDS = 256

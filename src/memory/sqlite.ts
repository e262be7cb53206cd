import { adapter } from './adapter.ts'
import type { Committer } from './committer.ts'
import { documents } from './documents.ts'
import { lists } from './lists.ts'
import type { Memory } from './memory.ts'

/** Memory in the shared SQLite file. */
export const sqliteMemory = (committer: Committer): Memory => {
  const [kept, transcripts] = [documents(adapter(committer)), lists(committer)]
  return {
    ...kept,
    ...transcripts,
    async forget(key) {
      await Promise.all([kept.forget(key), transcripts.forget(key)])
    },
  }
}

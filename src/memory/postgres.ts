import { documents } from './documents.ts'
import type { Memory } from './memory.ts'
import { postgresAdapter } from './postgres-adapter.ts'
import { postgresLists } from './postgres-lists.ts'
import type { Store } from './store.ts'

/** Memory in PostgreSQL, for any number of processes: a revision is compared where it is stored. */
export const postgresMemory = (store: Store): Memory => {
  const [kept, transcripts] = [documents(postgresAdapter(store)), postgresLists(store)]
  return {
    ...kept,
    ...transcripts,
    async forget(key) {
      await Promise.all([kept.forget(key), transcripts.forget(key)])
    },
  }
}

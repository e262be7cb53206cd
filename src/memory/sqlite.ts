import { Keyv } from 'keyv'
import { adapter, splitRevision, withRevision } from './adapter.ts'
import type { Committer } from './committer.ts'
import { checked, checkedPrefix, json, parsed } from './fault.ts'
import { lists } from './lists.ts'
import { type Kept, type Memory, StaleRevision } from './memory.ts'

/**
 * Memory in the shared SQLite file: documents through Keyv, transcripts in rows.
 *
 * How documents keep their revisions and errors stay errors: to Keyv a document is `{ value, revision }`; the
 * serialisation below writes the revision in front of the JSON, the adapter compares it, and Keyv hands on the
 * adapter's `false`. This Keyv is private and has no 'error' listener, so that what its adapter throws is thrown
 * to the caller; with a listener Keyv would answer `undefined` and `false`, which mean "absent" and "stale" here.
 */
export const sqliteMemory = (committer: Committer): Memory => {
  const store = adapter(committer)
  const keyv = new Keyv({ store, namespace: 'mlsd', serialization })
  const transcripts = lists(committer)

  return {
    load: async <T>(key: string) => keyv.get<Kept<T>>(checked(key)),

    async save(key, value, replaces) {
      const revision = replaces + 1
      if (await keyv.set(checked(key), { value, revision })) return revision
      throw new StaleRevision(
        `${key} is not at revision ${replaces} any more. Load it again and repeat the step.`,
      )
    },

    append: transcripts.append,
    entries: transcripts.entries,

    async forget(key) {
      await Promise.all([keyv.delete(checked(key)), transcripts.forget(key)])
    },

    async *each<T>(prefix: string) {
      let from = checkedPrefix(prefix)
      for (;;) {
        const rows = await store.page(from)
        for (const { key, text } of rows) {
          if (!key.startsWith(prefix)) return
          const document = await keyv.decode<Kept<T>>(text)
          if (document?.value) yield { key, ...document.value }
        }
        const last = rows.at(-1)
        if (!last) return
        from = `${last.key}\0` // The smallest text after it.
      }
    },
  }
}

/** What Keyv wraps a value in. */
type Envelope = { value: Kept<unknown> }

const serialization = {
  stringify(envelope: unknown): string {
    const { value, revision } = (envelope as Envelope).value
    return withRevision(revision, json(value))
  },
  parse<T>(text: string): T {
    const { revision, json } = splitRevision(text)
    return { value: { value: parsed('a document', json), revision } } as T
  },
}

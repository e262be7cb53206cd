import { Keyv } from 'keyv'
import { type Adapter, splitRevision, withRevision } from './adapter.ts'
import { checked, checkedPrefix, json, parsed } from './fault.ts'
import { type Kept, type Memory, StaleRevision } from './memory.ts'

/**
 * Documents over a store, through Keyv.
 *
 * How documents keep their revisions and errors stay errors: to Keyv a document is `{ value, revision }`; the
 * serialisation below writes the revision in front of the JSON, the adapter compares it, and Keyv hands on the
 * adapter's `false`. This Keyv is private and has no 'error' listener, so that what its adapter throws is thrown
 * to the caller; with a listener Keyv would answer `undefined` and `false`, which mean "absent" and "stale" here.
 */
export const documents = (store: Adapter): Pick<Memory, 'load' | 'save' | 'forget' | 'each'> => {
  const keyv = new Keyv({ store, namespace: 'mlsd', serialization })

  return {
    load: async <T>(key: string) => keyv.get<Kept<T>>(checked(key)),

    async save(key, value, replaces) {
      const revision = replaces + 1
      if (await keyv.set(checked(key), { value, revision })) return revision
      throw new StaleRevision(
        `${key} is not at revision ${replaces} any more. Load it again and repeat the step.`,
      )
    },

    async forget(key) {
      await keyv.delete(checked(key))
    },

    async *each<T>(prefix: string) {
      let rows = await store.page('from', checkedPrefix(prefix))
      while (rows.length > 0) {
        for (const { key, text } of rows) {
          if (!key.startsWith(prefix)) return
          const document = await keyv.decode<Kept<T>>(text)
          if (document?.value) yield { key, ...document.value }
        }
        rows = await store.page('after', rows.at(-1)?.key ?? '')
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

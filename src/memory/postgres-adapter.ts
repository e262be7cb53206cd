import { type KeyvStorageGetResult, keyvStorageCapability } from 'keyv'
import { type Adapter, type Row, splitRevision } from './adapter.ts'
import { failed } from './fault.ts'
import type { Store } from './store.ts'

/**
 * Stores Keyv's entries in the table `document`, as adapter.ts does in SQLite: `set` stores a text over the revision
 * before it, compared in the same statement, and answers `false` otherwise.
 *
 * Keyv's own adapter for PostgreSQL cannot do that: its `set` replaces whatever is stored, and it tells its listeners
 * of a failing `set` or iteration instead of throwing, so that a lost connection looks like an absent document.
 */
export const postgresAdapter = (database: Store): Adapter => {
  const rows = (text: string, values: readonly unknown[]) => database.query(text, values).catch(failed)
  const store = {
    namespace: undefined as string | undefined,
    get capabilities() {
      return keyvStorageCapability(store)
    },

    async get<V>(key: string): Promise<KeyvStorageGetResult<V>> {
      const [row] = await rows(GET, [space(), key, Date.now()])
      return row && String(row.text)
    },
    getMany: <V>(keys: string[]) => Promise.all(keys.map((key) => store.get<V | undefined>(key))),
    has: async (key: string) => (await store.get(key)) !== undefined,
    hasMany: (keys: string[]) => Promise.all(keys.map((key) => store.has(key))),

    async set(key: string, value: unknown, expires?: number) {
      const { revision, json } = splitRevision(value)
      const entry = [space(), key, revision, json, expires ?? null, Date.now()]
      return (await rows(revision === 1 ? INSERT : UPDATE, entry)).length === 1
    },
    setMany: (entries: { key: string; value: unknown; expires?: number }[]) =>
      Promise.all(entries.map(({ key, value, expires }) => store.set(key, value, expires))),

    delete: async (key: string) => (await rows(DELETE, [space(), key])).length === 1,
    deleteMany: (keys: string[]) => Promise.all(keys.map((key) => store.delete(key))),
    async clear() {
      await rows(CLEAR, [space()])
    },

    async page(where: 'from' | 'after', key: string): Promise<Row[]> {
      const page = await rows(PAGE[where], [space(), key, Date.now(), PAGE_ROWS])
      return page.map(({ key, text }) => ({ key: String(key), text: String(text) }))
    },
  }
  const space = (): string => store.namespace ?? ''
  return store
}

/** Few, as a document may be large. */
const PAGE_ROWS = 16

const TEXT = `revision || ' ' || value AS text`
const LIVE = (now: string) => `(expires IS NULL OR expires > ${now})`

const GET = `SELECT ${TEXT} FROM mlsd.document WHERE namespace = $1 AND key = $2 AND ${LIVE('$3')}`

/** In the order of the keys' bytes, as the column is compared so. */
const pageOf = (is: string) => `
  SELECT key, ${TEXT} FROM mlsd.document
  WHERE namespace = $1 AND key ${is} $2 AND ${LIVE('$3')} ORDER BY key LIMIT $4`

const PAGE = { from: pageOf('>='), after: pageOf('>') }

/** A first revision goes where nothing is, or only something that has expired. */
const INSERT = `
  INSERT INTO mlsd.document AS kept (namespace, key, revision, value, expires) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (namespace, key) DO UPDATE
    SET revision = excluded.revision, value = excluded.value, expires = excluded.expires
    WHERE kept.expires <= $6
  RETURNING 1`

const UPDATE = `
  UPDATE mlsd.document SET revision = $3, value = $4, expires = $5
  WHERE namespace = $1 AND key = $2 AND revision = $3::bigint - 1 AND ${LIVE('$6')}
  RETURNING 1`

const DELETE = 'DELETE FROM mlsd.document WHERE namespace = $1 AND key = $2 RETURNING 1'
const CLEAR = 'DELETE FROM mlsd.document WHERE namespace = $1'

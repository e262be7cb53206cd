import { type KeyvStorageAdapter, type KeyvStorageGetResult, keyvStorageCapability } from 'keyv'
import type { Committer } from './committer.ts'
import { failed } from './fault.ts'
import type { Revision } from './memory.ts'

/** One stored document as Keyv sees it: its key and its text. */
export type Row = { key: string; text: string }

/** Keyv's storage contract, version 6, and the one thing that it lacks: pages in key order. */
export type Adapter = Pick<KeyvStorageAdapter, Verb | 'namespace' | 'capabilities'> & {
  /** The next few documents from a key on, or after it, in the order of their UTF-8 bytes. */
  page(where: 'from' | 'after', key: string): Promise<Row[]>
}

/** Puts the revision in front of the JSON: that is how it reaches the adapter through Keyv. */
export const withRevision = (revision: Revision, json: string): string => `${revision} ${json}`

/** Takes them apart again; without a pattern, as one over some megabytes may be too much for the engine. */
export const splitRevision = (text: unknown): { revision: Revision; json: string } => {
  const [words, at] = typeof text === 'string' ? [text, text.indexOf(' ')] : ['', -1]
  const [revision, json] = [Number(words.slice(0, Math.max(at, 0))), words.slice(at + 1)]
  if (!(revision > 0) || json === '')
    throw new TypeError('Only documents with a revision can be stored here.')
  return { revision, json }
}

/**
 * Stores Keyv's entries in the table `document`.
 *
 * An entry's text begins with the revision it makes (`3 {...}`). `set` stores it only over the revision before it,
 * compared in the same statement, and answers `false` otherwise. A failing database rejects with `MemoryError`.
 */
export const adapter = (committer: Committer): Adapter => {
  const store = {
    namespace: undefined as string | undefined,
    get capabilities() {
      return keyvStorageCapability(store)
    },

    async get<V>(key: string): Promise<KeyvStorageGetResult<V>> {
      const row = await committer.read((sql) => sql(GET).get(space(), key, Date.now())).catch(failed)
      return row && String(row.text)
    },
    getMany: <V>(keys: string[]) => Promise.all(keys.map((key) => store.get<V | undefined>(key))),
    has: async (key: string) => (await store.get(key)) !== undefined,
    hasMany: (keys: string[]) => Promise.all(keys.map((key) => store.has(key))),

    async set(key: string, value: unknown, expires?: number) {
      const { revision, json } = splitRevision(value)
      const entry = { space: space(), key, revision, json, expires: expires ?? null, now: Date.now() }
      const work = committer.run((sql) => sql(revision === 1 ? INSERT : UPDATE).run(entry).changes)
      return Number(await work.catch(failed)) === 1
    },
    setMany: (entries: { key: string; value: unknown; expires?: number }[]) =>
      Promise.all(entries.map(({ key, value, expires }) => store.set(key, value, expires))),

    async delete(key: string) {
      return Number(await committer.run((sql) => sql(DELETE).run(space(), key).changes).catch(failed)) === 1
    },
    deleteMany: (keys: string[]) => Promise.all(keys.map((key) => store.delete(key))),
    async clear() {
      await committer.run((sql) => sql(CLEAR).run(space())).catch(failed)
    },

    async page(where: 'from' | 'after', key: string): Promise<Row[]> {
      const rows = await committer
        .read((sql) => sql(PAGE[where]).all(space(), key, Date.now(), PAGE_ROWS))
        .catch(failed)
      return rows.map(({ key, text }) => ({ key: String(key), text: String(text) }))
    },
  }
  const space = (): string => store.namespace ?? ''
  return store
}

type Verb = 'get' | 'getMany' | 'has' | 'hasMany' | 'set' | 'setMany' | 'delete' | 'deleteMany' | 'clear'

/** Few, as a document may be large. */
const PAGE_ROWS = 16

const TEXT = `revision || ' ' || value AS text`
const LIVE = (now: string) => `(expires IS NULL OR expires > ${now})`

const GET = `SELECT ${TEXT} FROM document WHERE namespace = ? AND key = ? AND ${LIVE('?')}`

const pageOf = (is: string) =>
  `SELECT key, ${TEXT} FROM document WHERE namespace = ? AND key ${is} ? AND ${LIVE('?')} ORDER BY key LIMIT ?`

const PAGE = { from: pageOf('>='), after: pageOf('>') }

/** A first revision goes where nothing is, or only something that has expired. */
const INSERT = `
  INSERT INTO document (namespace, key, revision, value, expires) VALUES (:space, :key, :revision, :json, :expires)
  ON CONFLICT (namespace, key) DO UPDATE
    SET revision = excluded.revision, value = excluded.value, expires = excluded.expires
    WHERE document.expires <= :now`

const UPDATE = `
  UPDATE document SET revision = :revision, value = :json, expires = :expires
  WHERE namespace = :space AND key = :key AND revision = :revision - 1 AND ${LIVE(':now')}`

const DELETE = 'DELETE FROM document WHERE namespace = ? AND key = ?'
const CLEAR = 'DELETE FROM document WHERE namespace = ?'

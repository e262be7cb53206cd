import { type Memory, MemoryError, StaleRevision } from '../../src/memory/memory.ts'

/** What a fake memory holds; give it to the next one to play a new start, set `failing` to play a broken disk. */
export type Kept = {
  documents: Map<string, { json: string; revision: number }>
  lists: Map<string, string[]>
  failing?: 'read' | 'write' | undefined
}

/** Memory without a disk, for tests of the rooms that use one. It keeps the whole contract. */
export const fakeMemory = (kept: Kept = { documents: new Map(), lists: new Map() }): Memory => {
  const { documents, lists } = kept
  const use = (kind: 'read' | 'write', key: string, prefix = false): void => {
    if (!(key || prefix) || !key.isWellFormed() || key.includes('\0'))
      throw new TypeError(`${key} cannot be a key.`)
    if (kept.failing === kind)
      throw new MemoryError('The fake store fails.', { cause: new Error('as it was told') })
  }

  return {
    async load(key) {
      use('read', key)
      const found = documents.get(key)
      return found && { value: JSON.parse(found.json), revision: found.revision }
    },
    async save(key, value, replaces) {
      const document = { json: json(value), revision: replaces + 1 }
      use('write', key)
      if ((documents.get(key)?.revision ?? 0) !== replaces)
        throw new StaleRevision(`${key} was saved by somebody else.`)
      documents.set(key, document)
      return document.revision
    },
    async append(key, from, entries) {
      use('write', key)
      const list = lists.get(key) ?? []
      if (from > list.length) throw new RangeError(`${key} has ${list.length} entries.`)
      lists.set(key, [...list, ...entries.slice(list.length - from).map(json)])
    },
    async *entries(key, from = 0) {
      use('read', key)
      for (const entry of lists.get(key)?.slice(from) ?? []) yield JSON.parse(entry)
    },
    async forget(key) {
      use('write', key)
      documents.delete(key)
      lists.delete(key)
    },
    async *each(prefix) {
      use('read', prefix, true)
      const keys = [...documents.keys()].filter((key) => key.startsWith(prefix))
      for (const key of keys.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))) {
        const found = documents.get(key)
        if (found) yield { key, value: JSON.parse(found.json), revision: found.revision }
      }
    },
  }
}

const json = (value: unknown): string => {
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError('This has no JSON.')
  return text
}

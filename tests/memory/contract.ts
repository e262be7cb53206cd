import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Memory, MemoryError, StaleRevision } from '../../src/memory/memory.ts'

/** A store under test: `reopen` is a new start over the same data, `fail` makes its reads or writes fail, or neither. */
export type Opened = {
  memory: Memory
  reopen(): Promise<Memory>
  fail(kind: 'read' | 'write' | undefined): void
  close(): Promise<void>
}

const ODD_KEYS = [
  'a%',
  'a_b',
  'a',
  'A',
  "a'b",
  'a"b',
  'a b',
  'ä',
  'a\u0308',
  '日本',
  '🦊',
  'interview:7f3a',
  'a\nb',
  ':',
  '__proto__',
]

/** What every store promises. */
export const memoryContract = (name: string, open: () => Promise<Opened>): void => {
  describe(`memory: ${name}`, () => {
    let store: Opened
    let memory: Memory

    beforeEach(async () => {
      store = await open()
      memory = store.memory
    })

    afterEach(() => store.close())

    describe('documents', () => {
      test('an unknown key is absent', async () => {
        expect(await memory.load('nothing')).toBeUndefined()
      })

      test('what was saved is loaded, also after a new start', async () => {
        const value = { text: 'wörds', list: [1, null, { deep: true }], empty: '' }
        expect(await memory.save('one', value, 0)).toBe(1)
        expect(await memory.load('one')).toEqual({ value, revision: 1 })
        memory = await store.reopen()
        expect(await memory.load('one')).toEqual({ value, revision: 1 })
      })

      test.each([null, false, 0, '', [], {}, ':base64:aGk=', '\u0000', '\ud83e', 'a'.repeat(1_000_000)])(
        'keeps %j as it is',
        async (value) => {
          await memory.save('value', value, 0)
          expect((await memory.load('value'))?.value).toStrictEqual(value)
          memory = await store.reopen()
          expect((await memory.load('value'))?.value).toStrictEqual(value)
        },
      )

      test.each([undefined, () => 1, Symbol('s'), 10n])('refuses %s, which is no JSON', async (value) => {
        await expect(memory.save('value', value, 0)).rejects.toThrow(TypeError)
        expect(await memory.load('value')).toBeUndefined()
      })

      test('a document of megabytes is kept like any other, however many there were before it', async () => {
        for (let n = 0; n < 60; n++) await memory.save('small', n, n)
        const large = 'x'.repeat(14_000_000)
        await memory.save('large', large, 0)
        expect((await memory.load('large'))?.value === large).toBe(true)
      })

      test('each save makes the next revision', async () => {
        let revision = 0
        for (const value of ['a', 'b', 'c']) revision = await memory.save('doc', value, revision)
        expect(await memory.load('doc')).toEqual({ value: 'c', revision: 3 })
      })

      test.each([0, 1, 3])(
        'a save over revision %i when 2 is stored is stale and changes nothing',
        async (replaces) => {
          await memory.save('doc', 'b', await memory.save('doc', 'a', 0))
          await expect(memory.save('doc', 'x', replaces)).rejects.toThrow(StaleRevision)
          expect(await memory.load('doc')).toEqual({ value: 'b', revision: 2 })
        },
      )

      test('a save over a revision of what does not exist is stale and creates nothing', async () => {
        await expect(memory.save('doc', 'x', 1)).rejects.toThrow(StaleRevision)
        expect(await memory.load('doc')).toBeUndefined()
      })

      test('of many that save over the same revision, one wins', async () => {
        const revision = await memory.save('doc', -1, 0)
        const saves = Array.from({ length: 20 }, (_, n) => memory.save('doc', n, revision))
        const results = await Promise.allSettled(saves)
        const winners = results.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []))
        expect(winners).toHaveLength(1)
        expect(await memory.load('doc')).toEqual({ value: winners[0], revision: 2 })
        for (const result of results)
          if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(StaleRevision)
      })

      test('of many that create the same document, one wins', async () => {
        const results = await Promise.allSettled(['a', 'b', 'c'].map((value) => memory.save('doc', value, 0)))
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      })

      test('savers that load again and repeat lose no step', async () => {
        await memory.save('sum', 0, 0)
        await Promise.all(Array.from({ length: 10 }, () => addOne(memory)))
        expect(await memory.load('sum')).toEqual({ value: 10, revision: 11 })
      })

      test('odd keys are kept apart', async () => {
        await Promise.all(ODD_KEYS.map((key) => memory.save(key, { is: key }, 0)))
        memory = await store.reopen()
        for (const key of ODD_KEYS)
          expect(await memory.load(key)).toEqual({ value: { is: key }, revision: 1 })
      })

      test.each(['', 'a\u0000b', 'half \ud83e', '\udd8a half'])(
        'refuses the key %j, which no database holds',
        async (key) => {
          await expect(memory.load(key)).rejects.toThrow(TypeError)
          await expect(memory.save(key, 1, 0)).rejects.toThrow(TypeError)
          await expect(memory.append(key, 0, [1])).rejects.toThrow(TypeError)
          await expect(memory.forget(key)).rejects.toThrow(TypeError)
        },
      )

      test('a forgotten document is absent and can be made anew', async () => {
        await memory.save('doc', 'a', 0)
        await memory.save('other', 'b', 0)
        await memory.forget('doc')
        await memory.forget('doc')
        expect(await memory.load('doc')).toBeUndefined()
        expect((await memory.load('other'))?.value).toBe('b')
        expect(await memory.save('doc', 'c', 0)).toBe(1)
      })
    })

    describe('each', () => {
      const keysOf = async (prefix: string): Promise<string[]> => {
        const keys: string[] = []
        for await (const { key } of memory.each(prefix)) keys.push(key)
        return keys
      }

      test('walks the documents with a prefix, and no others', async () => {
        for (const key of ['a', 'a%', 'a%b', 'a_', 'ab', 'aZ', 'b', '\u{10ffff}', '\u{10ffff}x'])
          await memory.save(key, key, 0)
        expect(await keysOf('a%')).toEqual(['a%', 'a%b'])
        expect(await keysOf('a_')).toEqual(['a_'])
        expect(await keysOf('\u{10ffff}')).toEqual(['\u{10ffff}', '\u{10ffff}x'])
        expect(await keysOf('c')).toEqual([])
        expect(await keysOf('')).toHaveLength(9)
      })

      test('goes in order of code points', async () => {
        for (const key of ['z', '🦊', '\uffee', 'é', 'B', 'a']) await memory.save(key, key, 0)
        expect(await keysOf('')).toEqual(['B', 'a', 'z', 'é', '\uffee', '🦊'])
      })

      test('gives every document once with its value and revision, however many there are', async () => {
        const keys = Array.from({ length: 150 }, (_, n) => `doc:${String(n).padStart(3, '0')}`)
        await Promise.all(keys.map((key) => memory.save(key, { key }, 0)))
        await memory.save('doc:077', 'changed', 1)
        const all: unknown[] = []
        for await (const kept of memory.each('doc:')) all.push(kept)
        expect(all).toEqual(
          keys.map((key) =>
            key === 'doc:077' ? { key, value: 'changed', revision: 2 } : { key, value: { key }, revision: 1 },
          ),
        )
      })

      test('what is forgotten on the way does not disturb it', async () => {
        for (let n = 10; n < 60; n++) await memory.save(`k${n}`, n, 0)
        const seen: string[] = []
        for await (const { key } of memory.each('k')) {
          seen.push(key)
          await memory.forget(key)
        }
        expect(seen).toHaveLength(50)
        expect(await keysOf('k')).toEqual([])
      })
    })

    describe('lists', () => {
      const all = async (key: string, from?: number): Promise<unknown[]> => {
        const entries: unknown[] = []
        for await (const entry of memory.entries(key, from)) entries.push(entry)
        return entries
      }

      test('an unknown list is empty', async () => {
        expect(await all('nothing')).toEqual([])
      })

      test('entries come in order, from an index, also after a new start', async () => {
        await memory.append('talk', 0, ['a', { b: 1 }])
        await memory.append('talk', 2, [null, '\ud83e'])
        memory = await store.reopen()
        expect(await all('talk')).toEqual(['a', { b: 1 }, null, '\ud83e'])
        expect(await all('talk', 2)).toEqual([null, '\ud83e'])
        expect(await all('talk', 9)).toEqual([])
      })

      test('a repeated append changes nothing, and one that goes further adds the rest', async () => {
        await memory.append('talk', 0, ['a', 'b'])
        await memory.append('talk', 0, ['a', 'b'])
        await memory.append('talk', 1, ['b', 'c'])
        await memory.append('talk', 0, [])
        expect(await all('talk')).toEqual(['a', 'b', 'c'])
      })

      test('an append that would leave a hole is refused', async () => {
        await memory.append('talk', 0, ['a'])
        await expect(memory.append('talk', 2, ['c'])).rejects.toThrow(RangeError)
        expect(await all('talk')).toEqual(['a'])
      })

      test('a long list comes whole, and lists are kept apart from each other and from documents', async () => {
        const long = Array.from({ length: 300 }, (_, n) => n)
        await memory.append('long', 0, long)
        await memory.append('long%', 0, ['other'])
        await memory.save('long', 'document', 0)
        expect(await all('long')).toEqual(long)
        expect(await all('long%')).toEqual(['other'])
        await memory.forget('long')
        expect(await all('long')).toEqual([])
        expect(await memory.load('long')).toBeUndefined()
        expect(await all('long%')).toEqual(['other'])
      })
    })

    describe('a failing store', () => {
      beforeEach(async () => {
        await memory.save('doc', 'safe', 0)
        await memory.append('talk', 0, ['safe'])
      })

      const causeOf = async (work: Promise<unknown>): Promise<unknown> => {
        const error = await work.then(
          (value) => expect.unreachable(`It answered ${JSON.stringify(value)}.`),
          (reason: unknown) => reason,
        )
        expect(error).toBeInstanceOf(MemoryError)
        return (error as MemoryError).cause
      }

      test('a failing read is an error with its cause, never an absent document', async () => {
        store.fail('read')
        expect(await causeOf(memory.load('doc'))).toBeInstanceOf(Error)
        expect(await causeOf(memory.load('nothing'))).toBeInstanceOf(Error)
        expect(await causeOf(Array.fromAsync(memory.each('')))).toBeInstanceOf(Error)
        expect(await causeOf(Array.fromAsync(memory.entries('talk')))).toBeInstanceOf(Error)
        store.fail(undefined)
        expect((await memory.load('doc'))?.value).toBe('safe')
      })

      test('a failing write is an error with its cause, never a stale revision, and changes nothing', async () => {
        store.fail('write')
        expect(await causeOf(memory.save('doc', 'new', 1))).toBeInstanceOf(Error)
        expect(await causeOf(memory.save('other', 'new', 0))).toBeInstanceOf(Error)
        expect(await causeOf(memory.append('talk', 1, ['new']))).toBeInstanceOf(Error)
        expect(await causeOf(memory.forget('doc'))).toBeInstanceOf(Error)
        store.fail(undefined)
        expect(await memory.load('doc')).toEqual({ value: 'safe', revision: 1 })
        expect(await memory.load('other')).toBeUndefined()
        expect(await Array.fromAsync(memory.entries('talk'))).toEqual(['safe'])
        expect(await memory.save('doc', 'new', 1)).toBe(2)
      })
    })
  })
}

/** One step of a saver: loads, adds one, saves, and begins again when somebody was faster. */
const addOne = async (memory: Memory): Promise<void> => {
  const kept = await memory.load<number>('sum')
  if (!kept) throw new Error('The sum is gone.')
  try {
    await memory.save('sum', kept.value + 1, kept.revision)
  } catch (error) {
    if (!(error instanceof StaleRevision)) throw error
    await addOne(memory)
  }
}

/** Moving all data between a file and a database, and back: whole, once, gone on with after a break, and never mixed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { virtualClock } from '../../src/clock.ts'
import type { Mailbox, Message } from '../../src/mailbox/mailbox.ts'
import { postgresMailbox } from '../../src/mailbox/postgres.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import type { Memory } from '../../src/memory/memory.ts'
import { postgresMemory } from '../../src/memory/postgres.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import { moveAll } from '../../src/moving/move.ts'
import type { Rows } from '../../src/moving/rows.ts'
import { openPostgres } from '../../src/postgres/open.ts'
import { postgresRows } from '../../src/postgres/rows.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { sqliteRows } from '../../src/sqlite/rows.ts'
import { withPostgres } from '../postgres/server.ts'

const START = Date.UTC(2030, 0, 1)

type Sides = [Open, Open]
type Open = { memory: Memory; mailbox: Mailbox; rows: Rows; close(): Promise<void> }

withPostgres('moving all data', (server) => {
  let folder: string
  const ends: (() => Promise<void>)[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mlsd-moving-'))
  })
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
    rmSync(folder, { recursive: true })
  })

  const file = (name = 'mlsd.db'): Open => {
    const database = openDatabase(join(folder, name))
    const commits = committer(database)
    const clock = virtualClock(START)
    const mailbox = sqliteMailbox(commits, clock)
    const close = async (): Promise<void> => {
      await mailbox.stop()
      await commits.close()
      database.close()
    }
    return { memory: sqliteMemory(commits), mailbox, rows: sqliteRows(database), close }
  }
  const database = async (url: string): Promise<Open> => {
    const store = await openPostgres(url)
    const mailbox = postgresMailbox(store, virtualClock(START))
    const close = async (): Promise<void> => {
      await mailbox.stop()
      await store.close()
    }
    return { memory: postgresMemory(store), mailbox, rows: postgresRows(store), close }
  }
  const opened = async (open: Open | Promise<Open>): Promise<Open> => {
    const one = await open
    let closed: Promise<void> | undefined
    const close = (): Promise<void> => {
      closed ??= one.close()
      return closed
    }
    ends.push(close)
    return { ...one, close }
  }

  /** Documents changed and forgotten, lists, messages in an order, handled, failing, set aside and for later. */
  const fill = async ({ memory, mailbox }: Open): Promise<void> => {
    const text = (n: number) => `wörds "${n}" \ud83e`
    await Promise.all(
      Array.from({ length: 1_200 }, (_, n) => memory.save(`doc:${n}`, { n, text: text(n) }, 0)),
    )
    await memory.save('doc:7', { changed: true }, 1)
    await memory.forget('doc:8')
    await memory.append('list:a', 0, [1, { two: 2 }, 'three'])
    await memory.append('list:b', 0, ['only'])
    await mailbox.post({ of: 'handled' }, { key: 'k', id: 'handled' })
    await mailbox.post({ of: 'bad' }, { key: 'bad', id: 'bad' })
    const seen: string[] = []
    mailbox.deliver(async ({ id }) => {
      seen.push(id)
      if (id === 'bad') throw new Error('It fails.\0')
    })
    while (!seen.includes('handled') || !seen.includes('bad'))
      await new Promise((done) => setTimeout(done, 5))
    await mailbox.stop()
    await mailbox.post({ of: 'second' }, { key: 'k', id: 'second', at: START + 2 })
    await mailbox.post({ of: 'first' }, { key: 'k', id: 'first', at: START + 1 })
    await mailbox.post({ of: 'third' }, { key: 'k', id: 'third', at: START + 2 })
    await mailbox.post({ of: 'later' }, { key: 'later', id: 'later', at: START + 60_000 })
  }

  /** All that is promised of what was moved. */
  const check = async ({ memory, mailbox }: Open): Promise<void> => {
    expect(await memory.load('doc:7')).toEqual({ value: { changed: true }, revision: 2 })
    expect(await memory.load('doc:8')).toBeUndefined()
    expect(await memory.load('doc:1199')).toMatchObject({ value: { text: 'wörds "1199" \ud83e' } })
    expect((await Array.fromAsync(memory.each('doc:'))).length).toBe(1_199)
    expect(await Array.fromAsync(memory.entries('list:a'))).toEqual([1, { two: 2 }, 'three'])
    await memory.append('list:a', 3, ['four'])
    await expect(memory.save('doc:7', {}, 1)).rejects.toThrow('revision 1')
    expect(await mailbox.post({}, { key: 'k', id: 'handled' })).toBe(false)
    expect(await mailbox.post({}, { key: 'k', id: 'later' })).toBe(false)
    expect(await mailbox.state()).toMatchObject({ held: 5, aside: 0 })
  }

  const delivered = async ({ mailbox }: Open, count: number): Promise<string[]> => {
    const seen: Message[] = []
    mailbox.deliver(async (message) => void seen.push(message))
    while (seen.length < count) await new Promise((done) => setTimeout(done, 5))
    await mailbox.stop()
    return seen.map(({ id }) => id)
  }

  test('there and back, everything is as it was, and each side counts the same', async () => {
    const url = await server().database()
    const one = await opened(file())
    await fill(one)
    const other = await opened(database(url))
    const sums = await moveAll(one.rows, other.rows)
    expect(sums.map(({ table, rows }) => [table, rows])).toEqual([
      ['document', 1_199],
      ['list', 4],
      ['known', 1],
      ['aside', 0],
      ['message', 5],
    ])
    await check(other)
    const back = await opened(file('back.db'))
    const again = await moveAll(other.rows, back.rows)
    expect(again.map(({ table, rows }) => [table, rows])).toEqual([
      ['document', 1_199],
      ['list', 5],
      ['known', 1],
      ['aside', 0],
      ['message', 5],
    ])
    expect(again.find(({ table }) => table === 'message')).toEqual(
      sums.find(({ table }) => table === 'message'),
    )
    await one.close()
  })

  test('messages come in their order, what failed once first of its key, none twice', async () => {
    const one = await opened(file())
    await fill(one)
    const url = await server().database()
    const store = await openPostgres(url)
    ends.push(store.close)
    await moveAll(one.rows, postgresRows(store))
    const clock = virtualClock(START + 70_000)
    const mailbox = postgresMailbox(store, clock)
    const seen = await delivered({ mailbox } as Open, 5)
    expect(seen.filter((id) => ['first', 'second', 'third'].includes(id))).toEqual([
      'first',
      'second',
      'third',
    ])
    expect(seen.toSorted()).toEqual(['bad', 'first', 'later', 'second', 'third'])
  })

  test('one that breaks off at any page goes on where it was', async () => {
    const one = await opened(file())
    await fill(one)
    const other = await opened(database(await server().database()))
    let calls = 0
    for (let broken = true; broken; ) {
      const until = calls + 2
      const add: Rows['add'] = async (...given) => {
        calls += 1
        if (calls > until) throw new Error('The cable was pulled.')
        return other.rows.add(...given)
      }
      try {
        await moveAll(one.rows, { ...other.rows, add })
        broken = false
      } catch (error) {
        expect(String(error)).toContain('pulled')
        await expect(moveAll(other.rows, one.rows)).rejects.toThrow('not finished')
      }
    }
    expect(calls).toBeGreaterThan(6)
    await check(other)
  })

  test.each(['before', 'after'] as const)(
    'one that breaks off %s any change goes on, there and back, and never both sides are used',
    async (when) => {
      const sides: Sides = [await opened(file()), await opened(database(await server().database()))]
      await little(sides[0])
      let breaks = 1
      for (; await breaksAt(breaks, when, sides); breaks += 1) sides.reverse()
      expect(breaks).toBeGreaterThan(9)
    },
  )

  test('a target that holds something is left alone, and a source that was moved is not used again', async () => {
    const one = await opened(file())
    await fill(one)
    const other = await opened(database(await server().database()))
    await other.memory.save('mine', 1, 0)
    await expect(moveAll(one.rows, other.rows)).rejects.toThrow(
      /holds data already.* if nothing of it is needed, (?:remove the file|run "DROP SCHEMA mlsd CASCADE" in it) first\.$/,
    )
    expect(await other.memory.load('mine')).toMatchObject({ value: 1 })
    await other.memory.forget('mine')
    await moveAll(one.rows, other.rows)
    await expect(moveAll(one.rows, other.rows)).rejects.toThrow('was moved to')
    // Back into the file that it came from, which holds what is out of date.
    await other.memory.save('doc:7', { changed: 'since' }, 2)
    await moveAll(other.rows, one.rows)
    expect(await one.memory.load('doc:7')).toEqual({ value: { changed: 'since' }, revision: 3 })
  })

  test('a difference is found, and the source is used on', async () => {
    const one = await opened(file())
    await fill(one)
    const other = await opened(database(await server().database()))
    const add: Rows['add'] = (table, rows, progress) =>
      other.rows.add(table, table === 'list' ? rows.slice(1) : rows, progress)
    await expect(moveAll(one.rows, { ...other.rows, add })).rejects.toThrow('list had 3 rows instead of 4')
    expect([await one.rows.noted(), await other.rows.noted()]).toEqual([{}, {}])
    await moveAll(one.rows, other.rows)
    await check(other)
  })
})

const little = async ({ memory, mailbox }: Open): Promise<void> => {
  for (const key of ['doc:1', 'doc:2']) await memory.save(key, { of: key }, 0)
  await memory.append('list:a', 0, [1, 2])
  await mailbox.post({ of: 'later' }, { key: 'later', id: 'later', at: START + 60_000 })
}

/** Moves from the first to the second with a break at the change of this number, and then without; whether it broke. */
const breaksAt = async (number: number, when: 'before' | 'after', [from, to]: Sides): Promise<boolean> => {
  const fuse = fused(number, when)
  const first = await moveAll(fuse(from.rows), fuse(to.rows)).catch((error: unknown) => String(error))
  if (typeof first !== 'string') return false
  expect(first).toContain('pulled')
  const [old, now] = [await from.rows.noted(), await to.rows.noted()]
  const whole = old.moved !== undefined && now.progress === undefined
  if ((await to.rows.page('document', null, 9)).length > 0 && !whole)
    expect(now).toMatchObject(number === 1 && when === 'before' ? {} : { progress: {} })
  if (whole) await expect(moveAll(from.rows, to.rows)).rejects.toThrow('was moved to')
  else expect((await moveAll(from.rows, to.rows)).map(({ rows }) => rows)).toEqual([2, 2, 0, 0, 1])
  expect(await to.rows.noted()).toEqual({})
  expect(await from.rows.noted()).toEqual({ moved: { to: to.rows.name } })
  expect(await to.mailbox.state()).toMatchObject({ held: 1 })
  // What is left behind is out of date from now on.
  await to.memory.save('doc:1', { number }, (await to.memory.load('doc:1'))?.revision ?? 0)
  return true
}

/** The same stores, which fail at the change of this number, before or after it was made, and from then on. */
const fused = (number: number, when: 'before' | 'after') => {
  let left = number
  const burn = async (change: () => Promise<void>): Promise<void> => {
    left -= 1
    if (left < 0 || (left === 0 && when === 'before')) throw new Error('The plug was pulled.')
    await change()
    if (left === 0) throw new Error('The plug was pulled.')
  }
  return (rows: Rows): Rows => ({
    ...rows,
    add: (...given) => burn(() => rows.add(...given)),
    clear: () => burn(rows.clear),
    settle: () => burn(rows.settle),
    note: (what) => burn(() => rows.note(what)),
  })
}

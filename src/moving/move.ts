/** Moving all that is stored from one store to another: in pages, so that it can be gone on with, and compared in the end. */
import { createHash } from 'node:crypto'
import { type Place, type Progress, type Row, type Rows, TABLES, type Table } from './rows.ts'

/** A move that cannot be made as asked; the message says why, and what to do. */
export class MoveError extends Error {
  override name = 'MoveError'
}

/** What of a table is in a store: how many rows, and the SHA-256 of all of them in order, as hexadecimal digits. */
export type Sum = { table: Table; rows: number; sha256: string }

/** So many rows are moved at once. */
const PAGE = 500

/**
 * Moves everything from one store to another and answers what was moved, table by table. A move that broke off, at whatever
 * moment, goes on where it was. Throws a `MoveError` where the target holds something else, or holds in the end not what the
 * source holds; the source is marked as moved only once both are the same, and only then can the target be used.
 */
export const moveAll = async (
  source: Rows,
  target: Rows,
  tell: (table: Table, rows: number) => void = () => {},
): Promise<Sum[]> => {
  const [from, to] = await Promise.all([source.noted(), target.noted()])
  if (from.progress) throw new MoveError(unfinished(source.name, from.progress.from))
  if (from.moved?.to === target.name && to.progress?.from === source.name) {
    await handOver(source, target)
    return sumsOf(source)
  }
  if (from.moved)
    throw new MoveError(
      `What ${source.name} held was moved to ${from.moved.to} before, and may have gone on there. ${back(source.name)}`,
    )
  const begun = await begin(target, to, source.name)
  for (const table of TABLES.slice(TABLES.indexOf(begun.table))) {
    let after = table === begun.table ? begun.after : null
    let rows = 0
    for (;;) {
      const page = await source.page(table, after, PAGE)
      after = page.at(-1)?.place ?? after
      await target.add(table, page, { from: source.name, table, after })
      rows += page.length
      tell(table, rows)
      if (page.length < PAGE) break
    }
  }
  const sums = await compared(source, target)
  await handOver(source, target)
  return sums
}

/** From the first line on nobody uses the source, and before the last one nobody the target. All of it may be repeated. */
const handOver = async (source: Rows, target: Rows): Promise<void> => {
  await source.note({ moved: { to: target.name } })
  await target.settle()
  await target.note({})
}

/** Why a store cannot be used in the middle of a move, and what to do. */
export const unfinished = (name: string, from: string): string =>
  `The move from ${from} to ${name} is not finished. Repeat "mlsd migrate ${kindOf(name)}", which goes on where it was.`

/** Why what a store holds is not to be used, on account of a move, and what to do; nothing where it is. */
export const standing = async ({
  name,
  noted,
}: Pick<Rows, 'name' | 'noted'>): Promise<string | undefined> => {
  const { progress, moved } = await noted()
  if (progress) return unfinished(name, progress.from)
  if (!moved) return undefined
  const way = kindOf(moved.to) === 'postgres' ? 'Set DATABASE_URL to use it' : 'Unset DATABASE_URL to use it'
  return `What ${name} held was moved to ${moved.to}, and goes on there. ${way}. ${back(name)}`
}

const back = (name: string): string => `"mlsd migrate ${kindOf(name)}" moves it back.`

/** What `mlsd migrate` calls a store of this name: a file's is its path. */
const kindOf = (name: string): 'postgres' | 'sqlite' => (/^postgres(ql)?:/.test(name) ? 'postgres' : 'sqlite')

/** Where to go on: in an unfinished move of the same source, or in a target that is empty, was moved away, or is emptied. */
const begin = async (
  target: Rows,
  { progress, moved }: Awaited<ReturnType<Rows['noted']>>,
  from: string,
): Promise<Progress> => {
  if (progress && progress.from !== from) throw new MoveError(unfinished(target.name, progress.from))
  if (progress && !isStart(progress)) return progress
  if (!progress && !moved && !(await isEmpty(target)))
    throw new MoveError(
      `${target.name} holds data already, which would be mixed with what is moved. Name an empty one, or, if nothing of it is needed, ${target.emptiedBy} first.`,
    )
  return emptied(target, from)
}

/** Whether nothing was added yet; what was there before may not be gone. */
const isStart = ({ table, after }: Progress): boolean => table === TABLES[0] && after === null

/** One that breaks off before all is gone begins anew. */
const emptied = async (target: Rows, from: string): Promise<Progress> => {
  const start = { from, table: TABLES[0], after: null }
  await target.note({ progress: start })
  await target.clear()
  return start
}

const isEmpty = async (target: Rows): Promise<boolean> => {
  const first = await Promise.all(TABLES.map((table) => target.page(table, null, 1)))
  return first.every((page) => page.length === 0)
}

const compared = async (source: Rows, target: Rows): Promise<Sum[]> => {
  const sums: Sum[] = []
  for (const table of TABLES) {
    const [one, other] = await Promise.all([sumOf(source, table), sumOf(target, table)])
    sums.push(one)
    if (one.sha256 === other.sha256) continue
    await emptied(target, source.name)
    await target.note({})
    throw new MoveError(
      `${target.name} did not hold what ${source.name} holds: ${table} had ${other.rows} rows instead of ${one.rows}, or other ones. ` +
        `It was emptied. ${source.name} is as it was, and is to be used on; try again.`,
    )
  }
  return sums
}

const sumsOf = async (rows: Rows): Promise<Sum[]> => {
  const sums: Sum[] = []
  for (const table of TABLES) sums.push(await sumOf(rows, table))
  return sums
}

const sumOf = async (rows: Rows, table: Table): Promise<Sum> => {
  const hash = createHash('sha256')
  let count = 0
  for (let page: Row[] = [], after: Place | null = null; ; after = page.at(-1)?.place ?? null) {
    page = await rows.page(table, after, PAGE)
    for (const { values } of page) hash.update(`${JSON.stringify(values)}\n`)
    count += page.length
    if (page.length < PAGE) return { table, rows: count, sha256: hash.digest('hex') }
  }
}

/** What is asked of a database: how often, how many rows came of it, and whether anything reads a whole table. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'

export type Reads = {
  /** Statements that were run, and rows that they gave. */
  runs: number
  rows: number
  /** Of those that read a whole table or index, or sort it, the plans. */
  scans: string[]
  /** Daily questions that wait for their next day. */
  waiting: number
}

/** Counts from now on, all statements that are prepared from now on. */
export const counted = (connection: DatabaseSync): (() => Reads) => {
  const texts = new Set<string>()
  let [runs, rows] = [0, 0]
  const prepare = connection.prepare.bind(connection)
  const count = <T>(result: T, given: number): T => {
    runs += 1
    rows += given
    return result
  }
  const watched = (statement: StatementSync): StatementSync => {
    const own = { get: statement.get, all: statement.all, run: statement.run }
    return Object.assign(statement, {
      get: (...args: Parameters<StatementSync['get']>) => {
        const row = own.get.apply(statement, args)
        return count(row, row === undefined ? 0 : 1)
      },
      all: (...args: Parameters<StatementSync['all']>) => {
        const all = own.all.apply(statement, args)
        return count(all, all.length)
      },
      run: (...args: Parameters<StatementSync['run']>) => count(own.run.apply(statement, args), 0),
    })
  }
  connection.prepare = (text: string) => {
    texts.add(text)
    return watched(prepare(text))
  }
  return () => ({
    ...{ runs, rows },
    scans: [...texts].flatMap((text) => plansOf(prepare, text)).filter((plan) => !NOTHING_MORE.test(plan)),
    waiting: Number(
      prepare('SELECT count(*) AS n FROM message WHERE body LIKE \'{"type":"daily"%\'').get()?.n,
    ),
  })
}

/**
 * Looked up; or from the front of an index that stands in the wanted order, of which one row is taken; or from an index of
 * nothing but what is wanted.
 */
const NOTHING_MORE =
  /^(?:SEARCH|COMPOUND|LEFT-MOST|UNION ALL|LIST SUBQUERY|SCAN CONSTANT ROW)|^SCAN \w+ USING INDEX message_ready: .* LIMIT 1$|message_in_hand/

const plansOf = (prepare: DatabaseSync['prepare'], text: string): string[] =>
  /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)/i.test(text)
    ? prepare(`EXPLAIN QUERY PLAN ${text}`)
        .all()
        .map(({ detail }) => `${detail}: ${text.trim().replace(/\s+/g, ' ')}`)
    : []

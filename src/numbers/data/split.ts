/** Whether a split of rows into those to train on and those to test on is one. */
import { type Column, rowsOf } from './column.ts'
import { codesOf } from './distinct.ts'
import { eachAgain } from './duplicates.ts'
import { type Parts, timesOf } from './parts.ts'

export type SplitFaults = {
  /** Test rows that are older than the newest training row, and the share of all that they are. */
  older?: { rows: number; share: number }
  /** Groups with rows in both parts. */
  shared?: { groups: number; of: number; examples: string[] }
  /** Test rows that stand in training as they are. */
  same: number
}

/** What is wrong with a split: in time, by groups that must not be torn, and rows that stand in both parts. */
export const splitFaults = (
  columns: readonly Column[],
  { train, test }: Parts,
  by: { time?: Column | undefined; group?: Column | undefined; split: Column },
): SplitFaults => ({
  ...(by.time && { older: olderIn(by.time, train, test) }),
  ...(by.group && { shared: sharedIn(by.group, train, test) }),
  same: sameIn(
    columns.filter((column) => column !== by.split),
    train,
    test,
  ),
})

const olderIn = (time: Column, train: Int32Array, test: Int32Array): { rows: number; share: number } => {
  const at = timesOf(time)
  // A row without a time is neither newer nor older.
  const newest = train.reduce((most, row) => {
    const time = at[row] ?? Number.NaN
    return time > most ? time : most
  }, Number.NEGATIVE_INFINITY)
  const rows = test.filter((row) => (at[row] ?? Number.NaN) < newest).length
  return { rows, share: test.length === 0 ? 0 : rows / test.length }
}

const sharedIn = (group: Column, train: Int32Array, test: Int32Array): SplitFaults['shared'] & object => {
  const { codes, names } = codesOf(group)
  const inTrain = new Set(Array.from(train, (row) => codes[row] ?? -1))
  const inTest = new Set(Array.from(test, (row) => codes[row] ?? -1))
  const both = [...inTest].filter((code) => code >= 0 && inTrain.has(code))
  return { groups: both.length, of: inTest.size, examples: both.slice(0, 3).map((code) => names[code] ?? '') }
}

/** Test rows that stand in training as they are. */
const sameIn = (columns: readonly Column[], train: Int32Array, test: Int32Array): number => {
  const part = new Int8Array(columns[0] ? rowsOf(columns[0]) : 0)
  for (const row of train) part[row] = TRAIN
  for (const row of test) part[row] = TEST
  /** By the first row of a kind: test rows of that kind, and whether training has one. */
  const kinds = new Map<number, { tests: number; trained: boolean }>()
  const note = (like: number, row: number): void => {
    const kind = kinds.get(like) ?? { tests: 0, trained: false }
    if (part[row] === TEST) kind.tests += 1
    if (part[row] === TRAIN) kind.trained = true
    kinds.set(like, kind)
  }
  eachAgain(columns, (row, like) => {
    if (!kinds.has(like)) note(like, like)
    note(like, row)
  })
  return [...kinds.values()].reduce((sum, { tests, trained }) => sum + (trained ? tests : 0), 0)
}

const [TRAIN, TEST] = [1, 2]

/**
 * AUC, average precision, log loss and NDCG on 1,000,000 rows beside scikit-learn on the same rows in the same run, and
 * the memory of a process that computes all four on 10,000,000.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { median } from './bank.ts'
import type { Figure } from './bench.ts'
import { type Columns, columns, WORKS } from './metrics/columns.ts'

const ROWS = 1_000_000
const LARGE = 10_000_000
const MOST_MB = 2_000
const ROUNDS = 5

type Theirs = { version: string } & Record<keyof typeof WORKS, { ms: number; value: number }>

export const metrics = async (): Promise<Figure[]> => {
  const given = columns(ROWS)
  const theirs = scikit(given)
  const figures = Object.entries(WORKS).map(([name, work]) => {
    let value: number | undefined
    const ms = median(
      Array.from({ length: ROUNDS }, () => {
        const start = performance.now()
        value = work(given).value
        return performance.now() - start
      }),
    )
    return compared(name as keyof typeof WORKS, ms, value, theirs)
  })
  return [...figures, large()]
}

const compared = (
  name: keyof typeof WORKS,
  ms: number,
  value: number | undefined,
  theirs: Theirs | string,
): Figure => {
  const figure = {
    name: `${name} of ${ROWS.toLocaleString('en')} rows, median`,
    value: `${ms.toFixed(0)} ms`,
  }
  if (typeof theirs === 'string')
    return { ...figure, baseline: `none: ${theirs}`, goal: 'at least as fast as scikit-learn', met: false }
  const other = theirs[name]
  const off = Math.abs((value ?? Number.NaN) - other.value) / other.value
  return {
    ...figure,
    baseline: `${other.ms.toFixed(0)} ms of scikit-learn ${theirs.version}`,
    goal: `at least as fast, and the same value within 1e-9; it is ${off.toExponential(0)} off`,
    met: ms <= other.ms && off <= 1e-9,
  }
}

const large = (): Figure => {
  const program = fileURLToPath(new URL('metrics/large.ts', import.meta.url))
  const child = spawnSync(process.execPath, [program, String(LARGE)], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(`The process with many rows failed: ${child.stderr}`)
  const { seconds, megabytes } = JSON.parse(child.stdout) as { seconds: number; megabytes: number }
  return {
    name: `memory of all four on ${LARGE.toLocaleString('en')} rows`,
    value: `${megabytes.toFixed(0)} MB at most`,
    baseline: `the columns alone are ${((LARGE * 21) / 1e6).toFixed(0)} MB; it took ${seconds.toFixed(1)} s`,
    goal: `under ${MOST_MB} MB`,
    met: megabytes < MOST_MB,
  }
}

/** What scikit-learn takes, or why it is not asked. */
const scikit = (given: Columns): Theirs | string => {
  const python = ['python3', '/usr/bin/python3'].find(
    (one) => spawnSync(one, ['-c', 'import sklearn']).status === 0,
  )
  if (python === undefined) return 'no python3 with scikit-learn here (Debian: python3-sklearn)'
  const folder = mkdtempSync(join(process.cwd(), '.bench-'))
  try {
    for (const name of ['truth', 'scores', 'relevance'] as const)
      writeFileSync(join(folder, name), new Uint8Array(given[name].buffer))
    const script = fileURLToPath(new URL('metrics/scikit.py', import.meta.url))
    const child = spawnSync(python, [script, folder, String(ROUNDS)], { encoding: 'utf8' })
    if (child.status !== 0) throw new Error(`scikit-learn failed: ${child.stderr}`)
    return JSON.parse(child.stdout) as Theirs
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

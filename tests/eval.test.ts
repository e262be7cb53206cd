/**
 * The grader against every labelled answer of the project. When a figure fell for a good reason, or answers were added,
 * `mlsd eval --record` writes down what is held to from then on.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ANSWERS, answersIn, recordedIn } from '../src/cli/eval-files.ts'
import { type Evaluation, evaluationOf } from '../src/evaluation/evaluation.ts'
import type { LabelledFile } from '../src/evaluation/parse.ts'
import { worsened } from '../src/evaluation/recorded.ts'
import { trialOf } from '../src/evaluation/trial.ts'
import type { Flow } from '../src/flow/flow.ts'
import { lexicalGrader } from '../src/grader/lexical.ts'
import { bankIn } from '../src/host/bank.ts'

const bank = bankIn(join(import.meta.dirname, '..', 'flows'))
const flow = bank.flows.get('mlsd') as Flow
const stages = flow.stages.map(({ id }) => id)

let files: LabelledFile[]
let evaluation: Evaluation

beforeAll(async () => {
  files = answersIn(ANSWERS, bank) // Refuses a folder without answers.
  const grader = async () => lexicalGrader()
  evaluation = evaluationOf(await trialOf({ files, flow, problems: bank.problems, grader }), stages)
})

test('no figure is worse than the recorded one', () => {
  const recorded = recordedIn(ANSWERS)
  expect(recorded, 'tests/answers/recorded.json is written by "mlsd eval --record"').toBeDefined()
  expect(worsened(recorded ?? {}, evaluation)).toEqual([])
})

describe('the labelled answers', () => {
  test('are many: every stage, at least eight problems, every level and kind of trick', () => {
    const { overall, tricks, problems } = evaluation
    expect(overall.answers).toBeGreaterThanOrEqual(150)
    expect(problems.length).toBeGreaterThanOrEqual(8)
    expect(evaluation.stages.map(({ stage }) => stage)).toEqual(stages)
    expect(tricks.answers).toBeGreaterThanOrEqual(40)
    expect(tricks.kinds.length).toBeGreaterThanOrEqual(10)
    for (const label of evaluation.confusion) expect(label.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(30)
  })

  test('are about as long at every level', () => {
    const words = evaluation.overall.words.map((mean) => mean ?? 0)
    expect(Math.max(...words) / Math.min(...words)).toBeLessThan(1.25)
  })
})

describe('what is held out', () => {
  const list = join(ANSWERS, 'held-out.sha256')
  /** Hash by file, as `sha256sum` prints them. */
  const listed = new Map(
    (existsSync(list) ? readFileSync(list, 'utf8') : '')
      .split('\n')
      .filter(Boolean)
      .map((line): [string, string] => {
        const [, hash = '', file = ''] = /^([0-9a-f]{64}) [ *](\S+)$/.exec(line) ?? []
        return [file, hash]
      }),
  )
  const hashOf = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(ANSWERS, file)))
      .digest('hex')

  // Hashes come before tuning and files after it: until the first of them is there, the list stands alone.
  test('is in the list, and nothing else is', () => {
    const held = files.filter(({ heldOut }) => heldOut).map(({ file }) => file.split('/').at(-1) ?? '')
    const names = [...listed.keys()].toSorted()
    const landed = readdirSync(ANSWERS).some((file) => listed.has(file))
    expect(held.toSorted()).toEqual(landed ? names : [])
  })

  test('is as it was when it was listed', () => {
    expect([...listed.values()].every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
    const here = readdirSync(ANSWERS).filter((file) => listed.has(file))
    expect(here.filter((file) => hashOf(file) !== listed.get(file))).toEqual([])
  })
})

/** The flow and the problems as they are, and the questions that were written for them. */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseFlow, parseProblem } from '../../src/flow/parse.ts'
import type { Problem } from '../../src/flow/problem.ts'

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url)
const read = (path: string): string => readFileSync(at(path), 'utf8')

export const FLOW = parseFlow(read('flows/mlsd.yaml'), 'mlsd.yaml')

export const PROBLEMS: ReadonlyMap<string, Problem> = new Map(
  readdirSync(at('flows/problems'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => {
      const problem = parseProblem(read(`flows/problems/${file}`), file, FLOW)
      return [problem.id, problem]
    }),
)

export const problemOf = (id: string): Problem => {
  const problem = PROBLEMS.get(id)
  if (problem === undefined) throw new Error(`there is no problem ${id}`)
  return problem
}

const text = z.string().trim().min(1)
const Row = z.strictObject({ says: text, facts: z.array(text).min(1) })
const Asked = z.strictObject({ problem: text, questions: z.array(Row).min(12) })
const HeldOut = z.strictObject({ questions: z.array(Row.extend({ problem: text })).min(40) })
const NotAsked = z.strictObject({
  questions: z.array(z.strictObject({ says: text, problem: text })).min(40),
})

const questions = (file: string): unknown => parse(read(`tests/questions/${file}`))
const OTHER = ['not-asked.yaml', 'held-out.yaml']

/** A question, and the facts that it must bring: `a|b` is either, `unknown` that none is held. */
export type Row = z.infer<typeof Row> & { problem: string }

/** The questions of each problem. */
export const ASKED: readonly Row[] = readdirSync(at('tests/questions'))
  .filter((file) => file.endsWith('.yaml') && !OTHER.includes(file))
  .map((file) => Asked.parse(questions(file)))
  .flatMap(({ problem, questions: rows }) => rows.map((row) => ({ ...row, problem })))

/** Questions on which nothing was tuned. */
export const HELD_OUT: readonly Row[] = HeldOut.parse(questions('held-out.yaml')).questions

/** What asks for no fact. */
export const NOT_ASKED = NotAsked.parse(questions('not-asked.yaml')).questions

const Recorded = z.strictObject({
  tuned: z.strictObject({ exact: z.number(), wrong: z.number() }),
  heldOut: z.strictObject({ exact: z.number(), wrong: z.number() }),
})

/** The figures below which no change may fall. */
export const RECORDED = Recorded.parse(JSON.parse(read('tests/questions/recorded.json')))

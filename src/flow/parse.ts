/** Flows and problems from their files: a value that can be used, or every fault at once. */
import type { z } from 'zod'
import { checkFlow, checkProblem } from './check.ts'
import { Cut, checkCut } from './cut.ts'
import { readDocument } from './document.ts'
import { type Fault, type Finding, FlowError } from './faults.ts'
import { Flow } from './flow.ts'
import { misfits, type Outline } from './misfit.ts'
import { type Place, placed } from './placed.ts'
import { Problem } from './problem.ts'
import { checkSoundFlow, checkSoundProblem } from './salvage.ts'
import { cutSchema, flowSchema, problemSchema } from './schema.ts'

/** Reads a flow from YAML; throws a FlowError that lists every fault with its line in `file`. */
export const parseFlow = (text: string, file: string): Flow =>
  parse(text, file, { schema: Flow, outline: flowSchema, check: checkFlow, checkSound: checkSoundFlow })

/** Reads a flow that is cut from one of `flows` from YAML; throws a FlowError that lists every fault with its line in `file`. */
export const parseCut = (text: string, file: string, flows: ReadonlyMap<string, Flow>): Cut =>
  parse(text, file, {
    schema: Cut,
    outline: cutSchema,
    check: (cut) => checkCut(cut, flows),
    checkSound: () => [],
  })

/** Reads a problem that is held in `flow` from YAML; throws a FlowError that lists every fault with its line in `file`. */
export const parseProblem = (text: string, file: string, flow: Flow): Problem =>
  parse(text, file, {
    schema: Problem,
    outline: problemSchema,
    check: (problem) => checkProblem(problem, flow),
    checkSound: (value) => checkSoundProblem(value, flow),
  })

/** Faults that are listed; a file with more of them is not a flow at all, and its author is told how many there are. */
const MOST_FAULTS = 200

type Kind<T> = {
  schema: z.ZodType<T>
  outline: () => Outline
  check: (value: T) => Finding[]
  checkSound: (value: unknown) => Finding[]
}

const parse = <T>(text: string, file: string, { schema, outline, check, checkSound }: Kind<T>): T => {
  const { value, findings, lineOf } = readDocument(text)
  const fail = (all: Place[], cause?: unknown): never => {
    const faults = placed(all.slice(0, MOST_FAULTS), { file, value, lineOf })
    throw new FlowError([...faults, ...remainder(all.length, file)], { cause })
  }
  if (value === undefined) return fail(findings)

  const shape = schema.safeParse(value)
  if (shape.success) {
    const all = [...findings, ...check(shape.data)]
    return all.length > 0 ? fail(all) : shape.data
  }
  const known = outline()
  const misfitted = shape.error.issues.flatMap((issue) => misfits(issue, value, known))
  return fail([...findings, ...misfitted, ...checkSound(value)], shape.error)
}

const remainder = (count: number, file: string): Fault[] =>
  count > MOST_FAULTS
    ? [
        {
          file,
          line: 1,
          path: '',
          says: `there are ${count - MOST_FAULTS} more faults`,
          mend: 'mend these first',
        },
      ]
    : []

/** Flows and problems from their files: a value that can be used, or every fault at once. */
import type { z } from 'zod'
import { checkFlow, checkProblem } from './check.ts'
import { Cut, checkCut } from './cut.ts'
import { readDocument } from './document.ts'
import { type Fault, type Finding, FlowError, type Path } from './faults.ts'
import { Flow } from './flow.ts'
import { misfits, type Outline, valueAt } from './misfit.ts'
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
    const faults = all.slice(0, MOST_FAULTS).map(({ path, says, mend, line }) => ({
      file,
      line: line ?? lineOf(path),
      path: labelled(path, value),
      says,
      mend,
    }))
    throw new FlowError([...ordered(faults), ...remainder(all.length, file)], { cause })
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

type Place = Finding & { line?: number }

/** By line, and what is said twice of one line only once. */
const ordered = (faults: Fault[]): Fault[] => {
  const distinct = new Map(
    faults.map((fault) => [JSON.stringify([fault.line, fault.path, fault.says]), fault]),
  )
  return [...distinct.values()].sort((a, b) => a.line - b.line)
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

/** A path for people: an entry of a list goes by its id, or by its number from 1. */
const labelled = (path: Path, value: unknown): string =>
  path
    .map((part, depth) => {
      if (typeof part === 'string') return part.slice(0, 60)
      const id = valueAt(value, [...path.slice(0, depth + 1), 'id'])
      return typeof id === 'string' && /^[\w-]{1,60}$/.test(id) ? id : `#${part + 1}`
    })
    .join('.')

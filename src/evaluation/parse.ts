/** Labelled answers from their files: all of them, or every fault of all files at once. */
import { readDocument } from '../flow/document.ts'
import { type Fault, FlowError } from '../flow/faults.ts'
import type { Flow } from '../flow/flow.ts'
import { misfits } from '../flow/misfit.ts'
import { type Place, placed } from '../flow/placed.ts'
import { Labelled, labelledOutline } from './labelled.ts'
import { type Known, labelledFindings } from './labelled-check.ts'

/** A file that was read, and what it holds. */
export type LabelledFile = Labelled & { file: string }

/**
 * Reads labelled answers from YAML, given the stages of their flow and the ids of the problems there are; throws a
 * FlowError that lists every fault of every file with its line.
 */
export const parseLabelled = (
  files: readonly { file: string; text: string }[],
  flow: Pick<Flow, 'stages'>,
  problems: readonly string[],
): LabelledFile[] => {
  const ids = new Map<string, string>()
  const sides = new Map<string, { file: string; heldOut: boolean }>()
  const known: Known = { stages: flow.stages.map(({ id }) => id), problems, ids, sides }
  const faults: Fault[] = []
  const out: LabelledFile[] = []
  for (const { file, text } of files) {
    const read = parsed(text, file, known)
    if ('faults' in read) {
      faults.push(...read.faults)
      continue
    }
    out.push({ file, ...read })
    const { problem, heldOut, questions } = read
    if (!sides.has(problem)) sides.set(problem, { file, heldOut })
    for (const { answers } of questions) for (const { id } of answers) ids.set(id, file)
  }
  if (faults.length > 0) throw new FlowError(faults)
  return out
}

const parsed = (text: string, file: string, known: Known): Labelled | { faults: Fault[] } => {
  const { value, findings, lineOf } = readDocument(text)
  const shape = Labelled.safeParse(value)
  const all: Place[] = [...findings]
  if (value !== undefined) {
    if (!shape.success)
      all.push(...shape.error.issues.flatMap((issue) => misfits(issue, value, labelledOutline())))
    all.push(...labelledFindings(value, known))
  }
  if (shape.success && all.length === 0) return shape.data
  return { faults: placed(all, { file, value, lineOf }) }
}

/** What a menu shows of a file, read from its first lines: a whole framework takes a while to parse. */
import { parse } from 'yaml'
import { Flow } from './flow.ts'
import { Problem } from './problem.ts'

const FlowOutline = Flow.pick({ id: true, title: true, minutes: true, bounds: true })
export type FlowOutline = Pick<Flow, 'id' | 'title' | 'minutes' | 'bounds'>

const ProblemOutline = Problem.pick({ id: true, title: true, difficulty: true, family: true, opening: true })
export type ProblemOutline = Pick<Problem, 'id' | 'title' | 'difficulty' | 'family' | 'opening'>

/** The outline of a flow; `undefined` where only the whole file can say what it is, or what is wrong with it. */
export const flowOutline = (text: string): FlowOutline | undefined =>
  FlowOutline.safeParse(head(text, /^stages:/m)).data

/** The outline of a problem; `undefined` where only the whole file can say what it is, or what is wrong with it. */
export const problemOutline = (text: string): ProblemOutline | undefined =>
  ProblemOutline.safeParse(head(text, /^facts:/m)).data

/** What stands before the long part of a document. */
const head = (text: string, long: RegExp): unknown => {
  const end = text.search(long)
  if (end < 0) return undefined
  try {
    return parse(text.slice(0, end), { logLevel: 'silent' })
  } catch {
    return undefined // The whole file will say what is wrong, and where.
  }
}

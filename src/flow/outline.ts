/** What a menu shows of a file, read from its first lines: a whole framework takes a while to parse. */
import { parse } from 'yaml'
import { z } from 'zod'
import { Cut } from './cut.ts'
import { Flow, Stage } from './flow.ts'
import { Problem } from './problem.ts'

const FlowOutline = Flow.pick({ id: true, title: true, minutes: true, bounds: true }).strip()
export type FlowOutline = Pick<Flow, 'id' | 'title' | 'minutes' | 'bounds'> & {
  stages: readonly Pick<Stage, 'id' | 'title'>[]
}

/** A cut is short enough to be read as a whole. */
export type CutOutline = Pick<Cut, 'id' | 'title' | 'minutes' | 'bounds' | 'cut' | 'take' | 'among'>

const ProblemOutline = Problem.pick({
  id: true,
  title: true,
  difficulty: true,
  family: true,
  opening: true,
}).strip()
export type ProblemOutline = Pick<Problem, 'id' | 'title' | 'difficulty' | 'family' | 'opening'>

/** The outline of a flow; `undefined` where only the whole file can say what it is, or what is wrong with it. */
export const flowOutline = (text: string): FlowOutline | undefined => {
  const first = FlowOutline.safeParse(head(text, /^stages:/m)).data
  const stages = Stages.safeParse(stageLines(text)).data
  return first && stages && { ...first, stages }
}

/** The outline of a flow that is cut from another; `undefined` where it has a fault. */
export const cutOutline = (text: string): CutOutline | undefined => Cut.safeParse(read(text)).data

/** The outline of a problem; `undefined` where only the whole file can say what it is, or what is wrong with it. */
export const problemOutline = (text: string): ProblemOutline | undefined =>
  ProblemOutline.safeParse(head(text, /^facts:/m)).data

/** Whether a file holds a whole flow, one that is cut from another, or a problem. */
export const kindOf = (text: string): 'flow' | 'cut' | 'problem' =>
  /^stages\s*:/m.test(text) ? 'flow' : /^cut\s*:/m.test(text) ? 'cut' : 'problem'

/** What stands before the long part of a document. */
const head = (text: string, long: RegExp): unknown => {
  const end = text.search(long)
  return end < 0 ? undefined : read(text.slice(0, end))
}

const Stages = z.array(Stage.pick({ id: true, title: true }).strip()).min(1)

/** Of the stages, the lines that name them: their ids, and the titles below these. */
const stageLines = (text: string): unknown => {
  const [, lines = ''] = text.split(/^stages:[^\S\n]*\n/m)
  const indent = /^( *)- id:/.exec(lines)?.[1]
  if (indent === undefined) return undefined
  const naming = new RegExp(`^${indent}(?:- id|  title): .*$`, 'gm')
  return read((lines.match(naming) ?? []).join('\n'))
}

const read = (text: string): unknown => {
  try {
    return parse(text, { logLevel: 'silent' })
  } catch {
    return undefined // The whole file will say what is wrong, and where.
  }
}

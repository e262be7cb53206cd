/**
 * Flows and problems of one's own, in a folder beside the bank. They are few, so that all of them are read and checked at
 * once: what has a fault is left out before anybody can choose it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cut } from '../flow/cut.ts'
import { type Fault, FlowError } from '../flow/faults.ts'
import type { Flow } from '../flow/flow.ts'
import { kindOf } from '../flow/outline.ts'
import { parseCut, parseFlow, parseProblem } from '../flow/parse.ts'
import type { Problem } from '../flow/problem.ts'
import { reasonOf } from '../reason.ts'
import { HELD_IN, shown } from './bank.ts'
import { lazily } from './lazily.ts'
import { type Bank, flowIds, outlineOf } from './library.ts'

/** What can be used of a private bank, and every fault of the rest. */
export type PrivateBank = {
  flows: ReadonlyMap<string, Flow>
  cuts: ReadonlyMap<string, Cut>
  problems: ReadonlyMap<string, Problem>
  /** How many files there are. */
  files: number
  faults: readonly Fault[]
}

/** Reads a folder beside the bank of the `house`; never throws, whatever lies there. */
export const privateBank = (folder: string, house: Bank): PrivateBank => {
  const faults: Fault[] = []
  const blame = (fault: Fault): void => void faults.push(fault)
  const texts = textsIn(folder, true, blame)
  const ofFlows = texts.filter(({ text }) => kindOf(text) === 'flow')
  const ofCuts = texts.filter(({ text }) => kindOf(text) === 'cut')
  for (const { file, text } of texts) if (kindOf(text) === 'problem') blame({ ...at(file), ...NEITHER })
  const ofProblems = textsIn(join(folder, 'problems'), false, blame)
  const taken = new Map(flowIds(house).map((id) => [id, 'the bank'] as const))

  const flows = sound(ofFlows, taken, blame, ({ text, file }) => parseFlow(text, file))
  const all = joined(house.flows, flows)
  const cuts = sound(ofCuts, taken, blame, ({ text, file }) => parseCut(text, file, all))
  const known = new Map([...house.problems.keys(), ...RESERVED].map((id) => [id, 'the bank'] as const))
  const problems = sound(ofProblems, known, blame, ({ text, file }) => {
    const flow = house.flows.get(HELD_IN)
    if (!flow) throw new Error(`The bank has no flow "${HELD_IN}", which problems are held in.`)
    return parseProblem(text, file, flow)
  })
  return { flows, cuts, problems, files: texts.length + ofProblems.length, faults }
}

/** Both banks as one, the private one last. */
export const besides = (house: Bank, own: PrivateBank): Bank => ({
  flows: joined(house.flows, own.flows),
  cuts: joined(house.cuts ?? new Map(), own.cuts),
  problems: joined(house.problems, own.problems),
  outline: () => {
    const { flows, cuts, problems } = outlineOf(house)
    return {
      flows: [...flows, ...own.flows.values()],
      cuts: [...cuts, ...own.cuts.values()],
      problems: [...problems, ...own.problems.values()],
    }
  },
})

const NEITHER = {
  says: 'there is neither "stages:" nor "cut:" in it, so that it is no flow',
  mend: 'move a problem into the folder problems, or add what a flow needs',
}

/** What stands for a candidate's own scenario. */
const RESERVED = ['own', 'own-scenario']

type Text = { id: string; file: string; text: string }
type Blame = (fault: Fault) => void

const joined = <T>(house: ReadonlyMap<string, T>, own: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
  lazily([...house.keys(), ...own.keys()], (id) => (house.get(id) ?? own.get(id)) as T)

/** Those without a fault, by id; an id belongs to whoever has it first. */
const sound = <T extends { id: string }>(
  texts: readonly Text[],
  taken: Map<string, string>,
  blame: Blame,
  parse: (text: Text) => T,
): Map<string, T> => {
  const found = new Map<string, T>()
  for (const text of texts) {
    try {
      const value = parse(text)
      const fault = misnamed(value.id, text) ?? doubled(value.id, text, taken)
      if (fault) {
        blame(fault)
        continue
      }
      taken.set(value.id, text.file)
      found.set(value.id, value)
    } catch (error) {
      if (!(error instanceof FlowError)) throw error
      error.faults.forEach(blame)
    }
  }
  return found
}

const misnamed = (id: string, { id: name, file, text }: Text): Fault | undefined =>
  id === name
    ? undefined
    : {
        ...{ file, line: lineOfId(text), path: 'id' },
        says: `the id "${id}" is not the name of the file, "${name}"`,
        mend: `name the file ${id}.yaml, or write "id: ${name}"`,
      }

const doubled = (id: string, { file, text }: Text, taken: ReadonlyMap<string, string>): Fault | undefined =>
  taken.has(id)
    ? {
        ...{ file, line: lineOfId(text), path: 'id' },
        says: `the id "${id}" is taken already, by ${taken.get(id)}`,
        mend: 'give this one an id of its own, and the file the same name',
      }
    : undefined

const lineOfId = (text: string): number =>
  text.slice(0, Math.max(0, text.search(/^id\s*:/m))).split('\n').length

/** The files of a folder with their texts; a folder that `must` be there and is not is a fault. */
const textsIn = (folder: string, must: boolean, blame: Blame): Text[] =>
  namesIn(folder, must, blame).flatMap((name) => {
    const file = join(folder, name)
    if (!name.endsWith('.yaml')) {
      blame({ ...at(file), says: 'only files whose names end with .yaml are read', mend: 'rename it' })
      return []
    }
    try {
      return [{ id: name.slice(0, -'.yaml'.length), file: shown(file), text: readFileSync(file, 'utf8') }]
    } catch (error) {
      blame({
        ...at(file),
        says: `it cannot be read: ${reasonOf(error)}`,
        mend: 'see who may read it, or remove it',
      })
      return []
    }
  })

/** What may be meant as a flow or a problem. */
const namesIn = (folder: string, must: boolean, blame: Blame): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/i.test(name))
      .sort()
  } catch (error) {
    const absent = ABSENT[codeOf(error)]
    // Where the bank itself is no folder, that has been said.
    if (must || absent === undefined || existsSync(folder))
      blame({
        ...at(folder),
        says: absent ?? `the folder cannot be read: ${reasonOf(error)}`,
        mend: must
          ? 'make it, or set MLSD_FLOWS to a folder that is there'
          : 'see what it is and who may read it',
      })
    return []
  }
}

const ABSENT: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'this is no folder',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const at = (path: string): Pick<Fault, 'file' | 'line' | 'path'> => ({ file: shown(path), line: 1, path: '' })

/** The bank in a folder of files: one flow, one cut of a flow, or one problem per file, named by its id. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { cutOutline, flowOutline, kindOf, problemOutline } from '../flow/outline.ts'
import { parseCut, parseFlow, parseProblem } from '../flow/parse.ts'
import { lazily } from './lazily.ts'
import type { Bank } from './library.ts'

/** The flow that every problem is held in. */
export const HELD_IN = 'mlsd'

/** What can be chosen from a folder; each file is read and checked when it is first asked for. */
export const bankIn = (folder: string): Bank => {
  const { flow, cut } = flowFiles(folder)
  const flows = lazily(flow, (id) => reading(fileOf(folder, id), parseFlow))
  const cuts = lazily(cut, (id) => reading(fileOf(folder, id), (text, file) => parseCut(text, file, flows)))
  const problems = lazily(idsIn(join(folder, 'problems')), (id) => {
    const flow = flows.get(HELD_IN)
    if (!flow) throw new Error(`${shown(folder)} has no ${HELD_IN}.yaml, which its problems are held in.`)
    return reading(fileOf(join(folder, 'problems'), id), (text, file) => parseProblem(text, file, flow))
  })
  return {
    flows,
    cuts,
    problems,
    outline: () => ({
      flows: outlines(folder, flows, flowOutline),
      cuts: outlines(folder, cuts, cutOutline),
      problems: outlines(join(folder, 'problems'), problems, problemOutline),
    }),
  }
}

/** Every file of the bank, flows first. */
export const bankFiles = (folder: string): string[] =>
  [folder, join(folder, 'problems')].flatMap((one) => idsIn(one).map((id) => fileOf(one, id)))

/** A path as a person would type it from here. */
export const shown = (file: string): string => {
  const near = relative('.', file)
  return near === '' || near.startsWith('..') ? file : near
}

const flowFiles = (folder: string): { flow: string[]; cut: string[] } => {
  const isCut = (id: string): boolean => kindOf(readFileSync(fileOf(folder, id), 'utf8')) === 'cut'
  const { true: cut = [], false: flow = [] } = Object.groupBy(idsIn(folder), (id) => `${isCut(id)}`)
  return { flow, cut }
}

const outlines = <T, O>(
  folder: string,
  whole: ReadonlyMap<string, T & O>,
  outline: (text: string) => O | undefined,
): O[] => [...whole.keys()].flatMap((id) => reading(fileOf(folder, id), outline) ?? whole.get(id) ?? [])

const fileOf = (folder: string, id: string): string => join(folder, `${id}.yaml`)

const reading = <T>(file: string, read: (text: string, file: string) => T): T =>
  read(readFileSync(file, 'utf8'), shown(file))

const idsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort()

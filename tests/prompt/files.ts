/** The prompts of the house, the flows, cuts and problems, as the tests of this folder take them. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Cut } from '../../src/flow/cut.ts'
import type { Flow } from '../../src/flow/flow.ts'
import { kindOf } from '../../src/flow/outline.ts'
import { parseCut, parseFlow, parseProblem } from '../../src/flow/parse.ts'
import type { Problem } from '../../src/flow/problem.ts'
import { promptsFrom } from '../../src/prompt/prompts.ts'
import { type Recorded, recordedFrom } from '../../src/prompt/recorded.ts'
import type { PromptFile } from '../../src/prompt/template.ts'

const HOUSE = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, HOUSE), 'utf8')
const yaml = (folder: string): string[] =>
  readdirSync(new URL(folder, HOUSE))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `${folder}${name}`)

export const promptFile = (name: string): PromptFile => {
  const file = `prompts/${name}.md`
  return { file, text: read(file) }
}

export const PROMPTS = promptsFrom({
  interviewer: promptFile('interviewer'),
  judge: promptFile('judge'),
  teach: promptFile('teach'),
})

const kinds = Object.groupBy(yaml('flows/'), (path) => kindOf(read(path)))

export const FLOWS: readonly Flow[] = (kinds.flow ?? []).map((path) => parseFlow(read(path), path))

const byId = new Map(FLOWS.map((flow) => [flow.id, flow]))
const main = byId.get('mlsd')
if (main === undefined) throw new Error('flows/mlsd.yaml is not there')
export const MAIN: Flow = main

export const CUTS: readonly Cut[] = (kinds.cut ?? []).map((path) => parseCut(read(path), path, byId))

export const PROBLEMS: readonly Problem[] = yaml('flows/problems/').map((path) =>
  parseProblem(read(path), path, main),
)

export const FORTY: Recorded = recordedFrom({
  file: 'prompts/forty-turns.yaml',
  text: read('prompts/forty-turns.yaml'),
})

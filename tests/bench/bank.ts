/** The bank of the repository, as the benches use it. */
import { readdirSync, readFileSync } from 'node:fs'
import { parseCut, parseFlow, parseProblem } from '../../src/flow/parse.ts'
import type { Bank } from '../../src/host/library.ts'

const folder = new URL('../../flows/', import.meta.url)

export const bank = (): Bank => {
  const flow = parseFlow(readFileSync(new URL('mlsd.yaml', folder), 'utf8'), 'flows/mlsd.yaml')
  const problems = readdirSync(new URL('problems/', folder)).map((name) =>
    parseProblem(readFileSync(new URL(`problems/${name}`, folder), 'utf8'), `flows/problems/${name}`, flow),
  )
  const flows = new Map([[flow.id, flow]])
  const cuts = ['sprint', 'warmup'].map((id) =>
    parseCut(readFileSync(new URL(`${id}.yaml`, folder), 'utf8'), `flows/${id}.yaml`, flows),
  )
  return {
    flows,
    cuts: new Map(cuts.map((cut) => [cut.id, cut])),
    problems: new Map(problems.map((problem) => [problem.id, problem])),
  }
}

/** The middle of some figures. */
export const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN

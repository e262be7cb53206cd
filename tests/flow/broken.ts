/** Small broken texts: a sound fixture with one place changed, and what the parser says about it. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Fault, FlowError } from '../../src/flow/faults.ts'
import { parseFlow, parseProblem } from '../../src/flow/parse.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

export const FLOW = fixture('small.yaml')
export const PROBLEM = fixture('small-problem.yaml')

/** Changes of a text, each made once where it first stands. */
export const changed = (text: string, ...changes: [from: string, to: string][]): string =>
  changes.reduce((now, [from, to]) => {
    expect(now, `the fixture holds ${JSON.stringify(from)}`).toContain(from)
    return now.replace(from, () => to)
  }, text)

/** The line, from 1, on which a text first stands. */
export const lineOf = (text: string, part: string): number => {
  expect(text).toContain(part)
  return text.slice(0, text.indexOf(part)).split('\n').length
}

/** The error that a broken flow gives. */
export const flowError = (text: string): FlowError => errorOf(() => parseFlow(text, 'broken.yaml'))

/** The error that a broken problem gives, held in the sound flow. */
export const problemError = (text: string): FlowError =>
  errorOf(() => parseProblem(text, 'broken-problem.yaml', parseFlow(FLOW, 'small.yaml')))

/** The only fault of an error. */
export const only = (error: FlowError): Fault => {
  expect(error.faults.map(({ path, says }) => `${path}: ${says}`)).toHaveLength(1)
  return error.faults[0] as Fault
}

const errorOf = (run: () => unknown): FlowError => {
  try {
    run()
  } catch (error) {
    if (error instanceof FlowError) return error
    throw error
  }
  throw new Error('no fault was found')
}

/** The small flow and problem of the fixtures, parsed. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { Flow } from '../../src/flow/flow.ts'
import { Problem } from '../../src/flow/problem.ts'

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'))

export const SMALL_FLOW: Flow = Flow.parse(read('small.yaml'))
export const SMALL_PROBLEM: Problem = Problem.parse(read('small-problem.yaml'))

/** A small sound file of labelled answers, and the same as it is read. */
import { readFileSync } from 'node:fs'
import { type LabelledFile, parseLabelled } from '../../src/evaluation/parse.ts'
import { parseFlow, parseProblem } from '../../src/flow/parse.ts'

const fixture = (name: string) => readFileSync(new URL(`../flow/fixtures/${name}`, import.meta.url), 'utf8')

export const FLOW = parseFlow(fixture('small.yaml'), 'small.yaml')
export const PROBLEM = parseProblem(fixture('small-problem.yaml'), 'small-problem.yaml', FLOW)

export const ANSWERS = `problem: ${PROBLEM.id}
questions:
  - stage: ${FLOW.stages[0]?.id}
    asks: What would you ask first?
    answers:
      - id: first-a
        level: 2
        why: Asks for the goal and says what it changes.
        says:
          - what is the goal
          - >-
            and who pays for it,
            because that decides the target
      - id: first-b
        level: 0
        trick: keyword-list
        why: Only terms.
        says: goal, scale, latency, users
  - stage: ${FLOW.stages[1]?.id}
    asks: And then?
    answers:
      - id: second-a
        level: 1
        why: Thin.
        says: [I would look at the data]
`

/** The files by name, read in the small flow with its one problem. */
export const read = (files: Record<string, string>): LabelledFile[] =>
  parseLabelled(
    Object.entries(files).map(([file, text]) => ({ file, text })),
    FLOW,
    [PROBLEM.id],
  )

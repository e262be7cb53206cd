/** What a problem of the bank has to hold, so that every interview with it can be led to its end. */
import type { Finding } from './faults.ts'
import type { Flow } from './flow.ts'
import type { Problem } from './problem.ts'
import { placeholders, questionFindings } from './wording.ts'

const MUST_REACH = 3
const LEAST_TRAPS = 3

/** Findings for what a problem of the bank lacks, and for its questions and left placeholders. */
export const bankFindings = (problem: Problem, flow: Flow): Finding[] => {
  const { mustReach, traps, twist, probes } = problem
  const found: Finding[] = []
  if (mustReach.length !== MUST_REACH) {
    const says = `${mustReach.length} points must be reached, exactly ${MUST_REACH} are wanted`
    found.push({ path: ['mustReach'], says, mend: 'keep or add until there are three' })
  }
  if (traps.length < LEAST_TRAPS) {
    const says = `there are ${traps.length} traps, at least ${LEAST_TRAPS} are wanted`
    found.push({ path: ['traps'], says, mend: 'add mistakes that are typical of this problem' })
  }
  if (!twist) {
    const mend = 'add "twist:" with id, says and moves'
    found.push({ path: ['twist'], says: 'the problem has no twist, a change of one requirement', mend })
  }
  const without = flow.stages
    .filter(({ id }) => !probes.some(({ stage }) => stage === id))
    .map(({ id }) => id)
  if (without.length > 0) {
    const says = `there is no probe for the ${without.length === 1 ? 'stage' : 'stages'} ${without.join(', ')}`
    found.push({ path: ['probes'], says, mend: 'add at least one for each, with stage, criterion and asks' })
  }
  return [
    ...found,
    ...questionFindings(problem.opening, ['opening']),
    ...probes.flatMap(({ asks }, index) => questionFindings(asks, ['probes', index, 'asks'])),
    ...placeholders(problem),
  ]
}

/** What a problem of the bank has to hold, so that every interview with it can be led to its end. */
import type { Finding } from './faults.ts'
import { type Flow, LEVELS } from './flow.ts'
import type { Problem } from './problem.ts'
import { placeholders, questionFindings } from './wording.ts'

const MUST_REACH = 3

/** How many a problem has at least, and what is missing where it has fewer. */
const LEAST = [
  ['facts', 12, 'add what a candidate would ask for: goal, scale, latency, labels, actions, limits'],
  ['checks', 6, 'add figures that follow from the facts, each with its derivation'],
  ['traps', 3, 'add mistakes that are typical of this problem'],
] as const

/** Findings for what a problem of the bank lacks, and for its questions and left placeholders. */
export const bankFindings = (problem: Problem, flow: Flow): Finding[] => {
  const { mustReach, twist, probes } = problem
  const found: Finding[] = LEAST.flatMap(([list, least, mend]) => {
    const { length } = problem[list]
    const says = `there are ${length} ${list}, at least ${least} are wanted`
    return length < least ? [{ path: [list], says, mend }] : []
  })
  if (mustReach.length !== MUST_REACH) {
    const says = `${mustReach.length} points must be reached, exactly ${MUST_REACH} are wanted`
    found.push({ path: ['mustReach'], says, mend: 'keep or add until there are three' })
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
  const unsaid = LEVELS.filter((level) => problem.levels[level] === undefined)
  if (unsaid.length > 0) {
    const says = `levels has no note for ${unsaid.join(', ')}`
    found.push({ path: ['levels'], says, mend: 'say in a sentence what this problem asks of each level' })
  }
  return [
    ...found,
    ...questionFindings(problem.opening, ['opening']),
    ...probes.flatMap(({ asks }, index) => questionFindings(asks, ['probes', index, 'asks'])),
    ...placeholders(problem),
  ]
}

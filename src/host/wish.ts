/** What a person asked for, checked against what there is. */
import type { Flow } from '../flow/flow.ts'
import { LEVELS, type Level } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import { ownScenario } from '../flow/problem.ts'
import type { Mode } from '../interview/context.ts'
import type { Bank } from './library.ts'

/** The longest scenario that is taken, in characters. */
const SCENARIO = 2000

/** What is taken where nothing is said. */
export const PRESETS = { flow: 'mlsd', level: 'mid', mode: 'coach' } as const

export type Wish = { flow: Flow; problem: Problem; level: Level; minutes: number; mode: Mode }

/** A wish that cannot be met, in words for the person. */
export class Unmet extends Error {
  override name = 'Unmet'
}

/**
 * Reads what a person asked for: `flow`, `problem` or `scenario`, `level`, `minutes`, `mode`.
 * Throws `Unmet` for anything that cannot be had, and says what can.
 */
export const wishOf = (bank: Bank, asked: Readonly<Record<string, string>>): Wish => {
  const flow = bank.flows.get(asked.flow ?? PRESETS.flow)
  if (!flow)
    throw new Unmet(`There is no flow "${asked.flow}". There are: ${[...bank.flows.keys()].join(', ')}.`)
  const { least, most } = flow.bounds
  const minutes = asked.minutes ? Number(asked.minutes) : flow.minutes
  if (!(Number.isInteger(minutes) && minutes >= least && minutes <= most)) {
    throw new Unmet(`"${asked.minutes}" minutes cannot be: choose a number from ${least} to ${most}.`)
  }
  return {
    flow,
    problem: problemOf(bank, asked),
    minutes,
    level: oneOf('level', asked.level ?? PRESETS.level, LEVELS),
    mode: oneOf('mode', asked.mode ?? PRESETS.mode, ['coach', 'exam'] as const),
  }
}

const oneOf = <T extends string>(what: string, value: string, among: readonly T[]): T => {
  const found = among.find((one) => one === value.toLowerCase())
  if (found === undefined)
    throw new Unmet(`There is no ${what} "${value}". Choose one of: ${among.join(', ')}.`)
  return found
}

/** The problem named, or the scenario as a problem; throws `Unmet` where there is neither. */
export const problemOf = (bank: Bank, asked: Readonly<Record<string, string>>): Problem => {
  const scenario = asked.scenario?.trim()
  if (scenario) {
    if (scenario.length > SCENARIO)
      throw new Unmet(`The scenario has ${scenario.length} characters; ${SCENARIO} are the most.`)
    return ownScenario(scenario)
  }
  if (asked.problem === 'own')
    throw new Unmet('Describe your own problem in a sentence or two, as the scenario.')
  const { problem: id = '' } = asked
  const problem = bank.problems.get(id)
  if (!problem) {
    const fault = id === '' ? 'No problem was named.' : `There is no problem "${id}".`
    throw new Unmet(
      `${fault} There are: ${[...bank.problems.keys()].join(', ')}. Or describe your own with --scenario.`,
    )
  }
  return problem
}

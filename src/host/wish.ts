/** What a person asked for, checked against what there is. */
import { cutOut, fociOf, type Taking } from '../flow/cutting.ts'
import type { Flow } from '../flow/flow.ts'
import { LEVELS, type Level } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import { ownScenario } from '../flow/problem.ts'
import type { Mode } from '../interview/context.ts'
import { knownAs, spelledOut, USUAL } from './format.ts'
import { type Bank, flowIds, outlineOf } from './library.ts'

/** The longest scenario that is taken, in characters. */
const SCENARIO = 2000

/** What is taken where nothing is said. */
export const PRESETS = { flow: USUAL, level: 'mid', mode: 'coach' } as const

export type Wish = { flow: Flow; problem: Problem; level: Level; minutes: number; mode: Mode }

/** A wish that cannot be met, in words for the person. */
export class Unmet extends Error {
  override name = 'Unmet'
}

/**
 * Reads what a person asked for: `flow` and its `focus`, `problem` or `scenario`, `level`, `minutes`, `mode`; equal seeds
 * choose alike where a part of a flow is to be chosen. Throws `Unmet` for anything that cannot be had, and says what can.
 */
export const wishOf = (bank: Bank, given: Readonly<Record<string, string>>, seed = ''): Wish => {
  const asked = spelledOut(given)
  const level = oneOf('level', asked.level ?? PRESETS.level, LEVELS)
  const problem = problemOf(bank, asked)
  const flow = flowFor(bank, asked, { level, problem, seed })
  const { least, most } = flow.bounds
  const minutes = asked.minutes ? Number(asked.minutes) : flow.minutes
  if (!(Number.isInteger(minutes) && minutes >= least && minutes <= most)) {
    throw new Unmet(`"${asked.minutes}" minutes cannot be: choose a number from ${least} to ${most}.`)
  }
  const mode = oneOf('mode', asked.mode ?? PRESETS.mode, ['coach', 'exam'] as const)
  return { flow, problem, minutes, level, mode }
}

/** The flow that is named, cut as it is asked for; throws `Unmet` where there is no such thing, and says what there is. */
const flowFor = (
  bank: Bank,
  { flow = USUAL, focus }: Readonly<Record<string, string>>,
  taking: Omit<Taking, 'focus'>,
): Flow => {
  const id = knownAs(bank, flow)
  const whole = bank.flows.get(id)
  if (whole && focus === undefined) return whole
  const parts = [...(bank.cuts?.keys() ?? [])].join(' or ')
  if (whole) throw new Unmet(`A whole interview has no focus. Ask for one together with the flow ${parts}.`)
  const cut = bank.cuts?.get(id)
  const base = cut && bank.flows.get(cut.cut)
  if (!cut || !base) throw new Unmet(`There is no flow "${flow}". There are: ${flowIds(bank).join(', ')}.`)
  const foci = fociOf(cut, base)
  const named = [...foci.stages, ...foci.criteria].find((one) => one.toLowerCase() === focus?.toLowerCase())
  if (focus !== undefined && named === undefined)
    throw new Unmet(`${noSuch(focus, base)} ${among(cut.id, foci)}`)
  const held = cutOut(cut, base, { ...taking, focus: named })
  if (!held) throw new Unmet(`Nothing can be taken for ${cut.id}.`)
  return held
}

const noSuch = (focus: string, base: Flow): string => {
  const stage = base.stages.find(({ id }) => id === focus.toLowerCase())
  return stage ? `"${stage.title}" cannot be taken by itself.` : `There is no "${focus}" to be taken.`
}

const among = (id: string, { stages, criteria }: ReturnType<typeof fociOf>): string =>
  `The focus of ${id} can be a stage: ${stages.join(', ')}` +
  (criteria.length > 0 ? `; or a criterion by its id, from ${criteria[0]} to ${criteria.at(-1)}.` : '.')

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
  const problem = bank.problems.get(meantBy(bank, id) ?? '')
  if (!problem) {
    const fault = id === '' ? 'No problem was named.' : `There is no problem "${id}".`
    throw new Unmet(
      `${fault} There are: ${[...bank.problems.keys()].join(', ')}. Or describe your own with --scenario.`,
    )
  }
  return problem
}

/** The id of the one problem whose id or title reads like this, or has a word that begins so. */
export const meantBy = (bank: Bank, words: string): string | undefined => {
  if (bank.problems.has(words)) return words
  const flat = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim()
  const wanted = flat(words)
  const all = wanted.length < 3 ? [] : outlineOf(bank).problems
  const alike = all.filter(({ id, title }) => flat(id) === wanted || flat(title) === wanted)
  const near = all.filter(({ id, title }) => ` ${flat(id)} ${flat(title)}`.includes(` ${wanted}`))
  const [only, ...more] = alike.length > 0 ? alike : near
  return more.length === 0 ? only?.id : undefined
}

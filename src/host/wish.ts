/** What a person asked for, checked against what there is. */
import { cutOut, fociOf, type Taking } from '../flow/cutting.ts'
import type { Flow } from '../flow/flow.ts'
import { LEVELS, type Level } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import { ownScenario } from '../flow/problem.ts'
import type { Mode } from '../interview/context.ts'
import { type Words, wordsIn } from '../words/words.ts'
import { knownAs, spelledOut, USUAL } from './format.ts'
import { languageMeant } from './language.ts'
import { type Bank, flowIds, outlineOf } from './library.ts'

/** The longest scenario that is taken, in characters. */
const SCENARIO = 2000

/** What is taken where nothing is said. */
export const PRESETS = { flow: USUAL, level: 'mid', mode: 'coach' } as const

export type Wish = {
  flow: Flow
  problem: Problem
  level: Level
  minutes: number
  mode: Mode
  /** By its code; absent where it goes without saying. */
  language?: string
}

/** A wish that cannot be met: `says` why to the person in their words, and the message in English. */
export class Unmet extends Error {
  override name = 'Unmet'
  readonly says: (words: Words) => string
  constructor(says: (words: Words) => string) {
    super(says(wordsIn(undefined)))
    this.says = says
  }
}

/**
 * Reads what a person asked for: `flow` and its `focus`, `problem` or `scenario`, `level`, `minutes`, `mode`, `language`;
 * equal seeds choose alike where a part of a flow is to be chosen. Throws `Unmet` for anything that cannot be had, and says what can.
 */
export const wishOf = (bank: Bank, given: Readonly<Record<string, string>>, seed = ''): Wish => {
  const asked = spelledOut(given)
  const level = oneOf(LEVELS, asked.level ?? PRESETS.level, 'noLevel')
  const problem = problemOf(bank, asked)
  const flow = flowFor(bank, asked, { level, problem, seed })
  const { least, most } = flow.bounds
  const minutes = asked.minutes ? Number(asked.minutes) : flow.minutes
  if (!(Number.isInteger(minutes) && minutes >= least && minutes <= most)) {
    const bounds = { minutes: asked.minutes ?? '', least, most }
    throw new Unmet(({ wish }) => wish.minutes(bounds))
  }
  const mode = oneOf(['coach', 'exam'] as const, asked.mode ?? PRESETS.mode, 'noMode')
  const language = asked.language ? spokenIn(asked.language) : undefined
  return { flow, problem, minutes, level, mode, ...(language !== undefined && { language }) }
}

const spokenIn = (value: string): string => {
  const language = languageMeant(value)
  if (language === undefined) throw new Unmet(({ wish }) => wish.noLanguage({ value: value.slice(0, 40) }))
  return language
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
  const parts = [...(bank.cuts?.keys() ?? [])]
  if (whole) throw new Unmet(({ wish }) => wish.noFocus({ flows: parts.join(` ${wish.or} `) }))
  const cut = bank.cuts?.get(id)
  const base = cut && bank.flows.get(cut.cut)
  if (!cut || !base) throw new Unmet(({ wish }) => wish.noFlow({ flow, flows: flowIds(bank).join(', ') }))
  const foci = fociOf(cut, base)
  const named = [...foci.stages, ...foci.criteria].find((one) => one.toLowerCase() === focus?.toLowerCase())
  if (focus !== undefined && named === undefined)
    throw new Unmet((words) => `${noSuch(focus, base, words)} ${among(cut.id, foci, words)}`)
  const held = cutOut(cut, base, { ...taking, focus: named })
  if (!held) throw new Unmet(({ wish }) => wish.nothing({ flow: cut.id }))
  return held
}

const noSuch = (focus: string, base: Flow, { wish }: Words): string => {
  const stage = base.stages.find(({ id }) => id === focus.toLowerCase())
  return stage ? wish.notAlone({ stage: stage.title }) : wish.noPart({ focus })
}

const among = (flow: string, { stages, criteria }: ReturnType<typeof fociOf>, { wish }: Words): string => {
  const [first, last] = [criteria[0], criteria.at(-1)]
  const foci = { flow, stages: stages.join(', ') }
  return first === undefined || last === undefined
    ? wish.foci(foci)
    : wish.fociOrCriteria({ ...foci, first, last })
}

const oneOf = <T extends string>(all: readonly T[], value: string, fault: 'noLevel' | 'noMode'): T => {
  const found = all.find((one) => one === value.toLowerCase())
  if (found === undefined) throw new Unmet(({ wish }) => wish[fault]({ value, all: all.join(', ') }))
  return found
}

/** The problem named, or the scenario as a problem; throws `Unmet` where there is neither. */
export const problemOf = (bank: Bank, asked: Readonly<Record<string, string>>): Problem => {
  const scenario = asked.scenario?.trim()
  if (scenario) {
    if (scenario.length > SCENARIO)
      throw new Unmet(({ wish }) => wish.scenarioLength({ length: scenario.length, most: SCENARIO }))
    return ownScenario(scenario)
  }
  if (asked.problem === 'own') throw new Unmet(({ wish }) => wish.describe)
  const { problem: id = '' } = asked
  const problem = bank.problems.get(meantBy(bank, id) ?? '')
  if (!problem) {
    const problems = [...bank.problems.keys()].join(', ')
    throw new Unmet(({ wish }) => {
      const fault = id === '' ? wish.unnamed : wish.noProblem({ problem: id })
      return `${fault} ${wish.problems({ problems })}`
    })
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

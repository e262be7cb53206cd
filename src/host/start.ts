/** Beginning an interview: what was asked for is checked, the rest is asked for in a form. */
import { createHash } from 'node:crypto'
import type { Flow } from '../flow/flow.ts'
import { LEVELS, type Level } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import { ownScenario } from '../flow/problem.ts'
import type { Mode, Options } from '../interview/context.ts'
import { interviewsOf } from '../interview/interview.ts'
import type { Card, Form } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import type { Letter } from './letter.ts'
import { type Bank, outlineOf } from './library.ts'
import type { InterviewRecord, Learner, PlaceRecord } from './record.ts'
import { keys } from './record.ts'
import { update } from './update.ts'
import { platformOf } from './voice.ts'
import type { World } from './world.ts'

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
  if (!(minutes >= least && minutes <= most)) {
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

/** The form that asks for what an interview needs; of what was `asked` before, Enter takes what can be had. */
export const startForm = (bank: Bank, asked: Readonly<Record<string, string>> = {}): Form => {
  const form = blankForm(bank)
  const fields = form.fields.map((field) => {
    const preset = asked[field.name]
    const can = field.name !== 'minutes' && (field.choices?.some(({ value }) => value === preset) ?? true)
    return preset && can ? { ...field, preset } : field
  })
  return { ...form, fields }
}

const blankForm = (bank: Bank): Form => {
  const outline = outlineOf(bank)
  const flow = outline.flows.find(({ id }) => id === PRESETS.flow)
  const problems = outline.problems.map(({ id, title }) => ({ value: id, label: title }))
  return {
    id: 'start',
    title: 'Start an interview',
    fields: [
      {
        name: 'problem',
        label: 'Problem',
        choices: [...problems, { value: 'own', label: 'My own scenario' }],
        preset: problems[0]?.value ?? 'own',
      },
      {
        name: 'scenario',
        label: 'Your scenario, in a sentence or two',
        when: { field: 'problem', is: 'own' },
      },
      {
        name: 'level',
        label: 'Level',
        choices: LEVELS.map((value) => ({ value, label: value })),
        preset: PRESETS.level,
      },
      { name: 'minutes', label: 'Minutes', preset: String(flow?.minutes ?? 45) },
      {
        name: 'mode',
        label: 'Mode',
        preset: PRESETS.mode,
        choices: [
          { value: 'coach', label: 'coach: hints on request, the clock only reminds' },
          { value: 'exam', label: 'exam: no hints, and the clock decides' },
        ],
      },
    ],
  }
}

/** Creates the interview; the same request heard again creates it once. Answers its id. */
export const create = async (world: World, wish: Wish, heard: Heard): Promise<string> => {
  const id = createHash('sha256')
    .update(`${heard.person}\n${heard.place}\n${heard.id}`)
    .digest('hex')
    .slice(0, 10)
  const options: Options = {
    level: wish.level,
    minutes: wish.minutes,
    mode: wish.mode,
    quiet: world.settings.quiet[platformOf(heard.place)] ?? 0,
    idle: world.settings.idle,
  }
  if ((await world.memory.load(keys.interview(id))) === undefined) {
    const hashes = await world.library.keep(wish.flow, wish.problem)
    const record: InterviewRecord = {
      id,
      person: heard.person,
      place: heard.place,
      created: heard.at,
      ...hashes,
      interviewer: world.interviewer.usual.by,
      interview: interviewsOf(wish.flow).open(id, options),
      outbox: { of: '', effects: [] },
      tail: { from: 0, entries: [] },
    }
    await world.memory.save(keys.interview(id), record, 0)
  }
  await Promise.all([
    update<PlaceRecord>(world.memory, keys.place(heard.place), () => ({ interview: id })),
    update<Learner>(world.memory, keys.learner(heard.person), (learner) =>
      enrolled(learner, id, wish, heard.at),
    ),
  ])
  const begin: Letter = { type: 'event', event: { type: 'begin', at: heard.at, id: `${id}.begin` } }
  await world.mailbox.post(begin, { key: keys.interview(id), id: `${id}.begin` })
  return id
}

const enrolled = (learner: Learner | undefined, id: string, wish: Wish, created: number): Learner => {
  const interviews = learner?.interviews ?? []
  if (interviews.some((one) => one.id === id)) return { interviews }
  const title = `${wish.problem.title} (${wish.level}, ${wish.minutes} min, ${wish.mode})`
  return { interviews: [...interviews, { id, title, created, ended: null, outcome: null }] }
}

/** The card that asks what to start. */
export const startCard = (bank: Bank): Card => ({
  tone: 'answer',
  title: 'A new interview',
  text: 'Choose a problem, a level, a length and a mode.',
  form: startForm(bank),
})

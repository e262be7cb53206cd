/** Talks held with the real machine, whose judgements are written down by the test. */
import { readFileSync } from 'node:fs'
import type { Level } from '../../src/flow/flow.ts'
import { parseFlow, parseProblem } from '../../src/flow/parse.ts'
import type { Mode } from '../../src/interview/context.ts'
import type { Effect } from '../../src/interview/effects.ts'
import type { Event } from '../../src/interview/events.ts'
import { interviewsOf } from '../../src/interview/interview.ts'
import type { Lesson } from '../../src/interview/lesson.ts'
import type { Told } from '../../src/interview/report/material.ts'
import type { Entry } from '../../src/interview/transcript.ts'
import type { Flagged, Mark, Verdict } from '../../src/interview/verdict.ts'

const read = (name: string): string =>
  readFileSync(new URL(`../flow/fixtures/${name}`, import.meta.url), 'utf8')

export const flow = parseFlow(read('small.yaml'), 'small.yaml')
export const problem = parseProblem(read('small-problem.yaml'), 'small-problem.yaml', flow)

export const BEGAN = 1_700_000_000_000

/** One thing that happens: words said, a hint asked for, a step to the next stage, minutes that pass. */
export type Step = { says: string } | { does: 'hint' | 'next' | 'pause' | 'resume' } | { waits: number }

/** What is found in words: a criterion, its verdict, and the quotation it rests on. */
export type Found = { criterion: string; verdict: Mark; quote: string }

export type Script = {
  level?: Level
  mode?: Mode
  steps: readonly Step[]
  found?: readonly Found[]
  flags?: readonly Omit<Flagged, 'entry'>[]
  /** Stages whose language the judge does not know. */
  foreign?: readonly string[]
  /** Stages for which no judgement ever comes. */
  unjudged?: readonly string[]
  ratings?: Record<string, number>
  /** Facts told with the first reply. */
  facts?: readonly string[]
  unknown?: readonly string[]
  /** What somebody says could have been said, by attempt; a failure where it is null, and nothing where it is absent. */
  lessons?: Readonly<Record<number, readonly Lesson[] | null>>
  retry?: { stage: string; steps: readonly Step[]; found: readonly Found[] }
}

/** Holds the talk to its end and answers what a report is made from. */
export const told = (script: Script): Told => {
  const { level = 'mid', mode = 'coach', found = [], flags = [], foreign = [], unjudged = [] } = script
  const interviews = interviewsOf(flow)
  let interview = interviews.open('i1', { level, minutes: 15, mode, quiet: 0, idle: 86_400_000 })
  let at = BEGAN
  let ids = 0
  let facts = [...(script.facts ?? [])]
  let unknown = [...(script.unknown ?? [])]
  let judging = found
  const log: Entry[] = []
  const id = (): string => {
    ids += 1
    return `m${ids}`
  }

  const judged = (effect: Extract<Effect, { type: 'judge' }>): Event => {
    const { job, stage } = effect
    const end = effect.scope === 'stage'
    if (end && unjudged.includes(stage))
      return { type: 'failed', at, job, stage, what: 'judge', reason: 'none' }
    const criteria = flow.stages.find((one) => one.id === stage)?.criteria.map((one) => one.id) ?? []
    const verdicts = criteria.map((criterion): Verdict => {
      const one = judging.find((each) => each.criterion === criterion)
      const entry = log.findLast(
        ({ who, text }) => who === 'candidate' && text.includes(one?.quote ?? ' '),
      )?.n
      if (one === undefined || (!end && entry === undefined)) return { criterion, verdict: 0, quote: '' }
      return { ...one, ...(entry === undefined ? {} : { entry }) }
    })
    const mine = flags.filter(({ criterion }) => criteria.includes(criterion))
    const assessed = !foreign.includes(stage)
    const raised = mine.map((flag) => ({ ...flag, entry: 0 }))
    return {
      type: 'judged',
      at,
      job,
      stage,
      judgement: { verdicts, flags: raised, by: 'test 1.0.0', assessed },
    }
  }

  const replied = (effect: Extract<Effect, { type: 'ask' }>): Event => {
    const { job, purpose } = effect
    const move = purpose === 'open' ? 'open' : purpose === 'twist' ? 'twist' : 'probe'
    const reply = { say: `The question of job ${job}?`, move, facts, unknown } as const
    facts = []
    unknown = []
    return { type: 'replied', at, job, by: 'test 1.0.0', ...reply }
  }

  const taught = ({ job, stage, attempt }: Extract<Effect, { type: 'teach' }>): Event => {
    const lessons = script.lessons?.[attempt]
    if (lessons === null) return { type: 'failed', at, job, stage, what: 'teach', reason: 'none' }
    return { type: 'taught', at, job, by: lessons ? 'teacher 1.0.0' : '', lessons: lessons ?? [] }
  }

  const results = (effect: Effect): Event[] => {
    if (effect.type === 'ask') return [replied(effect)]
    if (effect.type === 'judge') return [judged(effect)]
    return effect.type === 'teach' ? [taught(effect)] : []
  }

  const happen = (first: Event): void => {
    const queue = [first]
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      const [next, effects] = interviews.step(interview, event)
      interview = next
      for (const effect of effects) {
        if (effect.type === 'keep') log.push(effect.entry)
        else queue.push(...results(effect))
      }
    }
  }

  const take = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if ('waits' in step) at += step.waits * 60_000
      else if ('says' in step) happen({ type: 'answered', at, id: id(), text: step.says })
      else happen({ type: step.does, at, id: id() })
    }
  }

  happen({ type: 'begin', at, id: id() })
  take(script.steps)
  happen({ type: 'end', at, id: id() })
  happen({ type: 'rated', at, id: id(), ratings: script.ratings ?? {} })
  if (script.retry !== undefined) {
    judging = script.retry.found
    happen({ type: 'retry', at, id: id(), stage: script.retry.stage })
    take(script.retry.steps)
    happen({ type: 'end', at, id: id() })
  }
  return { flow, problem, context: interview.snapshot.context, log, by: 'scripted 1.0.0' }
}

const GOAL = 'The goal is fewer complaints, at six euros each, since they doubled.'
const SCALE = 'There are 2.4 million parcels a day.'
const BALANCE = 'About 3 % are late, so I rank and take the top 50 000.'
const SPLIT = 'I split by time with a gap of two days because labels come late.'
const CHANGE = 'The model stays, the gap grows to two weeks, since labels come later.'

/** A full and fair talk: every stage opened, most of it clear. */
export const full: Script = {
  level: 'mid',
  mode: 'coach',
  facts: ['goal', 'volume'],
  unknown: ['Who owns the vans?'],
  ratings: { clarify: 4, data: 1, details: 4 },
  steps: [
    { waits: 2 },
    { says: GOAL },
    { waits: 1 },
    { says: SCALE },
    { waits: 2 },
    { does: 'next' },
    { waits: 4 },
    { says: BALANCE },
    { does: 'hint' },
    { waits: 4 },
    { says: SPLIT },
    { does: 'next' },
    { waits: 1 },
    { says: CHANGE },
  ],
  found: [
    { criterion: 'CL1', verdict: 2, quote: 'fewer complaints, at six euros each' },
    { criterion: 'DX2', verdict: 2, quote: BALANCE },
    { criterion: 'SP2', verdict: 2, quote: SPLIT },
    { criterion: 'DT1', verdict: 2, quote: 'The model stays,\n the gap grows' },
  ],
}

/** The same talk ended after the first stage. */
export const short = (mode: Mode): Script => ({ ...full, mode, steps: full.steps.slice(0, 4), ratings: {} })

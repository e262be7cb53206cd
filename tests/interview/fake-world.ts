/**
 * A world in which interviews run without a model or a mailbox: it keeps what is asked for, and every moment offers
 * what could happen next, from the faithful answer to the one that comes too late.
 */
import { readFileSync } from 'node:fs'
import type { TransitionSnapshot } from 'xstate'
import { fromTransition } from 'xstate'
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph'
import type { Flow } from '../../src/flow/flow.ts'
import { parseFlow } from '../../src/flow/parse.ts'
import type { Context, Options } from '../../src/interview/context.ts'
import type { Effect } from '../../src/interview/effects.ts'
import type { Event, Happened, Move, Timer } from '../../src/interview/events.ts'
import { COMMANDS } from '../../src/interview/events.ts'
import type { Interview } from '../../src/interview/interview.ts'
import { interviewsOf } from '../../src/interview/interview.ts'
import type { Judgement, Mark } from '../../src/interview/verdict.ts'
import { standing } from './standing.ts'

const read = (path: string): Flow => parseFlow(readFileSync(new URL(path, import.meta.url), 'utf8'), path)

/** The framework itself, seven stages. */
export const MLSD = read('../../flows/mlsd.yaml')

const small = read('../flow/fixtures/small.yaml')

/** Two stages, a plain one and one with a twist: all that the states of a stage can differ in. */
export const TWO: Flow = { ...small, stages: small.stages.filter(({ id }) => id !== 'data') }

/** When every interview here begins, in milliseconds since 1970. */
export const START = 1_700_000_000_000

export const OPTIONS: Options = { level: 'senior', minutes: 15, mode: 'coach', quiet: 2_000, idle: 1_800_000 }

export type Job = Extract<Effect, { type: 'ask' | 'judge' | 'teach' }>

/** An interview and the jobs that nobody has answered yet, the oldest first. */
export type Scene = { flow: Flow; interview: Interview; at: number; jobs: Job[]; effects: Effect[] }

export const opened = (flow: Flow, options: Partial<Options> = {}): Scene => ({
  flow,
  interview: interviewsOf(flow).open('talk', { ...OPTIONS, ...options }),
  at: START,
  jobs: [],
  effects: [],
})

export const contextOf = ({ interview }: Scene): Context => interview.snapshot.context

/** Where the talk is, without the name of the stage: `listening`, `thinking`, `closing`, or a state around them. */
export const kindOf = ({ interview }: Pick<Scene, 'interview'>): string => {
  let value = standing(interview)
  while (typeof value !== 'string') value = Object.values(value)[0] ?? 'nowhere'
  return value
}

/** How many unanswered jobs are remembered, and how many of them may be answered at any moment of a walk. */
const JOBS = 12
const ANSWERABLE = 3

/** The scene after an event. */
export const stepped = (scene: Scene, event: Event): Scene => {
  const [interview, effects] = interviewsOf(scene.flow).step(scene.interview, event)
  const asked = effects.filter(
    (effect) => effect.type === 'ask' || effect.type === 'judge' || effect.type === 'teach',
  )
  const open = scene.jobs.filter(({ job }) => !('job' in event) || event.job !== job)
  return {
    ...scene,
    interview,
    at: Math.max(scene.at, event.at),
    jobs: [...open, ...asked].slice(-JOBS),
    effects,
  }
}

/** All that could happen now. Ids are numbered by what was taken, so that equal moments offer equal events. */
export const eventsAt = (scene: Scene): Event[] => {
  const { taken, fresh, timers } = contextOf(scene)
  const at = scene.at + 1_000
  const id = `m${taken.length}`
  return [
    { type: 'begin', at, id },
    { type: 'answered', at, id, text: 'The goal is fewer refunds.' },
    { type: 'asked', at, id, text: 'What is the goal?' },
    ...[scene.flow.stages.slice(0, 1), scene.flow.stages].map((stages): Event => marked(stages, at, id)),
    { type: 'attached', at, id, file: 'plan.md', text: 'A plan.' },
    ...['none', ...fresh.slice(-1).map((one) => one.id)].flatMap((of): Event[] => [
      { type: 'edited', at, id, of, text: 'The goal is fewer returns.' },
      { type: 'withdrawn', at, id, of },
    ]),
    ...COMMANDS.map((type): Event => ({ type, at, id })),
    ...[...scene.flow.stages.map((stage) => stage.id), 'elsewhere'].map(
      (stage): Event => ({ type: 'retry', at, id, stage }),
    ),
    { type: 'rated', at, id, ratings: { clarify: 3 } },
    ...[criterionIn(scene.flow), 'nothing'].map(
      (criterion): Event => ({ type: 'contest', at, id, criterion, reason: 'I did say so.' }),
    ),
    ...reconsidered(scene, at),
    ...answerable(scene).flatMap((job) => results(scene.flow, job, at)),
    ...staleAt(scene, at),
    ...TIMERS.flatMap((timer) => {
      const { due = null, armed = null } = timers[timer] ?? {}
      return due === null ? [] : [elapsed(timer, Math.max(at, due, armed ?? 0), armed ?? due)]
    }),
  ]
}

/**
 * A judgement of a contested verdict may be on its way through all of a retry, which doubles the moments of a walk; no
 * option makes a difference to it, so that it is offered under the plainest ones alone.
 */
const reconsidered = ({ interview }: Scene, at: number): Event[] => {
  const { mode, quiet, peer } = interview.snapshot.context.options
  return mode === 'coach' && quiet > 0 && !peer ? [{ type: 'reconsider', at, by: 'fake 1.0.0' }] : []
}

/** The latest jobs, and every one that a contested verdict waits for. */
const answerable = ({ jobs, interview }: Scene): Job[] => {
  const contested = Object.values(interview.snapshot.context.contested ?? {}).map(({ job }) => job)
  return jobs.filter((one, index) => index >= jobs.length - ANSWERABLE || contested.includes(one.job))
}

/** The first criterion that somebody judges. */
const criterionIn = ({ stages }: Flow): string =>
  stages.flatMap(({ criteria }) => criteria).find(({ measured }) => measured === undefined)?.id ?? ''

export const TIMERS: readonly Timer[] = ['quiet', 'silence', 'think', 'nudge', 'interrupt', 'idle', 'seal']

export const elapsed = (timer: Timer, at: number, armed: number): Event => ({
  type: 'elapsed',
  at,
  timer,
  armed,
})

/** The form of somebody who interviewed, about these stages. */
const marked = (stages: Flow['stages'], at: number, id: string): Event => ({
  type: 'marked',
  at,
  id,
  stages: stages.map((stage) => stage.id),
  marks: Object.fromEntries(stages.flatMap(({ criteria }) => criteria.map((one) => [one.id, 1]))),
})

/** What may come of a job. */
const results = (flow: Flow, job: Job, at: number): Happened[] => {
  const failed: Happened = {
    type: 'failed',
    at,
    job: job.job,
    stage: job.stage,
    what: job.type,
    reason: 'busy',
  }
  if (job.type !== 'ask') return [done(flow, job, at), failed]
  return [done(flow, job, at), { ...replied(job, at), move: 'advance' }, failed]
}

/** Results of jobs that nobody waits for, and a reminder that was put off. */
const staleAt = ({ flow, interview }: Scene, at: number): Happened[] => {
  const { stage } = interview.snapshot.context
  const job = { job: 9_999, stage: stage || (flow.stages[0]?.id ?? ''), by: 'usual' as const, id: 'talk.0' }
  const ask: Job = { type: 'ask', purpose: 'turn', said: [], ...job }
  const judge: Job = { type: 'judge', scope: 'turn', entries: [], ...job }
  return [
    ...results(flow, ask, at),
    ...results(flow, judge, at),
    taught({ job: job.job }, at),
    ...TIMERS.map((timer) => elapsed(timer, at, 1) as Happened),
  ]
}

/** What a faithful world answers to a job. */
export const done = (flow: Flow, job: Job, at: number, verdict: Mark = 1): Happened =>
  job.type === 'ask'
    ? replied(job, at)
    : job.type === 'teach'
      ? taught(job, at)
      : { type: 'judged', at, job: job.job, stage: job.stage, judgement: judgement(flow, job, verdict) }

/** Somebody who has something to say about the first message. */
export const taught = ({ job }: Pick<Job, 'job'>, at: number): Extract<Happened, { type: 'taught' }> => ({
  ...{ type: 'taught', at, job, by: 'fake 1.0.0' },
  lessons: [{ criterion: 'CL1', after: 0, say: 'I would ask for the goal first.' }],
})

const MOVES = { open: 'open', return: 'return', twist: 'twist', turn: 'probe' } as const satisfies Record<
  string,
  Move
>

const replied = (job: Extract<Job, { type: 'ask' }>, at: number): Extract<Happened, { type: 'replied' }> => ({
  type: 'replied',
  at,
  job: job.job,
  by: job.by,
  say: `${job.purpose} ${job.stage} ${job.job}?`,
  move: MOVES[job.purpose],
  facts: [],
  unknown: [],
})

const judgement = (
  flow: Flow,
  { stage, entries }: Extract<Job, { type: 'judge' }>,
  verdict: Mark,
): Judgement => ({
  verdicts: (flow.stages.find(({ id }) => id === stage)?.criteria ?? []).map(({ id }) => ({
    criterion: id,
    verdict,
    quote: verdict === 0 ? '' : 'fewer refunds',
    entry: entries.at(-1) ?? 0,
  })),
  flags: [],
  by: 'fake 1.0.0',
  assessed: true,
})

/** Ends the talk and answers what is asked for until the report is out. */
export const toReport = (scene: Scene): Event[] => {
  const events: Event[] = []
  for (let now = scene; kindOf(now) !== 'reported'; now = stepped(now, events.at(-1) as Event)) {
    if (events.length === 50) throw new Error(`No report came; the talk stands at ${kindOf(now)}.`)
    events.push(onward(now))
  }
  return events
}

const onward = (scene: Scene): Event => {
  const at = scene.at + 1_000
  const id = `onward ${contextOf(scene).taken.length}`
  switch (kindOf(scene)) {
    case 'setup':
      return { type: 'begin', at, id }
    case 'debrief':
      return contextOf(scene).peer?.rated ? marked(scene.flow.stages, at, id) : { type: 'skip', at, id }
    case 'grading':
    case 'teaching':
      return done(scene.flow, wanted(scene), at)
    default:
      return { type: 'end', at, id }
  }
}

/** The first final judgement that grading waits for, or what the report waits for after it. */
const wanted = (scene: Scene): Job => {
  const { toJudge, teaching } = contextOf(scene)
  const job = scene.jobs.find((one) => one.job === teaching || toJudge[one.stage]?.job === one.job)
  if (!job) throw new Error('The report waits for something that was never asked for.')
  return job
}

/** One thing that could happen at a moment, and the moment after it. */
export type Edge = { from: Scene; event: Event; to: Scene; path: readonly Event[] }

/**
 * Every moment that can be reached, told apart by value, history and what the guards look at, with all that can happen
 * in it; `path` leads from the opening to the moment before.
 */
export const walk = (start: Scene): Edge[] => {
  const map = getAdjacencyMap<TransitionSnapshot<Scene>, Event, undefined>(fromTransition(stepped, start), {
    events: ({ context }) => eventsAt(context),
    serializeState: ({ context }) => moment(context),
    serializeEvent: (event) => JSON.stringify(event),
    limit: 200_000,
  })
  const paths = new Map<string, readonly Event[]>([[moment(start), []]])
  return adjacencyMapToArray(map).map(({ state: { context: from }, event, nextState: { context: to } }) => {
    const path = paths.get(moment(from)) ?? []
    if (!paths.has(moment(to))) paths.set(moment(to), [...path, event])
    return { from, event, to, path }
  })
}

/** History counts only in a pause: everywhere else it is written anew before anybody goes back by it. */
const moment = ({ interview }: Scene): string => {
  const { context, ...where } = interview.snapshot
  const { awaiting, turn, fresh, held, led, retrying, toJudge, timers, peer, contested = {} } = context
  const all = Object.values(contested)
  return JSON.stringify([
    kindOf({ interview }) === 'paused' ? where : standing(interview),
    awaiting?.what,
    turn.by,
    turn.judged,
    fresh.length > 0,
    held?.move,
    led,
    timers.think?.due != null,
    retrying !== null,
    Object.values(toJudge).map(({ by }) => by),
    peer?.rated,
    peer?.stages.length,
    all.some(({ job }) => job !== undefined),
    kindOf({ interview }) === 'reported' &&
      all.some(({ job, again }) => job === undefined && again === undefined),
  ])
}

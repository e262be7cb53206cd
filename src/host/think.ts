/** Asking the interviewer and the grader: what each is given, and what comes back as an event. */
import { type Flow, isOneQuestion } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import { upheld } from '../grader/evidence.ts'
import type { Case, Grader } from '../grader/grader.ts'
import type { Context } from '../interview/context.ts'
import type { Effect } from '../interview/effects.ts'
import type { Event } from '../interview/events.ts'
import { planned, spentIn } from '../interview/pace.ts'
import { planOf } from '../interview/plan.ts'
import type { Entry } from '../interview/transcript.ts'
import { answers } from '../interview/transcript.ts'
import type { Brief } from '../interviewer/interviewer.ts'
import type { Errand } from '../model/model.ts'
import { spokenIn as talkIn } from '../prompt/spoken.ts'
import type { World } from './world.ts'

/** Where an interview stands, with the words that the context leaves to the transcript, and whose it is. */
export type Standing = {
  flow: Flow
  problem: Problem
  context: Context
  log: readonly Entry[]
  person: string
}

export type Thought = Extract<Effect, { type: 'ask' | 'judge' }>

/** True when it only computes, so that it may be done at once and again. */
export const isLocal = (world: World, effect: Thought): boolean => {
  return effect.type === 'ask' ? asker(world, effect).local : judgeOf(world, effect).local
}

const asker = ({ interviewer }: World, { by }: Thought) =>
  by === 'stand-in' ? interviewer.standIn : interviewer.usual

/** What a turn covered is told at once and for nothing: only whole stages, and what is contested, are asked of a model. */
const judgeOf = ({ grader }: World, effect: Extract<Thought, { type: 'judge' }>) =>
  effect.by === 'stand-in' || effect.scope === 'turn' ? grader.standIn : grader.usual

/** Does what the effect asks for; a failure is an event as well. Words of an answer go to `show` as they come. */
export const think = async (
  world: World,
  effect: Thought,
  standing: Standing,
  show?: (words: string) => void,
): Promise<Event> => {
  const { job, stage } = effect
  try {
    const result =
      effect.type === 'ask' ? await ask(world, effect, standing, show) : await judge(world, effect, standing)
    return { ...result, at: world.clock.now(), job }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    world.log('warn', `${effect.type} failed`, { interview: standing.context.id, job, reason })
    return { type: 'failed', at: world.clock.now(), job, stage, what: effect.type, reason }
  }
}

const ask = async (
  world: World,
  effect: Extract<Thought, { type: 'ask' }>,
  standing: Standing,
  show?: (words: string) => void,
) => {
  const interviewer = asker(world, effect)
  const brief = briefOf(effect, standing, world.clock.now())
  const reply = await interviewer.reply(brief, show, errandOf(world, standing))
  const { say, move, facts, unknown, criterion, named } = reply
  return {
    type: 'replied' as const,
    by: interviewer.by,
    say,
    move,
    facts,
    unknown,
    ...(criterion !== undefined && { criterion }),
    ...(named !== undefined && { named }),
  }
}

const judge = async (world: World, effect: Extract<Thought, { type: 'judge' }>, standing: Standing) => {
  const grader = judgeOf(world, effect)
  if (effect.scope === 'contest' && grader.local) throw new Error('No model is configured any more.')
  const task = caseOf(effect, standing, grader)
  const judgement = upheld(await grader.judge(task, errandOf(world, standing)), task.answers)
  return { type: 'judged' as const, stage: effect.stage, judgement }
}

/** For whom it is asked, and where what it took is noted. */
const errandOf = ({ used }: World, { context, person }: Standing): Errand => ({
  whose: { interview: context.id, person },
  ...(used && { used: (usage) => used({ interview: context.id, person }, usage) }),
})

/** How many of the interviewer's last messages a coverage judgement looks at for echoes. */
const ECHOES = 6

const caseOf = (effect: Extract<Thought, { type: 'judge' }>, standing: Standing, grader: Grader): Case => {
  const { flow, problem, context, log } = standing
  const plan = planOf(flow)
  const { scope } = effect
  // A contested verdict is of the talk itself, whatever was tried again since.
  const contest = scope === 'contest'
  const attempt = contest ? 0 : (context.retrying ?? 0)
  const said = answers(log).filter((answer) => answer.attempt === attempt)
  const spoken = spokenIn(contest ? log.filter((entry) => entry.attempt === undefined) : log)
  const turn = scope === 'turn'
  const everywhere = turn && grader.local
  const criteria = everywhere
    ? plan.order.flatMap((stage) => stage.criteria)
    : plan.stage(effect.stage).criteria
  return {
    criteria: criteria.filter(
      ({ id, measured }) => measured === undefined && (!contest || id === effect.criterion),
    ),
    answers: turn ? said.filter(({ entry }) => effect.entries.includes(entry)) : said,
    given: [problem.opening, ...(turn ? spoken.slice(-ECHOES) : spoken)],
    problem,
    appeal: contest ? context.contested?.[effect.criterion ?? '']?.reason : undefined,
    talk: grader.local ? undefined : talkIn(log, attempt),
    homes: plan.criteria,
    synonyms: flow.synonyms,
  }
}

/** What the interviewer has said, oldest first. */
export const spokenIn = (log: readonly Entry[]): string[] =>
  log.filter(({ who }) => who === 'interviewer').map(({ text }) => text)

/** A talk of one question is closed by the interviewer, as an exam is; hints are not the interviewer's. */
const briefOf = (effect: Extract<Thought, { type: 'ask' }>, standing: Standing, now: number): Brief => {
  const { flow, problem, context, log } = standing
  const stage = planOf(flow).stage(effect.stage)
  const back = context.options.mode === 'coach' && context.returned.includes(stage.id)
  const elapsed = spentIn(context, stage.id, now) / planned(flow, stage, context.options.minutes)
  return {
    purpose: effect.purpose,
    flow,
    problem,
    stage,
    options: isOneQuestion(flow) ? { ...context.options, mode: 'exam' } : context.options,
    covered: context.covered,
    probed: context.probed,
    skipped: context.skipped,
    focus: context.focus,
    revealed: context.revealed,
    said: answers(log).filter(({ entry }) => effect.said.includes(entry)),
    spoken: spokenIn(log),
    log,
    elapsed: back ? Math.min(elapsed, 0.99) : elapsed,
    seed: context.id,
  }
}
